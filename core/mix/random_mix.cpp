#include "core/mix/random_mix.h"

#include <algorithm>

#include "core/granule/random.h"

namespace tilewright {
namespace {

constexpr int step = 50; // per mille

/// A number below `count`, which is small enough for the bias not to matter.
std::size_t below(std::size_t count, Random& random)
{
    return random.bits() % count;
}

/// Spreads what the locked colours leave over the others: each gets a step, the rest falls step by
/// step; what is no whole step goes to the first. Where there are not enough steps all get the
/// same.
Mix spread(const Mix& mix, Random& random)
{
    std::vector<MixShare> shares = mix.shares();
    std::vector<MixShare*> open;
    for (MixShare& share : shares)
        if (!share.locked)
            open.push_back(&share);
    const int available = Mix::total - mix.lockedTotal();
    const int steps = available / step - static_cast<int>(open.size());
    if (open.empty() || steps < 0)
        return mix.evened();
    // Where the cuts fall among the steps: every way to share them is as likely as any other.
    std::vector<int> cuts{0, steps};
    while (cuts.size() <= open.size())
        cuts.push_back(static_cast<int>(below(static_cast<std::size_t>(steps) + 1, random)));
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i]->perMille = step * (1 + cuts[i + 1] - cuts[i]);
    open.front()->perMille += available % step;
    return Mix::create(std::move(shares)).value();
}

} // namespace

Mix shuffledMix(const Mix& mix, std::uint64_t seed)
{
    Random random(seed, RandomPurpose::Mix, 0);
    return spread(mix, random);
}

Mix surpriseMix(const Mix& mix, const Palette& palette, std::uint64_t seed)
{
    Random random(seed, RandomPurpose::Mix, 1);
    std::vector<MixShare> shares;
    for (const MixShare& share : mix.shares())
        if (share.locked)
            shares.push_back(share);
    std::vector<std::string> others;
    for (const GranuleColor& color : palette.colors()) {
        const MixShare* const present = mix.find(color.name);
        if (!present || !present->locked)
            others.push_back(color.name);
    }
    const std::size_t wanted
        = std::min(std::max(2 + below(3, random), shares.size() + 1), Mix::maximumColors);
    while (shares.size() < wanted && !others.empty()) {
        const auto chosen
            = others.begin() + static_cast<std::ptrdiff_t>(below(others.size(), random));
        shares.push_back({*chosen, 0, false});
        others.erase(chosen);
    }
    int sum = 0;
    for (const MixShare& share : shares)
        sum += share.locked ? share.perMille : 0;
    const auto open = std::find_if(
        shares.begin(), shares.end(), [](const MixShare& share) { return !share.locked; });
    if (open == shares.end())
        return mix; // nothing can change
    open->perMille = Mix::total - sum;
    return spread(Mix::create(std::move(shares)).value(), random);
}

} // namespace tilewright
