#include "core/measure/share_estimator.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/measure/tile_reading.h"
#include "core/mix/mix.h"

namespace tilewright {
namespace {

// Of ln(likelihood) per pixel: less than this a colour must not be worth. Granules, not pixels, are
// independent, so this is some ten for a tile of a few thousand granules.
constexpr double leastWorth = 0.004;
constexpr double noticedShare = 0.01;
constexpr double leastShare = 0.03; // of smaller ones edges and gloss have the look of most

ShareEstimate estimateOf(const Mixture& mixture)
{
    ShareEstimate estimate;
    estimate.unexplained = mixture.shares().back();
    const double explained
        = std::accumulate(mixture.shares().begin(), mixture.shares().end() - 1, 0.0);
    for (std::size_t i = 0; i + 1 < mixture.shares().size(); ++i)
        estimate.shares.push_back(explained > 0
                ? mixture.shares()[i] / explained
                : 1.0 / static_cast<double>(mixture.shares().size() - 1));
    return estimate;
}

/// Places of all colours but one.
std::vector<std::size_t> without(std::size_t place, std::size_t count)
{
    std::vector<std::size_t> rest(count);
    std::iota(rest.begin(), rest.end(), std::size_t{0});
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(place));
    return rest;
}

/// The colour without which the picture is explained nearly as well, and what it is worth in
/// ln(likelihood) per pixel. The looks stay where they are: moved, most pass for a neighbour.
std::pair<std::size_t, double> leastNeeded(const Mixture& mixture)
{
    const std::size_t count = mixture.shares().size() - 1;
    const double whole = mixture.logLikelihood();
    std::pair<std::size_t, double> least{0, std::numeric_limits<double>::max()};
    for (std::size_t place = 0; place < count; ++place) {
        Mixture rest = mixture;
        rest.keep(without(place, count));
        rest.fitShares();
        const double worth = whole - rest.logLikelihood();
        if (worth < least.second)
            least = {place, worth};
    }
    return least;
}

} // namespace

Expected<ShareEstimate> estimateShares(const Image& picture,
    const std::vector<std::uint8_t>& coverage, const Calibration& calibration,
    const std::vector<std::string>& colors)
{
    auto reading = readTile(picture, coverage, calibration, colors);
    if (!reading)
        return tl::unexpected(std::move(reading.error()));
    return estimateShares(*reading);
}

ShareEstimate estimateShares(TileReading& reading)
{
    // Among many candidates a look that may move passes for its neighbour.
    if (reading.mixture.shares().size() - 1 <= Mix::maximumColors)
        reading.mixture.fitLooks();
    reading.mixture.fitEdgesAndShade();
    return estimateOf(reading.mixture);
}

Expected<ColorsFound> findColors(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const Calibration& calibration, std::size_t most)
{
    if (most == 0)
        return fail(ErrorKind::Usage, "Ask for at least one colour.");
    std::vector<std::string> colors;
    for (const Calibration::Look& look : calibration.looks())
        colors.push_back(look.color);
    auto reading = readTile(picture, coverage, calibration, colors);
    if (!reading)
        return tl::unexpected(std::move(reading.error()));

    Mixture& mixture = reading->mixture;
    const auto keep = [&](const std::vector<std::size_t>& places) {
        std::vector<std::string> kept;
        for (const std::size_t place : places)
            kept.push_back(colors[place]);
        colors = std::move(kept);
        mixture.keep(places);
        mixture.fitShares();
    };
    // What has next to nothing goes at once, the others one by one, the least needed first.
    std::vector<std::size_t> noticed;
    const double largest = *std::max_element(mixture.shares().begin(), mixture.shares().end() - 1);
    for (std::size_t place = 0; place < colors.size(); ++place) {
        if (mixture.shares()[place] >= std::min(noticedShare, largest))
            noticed.push_back(place);
    }
    keep(noticed);
    mixture.fitEdgesAndShade();
    while (colors.size() > 1) {
        const auto smallest
            = std::min_element(mixture.shares().begin(), mixture.shares().end() - 1);
        auto [weakest, worth] = leastNeeded(mixture);
        if (colors.size() <= most && worth > leastWorth) {
            if (*smallest >= leastShare)
                break;
            weakest = static_cast<std::size_t>(smallest - mixture.shares().begin());
        }
        keep(without(weakest, colors.size()));
        mixture.fitShares();
    }
    // Where the light or the batch is another one, neighbours stood in for what has moved since.
    mixture.fitLooks();
    while (colors.size() > 1) {
        const auto smallest
            = std::min_element(mixture.shares().begin(), mixture.shares().end() - 1);
        if (*smallest >= leastShare)
            break;
        keep(without(static_cast<std::size_t>(smallest - mixture.shares().begin()), colors.size()));
        mixture.fitLooks();
    }
    mixture.fitEdgesAndShade();

    std::vector<std::size_t> order(colors.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return mixture.shares()[one] > mixture.shares()[other];
    });
    const ShareEstimate estimate = estimateOf(mixture);
    ColorsFound found;
    found.estimate.unexplained = estimate.unexplained;
    for (const std::size_t place : order) {
        found.colors.push_back(colors[place]);
        found.estimate.shares.push_back(estimate.shares[place]);
    }
    return found;
}

} // namespace tilewright
