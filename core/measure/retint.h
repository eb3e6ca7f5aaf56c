// Gives granules whose colour drifted their own colour back.
#pragma once

#include "core/granule/granule_mask.h"
#include "core/image/image.h"

namespace tilewright {

/// Moves the mean colour of each granule in `picture` towards the one it has in `original`, the
/// picture of the field itself, by `strength` (0…1). What lies inside a granule stays: texture,
/// shading and gloss are scaled with it. Edges are blended over a pixel or two.
Image retinted(const Image& picture, const Image& original, const GranuleMask& mask,
    std::size_t granuleCount, double strength);

} // namespace tilewright
