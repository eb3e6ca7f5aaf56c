// The words of a typed query.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/library/day.h"
#include "core/mix/mix_text.h"
#include "core/mix/palette.h"

namespace tilewright {

/// For comparing: Latin and Cyrillic letters small, "ё" as "е", every dash as '-', every blank as
/// one ' ', none at the ends.
std::string folded(std::string_view text);

/// A part of a query: `head` is folded, `value` is what stood in quotes behind it.
struct QueryPart {
    std::string raw; ///< without blanks at its ends
    std::string head;
    std::optional<std::string> value;
};

std::vector<QueryPart> queryParts(std::string_view text);
/// In double quotes, those inside doubled.
std::string quotedForQuery(std::string_view text);

/// Digits, maybe with blanks between them.
std::optional<std::uint64_t> wholeNumberFrom(std::string_view text);

struct DayRange {
    Day first;
    Day last;
    bool operator==(const DayRange&) const = default;
};

DayRange weekOf(Day day); ///< from Monday
DayRange monthOf(Day day);
/// "2026-05-01", "1.5.2026", "2026-05", "today", "this week", "вчера" …; of folded text.
std::optional<DayRange> daysFrom(std::string_view text, Day today);

/// By caption name, code or Russian name, that in any case ("чёрного"); of folded text.
const GranuleColor* colorFrom(std::string_view text, const Palette& palette);
/// Whether two Russian words differ in their endings at most.
bool haveEqualStems(std::string_view first, std::string_view second);

} // namespace tilewright
