#include "app/support/pattern_options.h"
#include "app/support/named_mix.h"

#include <array>
#include <charconv>
#include <filesystem>

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>


namespace tilewright {
namespace {

constexpr std::array<std::pair<std::string_view, double>, 3> granuleNames{{
    {"small", 4},
    {"medium", 8},
    {"large", 14},
}};

Expected<double> granuleFrom(std::string_view text)
{
    for (const auto& [name, millimetres] : granuleNames) {
        if (text == name)
            return millimetres;
    }
    double millimetres = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, millimetres);
    if (error != std::errc{} || stop != end || !(millimetres > 0))
        return fail(ErrorKind::Usage,
            fmt::format("\"{}\" is no granule size; give small, medium, large or the mean diameter "
                        "in millimetres to --granule.",
                text));
    return millimetres;
}

} // namespace

bool PatternOptions::any() const
{
    return kind || size || angle || !regionMixes.empty() || !mask.empty() || granule || grading;
}

void addPatternOptions(CLI::App& command, PatternOptions& options, const std::string& group)
{
    command
        .add_option("--pattern", options.kind,
            "speckle, flecks, stripes, checks, grid, linear-gradient, radial-gradient or mask; "
            "default: speckle")
        ->type_name("NAME")
        ->group(group);
    command
        .add_option("--pattern-size", options.size,
            "Diameter of flecks, width of one cycle of stripes, side of a check or of a grid's "
            "cell; default: 60")
        ->type_name("MM")
        ->group(group);
    command
        .add_option("--angle", options.angle,
            "Where stripes, checks, grids and linear gradients run to; default: 0, to the right")
        ->type_name("DEGREES")
        ->group(group);
    command
        .add_option("--mix2,--region-mix", options.regionMixes,
            "A further mix: the other end of a gradient, the next stripe, cell or region; may be "
            "repeated")
        ->type_name("TEXT")
        ->allow_extra_args(false)
        ->group(group);
    command
        .add_option("--mask", options.mask,
            "Picture in flat colours; its regions from dark to light have one mix each")
        ->type_name("FILE")
        ->group(group);
    command
        .add_option("--granule", options.granule,
            "Mean granule diameter: small (4), medium (8), large (14) or millimetres; default: 8")
        ->type_name("SIZE")
        ->group(group);
    command
        .add_option("--grading", options.grading,
            "Granules of several sizes: millimetres and percent of the area, e.g. 2-4:40,4-8:60")
        ->type_name("TEXT")
        ->group(group);
}

Expected<TileDesign> designFrom(
    const PatternOptions& options, const Mix& mix, const Palette& palette)
{
    Pattern pattern;
    if (options.kind) {
        const auto kind = parsePatternKind(*options.kind);
        if (!kind)
            return tl::unexpected(kind.error());
        pattern.kind = *kind;
    } else if (!options.mask.empty()) {
        pattern.kind = PatternKind::Mask;
    }
    pattern.sizeMillimetres = options.size.value_or(pattern.sizeMillimetres);
    pattern.angleDegrees = options.angle.value_or(pattern.angleDegrees);
    for (const std::string& text : options.regionMixes) {
        auto parsed = readNamedMix(text, palette);
        if (!parsed)
            return tl::unexpected(parsed.error());
        pattern.mixes.push_back(std::move(*parsed));
    }
    if (!options.mask.empty()) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(options.mask, error))
            return fail(ErrorKind::Usage, fmt::format("There is no mask {}.", options.mask));
        pattern.mask = std::filesystem::absolute(options.mask).lexically_normal().string();
    }
    return TileDesign::create(mix, std::move(pattern));
}

Expected<GranuleSizes> granuleSizesFrom(const PatternOptions& options, double millimetres)
{
    if (options.granule && options.grading)
        return fail(ErrorKind::Usage,
            "--granule and --grading exclude each other: a grading says all sizes itself.");
    GranuleSizes sizes{millimetres, {}};
    if (options.granule) {
        const auto parsed = granuleFrom(*options.granule);
        if (!parsed)
            return tl::unexpected(parsed.error());
        sizes.millimetres = *parsed;
    }
    if (options.grading) {
        auto fractions = parseGrading(*options.grading);
        if (!fractions)
            return tl::unexpected(fractions.error());
        sizes.fractions = std::move(*fractions);
        sizes.millimetres = meanMillimetres(sizes.fractions);
    }
    return sizes;
}

} // namespace tilewright
