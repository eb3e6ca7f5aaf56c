#include "core/measure/fidelity_meter.h"

#include "core/measure/share_estimator.h"

namespace tilewright {

Expected<Fidelity> measureFidelity(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const std::vector<AskedShare>& asked, const Palette&, const Calibration& calibration)
{
    std::vector<std::string> names;
    for (const AskedShare& share : asked)
        names.push_back(share.color);
    const auto estimate = estimateShares(picture, coverage, calibration, names);
    if (!estimate)
        return tl::unexpected(estimate.error());
    Fidelity fidelity;
    fidelity.unexplained = 100 * estimate->unexplained;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        ColorFidelity color;
        color.color = asked[i].color;
        color.asked = asked[i].percent;
        color.measured = 100 * estimate->shares[i];
        fidelity.colors.push_back(color);
    }
    return fidelity;
}

} // namespace tilewright
