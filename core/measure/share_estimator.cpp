#include "core/measure/share_estimator.h"

#include <algorithm>
#include <cmath>
#include <spdlog/fmt/fmt.h>

#include "core/measure/mixture.h"
#include "core/measure/tile_area.h"

namespace tilewright {

Expected<ShareEstimate> estimateShares(const Image& picture,
    const std::vector<std::uint8_t>& coverage, const Calibration& calibration,
    const std::vector<std::string>& colors)
{
    if (colors.empty())
        return fail(ErrorKind::Usage, "Name at least one colour to look for.");
    std::vector<const Calibration::Look*> looks;
    for (const std::string& color : colors) {
        if (std::count(colors.begin(), colors.end(), color) > 1)
            return fail(ErrorKind::Usage, fmt::format("The colour “{}” is named twice.", color));
        looks.push_back(calibration.find(color));
        if (looks.back() == nullptr)
            return fail(ErrorKind::Usage,
                fmt::format("The calibration does not know the colour “{}”.", color));
    }
    const ColorHistogram pixels(picture, tileArea(picture, coverage));
    if (pixels.total() == 0)
        return fail(ErrorKind::BadData,
            "The picture shows no tile: it is empty, transparent or nothing but white ground.");

    Mixture mixture(pixels, looks);
    mixture.fitShares();
    mixture.fitLooks();
    mixture.fitEdgesAndShade();
    ShareEstimate estimate;
    estimate.unexplained = mixture.shares().back();
    for (std::size_t i = 0; i < colors.size(); ++i)
        estimate.shares.push_back(mixture.shares()[i] / std::max(1 - estimate.unexplained, 1e-9));
    return estimate;
}

} // namespace tilewright
