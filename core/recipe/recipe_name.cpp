#include "core/recipe/recipe_name.h"

#include <algorithm>
#include <optional>
#include <spdlog/fmt/fmt.h>

#include "core/mix/mix_text.h"
#include "core/support/utf8.h"

namespace tilewright {
namespace {

constexpr std::size_t longestName = 60;

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
std::optional<std::size_t> showableLength(std::string_view text)
{
    std::size_t length = 0, bytes = 0;
    std::string_view rest = text;
    for (auto next = takeCodePoint(rest); next; next = takeCodePoint(rest), ++length) {
        if (isInvisible(next->value))
            return std::nullopt;
        bytes += next->bytes.size();
    }
    return bytes == text.size() ? std::optional(length) : std::nullopt;
}

} // namespace

std::string foldedName(std::string_view name)
{
    return withSingleBlanks(caseFolded(withPlainBlanks(name)));
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
    std::string kept = withSingleBlanks(composed(withPlainBlanks(name)));
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
