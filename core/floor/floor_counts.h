// How many tiles a floor takes.
#pragma once

#include "core/floor/floor_plan.h"

namespace tilewright {

/// One for each recipe of the plan, from the cells.
std::vector<FloorCount> countTiles(const FloorLayout& layout);

struct Piece {
    double length = 0, width = 0; ///< millimetres, each at most the tile's
};

/// Tiles that suffice for the pieces; see FloorCount::tilesForCuts.
int tilesForPieces(std::vector<Piece> pieces, double tileLength, double tileWidth);

} // namespace tilewright
