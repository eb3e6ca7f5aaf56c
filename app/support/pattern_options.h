// The options that tell how granules lie, shared by the commands that draw them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/granule/granule_field.h"
#include "core/granule/tile_design.h"
#include "core/mix/palette.h"

namespace CLI {
class App;
}

namespace tilewright {

/// As given on the command line; absent means the default.
struct PatternOptions {
    std::optional<std::string> kind;
    std::optional<double> size;
    std::optional<double> angle;
    std::vector<std::string> regionMixes;
    std::string mask;
    std::optional<std::string> granule; ///< small, medium, large, or millimetres
    std::optional<std::string> grading;

    bool any() const; ///< whether something was given
};

void addPatternOptions(CLI::App& command, PatternOptions& options, const std::string& group);

/// With the tile's own mix. Errors: Usage, BadData (the mask is no picture).
Expected<TileDesign> designFrom(
    const PatternOptions& options, const Mix& mix, const Palette& palette);

struct GranuleSizes {
    double millimetres = 0; ///< mean diameter
    std::vector<GranuleFraction> fractions;
};
/// `millimetres` is what holds when nothing was given. Errors: Usage.
Expected<GranuleSizes> granuleSizesFrom(const PatternOptions& options, double millimetres);

} // namespace tilewright
