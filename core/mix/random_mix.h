// Mixes by chance, for a designer who looks for an idea. Shares come in steps of 5 % where that is
// possible, as people dial them.
#pragma once

#include <cstdint>

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright {

/// Other shares for the colours of a mix; locked ones keep theirs. Equal seeds give equal mixes.
Mix shuffledMix(const Mix& mix, std::uint64_t seed);

/// Two to four colours of a palette, or as many more as are locked in `mix`: those stay, with their
/// shares.
Mix surpriseMix(const Mix& mix, const Palette& palette, std::uint64_t seed);

} // namespace tilewright
