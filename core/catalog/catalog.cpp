#include "core/catalog/catalog.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <spdlog/fmt/fmt.h>

#include "core/catalog/article_id.h"
#include "core/catalog/share_code.h"
#include "core/generation/tile.h"
#include "core/library/mix_color.h"
#include "core/recipe/recipe_name.h"

namespace tilewright {
namespace {

/// The palette, with the colours that the tile brought along.
Expected<Palette> paletteOf(const GenerationRequest& request, const Palette& palette)
{
    return request.colors.empty() ? Expected<Palette>(palette) : palette.with(request.colors);
}

Expected<std::vector<ArticleColor>> colorsOf(const Mix& mix, const Palette& palette)
{
    std::vector<ArticleColor> colors;
    for (const MixShare& share : mix.shares()) {
        if (share.perMille == 0)
            continue;
        const GranuleColor* const color = palette.find(share.color);
        if (!color)
            return fail(ErrorKind::BadData,
                fmt::format("The palette {} has no colour \"{}\". Give the palette that the tile "
                            "was made with.",
                    palette.name(), share.color));
        colors.push_back(
            {color->name, color->nameRu, color->code, color->srgb, color->lab, share.perMille});
    }
    std::stable_sort(colors.begin(), colors.end(),
        [](const ArticleColor& a, const ArticleColor& b) { return a.perMille > b.perMille; });
    return colors;
}

Expected<Article> articleOf(
    const TileRecord& record, const Palette& palette, const RecipeBook& recipes)
{
    if (!record.mix)
        return fail(ErrorKind::BadData,
            "The tile was made without a mix, so that its colours are not known.");
    const auto tile = loadTileText(record.file);
    if (!tile)
        return tl::unexpected(tile.error());
    const GenerationRequest& request = tile->request;
    const auto known = paletteOf(request, palette);
    if (!known)
        return tl::unexpected(known.error());
    auto colors = colorsOf(*record.mix, *known);
    if (!colors)
        return tl::unexpected(colors.error());
    Article article;
    article.id = articleId(request, tile->provenance.modelName);
    if (const Recipe* const recipe = recipes.findMix(*record.mix))
        article.name = recipe->name;
    article.colors = std::move(*colors);
    article.family = familyOf(meanColor(*record.mix, *known));
    // Of the palette as it is elsewhere: the tile's own colours travel in the code.
    if (const auto shared = sharedTile(request))
        article.shareCode = shareCode(*shared, palette).value_or("");
    article.millimetresPerPixel = request.millimetresPerPixel;
    article.isSeamless = request.seamless == SeamlessAxes::XY;
    article.tile = record;
    return article;
}

/// Makes texts distinct, whatever their case.
class DistinctTexts {
public:
    /// "TEXT", "TEXT-2", "TEXT-3" … the first that is not taken.
    std::string take(const std::string& text)
    {
        std::string candidate = text;
        // Where it was left off, so that thousands of equal texts are no burden.
        int& number = m_numbers[foldedName(text)];
        while (!m_taken.insert(foldedName(candidate)).second)
            candidate = fmt::format("{}-{}", text, number = std::max(number, 1) + 1);
        return candidate;
    }

private:
    std::set<std::string> m_taken;
    std::map<std::string, int> m_numbers; ///< the last one given
};

/// The oldest tile of a request has the id as it is, wherever it stands.
void makeIdsDistinct(std::vector<Article>& articles)
{
    std::vector<Article*> byAge;
    for (Article& article : articles)
        byAge.push_back(&article);
    std::stable_sort(byAge.begin(), byAge.end(), [](const Article* a, const Article* b) {
        return std::tie(a->tile.created, a->tile.id) < std::tie(b->tile.created, b->tile.id);
    });
    DistinctTexts ids;
    for (Article* const article : byAge)
        article->id = ids.take(article->id);
}

void applyDetails(std::vector<Article>& articles, const CatalogDetails& details)
{
    DistinctTexts codes;
    for (Article& article : articles) {
        article.code = article.id;
        article.product = details.product;
        const auto found = details.articles.find(article.id);
        if (found != details.articles.end()) {
            const ArticleDetails& own = found->second;
            article.code = own.code.value_or("").empty() ? article.id : *own.code;
            article.name = own.name.value_or("").empty() ? article.name : *own.name;
            article.note = own.note.value_or("");
            article.product = own.product.value_or(details.product);
        }
        article.code = codes.take(article.code);
    }
}

} // namespace

Expected<MadeCatalog> makeCatalog(const std::vector<TileRecord>& tiles, const Palette& palette,
    const RecipeBook& recipes, const CatalogDetails& details,
    const std::function<void(std::size_t, std::size_t)>& progress, std::stop_token stop)
{
    MadeCatalog made;
    Catalog& catalog = made.catalog;
    catalog.title = details.title;
    catalog.subtitle = details.subtitle;
    catalog.note = details.note;
    catalog.company = details.company;
    catalog.created = currentTimestamp();
    catalog.articles.reserve(tiles.size());
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled.");
        if (progress)
            progress(i, tiles.size());
        auto article = articleOf(tiles[i], palette, recipes);
        if (article)
            catalog.articles.push_back(std::move(*article));
        else
            made.problems.push_back({tiles[i].file, article.error()});
    }
    makeIdsDistinct(catalog.articles);
    applyDetails(catalog.articles, details);
    if (progress)
        progress(tiles.size(), tiles.size());
    return made;
}

} // namespace tilewright
