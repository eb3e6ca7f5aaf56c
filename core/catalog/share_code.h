// A tile in one short word, to be told over the telephone and opened elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/generation/request.h"

namespace tilewright {

/// What decides how granules and noise lie, whatever the model. (The picture's size and scale, too,
/// are the model's.)
struct SharedTile {
    static constexpr double usualGranule = 8.0; ///< millimetres

    Mix mix; ///< without locks
    Pattern pattern; ///< any but a mask
    /// That the palette lacks or has otherwise. A code tells name and sRGB of them: what is read is
    /// GranuleColor::of() these.
    std::vector<GranuleColor> colors;
    double granuleMillimetres = usualGranule;
    std::uint64_t seed = 0;
    SeamlessAxes seamless = SeamlessAxes::None;
    bool operator==(const SharedTile&) const = default;

    /// Mix, pattern, colours, granules, seed and seams of the request; its prompt as `format` has
    /// it. No fractions, no variation. Errors: Usage, where the pattern is none.
    Expected<void> applyTo(GenerationRequest& request, const PromptFormat& format) const;
};

/// "TW-8K3M-…": Crockford's base 32 in groups of four, so that no sign can be mistaken for another
/// one; blind to case, blanks and dashes. The last three signs are a checksum that finds every
/// wrong sign, every swap of neighbours, and in codes of up to 31 signs any three wrong signs. A
/// mix of three palette colours with a ten-digit seed takes about 20 signs. Colours of the palette
/// are told by their place in it, so that colours may be added at its end. Errors: Usage where it
/// cannot be told so: a mask, an unknown colour, more than one word can hold.
Expected<std::string> shareCode(const SharedTile& tile, const Palette& palette);
/// Errors: Usage: not a code, a wrong sign (checksum), from a newer version, a colour that the
/// palette lacks or has at another place.
Expected<SharedTile> parseShareCode(std::string_view code, const Palette& palette);

/// Whether a text that was typed or pasted is meant as a code, right or wrong, and not as a mix:
/// it begins with "TW-" and has nothing but signs, blanks and dashes.
bool looksLikeShareCode(std::string_view text);

/// Of a tile that was made. Errors: Usage where a code cannot tell it: no mix, a mask, fractions of
/// granules, a variation.
Expected<SharedTile> sharedTile(const GenerationRequest& request);

} // namespace tilewright
