#include "core/measure/share_estimator.h"

#include <algorithm>
#include <cmath>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

constexpr int mostRounds = 400;
constexpr double settled = 1e-6; // largest change of a weight in a round

/// The bins that the picture has, with the likelihood of each under every colour.
struct Evidence {
    std::vector<double> weights; ///< share of the pixels
    std::vector<double> likelihoods; ///< bin by bin, colour by colour
};

} // namespace

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
    const ColorHistogram pixels(picture, coverage);
    if (pixels.total() == 0)
        return fail(ErrorKind::BadData,
            "The picture shows no tile: it is empty, transparent or nothing but white ground.");

    // Beside the colours stands one that may be anything, all bins alike.
    const std::size_t components = looks.size() + 1;
    Evidence evidence;
    for (std::size_t bin = 0; bin < ColorHistogram::binCount; ++bin) {
        if (pixels.counts()[bin] == 0)
            continue;
        evidence.weights.push_back(pixels.counts()[bin] / pixels.total());
        for (const auto* look : looks)
            evidence.likelihoods.push_back(look->likelihood[bin]);
        evidence.likelihoods.push_back(1.0 / ColorHistogram::binCount);
    }

    std::vector<double> weights(components, 1.0 / static_cast<double>(components));
    std::vector<double> next(components);
    for (int round = 0; round < mostRounds; ++round) {
        std::fill(next.begin(), next.end(), 0.0);
        const double* likelihood = evidence.likelihoods.data();
        for (const double weight : evidence.weights) {
            double sum = 0;
            for (std::size_t i = 0; i < components; ++i)
                sum += weights[i] * likelihood[i];
            for (std::size_t i = 0; i < components; ++i)
                next[i] += weight * weights[i] * likelihood[i] / sum;
            likelihood += components;
        }
        double change = 0;
        for (std::size_t i = 0; i < components; ++i)
            change = std::max(change, std::abs(next[i] - weights[i]));
        weights = next;
        if (change < settled)
            break;
    }

    ShareEstimate estimate;
    estimate.unexplained = weights.back();
    for (std::size_t i = 0; i + 1 < components; ++i)
        estimate.shares.push_back(weights[i] / std::max(1 - estimate.unexplained, 1e-9));
    return estimate;
}

} // namespace tilewright
