// A colour and a range of its shares as people type them: "red 40-60", "up to 30 % black".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/library/tile_query.h"
#include "core/mix/palette.h"

namespace tilewright {

/// At most one of the three is there; none when the text is something else.
struct TypedShare {
    std::optional<ShareRange> range;
    bool isOutOfRange = false; ///< a colour, but a share beyond 100 %
    std::optional<std::string> unknownColor; ///< a range, but of what the palette does not have
};

/// Of folded text; see parseQuery(). "More than" and "less than" mean a tenth of a percent, which
/// is the step of shares.
TypedShare shareFrom(std::string_view text, const Palette& palette);

/// "red 40-60", "no red", "red 40+"; shareFrom() reads it as this range.
std::string toText(const ShareRange& range);

} // namespace tilewright
