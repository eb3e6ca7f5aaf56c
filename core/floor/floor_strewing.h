// What chance decides in a floor: where the recipes lie, which picture of one, how it is turned.
#pragma once

#include "core/floor/floor_plan.h"

namespace tilewright {

/// Gives each recipe its share of the cells, to the nearest whole tile, and strews them.
void strewRecipes(FloorLayout& layout);

/// Chooses pictures and turns so that tiles beside each other differ.
void chooseVariants(FloorLayout& layout);

} // namespace tilewright
