#include "core/generation/model_meter.h"

#include <algorithm>

namespace tilewright {
namespace {

constexpr int calibrationSize = 512; // pixels; larger pictures calibrate no better

} // namespace

Expected<ModelMeter> ModelMeter::load(
    const std::filesystem::path& modelFolder, const ModelProfile& profile)
{
    auto palette = loadPalette(profile.palette, modelFolder);
    if (!palette)
        return tl::unexpected(palette.error());
    ModelMeter meter(std::move(*palette));
    const auto file = modelFolder / "calibration.json";
    if (std::error_code error; std::filesystem::exists(file, error)) {
        auto calibration = Calibration::load(file);
        if (calibration)
            meter.m_own = std::move(*calibration);
        else
            meter.m_notice = calibration.error().message
                + " Until then tiles are measured by granule pictures, which is less exact.";
    }
    return meter;
}

const Calibration& ModelMeter::calibrationFor(
    const GranuleSettings& granules, const std::vector<GranuleColor>& colors)
{
    const bool isKnown = std::all_of(colors.begin(), colors.end(), [&](const GranuleColor& color) {
        const GranuleColor* const own = m_palette.find(color.name);
        return own && *own == color;
    });
    if (m_own && isKnown)
        return *m_own;
    GranuleSettings settings = granules;
    settings.width = settings.height = calibrationSize;
    settings.seamless = false; // it makes no difference to the colours
    settings.seed = 0;
    if (!m_fromGranules || settings != m_granules || colors != m_colors) {
        settings.seed = ~granules.seed; // not the picture that is measured
        // Colours that cannot stand beside those of the model fail where they are to be painted.
        m_fromGranules
            = Calibration::fromGranules(m_palette.with(colors).value_or(m_palette), settings);
        m_colors = colors;
        settings.seed = 0;
        m_granules = settings;
    }
    return *m_fromGranules;
}

} // namespace tilewright
