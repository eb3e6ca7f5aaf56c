// More pictures of the tiles of a floor, made by their model.
#pragma once

#include <stop_token>
#include <vector>

#include "app/commands/library_report.h"
#include "app/support/interrupt.h"
#include "core/floor/floor_recipes.h"

namespace tilewright {

/// Renders `count` further seeds of each recipe into the library, with the request of its first
/// picture, and returns their ids; tells progress on stderr. Errors: those of the generator and the
/// library; Cancelled.
Expected<std::vector<TileId>> renderSeeds(const std::vector<FloorRecipe>& recipes, int count,
    const LibraryOptions& library, Interrupt& interrupt);

} // namespace tilewright
