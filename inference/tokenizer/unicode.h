// The few Unicode operations that tokenizers need, on UTF-8. All take any bytes and never fail.
#pragma once

#include <string>
#include <string_view>

namespace tilewright::inference {

/// Each byte that belongs to no valid character becomes U+FFFD.
std::string replaceInvalidUtf8(std::string_view text);

/// Normalization form C. `text` must be valid UTF-8.
std::string composed(std::string_view text);

/// Every run of white space (Unicode's, not ASCII's) becomes one blank. `text` must be valid.
std::string withSingleBlanks(std::string_view text);

/// Lower case, code point by code point, so without the rule for the final sigma. `text` must be
/// valid.
std::string lowered(std::string_view text);

enum class CharacterClass { Letter, Number, WhiteSpace, Other };

struct Character {
    char32_t codePoint = 0;
    std::size_t length = 0; ///< in bytes
};

/// The first character of a valid, non-empty text.
Character firstCharacter(std::string_view text);

/// \p{L}, \p{N}, \s or none of them.
CharacterClass classOf(char32_t codePoint);

void appendUtf8(std::string& text, char32_t codePoint);

} // namespace tilewright::inference
