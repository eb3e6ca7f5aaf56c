#include <algorithm>

#include "core/mix/palette_formats.h"

namespace tilewright {
namespace {

constexpr char32_t replacement = 0xFFFD;

void append(std::string& text, char32_t code)
{
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0 | code >> 6);
        tail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0 | code >> 12);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | code >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

/// The character that begins the text, which gets shorter by it; none where it is not UTF-8.
std::optional<char32_t> takeCharacter(std::string_view& text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1
        : first >> 5 == 0x6                 ? 2
        : first >> 4 == 0xE                 ? 3
        : first >> 3 == 0x1E                ? 4
                                            : 0;
    if (length == 0 || length > text.size())
        return std::nullopt;
    char32_t code = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >> 6 != 2)
            return std::nullopt;
        code = code << 6 | (byte & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return std::nullopt;
    text.remove_prefix(length);
    return code;
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty())
        if (!takeCharacter(text))
            return false;
    return true;
}

std::string utf8FromUtf16(std::string_view bytes)
{
    const std::size_t count = bytes.size() / 2;
    const auto unit = [&](std::size_t i) -> char32_t {
        return static_cast<unsigned char>(bytes[2 * i]) << 8
            | static_cast<unsigned char>(bytes[2 * i + 1]);
    };
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        char32_t code = unit(i);
        if (code >= 0xD800 && code < 0xE000) {
            const bool isPair = code < 0xDC00 && i + 1 < count && unit(i + 1) >> 10 == 0x37;
            code = isPair ? 0x10000 + ((code & 0x3FF) << 10) + (unit(++i) & 0x3FF) : replacement;
        }
        append(text, code);
    }
    return text;
}

std::string utf16FromUtf8(std::string_view text)
{
    std::string bytes;
    const auto add = [&](char32_t unit) {
        bytes += static_cast<char>(unit >> 8);
        bytes += static_cast<char>(unit & 0xFF);
    };
    while (!text.empty()) {
        const std::optional<char32_t> read = takeCharacter(text);
        if (!read)
            text.remove_prefix(1);
        const char32_t code = read.value_or(replacement);
        if (code < 0x10000) {
            add(code);
        } else {
            add(0xD800 + ((code - 0x10000) >> 10));
            add(0xDC00 + ((code - 0x10000) & 0x3FF));
        }
    }
    return bytes;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, end));
        const bool isPair = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(text.size(), end + (isPair ? 2 : 1)));
    }
    return lines;
}

} // namespace tilewright
