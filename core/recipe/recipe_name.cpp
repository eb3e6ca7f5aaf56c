#include "core/recipe/recipe_name.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <spdlog/fmt/fmt.h>
#include <utf8proc.h>

#include "core/mix/mix_text.h"

namespace tilewright {
namespace {

constexpr utf8proc_ssize_t longestName = 60;

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

std::string withSingleBlanks(std::string_view text)
{
    std::string result;
    for (const char c : trimmed(text)) {
        const bool isBlank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isBlank)
            result += c;
        else if (result.back() != ' ')
            result += ' ';
    }
    return result;
}

/// In code points; none when the text is not showable.
std::optional<utf8proc_ssize_t> showableLength(std::string_view text)
{
    const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    utf8proc_ssize_t length = 0;
    for (; left > 0; ++length) {
        utf8proc_int32_t codePoint = 0;
        const auto read = utf8proc_iterate(next, left, &codePoint);
        if (read <= 0)
            return std::nullopt;
        switch (utf8proc_category(codePoint)) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF: // such as marks that turn the direction of the writing
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CN:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return std::nullopt;
        default:
            break;
        }
        next += read;
        left -= read;
    }
    return length;
}

} // namespace

std::string foldedName(std::string_view name)
{
    return withSingleBlanks(mapped(withPlainBlanks(name), UTF8PROC_CASEFOLD));
}

std::string gluedName(std::string_view name)
{
    std::string glued = foldedName(name);
    std::erase(glued, ' ');
    return glued;
}

bool isShowable(std::string_view text)
{
    return showableLength(text).has_value();
}

Expected<std::string> checkedRecipeName(std::string_view name)
{
    constexpr std::string_view signsOfMixes = ",;:%+=";
    std::string kept = withSingleBlanks(mapped(withPlainBlanks(name), 0));
    if (kept.empty())
        return fail(ErrorKind::Usage, "A recipe needs a name.");
    const auto length = showableLength(kept);
    if (!length)
        return fail(ErrorKind::Usage,
            "The name of the recipe holds a character that cannot be shown. Use letters, digits, "
            "blanks and hyphens.");
    if (*length > longestName)
        return fail(ErrorKind::Usage,
            fmt::format("The name {} has {} characters; a recipe's name has at most {}.",
                quotation(kept), *length, longestName));
    if (kept.front() >= '0' && kept.front() <= '9')
        return fail(ErrorKind::Usage,
            fmt::format("The name {} begins with a digit, which would read as a share. Begin it "
                        "with a letter.",
                quotation(kept)));
    if (const auto at = kept.find_first_of(signsOfMixes); at != std::string::npos)
        return fail(ErrorKind::Usage,
            fmt::format("The name {} holds the sign {}, which has a meaning in a mix. Leave out "
                        "the signs , ; : % + and =.",
                quotation(kept), kept[at]));
    return kept;
}

const GranuleColor* findColor(const Palette& palette, std::string_view name)
{
    if (const GranuleColor* color = palette.find(name))
        return color;
    const std::string wanted = foldedName(name);
    if (wanted.empty())
        return nullptr;
    const auto found = std::find_if(
        palette.colors().begin(), palette.colors().end(), [&](const GranuleColor& color) {
            return foldedName(color.name) == wanted || foldedName(color.nameRu) == wanted;
        });
    return found == palette.colors().end() ? nullptr : &*found;
}

} // namespace tilewright
