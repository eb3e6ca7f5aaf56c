#include "core/measure/color_finder.h"

#include <algorithm>
#include <numeric>

#include <spdlog/fmt/fmt.h>

#include "core/measure/share_estimator.h"

namespace tilewright {
namespace {

// A smaller share may as well be shadow or gloss of the others.
constexpr double leastShare = 0.02;

/// The places of the shares, largest first.
std::vector<std::size_t> bySize(const std::vector<double>& shares)
{
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return shares[a] > shares[b]; });
    return order;
}

} // namespace

Expected<Fidelity> findColors(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const Palette& palette, const Calibration& calibration, std::size_t mostColors)
{
    std::vector<std::string> names;
    for (const GranuleColor& color : palette.colors()) {
        if (calibration.find(color.name) != nullptr)
            names.push_back(color.name);
    }
    if (names.empty())
        return fail(ErrorKind::BadData,
            fmt::format("The calibration knows none of the colours of the palette {}; it was made "
                        "for the palette {}.",
                palette.name(), calibration.palette()));

    // What one colour loses when it is left out, its neighbours take up, so the weakest goes alone
    // and the others are estimated anew.
    for (;;) {
        const auto estimate = estimateShares(picture, coverage, calibration, names);
        if (!estimate)
            return tl::unexpected(estimate.error());
        std::vector<std::size_t> order = bySize(estimate->shares);
        const bool isSettled
            = names.size() <= mostColors && estimate->shares[order.back()] >= leastShare;
        if (isSettled || names.size() == 1) {
            Fidelity fidelity;
            fidelity.unexplained = 100 * estimate->unexplained;
            for (const std::size_t place : order) {
                ColorFidelity color;
                color.color = names[place];
                color.measured = 100 * estimate->shares[place];
                fidelity.colors.push_back(std::move(color));
            }
            return fidelity;
        }
        // Far from the end the weakest half goes at once.
        const std::size_t kept
            = names.size() > 2 * mostColors ? names.size() / 2 + mostColors / 2 : names.size() - 1;
        order.resize(std::min(kept, names.size() - 1));
        std::vector<std::string> rest;
        for (const std::size_t place : order)
            rest.push_back(names[place]);
        names = std::move(rest);
    }
}

} // namespace tilewright
