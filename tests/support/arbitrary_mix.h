// Random mixes of the bundled palette for rapidcheck.
#pragma once

#include <algorithm>
#include <rapidcheck.h>
#include <string>
#include <utility>
#include <vector>

#include "core/mix/mix.h"
#include "core/mix/palette.h"
#include "core/support/paths.h"

namespace tilewright::test {

inline const Palette& bundledPalette()
{
    static const Palette palette
        = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
    return palette;
}

/// One of the bundled colours' names.
inline std::string arbitraryColorName()
{
    return (*rc::gen::elementOf(bundledPalette().colors())).name;
}

/// 1 to `mostColors` colours of any shares, many of them 0 or equal; nothing locked.
inline Mix arbitraryMix(std::size_t mostColors = Mix::maximumColors)
{
    std::vector<std::string> names;
    for (const GranuleColor& color : bundledPalette().colors())
        names.push_back(color.name);
    const auto chosen = *rc::gen::unique<std::vector<std::string>>(
        *rc::gen::inRange<std::size_t>(1, mostColors + 1), rc::gen::elementOf(names));
    std::vector<std::pair<std::string, double>> weights;
    for (const std::string& name : chosen)
        weights.emplace_back(
            name, *rc::gen::oneOf(rc::gen::inRange(0, 4), rc::gen::inRange(0, 1001)));
    const auto anyPositive = std::any_of(
        weights.begin(), weights.end(), [](const auto& weight) { return weight.second > 0; });
    if (!anyPositive)
        weights.front().second = 1;
    return Mix::fromWeights(weights).value();
}

/// As arbitraryMix(), with any of the colours locked.
inline Mix arbitraryLockedMix()
{
    Mix mix = arbitraryMix();
    for (const MixShare& share : std::vector<MixShare>(mix.shares()))
        mix = mix.withLock(share.color, *rc::gen::arbitrary<bool>());
    return mix;
}

} // namespace tilewright::test
