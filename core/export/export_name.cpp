#include "core/export/export_name.h"

#include <map>
#include <spdlog/fmt/fmt.h>

#include "core/support/version.h"

namespace tilewright {
namespace {

std::string percent(int perMille, char point)
{
    return perMille % 10 == 0 ? fmt::format("{}", perMille / 10)
                              : fmt::format("{}{}{}", perMille / 10, point, perMille % 10);
}

/// "50-red-30-black": in files a percent sign or a comma is a nuisance.
std::string mixForNames(const Article& article)
{
    std::string text;
    for (const ArticleColor& color : article.colors)
        if (color.perMille > 0)
            text += fmt::format(
                "{}{}-{}", text.empty() ? "" : "-", percent(color.perMille, '.'), color.name);
    for (char& sign : text)
        sign = sign == ' ' ? '-' : sign;
    return text;
}

std::map<std::string, std::string> nameFields(
    const Article& article, const ImageExport& settings, std::size_t number)
{
    constexpr std::size_t dateLength = 10; // of "2026-01-31T…"
    const PlannedSize size = plannedSize(article, settings);
    return {
        {"code", article.code},
        {"id", article.id},
        {"name", articleName(article, settings.language)},
        {"mix", mixForNames(article)},
        {"seed", std::to_string(article.tile.seed)},
        {"model", article.tile.modelName},
        {"date", article.tile.created.substr(0, dateLength)},
        {"number", fmt::format("{:03}", number)},
        {"size", fmt::format("{}x{}", size.width, size.height)},
    };
}

} // namespace

Expected<void> checkNameTemplate(const std::string& nameTemplate)
{
    ImageExport settings;
    settings.size = 1;
    return expandName(nameTemplate, nameFields({}, settings, 1)).map([](const std::string&) {});
}

Expected<std::string> exportName(
    const Article& article, const ImageExport& settings, std::size_t number)
{
    return expandName(settings.nameTemplate, nameFields(article, settings, number))
        .map([](const std::string& name) { return safeFileName(name); });
}

PictureMetadata exportMetadata(
    const Article& article, const ImageExport& settings, const Tile& tile)
{
    const bool isRussian = settings.language == "ru";
    PictureMetadata metadata;
    metadata.title = articleName(article, settings.language);
    metadata.creator = settings.creator;
    metadata.copyright = settings.copyright;
    for (const ArticleColor& color : article.colors) {
        const std::string& name = isRussian && !color.nameRu.empty() ? color.nameRu : color.name;
        metadata.description += fmt::format("{}{}{} {}", metadata.description.empty() ? "" : ", ",
            percent(color.perMille, isRussian ? ',' : '.'), isRussian ? "\u00a0%" : "%", name);
        metadata.keywords.push_back(name);
    }
    metadata.madeByModel = true;
    metadata.software = fmt::format("{} {}", applicationName, applicationVersion);
    if (settings.keepsProvenance)
        metadata.provenance = provenanceText(tile);
    return metadata;
}

} // namespace tilewright
