// What programs and files need to know of UTF-8. All functions take any bytes and never fail.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tilewright {

struct CodePoint {
    char32_t value = 0;
    std::string_view bytes; ///< inside the text that it was taken from
};

/// Takes the first code point off the front of `text`; bytes that are no UTF-8 are passed over.
/// Nothing at the end of the text.
std::optional<CodePoint> takeCodePoint(std::string_view& text);

/// Whether it shows nothing by itself and changes how others are shown, or is not to be shown at
/// all: controls, marks of writing direction, ends of lines and paragraphs, private and unassigned
/// ones.
bool isInvisible(char32_t codePoint);

/// Normalization form C, as one and the same text is spelt in names. Bytes that are no UTF-8 leave
/// the text as it is.
std::string composed(std::string_view text);

/// In the same form, with Unicode's case folding: equal where two names differ only in case.
std::string caseFolded(std::string_view text);

/// At most so many bytes from the front, cut between two characters as a reader sees them: a letter
/// keeps its accents. `text` is valid UTF-8.
std::string_view cutToBytes(std::string_view text, std::size_t maximum);

} // namespace tilewright
