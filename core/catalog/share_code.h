// A tile in one short word, to be told over the telephone and opened elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/generation/request.h"

namespace tilewright {

/// What decides how granules and noise lie, whatever the model.
struct SharedTile {
    Mix mix;
    Pattern pattern; ///< any but a mask
    std::vector<GranuleColor> colors; ///< that the palette lacks
    double granuleMillimetres = 8.0;
    std::uint64_t seed = 0;
    bool operator==(const SharedTile&) const = default;
};

/// "TW-8K3M-…": Crockford's base 32 in groups of four, so that no sign can be mistaken for another
/// one; blind to case, blanks and dashes. The last signs are a checksum that finds every single
/// wrong sign and every swap of neighbours. A mix of three palette colours with a ten-digit seed
/// takes about 20 signs. Errors: Usage where it cannot be told so: a mask, fractions of granules,
/// more than one word can hold.
Expected<std::string> shareCode(const SharedTile& tile, const Palette& palette);
/// Errors: Usage: not a code, a wrong sign (checksum), from a newer version, a colour that the
/// palette lacks.
Expected<SharedTile> parseShareCode(std::string_view code, const Palette& palette);

/// Of a tile that was made. Errors: Usage, as shareCode().
Expected<SharedTile> sharedTile(const GenerationRequest& request);

} // namespace tilewright
