// Articles of a catalogue as the recipes of a floor.
#pragma once

#include <optional>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/floor/floor_picture.h"
#include "core/floor/floor_plan.h"

namespace tilewright {

/// Tiles of one mix that differ by their seeds: laid in turn, so that no picture repeats at once.
struct FloorRecipe {
    std::vector<Article> pictures; ///< at least one; the first gives number and name
    const Article& article() const { return pictures.front(); }
    bool operator==(const FloorRecipe&) const = default;
};

/// Articles of one mix and one product size make a recipe; in the order of their first ones.
std::vector<FloorRecipe> floorRecipes(const std::vector<Article>& articles);

/// Tells the plan the size, number and pictures of the recipes. Shares that do not fit their number
/// any more become equal, and turning is given up where tiles are not square. Errors: Usage (none,
/// too many, tiles of different sizes).
Expected<void> takeRecipes(FloorPlan& plan, const std::vector<FloorRecipe>& recipes);

/// The pictures of the recipes from their files. The recipes must outlive it.
TilePictureSource tilePictures(const std::vector<FloorRecipe>& recipes);

} // namespace tilewright
