#include "inference/tokenizer/unicode.h"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace tilewright::inference {

namespace {

constexpr char32_t replacementCharacter = 0xfffd;
constexpr char32_t capitalIWithDot = 0x130;
constexpr char32_t combiningDotAbove = 0x307;

/// Length 0 when no valid character stands there.
Character decode(std::string_view text)
{
    utf8proc_int32_t codePoint = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &codePoint);
    if (length <= 0)
        return {replacementCharacter, 0};
    return {static_cast<char32_t>(codePoint), static_cast<std::size_t>(length)};
}

} // namespace

std::string replaceInvalidUtf8(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Character character = decode(text);
        appendUtf8(result, character.codePoint);
        text.remove_prefix(character.length > 0 ? character.length : 1);
    }
    return result;
}

std::string composed(std::string_view text)
{
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &mapped,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (length < 0)
        return std::string(text);
    return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
}

std::string withSingleBlanks(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool inRun = false;
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        const bool isSpace = classOf(character.codePoint) == CharacterClass::WhiteSpace;
        if (!isSpace)
            result += text.substr(0, character.length);
        else if (!inRun)
            result += ' ';
        inRun = isSpace;
        text.remove_prefix(character.length);
    }
    return result;
}

std::string lowered(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        if (character.codePoint == capitalIWithDot) {
            // The only code point whose lower case is always two (SpecialCasing.txt).
            result += 'i';
            appendUtf8(result, combiningDotAbove);
        } else {
            appendUtf8(result,
                static_cast<char32_t>(
                    utf8proc_tolower(static_cast<utf8proc_int32_t>(character.codePoint))));
        }
        text.remove_prefix(character.length);
    }
    return result;
}

Character firstCharacter(std::string_view text)
{
    const Character character = decode(text);
    return character.length > 0 ? character : Character{replacementCharacter, 1};
}

CharacterClass classOf(char32_t codePoint)
{
    if ((codePoint >= '\t' && codePoint <= '\r') || codePoint == 0x85)
        return CharacterClass::WhiteSpace;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(codePoint))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        return CharacterClass::Letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return CharacterClass::Number;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return CharacterClass::WhiteSpace;
    default:
        return CharacterClass::Other;
    }
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(codePoint), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

} // namespace tilewright::inference
