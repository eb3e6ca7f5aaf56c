// What pictures of a model are measured with: its palette, and how it shows the colours.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/generation/model_profile.h"
#include "core/granule/granule_field.h"
#include "core/measure/calibration.h"
#include "core/mix/palette.h"

namespace tilewright {

class ModelMeter {
public:
    /// The palette that the profile names, and FOLDER/calibration.json if it is there and can be
    /// used; a notice says so where it cannot. Errors: BadData of the palette.
    static Expected<ModelMeter> load(
        const std::filesystem::path& modelFolder, const ModelProfile& profile);
    /// Of no model: granule pictures are the calibration.
    explicit ModelMeter(Palette palette) : m_palette(std::move(palette)) { }

    const Palette& palette() const { return m_palette; }
    /// The model's own calibration; where it has none, or does not know these colours, which a
    /// request brings, one from granule pictures of the same scale, which takes some tenths of a
    /// second once. It is valid until the next call.
    const Calibration& calibrationFor(
        const GranuleSettings& granules, const std::vector<GranuleColor>& colors = {});
    /// What the user should know; mostly empty.
    const std::string& notice() const { return m_notice; }

private:
    Palette m_palette;
    std::string m_notice;
    std::optional<Calibration> m_own;
    std::optional<Calibration> m_fromGranules;
    GranuleSettings m_granules; ///< that m_fromGranules was made with
    std::vector<GranuleColor> m_colors; ///< the same
};

} // namespace tilewright
