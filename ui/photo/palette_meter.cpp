#include "ui/photo/palette_meter.h"

#include <algorithm>
#include <memory>

#include "core/measure/share_estimator.h"

namespace tilewright::ui {
namespace {

Expected<Fidelity> measureColors(const Picture& picture, const Calibration& calibration)
{
    std::vector<std::string> colors;
    for (const Calibration::Look& look : calibration.looks())
        colors.push_back(look.color);
    Fidelity fidelity;
    // Once with all colours, then again with those that a mix can hold.
    for (const std::size_t most : {colors.size(), Mix::maximumColors}) {
        colors.resize(std::min(colors.size(), most));
        const auto estimate = estimateShares(picture.image, picture.coverage, calibration, colors);
        if (!estimate)
            return tl::unexpected(estimate.error());
        fidelity.colors.clear();
        fidelity.unexplained = 100 * estimate->unexplained;
        for (std::size_t i = 0; i < colors.size(); ++i) {
            ColorFidelity color;
            color.color = colors[i];
            color.measured = 100 * estimate->shares[i];
            fidelity.colors.push_back(color);
        }
        std::stable_sort(fidelity.colors.begin(), fidelity.colors.end(),
            [](const auto& a, const auto& b) { return a.measured > b.measured; });
        std::transform(fidelity.colors.begin(), fidelity.colors.end(), colors.begin(),
            [](const ColorFidelity& color) { return color.color; });
    }
    return fidelity;
}

} // namespace

PhotoReader::Measure paletteMeter(Palette palette, const GranuleSettings& granules)
{
    return [palette = std::move(palette), granules,
               calibration = std::shared_ptr<const Calibration>()](const Picture& picture) mutable {
        if (!calibration)
            calibration
                = std::make_shared<const Calibration>(Calibration::fromGranules(palette, granules));
        return measureColors(picture, *calibration);
    };
}

} // namespace tilewright::ui
