#include "ui/photo/palette_meter.h"

#include <algorithm>
#include <memory>

#include "core/measure/share_estimator.h"

namespace tilewright::ui {
namespace {

Expected<Fidelity> measureColors(const Picture& picture, const Calibration& calibration)
{
    const auto found = findColors(picture.image, picture.coverage, calibration, Mix::maximumColors);
    if (!found)
        return tl::unexpected(found.error());
    Fidelity fidelity;
    fidelity.unexplained = 100 * found->estimate.unexplained;
    for (std::size_t i = 0; i < found->colors.size(); ++i) {
        ColorFidelity color;
        color.color = found->colors[i];
        color.measured = 100 * found->estimate.shares[i];
        fidelity.colors.push_back(color);
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

GranuleSettings granulesOf(const ModelProfile& profile)
{
    GranuleSettings granules;
    granules.millimetresPerPixel = profile.millimetresPerPixel;
    granules.granuleMillimetres = profile.granuleMillimetres;
    return granules;
}

} // namespace tilewright::ui
