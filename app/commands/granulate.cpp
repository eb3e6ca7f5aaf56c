#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "app/support/named_mix.h"
#include "app/support/pattern_options.h"
#include "core/catalog/share_code.h"
#include "core/granule/granule_shader.h"
#include "core/image/png.h"
#include "core/mix/prompt_format.h"
#include "core/support/atomic_file.h"
#include "core/support/version.h"

namespace tilewright {
namespace {

struct GranulateOptions {
    std::string mix;
    std::string code; ///< a share code instead of mix, pattern, granules, seams and seed
    std::string size = "512x512";
    std::optional<std::string> seed;
    double millimetresPerPixel = GranuleSettings().millimetresPerPixel;
    PatternOptions pattern;
    bool seamless = false;
    std::string palette = "rubber-29";
    std::filesystem::path output;
};

Expected<GranuleSettings> settingsFrom(const GranulateOptions& options)
{
    constexpr int smallest = 16, largest = 4096;
    constexpr double finestGranule = 2; // pixels
    const auto size = parseSize(options.size);
    if (!size)
        return tl::unexpected(size.error());
    if (std::min(size->width, size->height) < smallest
        || std::max(size->width, size->height) > largest)
        return fail(ErrorKind::Usage,
            fmt::format("{} is out of range: granule pictures have {} to {} pixels a side.",
                options.size, smallest, largest));
    if (!(options.millimetresPerPixel > 0))
        return fail(ErrorKind::Usage, "--scale must be more than 0.");
    const auto sizes = granuleSizesFrom(options.pattern, GranuleSettings().granuleMillimetres);
    if (!sizes)
        return tl::unexpected(sizes.error());
    const double diameter = sizes->millimetres / options.millimetresPerPixel;
    if (!(diameter >= finestGranule) || diameter > largest)
        return fail(ErrorKind::Usage,
            fmt::format("Granules of {:g} mm at {:g} mm per pixel are {:.3g} pixels wide; {} to {} "
                        "can be drawn. Change --granule, --grading or --scale.",
                sizes->millimetres, options.millimetresPerPixel, diameter, finestGranule, largest));
    const auto seed = options.seed ? parseSeed(*options.seed) : randomSeed();
    if (!seed)
        return tl::unexpected(seed.error());
    GranuleSettings settings;
    settings.width = size->width;
    settings.height = size->height;
    settings.millimetresPerPixel = options.millimetresPerPixel;
    settings.granuleMillimetres = sizes->millimetres;
    settings.fractions = sizes->fractions;
    settings.seamless = options.seamless;
    settings.seed = *seed;
    return settings;
}

/// For the Description in the PNG.
std::string description(const GranuleSettings& settings, const TileDesign& design)
{
    std::string text = fmt::format("Granule picture of {}", formatMix(design.mix()));
    const Pattern& pattern = design.pattern();
    if (pattern.kind != PatternKind::Speckle)
        text += fmt::format("; {} of {:g} mm at {:g}°", toText(pattern.kind),
            pattern.sizeMillimetres, pattern.angleDegrees);
    for (const Mix& mix : pattern.mixes)
        text += fmt::format("; then {}", formatMix(mix));
    return text
        + fmt::format("; seed {}, {:.4g} mm per pixel, granules of {} mm{}", settings.seed,
            settings.millimetresPerPixel,
            settings.fractions.empty() ? fmt::format("{:g}", settings.granuleMillimetres)
                                       : formatGrading(settings.fractions),
            settings.seamless ? ", seamless" : "");
}

/// What is to be drawn.
struct Plan {
    GranuleSettings settings;
    TileDesign design;
    Palette palette;
};

Expected<Plan> planOf(const GranulateOptions& options)
{
    auto palette = loadPalette(options.palette, {});
    if (!palette)
        return tl::unexpected(palette.error());
    const auto mix = readNamedMix(options.mix, *palette);
    if (!mix)
        return tl::unexpected(mix.error());
    auto design = designFrom(options.pattern, *mix, *palette);
    if (!design)
        return tl::unexpected(design.error());
    auto settings = settingsFrom(options);
    if (!settings)
        return tl::unexpected(settings.error());
    return Plan{std::move(*settings), std::move(*design), std::move(*palette)};
}

/// Size, scale and another seed may be given beside the code.
Expected<Plan> sharedPlan(GranulateOptions options)
{
    if (!options.mix.empty() || options.pattern.any() || options.seamless)
        return fail(ErrorKind::Usage,
            "--code says mix, pattern and granules itself; leave out what says them otherwise.");
    const auto palette = loadPalette(options.palette, {});
    if (!palette)
        return tl::unexpected(palette.error());
    const auto shared = parseShareCode(options.code, *palette);
    if (!shared)
        return tl::unexpected(shared.error());
    auto design = TileDesign::create(shared->mix, shared->pattern);
    if (!design)
        return tl::unexpected(design.error());
    options.pattern.granule = fmt::format("{}", shared->granuleMillimetres);
    options.seamless = shared->seamless != SeamlessAxes::None;
    if (!options.seed)
        options.seed = std::to_string(shared->seed);
    auto settings = settingsFrom(options);
    if (!settings)
        return tl::unexpected(settings.error());
    auto colors = palette->with(shared->colors);
    if (!colors)
        return tl::unexpected(colors.error());
    return Plan{std::move(*settings), std::move(*design), std::move(*colors)};
}

Expected<int> granulate(const GranulateOptions& options)
{
    if (options.mix.empty() && options.code.empty())
        return fail(ErrorKind::Usage,
            "Say what to draw: --mix \"50% red, 30% black, 20% pearl\", or --code TW-….");
    const auto plan = options.code.empty() ? planOf(options) : sharedPlan(options);
    if (!plan)
        return tl::unexpected(plan.error());
    const auto& [settings, design, palette] = *plan;
    if (const auto name = checkPngName(options.output); !name)
        return tl::unexpected(name.error());
    if (const auto writable = checkWritable(options.output); !writable)
        return tl::unexpected(writable.error());

    auto picture = renderGranules(settings, design, palette);
    if (!picture)
        return tl::unexpected(picture.error());
    const PngPicture png{std::move(*picture),
        {{"Software", fmt::format("{} {}", applicationName, applicationVersion)},
            {"Description", description(settings, design)}}};
    if (const auto written = writePng(options.output, png); !written)
        return tl::unexpected(written.error());
    std::cout << fmt::format("{}  seed {}\n", options.output.string(), settings.seed);
    return 0;
}

} // namespace

void addGranulateCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& command
        = *root.add_subcommand("granulate", "Draw the granule picture of a mix, without a model");
    const auto options = std::make_shared<GranulateOptions>();
    command
        .add_option(
            "--mix", options->mix, "Colours or recipes and shares, e.g. \"50% red, 50% black\"")
        ->type_name("TEXT");
    command
        .add_option("--code", options->code,
            "A tile that was shared, e.g. TW-4HGE-C18T-H198-0JJP-8B, instead of a mix")
        ->type_name("CODE");
    command.add_option("-o,--output", options->output, "PNG to write")
        ->type_name("FILE")
        ->required();
    command.add_option("--size", options->size, "Pixels, width x height; default: 512x512")
        ->type_name("WxH");
    command
        .add_option("--seed", options->seed, "Same seed, same granules; default: random, printed")
        ->type_name("N");
    command
        .add_option("--scale", options->millimetresPerPixel,
            "Millimetres per pixel; default: 0.488, half a metre on 1024 pixels")
        ->type_name("MM_PER_PX");
    command
        .add_option(
            "--palette", options->palette, "A palette's name or its file; default: rubber-29")
        ->type_name("NAME|FILE");
    addPatternOptions(command, options->pattern, "Pattern");
    command
        .add_flag("--seamless", options->seamless,
            "The pattern goes on across the edges, so that tiles can be laid side by side")
        ->group("Pattern");
    addVerboseOption(command, invocation);
    command.footer(R"(Examples:
  tilewright granulate --mix "50% red, 30% black, 20% pearl" -o granules.png
  tilewright granulate --mix "90% black, 10% blue" --size 1024x512 --granule 4 --seed 3 -o wall.png
  tilewright granulate --mix "50% red, 50% black" --pattern stripes --angle 45 --seamless -o s.png
  tilewright granulate --code TW-4HGE-C18T-H198-0JJP-8B -o shared.png
  tilewright granulate --mix "100% white" --mix2 "100% blue" --pattern linear-gradient -o sky.png)");
    command.callback(
        [options, &invocation] { invocation.run = [options] { return granulate(*options); }; });
}

} // namespace tilewright
