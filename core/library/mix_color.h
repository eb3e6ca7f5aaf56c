// The colour that a mix has from afar.
#pragma once

#include "core/mix/mix.h"
#include "core/mix/palette.h"

namespace tilewright {

/// Mean of the palette's measured colours, weighted by share, in linear light: what the eye makes
/// of granules that it no longer tells apart. Colours that the palette lacks are left out; black
/// when it has none of them.
Lab meanColor(const Mix& mix, const Palette& palette);

} // namespace tilewright
