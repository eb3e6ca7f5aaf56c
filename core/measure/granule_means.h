// The mean colour of each granule of a tile in a picture of it.
#pragma once

#include <array>
#include <vector>

#include "core/granule/granule_mask.h"
#include "core/image/image.h"

namespace tilewright {

struct GranuleMean {
    std::array<float, 3> light{}; ///< linear, 0…1
    std::uint32_t pixels = 0; ///< inside the granule, away from its edge; 0: no reading
};

/// Per granule of the field, read inside its own mask. Picture and mask have one size.
std::vector<GranuleMean> granuleMeans(
    const Image& picture, const GranuleMask& mask, std::size_t granuleCount);

/// Byte of an sRGB picture to linear light, 0…1.
const std::array<float, 256>& linearLevels();

} // namespace tilewright
