#include "core/mix/mix.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

/// Scales weights (from 0, finite) to whole numbers that sum to `total`; evenly if all are 0.
/// `names` settles ties.
std::vector<int> apportion(
    std::vector<double> weights, const std::vector<const std::string*>& names, int total)
{
    const double largestWeight = *std::max_element(weights.begin(), weights.end());
    for (double& weight : weights)
        weight = largestWeight > 0 ? weight / largestWeight : 1.0; // the sum must not overflow
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);

    std::vector<std::size_t> largestFirst(weights.size());
    std::iota(largestFirst.begin(), largestFirst.end(), std::size_t{0});
    std::sort(largestFirst.begin(), largestFirst.end(), [&](std::size_t i, std::size_t j) {
        return weights[i] != weights[j] ? weights[i] > weights[j] : *names[i] < *names[j];
    });

    std::vector<int> shares;
    int rest = total;
    for (const double weight : weights) {
        shares.push_back(static_cast<int>(std::lround(total * weight / sum)));
        rest -= shares.back();
    }
    // A negative rest can be more than the largest has when the total is tiny.
    for (const std::size_t i : largestFirst) {
        const int change = std::max(rest, -shares[i]);
        shares[i] += change;
        rest -= change;
    }
    return shares;
}

/// Gives `total` to the colours that `mayChange` names, in proportion to `weight` of each.
template <typename MayChange, typename Weight>
void distribute(
    std::vector<MixShare>& shares, int total, const MayChange& mayChange, const Weight& weight)
{
    std::vector<MixShare*> receivers;
    std::vector<const std::string*> names;
    std::vector<double> weights;
    for (MixShare& share : shares) {
        if (!mayChange(share))
            continue;
        receivers.push_back(&share);
        names.push_back(&share.color);
        weights.push_back(weight(share));
    }
    if (receivers.empty())
        return;
    const std::vector<int> parts = apportion(std::move(weights), names, total);
    for (std::size_t i = 0; i < parts.size(); ++i)
        receivers[i]->perMille = parts[i];
}

double currentShare(const MixShare& share)
{
    return share.perMille;
}

Expected<void> checkColors(const std::vector<MixShare>& shares)
{
    if (shares.empty())
        return fail(ErrorKind::Usage, "A mix needs at least one colour.");
    if (shares.size() > Mix::maximumColors)
        return fail(ErrorKind::Usage,
            fmt::format("A mix has at most {} colours, this one has {}.", Mix::maximumColors,
                shares.size()));
    for (auto share = shares.begin(); share != shares.end(); ++share) {
        if (share->color.empty())
            return fail(ErrorKind::Usage, "A colour of the mix has no name.");
        const auto same = [&](const MixShare& other) { return other.color == share->color; };
        if (std::any_of(shares.begin(), share, same))
            return fail(ErrorKind::Usage, fmt::format("{} occurs twice in the mix.", share->color));
    }
    return {};
}

} // namespace

Mix::Mix(std::vector<MixShare> shares) : m_shares(std::move(shares)) { }

Expected<Mix> Mix::create(std::vector<MixShare> shares)
{
    if (const auto checked = checkColors(shares); !checked)
        return tl::unexpected(checked.error());
    std::int64_t sum = 0;
    for (const MixShare& share : shares) {
        if (share.perMille < 0 || share.perMille > total)
            return fail(ErrorKind::Usage,
                fmt::format("The share of {} is {} %; it must lie between 0 and 100 %.",
                    share.color, share.percent()));
        sum += share.perMille;
    }
    if (sum != total)
        return fail(ErrorKind::Usage,
            fmt::format("The shares add up to {} %; they must add up to 100 %.",
                static_cast<double>(sum) / 10.0));
    return Mix(std::move(shares));
}

Expected<Mix> Mix::fromWeights(const std::vector<std::pair<std::string, double>>& weights)
{
    std::vector<MixShare> shares;
    for (const auto& [color, weight] : weights)
        shares.push_back({color, 0, false});
    if (const auto checked = checkColors(shares); !checked)
        return tl::unexpected(checked.error());
    bool anyPositive = false;
    for (const auto& [color, weight] : weights) {
        if (!std::isfinite(weight) || weight < 0)
            return fail(ErrorKind::Usage,
                fmt::format("The share of {} is {}; it must be 0 or more.", color, weight));
        anyPositive = anyPositive || weight > 0;
    }
    if (!anyPositive)
        return fail(ErrorKind::Usage, "All shares of the mix are 0.");
    auto next = weights.begin();
    distribute(
        shares, total, [](const MixShare&) { return true; },
        [&](const MixShare&) { return (next++)->second; });
    return Mix(std::move(shares));
}

const MixShare* Mix::find(const std::string& color) const
{
    const auto found = std::find_if(m_shares.begin(), m_shares.end(),
        [&](const MixShare& share) { return share.color == color; });
    return found == m_shares.end() ? nullptr : &*found;
}

int Mix::lockedTotal() const
{
    int locked = 0;
    for (const MixShare& share : m_shares)
        locked += share.locked ? share.perMille : 0;
    return locked;
}

Mix Mix::withShare(const std::string& color, int perMille) const
{
    std::vector<MixShare> shares = m_shares;
    int available = total;
    bool othersMayChange = false;
    MixShare* edited = nullptr;
    for (MixShare& share : shares) {
        if (share.color == color)
            edited = &share;
        else if (share.locked)
            available -= share.perMille;
        else
            othersMayChange = true;
    }
    if (!edited)
        return *this;
    edited->perMille = othersMayChange ? std::clamp(perMille, 0, available) : available;
    distribute(
        shares, available - edited->perMille,
        [&](const MixShare& share) { return !share.locked && share.color != color; }, currentShare);
    return Mix(std::move(shares));
}

Mix Mix::withLock(const std::string& color, bool locked) const
{
    std::vector<MixShare> shares = m_shares;
    for (MixShare& share : shares)
        if (share.color == color)
            share.locked = locked;
    return Mix(std::move(shares));
}

Expected<Mix> Mix::withColor(const std::string& color) const
{
    std::vector<MixShare> shares = m_shares;
    const int available = total - lockedTotal();
    const int added = std::min(addedShare, available);
    distribute(
        shares, available - added, [](const MixShare& share) { return !share.locked; },
        currentShare);
    shares.push_back({color, added, false});
    if (const auto checked = checkColors(shares); !checked)
        return tl::unexpected(checked.error());
    return Mix(std::move(shares));
}

Expected<Mix> Mix::withoutColor(const std::string& color) const
{
    const MixShare* removed = find(color);
    if (!removed)
        return fail(ErrorKind::Usage, fmt::format("{} is not in the mix.", color));
    if (size() == 1)
        return fail(ErrorKind::Usage,
            fmt::format("{} is the last colour of the mix; add another one first.", color));
    std::vector<MixShare> shares = m_shares;
    std::erase_if(shares, [&](const MixShare& share) { return share.color == color; });
    const auto mayChange = [](const MixShare& share) { return !share.locked; };
    if (removed->perMille > 0 && std::none_of(shares.begin(), shares.end(), mayChange))
        return fail(ErrorKind::Usage,
            fmt::format(
                "All other colours are locked; unlock one that can take the share of {}.", color));
    const int locked = lockedTotal() - (removed->locked ? removed->perMille : 0);
    distribute(shares, total - locked, mayChange, currentShare);
    return Mix(std::move(shares));
}

Mix Mix::evened() const
{
    std::vector<MixShare> shares = m_shares;
    distribute(
        shares, total - lockedTotal(), [](const MixShare& share) { return !share.locked; },
        [](const MixShare&) { return 1.0; });
    return Mix(std::move(shares));
}

Mix Mix::reordered(const std::vector<std::size_t>& order) const
{
    std::vector<std::size_t> indices(m_shares.size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    if (!std::is_permutation(order.begin(), order.end(), indices.begin(), indices.end()))
        return *this;
    std::vector<MixShare> shares;
    for (const std::size_t index : order)
        shares.push_back(m_shares[index]);
    return Mix(std::move(shares));
}

} // namespace tilewright
