#include "core/floor/floor_file.h"

#include <set>

#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

#include "core/image/image_rows.h"
#include "core/image/picture_writer.h"
#include "core/support/version.h"

namespace tilewright {
namespace {

Expected<PictureKind> kindOf(const std::filesystem::path& file)
{
    const std::string ending = file.extension().string();
    return parsePictureKind(ending.empty() ? ending : ending.substr(1));
}

PictureMetadata metadataOf(const FloorPlan& plan, const std::vector<FloorRecipe>& recipes)
{
    PictureMetadata metadata;
    std::vector<std::string> names;
    std::set<std::string> colors;
    for (const FloorRecipe& recipe : recipes) {
        names.push_back(articleName(recipe.article(), "en"));
        for (const ArticleColor& color : recipe.article().colors)
            colors.insert(color.name);
    }
    metadata.title = fmt::format("{}", fmt::join(names, ", "));
    metadata.description = fmt::format("{} × {} m, tiles of {} × {} mm", plan.roomLengthMetres,
        plan.roomWidthMetres, plan.tileLengthMillimetres, plan.tileWidthMillimetres);
    metadata.keywords.assign(colors.begin(), colors.end());
    metadata.madeByModel = true;
    metadata.software = fmt::format("{} {}", applicationName, applicationVersion);
    return metadata;
}

} // namespace

Expected<void> checkFloorPictureName(const std::filesystem::path& file)
{
    const auto kind = kindOf(file);
    if (!kind)
        return tl::unexpected(kind.error());
    return {};
}

Expected<void> writeFloorPicture(const std::filesystem::path& file, const Image& picture,
    const FloorPlan& plan, const std::vector<FloorRecipe>& recipes,
    const std::function<void(double)>& progress, std::stop_token stop)
{
    const auto kind = kindOf(file);
    if (!kind)
        return tl::unexpected(kind.error());
    WriteOptions options;
    options.kind = *kind;
    options.metadata = metadataOf(plan, recipes);
    ImageRows rows(picture);
    return writePicture(file, rows, options, progress, std::move(stop));
}

} // namespace tilewright
