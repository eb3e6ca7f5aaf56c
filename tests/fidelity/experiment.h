// Makes the planned tiles and measures them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include "core/generation/generator.h"
#include "core/generation/mix_guide.h"
#include "core/generation/model_meter.h"
#include "fidelity/protocol.h"

namespace tilewright::fidelity {

/// One picture, measured.
struct Reading {
    /// With the calibration that the program itself uses. A single colour is told by mixture and
    /// nearest from all others of the palette: among the asked ones it could only be 100 %.
    Fidelity fidelity;
    double crossCheck = 0; ///< mean error of the mixture calibrated by bare granule pictures
};

struct TileRecord {
    Series series = Series::Guided;
    int mix = 0;
    GenerationRequest request; ///< its retint tells what was done to the picture
    Reading reading;
    std::optional<Reading> field; ///< of the bare granule picture: what the readings cannot do
    std::optional<double> fineDetail; ///< points of finePower() above the granule picture's
    std::optional<double> signalToNoise; ///< dB, against the granule picture
    double seconds = 0;
    int attempts = 1;
};

class Experiment {
public:
    /// Loads the model and makes one tile that is not counted. Errors: those of
    /// the generator.
    static Expected<std::unique_ptr<Experiment>> create(
        const std::filesystem::path& model, std::stop_token stop);

    const ModelProfile& profile() const { return m_profile; }
    const Palette& palette() const { return m_meter.palette(); }
    const Provenance& provenance() const { return m_provenance; }
    const Calibration& calibration() const { return *m_calibration; }
    bool isModelCalibrated() const { return m_isModelCalibrated; }

    /// A trial gives two records, without re-tinting and with all of it.
    Expected<std::vector<TileRecord>> run(const PlannedTile& planned);
    /// The pictures behind a guided record once more.
    struct Pictures {
        Image field, tile;
    };
    Expected<Pictures> pictures(const TileRecord& record);

private:
    Experiment(std::filesystem::path model, ModelProfile profile, ModelMeter meter,
        std::unique_ptr<Generator> generator, std::stop_token stop);

    Expected<void> warmUp();
    Expected<Tile> generate(const GenerationRequest& request);
    Expected<const MixGuide*> guideFor(const GenerationRequest& request);
    Expected<Reading> read(const Image& picture, const MixGuide& guide, Guide how) const;
    Expected<TileRecord> recordOf(
        const PlannedTile& planned, const Tile& tile, const Image& picture) const;

    std::filesystem::path m_model;
    ModelProfile m_profile;
    ModelMeter m_meter;
    std::unique_ptr<Generator> m_generator;
    std::stop_token m_stop;
    Provenance m_provenance;
    bool m_isModelCalibrated = false;
    const Calibration* m_calibration = nullptr; ///< lives in m_meter
    Calibration m_fromGranules;

    // Of the latest field; most tiles share theirs with the one before.
    std::unique_ptr<MixGuide> m_guide;
    std::optional<Mix> m_guideMix;
    GranuleSettings m_guideGranules;
    std::optional<Reading> m_fieldReading;
    double m_fieldFinePower = 0;
};

} // namespace tilewright::fidelity
