#include "app/commands/image_options.h"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

Expected<ImageExport> shippedPreset(const std::string& id)
{
    std::vector<std::string> ids;
    for (const ImagePreset& preset : shippedImagePresets()) {
        if (preset.id == id)
            return preset.settings;
        ids.push_back(preset.id);
    }
    return fail(ErrorKind::Usage,
        fmt::format("There is no preset \"{}\"; choose one of: {}.", id, fmt::join(ids, ", ")));
}

Expected<ImageExport> presetFrom(const std::filesystem::path& file)
{
    const auto text = readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = parseJson(*text, file.string());
    if (!json)
        return tl::unexpected(json.error());
    return imageExportFromJson(*json);
}

/// "1200", "1200px" or "85mm"; "0": as it is.
Expected<void> readSize(const std::string& text, ImageExport& settings)
{
    std::size_t end = 0;
    double number = -1;
    try {
        number = std::stod(text, &end);
    } catch (const std::exception&) {
        end = 0;
    }
    const std::string unit = text.substr(end);
    if (end == 0 || !(number >= 0) || (unit != "" && unit != "px" && unit != "mm"))
        return fail(ErrorKind::Usage,
            fmt::format(
                "\"{}\" is no size. Give the longer side, e.g. 1200 for pixels or 85mm.", text));
    settings.size = number;
    settings.isInMillimetres = unit == "mm";
    return {};
}

/// A colour space, a profile's file, or the name of one that is installed.
Expected<void> readColor(const std::string& text, OutputColor& color)
{
    if (const auto space = parseColorSpace(text); space && *space != ColorSpace::Profile) {
        color.space = *space;
        return {};
    }
    color.space = ColorSpace::Profile;
    color.profile = text;
    std::error_code error;
    if (std::filesystem::exists(color.profile, error))
        return {};
    const auto known = installedProfiles();
    const auto named = std::find_if(known.begin(), known.end(),
        [&](const KnownProfile& profile) { return profile.name == text; });
    if (named == known.end())
        return fail(ErrorKind::Usage,
            fmt::format("There is no colour profile \"{}\". Give srgb, adobe-rgb, an ICC file, or "
                        "a name that \"tilewright catalog profiles\" shows.",
                text));
    color.profile = named->file;
    return {};
}

/// Keeps the value where nothing was told, and the first error.
template <typename T, typename Parse>
void readChoice(const std::string& text, T& value, Parse parse, std::optional<Error>& error)
{
    if (text.empty() || error)
        return;
    if (auto parsed = parse(text))
        value = *parsed;
    else
        error = parsed.error();
}

} // namespace

Expected<ImageExport> ImageOptions::settings(const std::string& language) const
{
    auto base = !presetFile.empty() ? presetFrom(presetFile)
        : !preset.empty()           ? shippedPreset(preset)
                                    : ImageExport();
    if (!base)
        return base;
    ImageExport settings = std::move(*base);
    std::optional<Error> error;
    readChoice(kind, settings.kind, parsePictureKind, error);
    readChoice(content, settings.content, parseImageContent, error);
    readChoice(ground, settings.ground, parseImageGround, error);
    readChoice(enlarging, settings.enlarging, parseEnlarging, error);
    readChoice(intent, settings.color.intent, parseRenderingIntent, error);
    readChoice(collision, settings.collision, parseCollision, error);
    if (error)
        return tl::unexpected(*error);
    if (!size.empty())
        if (auto read = readSize(size, settings); !read)
            return tl::unexpected(read.error());
    if (!color.empty())
        if (auto read = readColor(color, settings.color); !read)
            return tl::unexpected(read.error());
    settings.bits = bits.value_or(settings.bits);
    settings.quality = quality.value_or(settings.quality);
    settings.dotsPerInch = dotsPerInch.value_or(settings.dotsPerInch);
    settings.bleedMillimetres = bleed.value_or(settings.bleedMillimetres);
    settings.marginMillimetres = margin.value_or(settings.marginMillimetres);
    settings.color.inkLimit = inkLimit.value_or(settings.color.inkLimit);
    settings.creator = creator.value_or(settings.creator);
    settings.copyright = copyright.value_or(settings.copyright);
    if (!nameTemplate.empty())
        settings.nameTemplate = nameTemplate;
    settings.isLossless |= isLossless;
    settings.color.blackPointCompensation &= !noBlackPoint;
    settings.keepsProvenance &= !strips;
    settings.language = language;
    if (auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    return settings;
}

void addImageOptions(CLI::App& command, ImageOptions& options)
{
    const char* what = "Picture";
    auto* preset = command.add_option("--preset", options.preset,
        "web (JPEG, 1200 pixels), print (TIFF in inks, 85 mm, 3 mm bleed), cut-out (PNG of the "
        "product on a transparent ground), texture (PNG that repeats) or small (WebP, 600 pixels)");
    preset->type_name("NAME")->group(what);
    command.add_option("--preset-file", options.presetFile, "A preset as JSON")
        ->type_name("FILE")
        ->excludes(preset)
        ->group(what);
    const auto add = [&](const char* name, auto& value, const char* type, const char* help) {
        return command.add_option(name, value, help)->type_name(type)->group(what);
    };
    add("--format", options.kind, "NAME", "png, jpeg, tiff or webp; default: jpeg");
    add("--bits", options.bits, "8|16", "Of PNG and TIFF; default: 8");
    add("--quality", options.quality, "1..100", "Of JPEG and WebP; default: 92");
    command.add_flag("--lossless", options.isLossless, "WebP without loss")->group(what);
    add("--content", options.content, "NAME",
        "tile: as it was generated; outline: the product's length and width; swatch: a texture "
        "that repeats; default: tile");
    add("--size", options.size, "N|Nmm",
        "Longer side of the content, in pixels or millimetres; default: as generated, or as the "
        "product is");
    add("--dpi", options.dotsPerInch, "N", "Dots per inch; default: 300");
    add("--bleed", options.bleed, "MM", "Tile beyond the trim edge on all sides; default: 0");
    add("--margin", options.margin, "MM", "Ground around the tile; default: 0");
    add("--ground", options.ground, "white|transparent", "Default: white");
    add("--enlarge", options.enlarging, "resample|regenerate",
        "Where the tile has too few pixels: Lanczos, or made again by its model from the same "
        "granules; default: resample");

    what = "Colour";
    add("--color", options.color, "srgb|adobe-rgb|PROFILE",
        "Colour space, ICC file, or the name of a profile; default: srgb");
    add("--intent", options.intent, "NAME",
        "perceptual, relative, saturation or absolute; default: relative");
    command.add_flag("--no-bpc", options.noBlackPoint, "No black point compensation")->group(what);
    add("--ink-limit", options.inkLimit, "PERCENT",
        "Tell of pictures with more ink than this; default: 320");

    what = "File";
    add("--name", options.nameTemplate, "TEMPLATE",
        "{code} {id} {name} {mix} {seed} {model} {date} {number} {size}; default: "
        "{code}_{mix}_{seed}");
    add("--collision", options.collision, "number|replace|skip",
        "Where a name is taken; default: number");
    command
        .add_flag("--strip", options.strips,
            "Leave prompt, seed and settings out (that a model made it is told in any case)")
        ->group(what);
    add("--creator", options.creator, "NAME", "Told in the file");
    add("--copyright", options.copyright, "TEXT", "Told in the file");
}

} // namespace tilewright
