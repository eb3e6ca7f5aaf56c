#include "core/floor/floor_recipes.h"

#include <algorithm>

#include <spdlog/fmt/fmt.h>

#include "core/catalog/tile_picture.h"

namespace tilewright {
namespace {

bool haveOneSize(const Product& a, const Product& b)
{
    return a.lengthMillimetres == b.lengthMillimetres && a.widthMillimetres == b.widthMillimetres;
}

bool areOneRecipe(const Article& a, const Article& b)
{
    return !a.tile.mixKey.empty() && a.tile.mixKey == b.tile.mixKey
        && haveOneSize(a.product, b.product);
}

} // namespace

std::vector<FloorRecipe> floorRecipes(const std::vector<Article>& articles)
{
    std::vector<FloorRecipe> recipes;
    for (const Article& article : articles) {
        const auto known = std::find_if(recipes.begin(), recipes.end(),
            [&](const FloorRecipe& recipe) { return areOneRecipe(recipe.article(), article); });
        if (known == recipes.end())
            recipes.push_back({{article}});
        else
            known->pictures.push_back(article);
    }
    return recipes;
}

Expected<void> takeRecipes(FloorPlan& plan, const std::vector<FloorRecipe>& recipes)
{
    if (recipes.empty())
        return fail(ErrorKind::Usage, "There is no tile to lay.");
    if (recipes.size() > FloorPlan::mostRecipes)
        return fail(ErrorKind::Usage,
            fmt::format("There are {} kinds of tiles; a floor takes at most {}. Choose fewer.",
                recipes.size(), FloorPlan::mostRecipes));
    const Product& first = recipes.front().article().product;
    for (const FloorRecipe& recipe : recipes) {
        const Product& product = recipe.article().product;
        if (!haveOneSize(first, product))
            return fail(ErrorKind::Usage,
                fmt::format("{} is {} × {} mm and {} is {} × {} mm; tiles of one floor must be "
                            "equally large.",
                    articleName(recipes.front().article(), "en"), first.lengthMillimetres,
                    first.widthMillimetres, articleName(recipe.article(), "en"),
                    product.lengthMillimetres, product.widthMillimetres));
    }
    plan.tileLengthMillimetres = first.lengthMillimetres;
    plan.tileWidthMillimetres = first.widthMillimetres;
    plan.isTurned = plan.isTurned && first.lengthMillimetres == first.widthMillimetres;
    plan.recipeCount = static_cast<int>(recipes.size());
    if (plan.shares.size() != recipes.size())
        plan.shares.clear();
    plan.variants.clear();
    for (const FloorRecipe& recipe : recipes)
        plan.variants.push_back(
            static_cast<int>(std::min<std::size_t>(recipe.pictures.size(), 1000)));
    return {};
}

TilePictureSource tilePictures(const std::vector<FloorRecipe>& recipes)
{
    return [&recipes](int recipe, int variant, int pixels) {
        return productPicture(
            recipes[static_cast<std::size_t>(recipe)].pictures[static_cast<std::size_t>(variant)],
            pixels);
    };
}

} // namespace tilewright
