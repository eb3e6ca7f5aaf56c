#include "ui/catalog/details/article_edit.h"

#include <algorithm>
#include <set>
#include <spdlog/fmt/fmt.h>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
std::string foldedCode(const std::string& code)
{
    return toQString(code).trimmed().toCaseFolded().toStdString();
}

bool isDigit(char sign)
{
    return sign >= '0' && sign <= '9';
}
} // namespace

std::vector<std::string> countedCodes(const std::string& first, std::size_t count)
{
    if (count <= 1)
        return {first};
    constexpr std::size_t longestNumber = 9;
    std::size_t digits = 0;
    while (
        digits < std::min(first.size(), longestNumber) && isDigit(first[first.size() - 1 - digits]))
        ++digits;
    const std::string stem = digits > 0 ? first.substr(0, first.size() - digits) : first + "-";
    const std::size_t begin = digits > 0 ? std::stoul(first.substr(first.size() - digits)) : 1;
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < count; ++i)
        codes.push_back(fmt::format("{}{:0{}}", stem, begin + i, digits));
    return codes;
}

const Article* articleWithCode(const std::vector<std::string>& codes,
    const std::vector<Article>& all, const std::vector<std::size_t>& edited)
{
    std::set<std::string> wanted;
    for (const std::string& code : codes)
        wanted.insert(foldedCode(code));
    const std::set<std::size_t> mine(edited.begin(), edited.end());
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!mine.contains(i) && wanted.contains(foldedCode(all[i].code)))
            return &all[i];
    return nullptr;
}

CatalogDetails withEdit(const CatalogDetails& details, const std::vector<Article>& all,
    const std::vector<std::size_t>& edited, const ArticleEdit& edit)
{
    const auto given
        = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    CatalogDetails result = details;
    std::vector<std::string> codes;
    if (edit.code && !edit.code->empty())
        codes = countedCodes(*edit.code, edited.size());
    for (std::size_t i = 0; i < edited.size(); ++i) {
        const std::string& id = all[edited[i]].id;
        ArticleDetails article = result.articles[id];
        if (edit.code)
            article.code = codes.empty() ? std::nullopt : std::optional(codes[i]);
        if (edit.name)
            article.name = given(*edit.name);
        if (edit.note)
            article.note = given(*edit.note);
        if (edit.changesProduct)
            article.product = edit.product;
        if (article == ArticleDetails())
            result.articles.erase(id);
        else
            result.articles[id] = article;
    }
    return result;
}

} // namespace tilewright::ui
