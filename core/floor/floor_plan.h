// A room laid with tiles: which tile lies where, how many are needed, and how many must be cut.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

enum class FloorPattern {
    Single, ///< all of the first recipe
    Checks, ///< the recipes in turn
    /// The first inside, the second around it, borderTiles wide. The border is laid straight; a
    /// bond is that of the inside, with half tiles along the border.
    Border,
    Stripes, ///< rows of each recipe in turn, stripeTiles wide
    Random, ///< by shares, as exactly as whole tiles allow, strewn
    Painted, ///< as `painted` says
};
enum class FloorBond { Straight, HalfBond };

std::string_view toText(FloorPattern); ///< "single", "checks", …
Expected<FloorPattern> parseFloorPattern(std::string_view text);
std::string_view toText(FloorBond); ///< "straight", "half-bond"
Expected<FloorBond> parseFloorBond(std::string_view text);

/// A plain value; recipes are counted from 0, and stand for articles that the caller knows.
struct FloorPlan {
    static constexpr int mostRecipes = 12;

    double roomLengthMetres = 4; ///< to the right
    double roomWidthMetres = 3; ///< downwards
    double tileLengthMillimetres = 500;
    double tileWidthMillimetres = 500;
    FloorBond bond = FloorBond::Straight;
    FloorPattern pattern = FloorPattern::Single;
    int recipeCount = 1;
    std::vector<double> shares; ///< of each recipe with Random; empty: equal
    int borderTiles = 1;
    int stripeTiles = 1;
    bool isCentred = true; ///< cuts on both sides; else whole tiles begin at the upper left corner
    bool isTurned = false; ///< each tile turned by a random quarter (square tiles only)
    std::uint64_t seed = 0; ///< of Random, turns and variants
    /// Pictures of each recipe, of different seeds; empty: one each. Tiles of a recipe that lie
    /// side by side differ in picture or turn, where there are enough: two in a straight bond,
    /// three in a half bond.
    std::vector<int> variants;
    /// With Painted: the recipe of each cell by row and column; cells beyond it have recipe 0.
    std::vector<std::vector<int>> painted;

    /// Room 0.5…200 m, tiles 50…2000 mm, at most 250,000 cells, 1…12 recipes, two for a border.
    /// Errors: Usage.
    Expected<void> check() const;
    bool operator==(const FloorPlan&) const = default;
};

/// One laid tile, or the piece that is left of it. Millimetres from the room's upper left corner.
struct FloorCell {
    int row = 0, column = 0; ///< counted from 0 in each row
    double x = 0, y = 0; ///< upper left corner of the tile before it is cut
    double visibleX = 0, visibleY = 0; ///< of the piece that is seen
    double visibleLength = 0, visibleWidth = 0;
    int recipe = 0;
    int variant = 0;
    int quarterTurns = 0; ///< clockwise
    bool isCut = false;
    bool operator==(const FloorCell&) const = default;
};

/// For one recipe.
struct FloorCount {
    int whole = 0; ///< tiles laid whole
    int cut = 0; ///< pieces cut from a tile
    /// Tiles to cut them from: pieces of one recipe are cut from one tile where they fit beside
    /// each other (guillotine cuts, the largest first, each from the first tile that has room for
    /// it, not turned).
    int tilesForCuts = 0;
    double squareMetres = 0; ///< seen
    int needed() const { return whole + tilesForCuts; }
    /// With waste, rounded up; `wastePercent` 0…100.
    int toOrder(double wastePercent) const;
    bool operator==(const FloorCount&) const = default;
};

struct FloorLayout {
    FloorPlan plan;
    int rows = 0;
    int columns = 0; ///< of the longest row
    std::vector<FloorCell> cells; ///< row by row
    std::vector<FloorCount> counts; ///< one per recipe
    bool operator==(const FloorLayout&) const = default;
};

/// Errors: Usage.
Expected<FloorLayout> layFloor(const FloorPlan& plan);

/// The tile at a place, millimetres from the room's upper left corner; null outside.
const FloorCell* cellAt(const FloorLayout& layout, double x, double y);

nlohmann::json toJson(const FloorPlan& plan);
/// Errors: Usage.
Expected<FloorPlan> floorPlanFromJson(const nlohmann::json& json);
/// The plan, counts and cells.
nlohmann::ordered_json toJson(const FloorLayout& layout);

} // namespace tilewright
