#include "core/support/utf8.h"

#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace tilewright {
namespace {

std::string mapped(std::string_view text, int options)
{
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &bytes,
        static_cast<utf8proc_option_t>(options | UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    if (length < 0)
        return std::string(text);
    return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

} // namespace

std::optional<CodePoint> takeCodePoint(std::string_view& text)
{
    while (!text.empty()) {
        utf8proc_int32_t value = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
            static_cast<utf8proc_ssize_t>(text.size()), &value);
        const std::string_view bytes = text.substr(0, length > 0 ? std::size_t(length) : 1);
        text.remove_prefix(bytes.size());
        if (length > 0)
            return CodePoint{static_cast<char32_t>(value), bytes};
    }
    return std::nullopt;
}

bool isInvisible(char32_t codePoint)
{
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(codePoint))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}

std::string composed(std::string_view text)
{
    return mapped(text, 0);
}

std::string caseFolded(std::string_view text)
{
    return mapped(text, UTF8PROC_CASEFOLD);
}

std::string_view cutToBytes(std::string_view text, std::size_t maximum)
{
    if (text.size() <= maximum)
        return text;
    std::size_t character = 0, codePoint = 0; // the last border of each kind that is near enough
    utf8proc_int32_t before = 0, state = 0;
    std::string_view rest = text;
    for (std::size_t position = 0; position <= maximum; position = text.size() - rest.size()) {
        codePoint = position;
        const auto next = takeCodePoint(rest);
        if (!next)
            break;
        const auto value = static_cast<utf8proc_int32_t>(next->value);
        if (position > 0 && utf8proc_grapheme_break_stateful(before, value, &state))
            character = position;
        before = value;
    }
    // A character with more accents than there is room for is cut all the same.
    return text.substr(0, character > 0 ? character : codePoint);
}

} // namespace tilewright
