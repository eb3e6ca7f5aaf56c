// Where the tiles of a floor lie, before it is known which they are.
#pragma once

#include <vector>

#include "core/floor/floor_plan.h"

namespace tilewright {

struct LaidCell {
    FloorCell cell;
    bool isBorder = false;
};

struct FloorRow {
    std::vector<LaidCell> cells; ///< from the left; each has an area
};

/// Cuts are at least half a tile, but for the odd rows of a half bond.
std::vector<FloorRow> floorRows(const FloorPlan& plan);

} // namespace tilewright
