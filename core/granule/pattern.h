// Where the colours of a tile go: strewn at random, in flecks, or in order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/mix/mix.h"
#include "core/support/error.h"

namespace tilewright {

enum class PatternKind {
    Speckle, ///< every granule on its own
    Flecks, ///< granules of one colour lie together
    Stripes,
    Checks,
    Grid, ///< squares and the joints between them
    LinearGradient,
    RadialGradient, ///< from the middle to the corners
    Mask, ///< regions of a picture
};

/// Speckle and flecks have one mix. Gradients go from the tile's mix to a second one. Stripes,
/// checks and grids of one mix lay its colours in their order (50/50 checks are a chess board, of
/// 70/30 the second colour has smaller squares); of several mixes each stripe or cell has the next
/// mix, and the joints of a grid have the last.
struct Pattern {
    static constexpr std::size_t maximumMixes = 8; ///< with the tile's own
    static constexpr double smallestSize = 1; ///< millimetres
    static constexpr double largestSize = 10000;
    static constexpr double jointShare = 0.2; ///< area of the joints in a grid of several mixes

    PatternKind kind = PatternKind::Speckle;
    /// Of a fleck, of one cycle of stripes, of the side of a check or of a grid's cell.
    double sizeMillimetres = 60;
    /// Where stripes, checks, grids and linear gradients run to: 0 to the right, 90 downwards.
    double angleDegrees = 0;
    std::vector<Mix> mixes; ///< beside the tile's own
    std::string mask; ///< picture file; its regions from dark to light have one mix each

    /// Whether size, angle and the number of mixes suit the kind. Errors: Usage. (How many mixes a
    /// mask needs is known when it is read: TileDesign.)
    Expected<void> check() const;

    bool operator==(const Pattern&) const = default;
};

/// "speckle", "flecks", "stripes", "checks", "grid", "linear-gradient", "radial-gradient", "mask"
std::string_view toText(PatternKind);
/// Errors: Usage, with what is allowed.
Expected<PatternKind> parsePatternKind(std::string_view);

} // namespace tilewright
