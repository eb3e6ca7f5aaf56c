// The picture of a real tile, as it is sold.
#pragma once

#include "core/catalog/catalog.h"
#include "core/image/image.h"

namespace tilewright {

/// What `tile`, a picture of `millimetresPerPixel`, shows of a product of that length (to the
/// right) and width: its middle, where it covers the product. Where it does not, a seamless picture
/// is repeated and any other one is mirrored at its edges: that keeps the granules at their size
/// and the shares of the colours, and no step is seen. A scale of 0 is not known: then the picture
/// is stretched over the product. Never enlarged; scaled down to at most `longestSide` pixels by
/// area in linear light.
Image productPicture(const Image& tile, double millimetresPerPixel, bool isSeamless,
    double lengthMillimetres, double widthMillimetres, int longestSide);

/// Of the article's file. Errors: BadData (missing, damaged), Retryable.
Expected<Image> productPicture(const Article& article, int longestSide);

} // namespace tilewright
