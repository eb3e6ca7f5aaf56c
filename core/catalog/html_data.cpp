#include "core/catalog/html_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

namespace tilewright {
namespace {

using nlohmann::ordered_json;

/// Values that many articles share, told once.
template <typename Value> class Table {
public:
    std::size_t place(const Value& value)
    {
        const auto found = std::find(m_values.begin(), m_values.end(), value);
        const auto at = static_cast<std::size_t>(found - m_values.begin());
        if (found == m_values.end())
            m_values.push_back(value);
        return at;
    }
    const std::vector<Value>& values() const { return m_values; }

private:
    std::vector<Value> m_values;
};

ordered_json productJson(const Product& product)
{
    ordered_json json{{"length", product.lengthMillimetres}, {"width", product.widthMillimetres},
        {"thickness", product.thicknessMillimetres},
        {"weight", std::round(product.pieceWeight() * 1000) / 1000},
        {"areaWeight", std::round(product.weightPerSquareMetre() * 1000) / 1000},
        {"hardness", product.hardness}, {"fireClass", product.fireClass},
        {"fallHeight", product.fallHeight}, {"binder", product.binder},
        {"granules", product.granuleSize}};
    if (product.price) {
        json["price"] = *product.price;
        json["currency"] = product.currency;
    }
    return json;
}

ordered_json colorJson(const ArticleColor& color, const std::string& language)
{
    return {{"name", colorName(color, language)}, {"otherName", color.name}, {"code", color.code},
        {"srgb", toHex(color.srgb)}};
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

void replaceAll(std::string& text, std::string_view what, const std::string& with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

} // namespace

std::string webData(const Catalog& catalog, const HtmlOptions& options, const std::string& logo)
{
    Table<ArticleColor> colors;
    Table<Product> products;
    ordered_json articles = ordered_json::array();
    for (const Article& article : catalog.articles) {
        ordered_json mix = ordered_json::array();
        for (ArticleColor color : article.colors) {
            const int perMille = std::exchange(color.perMille, 0);
            mix.push_back({colors.place(color), perMille / 10.0});
        }
        ordered_json json{{"id", article.id}, {"code", article.code},
            {"name", articleName(article, options.language)}, {"family", toText(article.family)},
            {"mix", std::move(mix)}, {"product", products.place(article.product)}};
        if (!article.note.empty())
            json["note"] = article.note;
        if (!article.shareCode.empty())
            json["shareCode"] = article.shareCode;
        if (article.isSeamless)
            json["seamless"] = true;
        if (options.showsSeeds) {
            json["seed"] = std::to_string(article.tile.seed); // JavaScript would round it
            json["model"] = article.tile.modelName;
            if (article.tile.error)
                json["error"] = *article.tile.error;
        }
        articles.push_back(std::move(json));
    }
    const Company& company = catalog.company;
    ordered_json json{{"language", options.language},
        {"title", catalogTitle(catalog, options.language)}, {"subtitle", catalog.subtitle},
        {"note", catalog.note}, {"created", catalog.created},
        {"company",
            {{"name", company.name}, {"address", company.address}, {"phone", company.phone},
                {"email", company.email}, {"web", company.web}, {"logo", logo}}},
        {"colors", ordered_json::array()}, {"products", ordered_json::array()},
        {"articles", std::move(articles)}};
    for (const ArticleColor& color : colors.values())
        json["colors"].push_back(colorJson(color, options.language));
    for (const Product& product : products.values())
        json["products"].push_back(productJson(product));
    std::string text = json.dump(-1, ' ', true, ordered_json::error_handler_t::replace);
    replaceAll(text, "<", "\\u003c");
    return "window.tilewrightCatalog = " + text + ";\n";
}

std::string webPage(std::string_view page, const Catalog& catalog, const HtmlOptions& options)
{
    const std::map<std::string_view, std::string> texts{{"language", options.language},
        {"title", escaped(catalogTitle(catalog, options.language))},
        {"description", escaped(catalog.subtitle)}};
    // In one pass, so that no text of the user's is taken for a place to be filled.
    std::string text;
    for (std::size_t begin = 0; begin < page.size();) {
        const std::size_t open = std::min(page.find("{{", begin), page.size());
        const std::size_t close = page.find("}}", open);
        text += page.substr(begin, open - begin);
        if (close == std::string_view::npos)
            return text + std::string(page.substr(open));
        const auto found = texts.find(page.substr(open + 2, close - open - 2));
        text += found == texts.end() ? "" : found->second;
        begin = close + 2;
    }
    return text;
}

} // namespace tilewright
