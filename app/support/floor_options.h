// How a floor is laid, from the command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/floor/floor_picture.h"
#include "core/floor/floor_recipes.h"

namespace CLI {
class App;
}

namespace tilewright {

/// As given on the command line; absent: as in the plan's file, or the default.
struct FloorOptions {
    std::filesystem::path plan; ///< JSON; empty: none
    std::optional<std::string> room;
    std::optional<std::string> pattern;
    std::optional<std::string> bond;
    std::optional<std::string> shares;
    std::optional<int> border;
    std::optional<int> stripe;
    std::optional<bool> isTurned; ///< absent: where a tile has only one picture
    bool fromCorner = false;
    std::optional<std::string> seed;
    std::optional<int> variants; ///< pictures of each tile at most

    std::string view = "above";
    int size = 2048;
    bool hidesSeams = false;
    bool hasNoLight = false;
};

void addFloorOptions(CLI::App& command, FloorOptions& options);

/// "6x4", "6,5 × 4": metres. Errors: Usage.
Expected<std::pair<double, double>> parseRoom(std::string_view text);
/// "60,40", "60:40", "60 40". Errors: Usage.
Expected<std::vector<double>> parseShares(std::string_view text);

/// Leaves each recipe the pictures that are wanted, and lays them. Errors: Usage, BadData (file).
Expected<FloorLayout> layoutFrom(const FloorOptions& options, std::vector<FloorRecipe>& recipes);
/// Errors: Usage.
Expected<FloorPictureSettings> pictureFrom(const FloorOptions& options);

} // namespace tilewright
