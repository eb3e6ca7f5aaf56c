// What an export is set to: names of the choices, checks, JSON, presets.
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/export/export_name.h"
#include "core/export/image_export.h"
#include "core/support/json_fields.h"
#include "core/support/named_values.h"
#include "core/support/paths.h"

namespace tilewright {
namespace {

constexpr std::pair<ImageContent, std::string_view> contentNames[] = {
    {ImageContent::Tile, "tile"},
    {ImageContent::Outline, "outline"},
    {ImageContent::Swatch, "swatch"},
};
constexpr std::pair<ImageGround, std::string_view> groundNames[] = {
    {ImageGround::White, "white"},
    {ImageGround::Transparent, "transparent"},
};
constexpr std::pair<Enlarging, std::string_view> enlargingNames[] = {
    {Enlarging::Resample, "resample"},
    {Enlarging::Regenerate, "regenerate"},
};
constexpr std::pair<Collision, std::string_view> collisionNames[] = {
    {Collision::Number, "number"},
    {Collision::Replace, "replace"},
    {Collision::Skip, "skip"},
};

tl::unexpected<Error> wrong(std::string sentence)
{
    return fail(ErrorKind::Usage, std::move(sentence));
}

Expected<void> checkRange(std::string_view what, double value, double least, double greatest)
{
    // Written so that a NaN fails.
    if (value >= least && value <= greatest)
        return {};
    return wrong(fmt::format(
        "{} is {:g}; it must lie between {:g} and {:g}.", what, value, least, greatest));
}

Expected<std::string> parseLanguage(const std::string& text)
{
    if (text != "en" && text != "ru")
        return wrong(fmt::format("\"{}\" is no language here; choose en or ru.", text));
    return text;
}

} // namespace

std::string_view toText(ImageContent content)
{
    return nameOf<ImageContent>(contentNames, content);
}
Expected<ImageContent> parseImageContent(std::string_view text)
{
    return valueOf<ImageContent>(contentNames, text, "content of a picture");
}
std::string_view toText(ImageGround ground)
{
    return nameOf<ImageGround>(groundNames, ground);
}
Expected<ImageGround> parseImageGround(std::string_view text)
{
    return valueOf<ImageGround>(groundNames, text, "ground");
}
std::string_view toText(Enlarging enlarging)
{
    return nameOf<Enlarging>(enlargingNames, enlarging);
}
Expected<Enlarging> parseEnlarging(std::string_view text)
{
    return valueOf<Enlarging>(enlargingNames, text, "way to enlarge");
}
std::string_view toText(Collision collision)
{
    return nameOf<Collision>(collisionNames, collision);
}
Expected<Collision> parseCollision(std::string_view text)
{
    return valueOf<Collision>(collisionNames, text, "answer to a name that is taken");
}

Expected<void> ImageExport::check() const
{
    struct Range {
        std::string_view what;
        double value, least, greatest;
    };
    const double leastSize = isInMillimetres ? 1 : 16;
    const double greatestSize = isInMillimetres ? 10'000 : 65'500;
    for (const Range& range : {Range{"The quality", static_cast<double>(quality), 1, 100},
             Range{"The resolution in dots per inch", dotsPerInch, 10, 2400},
             Range{"The margin in millimetres", marginMillimetres, 0, 1000},
             Range{"The bleed in millimetres", bleedMillimetres, 0, 100},
             Range{isInMillimetres ? "The size in millimetres" : "The size in pixels",
                 size == 0 ? leastSize : size, leastSize, greatestSize},
             Range{"The ink limit in percent", color.inkLimit, 100, 400}})
        if (auto checked = checkRange(range.what, range.value, range.least, range.greatest);
            !checked)
            return checked;
    if (bits != 8 && bits != 16)
        return wrong(fmt::format("A picture has 8 or 16 bits, not {}.", bits));
    if (marginMillimetres > 0 && bleedMillimetres > 0)
        return wrong("A picture with ground around the tile has nothing to bleed; take a margin "
                     "or a bleed, not both.");
    if (content == ImageContent::Swatch && (marginMillimetres > 0 || bleedMillimetres > 0))
        return wrong("A swatch with a margin or a bleed would not repeat; take both away, or "
                     "another content.");
    if (color.space == ColorSpace::Profile && color.profile.empty())
        return wrong("No colour profile is chosen; choose one, or sRGB.");
    if (auto known = parseLanguage(language); !known)
        return tl::unexpected(known.error());
    if (auto named = checkNameTemplate(nameTemplate); !named)
        return named;
    PictureHeader header;
    header.width = header.height = 1;
    header.format.bits = bits;
    header.format.hasAlpha = ground == ImageGround::Transparent;
    return checkPicture(kind, header);
}

nlohmann::json toJson(const ImageExport& settings)
{
    return {
        {"kind", toText(settings.kind)},
        {"bits", settings.bits},
        {"quality", settings.quality},
        {"isLossless", settings.isLossless},
        {"content", toText(settings.content)},
        {"ground", toText(settings.ground)},
        {"marginMillimetres", settings.marginMillimetres},
        {"size", settings.size},
        {"isInMillimetres", settings.isInMillimetres},
        {"dotsPerInch", settings.dotsPerInch},
        {"bleedMillimetres", settings.bleedMillimetres},
        {"enlarging", toText(settings.enlarging)},
        {"color",
            {
                {"space", toText(settings.color.space)},
                {"profile", settings.color.profile.string()},
                {"intent", toText(settings.color.intent)},
                {"blackPointCompensation", settings.color.blackPointCompensation},
                {"inkLimit", settings.color.inkLimit},
            }},
        {"nameTemplate", settings.nameTemplate},
        {"collision", toText(settings.collision)},
        {"keepsProvenance", settings.keepsProvenance},
        {"creator", settings.creator},
        {"copyright", settings.copyright},
        {"language", settings.language},
    };
}

Expected<ImageExport> imageExportFromJson(const nlohmann::json& json)
{
    ImageExport settings;
    std::string problem;
    JsonFields fields(json, problem);
    fields.read("kind", settings.kind, parsePictureKind);
    fields.read("bits", settings.bits);
    fields.read("quality", settings.quality);
    fields.read("isLossless", settings.isLossless);
    fields.read("content", settings.content, parseImageContent);
    fields.read("ground", settings.ground, parseImageGround);
    fields.read("marginMillimetres", settings.marginMillimetres);
    fields.read("size", settings.size);
    fields.read("isInMillimetres", settings.isInMillimetres);
    fields.read("dotsPerInch", settings.dotsPerInch);
    fields.read("bleedMillimetres", settings.bleedMillimetres);
    fields.read("enlarging", settings.enlarging, parseEnlarging);
    fields.readObject("color", [&](JsonFields& color) {
        std::string profile;
        color.read("space", settings.color.space, parseColorSpace);
        color.read("profile", profile);
        settings.color.profile = profile;
        color.read("intent", settings.color.intent, parseRenderingIntent);
        color.read("blackPointCompensation", settings.color.blackPointCompensation);
        color.read("inkLimit", settings.color.inkLimit);
    });
    fields.read("nameTemplate", settings.nameTemplate);
    fields.read("collision", settings.collision, parseCollision);
    fields.read("keepsProvenance", settings.keepsProvenance);
    fields.read("creator", settings.creator);
    fields.read("copyright", settings.copyright);
    fields.read("language", settings.language, parseLanguage);
    if (!problem.empty())
        return wrong(fmt::format("The settings of the export cannot be used: {}.", problem));
    return settings;
}

std::vector<ImagePreset> shippedImagePresets()
{
    ImageExport web;
    web.size = 1200;

    ImageExport print;
    print.kind = PictureKind::Tiff;
    print.size = 85;
    print.isInMillimetres = true;
    print.bleedMillimetres = 3;
    print.color.space = ColorSpace::Profile;
    print.color.profile = resourceFolder() / "profiles" / "FOGRA39L_coated.icc";
    print.enlarging = Enlarging::Regenerate;

    ImageExport cutOut;
    cutOut.kind = PictureKind::Png;
    cutOut.content = ImageContent::Outline;
    cutOut.ground = ImageGround::Transparent;
    cutOut.size = 2000;
    cutOut.marginMillimetres = 5;
    cutOut.enlarging = Enlarging::Regenerate;

    ImageExport texture;
    texture.kind = PictureKind::Png;
    texture.content = ImageContent::Swatch;
    texture.enlarging = Enlarging::Regenerate;

    ImageExport small;
    small.kind = PictureKind::Webp;
    small.size = 600;
    small.quality = 85;

    return {{"web", {}, web}, {"print", {}, print}, {"cut-out", {}, cutOut},
        {"texture", {}, texture}, {"small", {}, small}};
}

} // namespace tilewright
