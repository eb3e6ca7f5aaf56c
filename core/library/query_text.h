// A query as people type it: "red 40-60, rating 3+, seed 1704233, ember".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/library/tile_query.h"
#include "core/mix/palette.h"

namespace tilewright {

/// Adds to `base` what the text says. Parts are separated by commas; one that is no condition is
/// looked for in the tiles' texts, so nothing typed is an error. `notes` of the result tell what a
/// part that looks like a condition lacks ("rating 7: ratings go from 0 to 5").
struct ParsedQuery {
    TileQuery query;
    std::vector<std::string> notes;
};
ParsedQuery parseQuery(std::string_view text, const Palette& palette, TileQuery base = {});

} // namespace tilewright
