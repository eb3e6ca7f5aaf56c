// The pixels that a picture of an article is made from.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "core/catalog/catalog.h"
#include "core/export/picture_layout.h"
#include "core/generation/generator.h"

namespace tilewright {

struct TilePixels {
    Tile tile; ///< as it was kept, or made again; its image as the picture needs it
    TileArea area; ///< of that image
    std::string note; ///< why it was not made again although that was asked; empty: no reason
};

/// Longer sides are not asked of a model: time and memory grow with the fourth power.
constexpr int longestGeneratedSide = 2048; // pixels

/// Loads the tile, makes it again where the settings ask for it and it helps (more pixels, no seam,
/// more of the surface), else cuts it so that it repeats where it has to. A tile made again larger
/// has the same granules at the same places; one that has to show more of the surface than there is
/// of it is another tile of the same mix. `generator` may be null. `progress` gets 0…1. Errors:
/// BadData (the file), Cancelled.
Expected<TilePixels> tilePixels(const Article& article, const ImageExport& settings,
    Generator* generator, const std::function<void(double)>& progress, std::stop_token stop);

} // namespace tilewright
