#include "app/support/floor_options.h"

#include <algorithm>
#include <tuple>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "core/mix/mix_text.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

/// Writes a parsed option over the plan's value, or hands its error on.
template <typename Value, typename Parse>
Expected<void> take(const std::optional<std::string>& text, Value& target, Parse parse)
{
    if (!text)
        return {};
    auto parsed = parse(*text);
    if (!parsed)
        return tl::unexpected(parsed.error());
    target = std::move(*parsed);
    return {};
}

Expected<FloorPlan> planFrom(const FloorOptions& options)
{
    FloorPlan plan;
    if (!options.plan.empty()) {
        const auto text = readTextFile(options.plan);
        if (!text)
            return tl::unexpected(text.error());
        const auto json = parseJson(*text, options.plan.string());
        if (!json)
            return tl::unexpected(json.error());
        // What --json tells holds a plan beside other things.
        const bool isReport = json->is_object() && json->contains("plan");
        const auto read = floorPlanFromJson(isReport ? (*json)["plan"] : *json);
        if (!read)
            return read;
        plan = *read;
    }
    std::pair room{plan.roomLengthMetres, plan.roomWidthMetres};
    for (const auto& taken : {take(options.room, room, parseRoom),
             take(options.pattern, plan.pattern, parseFloorPattern),
             take(options.bond, plan.bond, parseFloorBond),
             take(options.shares, plan.shares, parseShares),
             take(options.seed, plan.seed, parseSeed)})
        if (!taken)
            return tl::unexpected(taken.error());
    std::tie(plan.roomLengthMetres, plan.roomWidthMetres) = room;
    plan.borderTiles = options.border.value_or(plan.borderTiles);
    plan.stripeTiles = options.stripe.value_or(plan.stripeTiles);
    plan.isCentred = plan.isCentred && !options.fromCorner;
    if (plan.pattern == FloorPattern::Painted && plan.painted.empty())
        return fail(ErrorKind::Usage,
            "A painted floor needs --plan with a file whose \"painted\" has the tile of each row "
            "and column, counted from 0. The studio paints such floors.");
    return plan;
}

} // namespace

void addFloorOptions(CLI::App& command, FloorOptions& options)
{
    const char* floor = "Floor";
    const auto add = [&](const char* name, auto& value, const char* help, const char* type) {
        return command.add_option(name, value, help)->type_name(type)->group(floor);
    };
    add("--room", options.room, "Metres, length x width; default: 4x3", "LxW");
    add("--pattern", options.pattern,
        "single, checks, border, stripes, random or painted; default: single", "NAME");
    add("--bond", options.bond, "straight or half-bond; default: straight", "NAME");
    add("--shares", options.shares, "Of the tiles with random, e.g. 60,40; default: equal",
        "A,B,…");
    add("--border", options.border, "Width of the border in tiles; default: 1", "N");
    add("--stripe", options.stripe, "Width of the stripes in tiles; default: 1", "N");
    command
        .add_flag_function(
            "--turned,!--not-turned",
            [&options](std::int64_t count) { options.isTurned = count > 0; },
            "Turn square tiles by quarters; default: where a tile has only one picture")
        ->group(floor);
    command
        .add_flag("--corner", options.fromCorner,
            "Begin with whole tiles in the upper left corner; default: cuts on both sides")
        ->group(floor);
    add("--variants", options.variants, "Pictures of each tile at most; default: all given", "N")
        ->check(CLI::Range(1, 1000).description(""));
    add("--plan-seed", options.seed, "Decides what chance decides; default: 0", "N");
    add("--plan", options.plan, "A plan as JSON, as --json tells it; other options change it",
        "FILE");

    const char* picture = "Picture";
    command.add_option("--view", options.view, "above or perspective; default: above")
        ->type_name("NAME")
        ->group(picture);
    command.add_option("--size", options.size, "Pixels of the longer side; default: 2048")
        ->type_name("N")
        ->group(picture);
    command.add_flag("--no-seams", options.hidesSeams, "No joints between the tiles")
        ->group(picture);
    command.add_flag("--no-light", options.hasNoLight, "No daylight in perspective")
        ->group(picture);
}

Expected<std::pair<double, double>> parseRoom(std::string_view text)
{
    std::string plain(text);
    if (const auto times = plain.find("×"); times != std::string::npos)
        plain.replace(times, std::string_view("×").size(), "x");
    const auto middle = plain.find_first_of("xX*");
    if (middle != std::string::npos) {
        const auto length = numberFrom(trimmed(std::string_view(plain).substr(0, middle)));
        const auto width = numberFrom(trimmed(std::string_view(plain).substr(middle + 1)));
        if (length && width)
            return std::pair{*length, *width};
    }
    return fail(ErrorKind::Usage,
        fmt::format(
            "\"{}\" is no room; give length and width in metres, e.g. 6x4 or 6.5x4.", text));
}

Expected<std::vector<double>> parseShares(std::string_view text)
{
    constexpr std::string_view separators = ",;: ";
    std::vector<double> shares;
    for (std::size_t end = 0, begin = text.find_first_not_of(separators); begin < text.size();
         begin = text.find_first_not_of(separators, end)) {
        end = std::min(text.find_first_of(separators, begin), text.size());
        const auto share = numberFrom(text.substr(begin, end - begin));
        if (!share)
            return fail(ErrorKind::Usage,
                fmt::format(
                    "\"{}\" are no shares; give a number for each tile, e.g. 60,40.", text));
        shares.push_back(*share);
    }
    return shares;
}

Expected<FloorLayout> layoutFrom(const FloorOptions& options, std::vector<FloorRecipe>& recipes)
{
    auto plan = planFrom(options);
    if (!plan)
        return tl::unexpected(plan.error());
    bool hasSingle = false;
    for (FloorRecipe& recipe : recipes) {
        if (options.variants
            && recipe.pictures.size() > static_cast<std::size_t>(*options.variants))
            recipe.pictures.resize(static_cast<std::size_t>(*options.variants));
        hasSingle = hasSingle || recipe.pictures.size() == 1;
    }
    const std::vector<double> shares = plan->shares;
    if (options.isTurned || options.plan.empty())
        plan->isTurned = options.isTurned.value_or(hasSingle);
    const bool wantsTurns = options.isTurned.value_or(false);
    if (const auto taken = takeRecipes(*plan, recipes); !taken)
        return tl::unexpected(taken.error());
    // What was asked for in words is not dropped in silence.
    if (options.shares)
        plan->shares = shares;
    plan->isTurned = plan->isTurned || wantsTurns;
    return layFloor(*plan);
}

Expected<FloorPictureSettings> pictureFrom(const FloorOptions& options)
{
    const auto view = parseFloorView(options.view);
    if (!view)
        return tl::unexpected(view.error());
    FloorPictureSettings settings;
    settings.view = *view;
    settings.longestSide = options.size;
    settings.showsSeams = !options.hidesSeams;
    settings.hasLight = !options.hasNoLight;
    if (const auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    return settings;
}

} // namespace tilewright
