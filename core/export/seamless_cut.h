// Makes a texture of a picture: what leaves it on the right comes in on the left.
#pragma once

#include "core/image/image.h"

namespace tilewright {

/// Pixels that a side loses.
int seamOverlap(int side);

/// Opposite edges are laid over one another and cut along the line on which they differ least,
/// which among granules runs along their borders. The result is smaller by seamOverlap() in each
/// direction. Pictures with sides below 64 pixels come back as they are.
///
/// Source: Efros, Freeman: Image Quilting for Texture Synthesis and Transfer, SIGGRAPH 2001; here
/// the seam closes with itself.
Image seamlessCut(const Image& image);

} // namespace tilewright
