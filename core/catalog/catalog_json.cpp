// A catalogue as JSON.
#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"

namespace tilewright {
namespace {

using nlohmann::ordered_json;

ordered_json toJson(const ArticleColor& color)
{
    ordered_json json{{"color", color.name}};
    if (!color.nameRu.empty())
        json["nameRu"] = color.nameRu;
    json["code"] = color.code;
    json["percent"] = color.perMille / 10.0;
    json["srgb"] = toHex(color.srgb);
    json["lab"] = {color.lab.L, color.lab.a, color.lab.b};
    return json;
}

/// To the gram: binary fractions of sums look odd.
double rounded(double kilograms)
{
    return std::round(kilograms * 1000) / 1000;
}

ordered_json toJson(const Article& article, bool withSeeds)
{
    ordered_json json{{"id", article.id}, {"code", article.code},
        {"name", articleName(article, "en")}, {"nameRu", articleName(article, "ru")}};
    if (!article.note.empty())
        json["note"] = article.note;
    json["family"] = toText(article.family);
    json["mix"] = ordered_json::array();
    for (const ArticleColor& color : article.colors)
        json["mix"].push_back(toJson(color));
    json["product"] = toJson(article.product);
    json["product"]["weightPerSquareMetre"] = rounded(article.product.weightPerSquareMetre());
    json["product"]["pieceWeight"] = rounded(article.product.pieceWeight());
    if (!article.shareCode.empty())
        json["shareCode"] = article.shareCode;
    json["seamless"] = article.isSeamless;
    json["millimetresPerPixel"] = article.millimetresPerPixel;
    const TileRecord& tile = article.tile;
    json["file"] = tile.file.filename().string();
    json["pixels"] = {tile.width, tile.height};
    json["made"] = tile.created;
    if (withSeeds) {
        json["seed"] = tile.seed;
        json["model"] = tile.modelName;
        if (tile.error)
            json["meanError"] = *tile.error;
    }
    return json;
}

} // namespace

ordered_json toJson(const Catalog& catalog, bool withSeeds)
{
    const Company& company = catalog.company;
    ordered_json json{{"format", "tilewright-catalog"}, {"version", 1}, {"title", catalog.title},
        {"subtitle", catalog.subtitle}, {"note", catalog.note},
        {"company",
            {{"name", company.name}, {"address", company.address}, {"phone", company.phone},
                {"email", company.email}, {"web", company.web},
                {"logo", company.logo.filename().string()}}},
        {"created", catalog.created}, {"articles", ordered_json::array()}};
    for (const Article& article : catalog.articles)
        json["articles"].push_back(toJson(article, withSeeds));
    return json;
}

std::string_view toText(ColorFamily family)
{
    constexpr std::array<std::string_view, colorFamilies.size()> names{
        "reds", "yellows", "greens", "blues", "browns", "greys"};
    return names[static_cast<std::size_t>(family)];
}

} // namespace tilewright
