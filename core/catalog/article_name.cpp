// Words of a catalogue in the language of its readers.
#include <utf8proc.h>

#include "core/catalog/catalog.h"

namespace tilewright {
namespace {

/// The first letter in the other case; texts that are no UTF-8 stay as they are.
std::string withFirst(const std::string& text, utf8proc_int32_t (*mapped)(utf8proc_int32_t))
{
    utf8proc_int32_t letter = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &letter);
    if (read <= 0)
        return text;
    utf8proc_uint8_t bytes[4] = {};
    const auto written = utf8proc_encode_char(mapped(letter), bytes);
    return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(written))
        + text.substr(static_cast<std::size_t>(read));
}

} // namespace

std::string colorName(const ArticleColor& color, const std::string& language)
{
    return language == "ru" && !color.nameRu.empty() ? withFirst(color.nameRu, utf8proc_tolower)
                                                     : color.name;
}

std::string articleName(const Article& article, const std::string& language)
{
    if (!article.name.empty())
        return article.name;
    std::string name;
    for (const ArticleColor& color : article.colors)
        name += (name.empty() ? "" : ", ") + colorName(color, language);
    return withFirst(name, utf8proc_toupper);
}

std::string catalogTitle(const Catalog& catalog, const std::string& language)
{
    if (!catalog.title.empty())
        return catalog.title;
    return language == "ru" ? "Каталог" : "Catalogue";
}

} // namespace tilewright
