// How the colours of a palette look, learnt from pictures of one colour each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/generation/generator.h"
#include "core/measure/calibration.h"

namespace tilewright {

/// As given on the command line; absent means the default.
struct CalibrateOptions {
    std::string model; ///< either this
    std::filesystem::path photos; ///< or this
    std::optional<std::string> palette; ///< of photographs; a model has its own
    std::string seed = "900000"; ///< tiles that are measured have other ones
    int count = 2; ///< pictures a colour
    std::optional<std::string> size;
    std::string device = "auto";
    std::filesystem::path output;
};

/// `what` is being done, `done` of `units` pictures are.
using CalibrationProgress = std::function<void(const std::string& what, int done, int units)>;

struct ModelCalibrationPlan {
    std::string source; ///< for people
    std::string palette;
    std::vector<std::string> colors; ///< caption names
    int count = 0; ///< pictures a colour
    std::vector<GenerationRequest> requests; ///< colour by colour, each with a seed of its own
};

/// Each colour alone, guided as the model's profile says; made once, however it is measured, so
/// that no earlier calibration has a say. Errors: Usage, BadData.
Expected<ModelCalibrationPlan> planCalibration(const CalibrateOptions& options);

/// Blocks; to be called on the thread that made the generator. Errors: those of the generator, also
/// Cancelled.
Expected<Calibration> calibrateByModel(const ModelCalibrationPlan& plan, Generator& generator,
    const CalibrationProgress& progress, std::stop_token stop);

struct PhotoCalibration {
    Calibration calibration;
    int pictures = 0;
    std::vector<std::string> passedOver; ///< files, each with the reason
    std::vector<std::string> missing; ///< caption names of colours known by granule pictures alone
};

/// From photographs of one colour each in a folder, named by the code of the colour: RED.jpg,
/// red_top.png; upper and lower case are alike. Errors: Usage when there is no such folder, BadData
/// when no photograph in it can be used, Cancelled.
Expected<PhotoCalibration> calibrateByPhotos(const std::filesystem::path& folder,
    const Palette& palette, const CalibrationProgress& progress, std::stop_token stop);

} // namespace tilewright
