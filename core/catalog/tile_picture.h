// The picture of a real tile, as it is sold.
#pragma once

#include "core/catalog/catalog.h"
#include "core/image/image.h"

namespace tilewright {

/// What `tile`, a picture of `millimetresPerPixel`, shows of a product of that length (to the
/// right) and width: its middle, where it covers the product; else it is repeated, which shows no
/// seam where it is a seamless one. Granules keep their size. A scale of 0 stretches the picture
/// over the product. Never enlarged; scaled down to at most `longestSide` pixels by area in linear
/// light.
Image productPicture(const Image& tile, double millimetresPerPixel, double lengthMillimetres,
    double widthMillimetres, int longestSide);

/// Of the article's file. A tile that shows less than the product is made seamless, but for
/// patterns that span the tile (gradients, masks): those are stretched. Errors: BadData (missing,
/// damaged), Retryable.
Expected<Image> productPicture(const Article& article, int longestSide);

} // namespace tilewright
