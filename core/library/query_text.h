// A query as people type it: "red 40-60, rating 3+, seed 1704233, ember".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/library/day.h"
#include "core/library/tile_query.h"
#include "core/mix/palette.h"

namespace tilewright {

/// What a part that looks like a condition lacks.
enum class QueryProblem {
    Rating, ///< is none from 0 to 5
    Seed, ///< is no whole number
    Label, ///< is none of the four
    Date, ///< is no day
    Points, ///< is no number of points
    Model, ///< has no name
    Mix, ///< cannot be read
    Share, ///< is not from 0 to 100
    Color, ///< is not in the palette; it was looked for in the texts
};

struct QueryNote {
    QueryProblem problem = QueryProblem::Rating;
    std::string part; ///< as it was typed
    std::vector<std::string> suggestions; ///< caption names of the nearest colours
    bool operator==(const QueryNote&) const = default;
};

/// "rating 7: ratings go from 0 to 5"
std::string toText(const QueryNote& note);

struct ParsedQuery {
    TileQuery query;
    std::vector<QueryNote> notes;
};

/// Adds to `base` what the text says; where both say something of the same, the text holds. Parts
/// are separated by commas, except between two digits, where one is a decimal comma; what stands in
/// double quotes is taken as it is, two of them mean one. A part that is no condition is looked for
/// in the tiles' texts, so nothing typed is an error. English and Russian, colours by name or code:
///
///   red 40-60 · red > 30 · red 40+ · red up to 20 · 50% red · red · no black
///   rating 3+ · ★★★ · picked · rejected · unflagged · not rejected · label green · no label
///   within 2 points · seed 1704233 · model starter · mix "50% red, 50% black"
///   since 2026-05-01 · until 31.5.2026 · 2026-05 · today · yesterday · this week · this month
///   newest first · oldest first · best first · truest first · grouped by mix
///   closest in colour to "50% red, 50% black" · closest in shares to …
///
/// `today` is what "today" means.
ParsedQuery parseQuery(std::string_view text, const Palette& palette, TileQuery base = {},
    Day today = tilewright::today());

/// English text that parseQuery() reads as this query; colours must be of the palette. A reference
/// is told only where the order needs it, its locks and shares of 0 never. Ranges that are today,
/// this week or this month are named so, and will mean other days on other days.
std::string toText(const TileQuery& query, const Palette& palette, Day today = tilewright::today());

} // namespace tilewright
