// Where in a picture the tile, its bleed and the ground lie.
#pragma once

#include <cstdint>

#include "core/export/image_export.h"
#include "core/export/resampled_rows.h"

namespace tilewright {

/// A tile's picture, before it is scaled.
struct TileArea {
    int width = 0, height = 0; ///< pixels
    double millimetresPerPixel = 0;
    bool isSeamless = false; ///< in both directions
    /// A pattern that begins at one end of the tile and ends at the other: it cannot go on beyond.
    bool spansPattern = false;
};

/// Pixels of the content: what stays when the picture has been cut along the trim edge.
struct ContentSize {
    std::uint32_t width = 0, height = 0;
};
ContentSize contentSize(const TileArea& tile, const Product& product, const ImageExport& settings);

/// Pixels of the content for one of the tile's own, along the longer side.
double contentScale(const TileArea& tile, const Product& product, const ImageExport& settings,
    const ContentSize& content);

/// Whether the tile's picture shows as much as the content needs.
bool coversContent(const TileArea& tile, const Product& product, const ImageExport& settings);

struct PictureLayout {
    ContentSize content;
    std::uint32_t bleed = 0, margin = 0; ///< pixels on each side of the content
    double scale = 1; ///< pixels of the picture for one of the tile's
    Resampling resampling; ///< content and bleed, out of the tile

    std::uint32_t width() const { return content.width + 2 * (bleed + margin); }
    std::uint32_t height() const { return content.height + 2 * (bleed + margin); }
};
/// The tile lies in the middle. `content` may be of any size: a preview's is smaller, and its
/// margin and bleed are in proportion to what contentSize() gives.
PictureLayout layOut(const TileArea& tile, const Product& product, const ImageExport& settings,
    const ContentSize& content);

} // namespace tilewright
