// A room laid with tiles: which tile lies where, how many are needed, and how many must be cut.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/image/image.h"
#include "core/support/error.h"

namespace tilewright {

enum class FloorPattern {
    Single, ///< all of the first recipe
    Checks, ///< the recipes in turn
    Border, ///< the first inside, the second around it, borderTiles wide
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
    int variants = 1; ///< pictures of each recipe, of different seeds, that are laid in turn
    /// With Painted: the recipe of each cell by row and column; cells beyond it have recipe 0.
    std::vector<std::vector<int>> painted;

    /// Room 0.5…200 m, tiles 50…2000 mm, at most 250,000 cells, 1…12 recipes. Errors: Usage.
    Expected<void> check() const;
    bool operator==(const FloorPlan&) const = default;
};

/// One laid tile. The rectangle may reach beyond the room: what lies in it is seen.
struct FloorCell {
    int row = 0, column = 0;
    double x = 0, y = 0; ///< of the upper left corner, millimetres from the room's
    int recipe = 0;
    int variant = 0;
    int quarterTurns = 0; ///< clockwise
    double visibleLength = 0, visibleWidth = 0; ///< millimetres inside the room
    bool isCut = false;
    bool operator==(const FloorCell&) const = default;
};

/// For one recipe.
struct FloorCount {
    int whole = 0; ///< tiles laid whole
    int cut = 0; ///< pieces cut from a tile
    /// Tiles to cut them from: pieces of one recipe are cut from one tile where both fit beside
    /// each other (guillotine cuts, first fit by size).
    int tilesForCuts = 0;
    double squareMetres = 0; ///< seen
    int needed() const { return whole + tilesForCuts; }
    /// With waste, rounded up; `wastePercent` 0…100.
    int toOrder(double wastePercent) const;
    bool operator==(const FloorCount&) const = default;
};

struct FloorLayout {
    FloorPlan plan;
    int rows = 0, columns = 0;
    std::vector<FloorCell> cells; ///< row by row
    std::vector<FloorCount> counts; ///< one per recipe
    bool operator==(const FloorLayout&) const = default;
};

/// Errors: Usage.
Expected<FloorLayout> layFloor(const FloorPlan& plan);

nlohmann::json toJson(const FloorPlan& plan);
/// Errors: Usage.
Expected<FloorPlan> floorPlanFromJson(const nlohmann::json& json);
/// Counts and cells.
nlohmann::ordered_json toJson(const FloorLayout& layout);

} // namespace tilewright
