// Which pixels of a picture show the tile.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image/image.h"

namespace tilewright {

/// Per pixel 1 where the tile is, 0 where there is none: transparent by `coverage` (0…255 per
/// pixel, empty: nothing is transparent), or ground around the tile. Ground is what is light,
/// without colour, flat, and hangs together with the border of the picture; it may grow darker
/// towards the corners. A picture that the tile fills has none. All 0 when the picture is empty or
/// nothing but ground.
std::vector<std::uint8_t> tileArea(
    const Image& picture, const std::vector<std::uint8_t>& coverage = {});

} // namespace tilewright
