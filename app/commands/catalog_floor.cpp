#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/catalog_options.h"
#include "app/commands/command.h"
#include "app/commands/floor_seeds.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "app/sheets.h"
#include "app/support/floor_options.h"
#include "app/support/interrupt.h"
#include "core/floor/floor_file.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

struct FloorCommand {
    CatalogOptions catalog;
    FloorOptions floor;
    SheetOptions sheet;
    std::filesystem::path output; ///< empty: only the table
    double waste = 5;
    int generate = 0;
};

/// A floor with what it was made from.
struct LaidFloor {
    LoadedCatalog loaded;
    std::vector<FloorRecipe> recipes;
    FloorLayout layout;
};

bool isPdf(const std::filesystem::path& file)
{
    return file.extension() == ".pdf" || file.extension() == ".PDF";
}

Expected<void> checkOutput(const std::filesystem::path& file)
{
    if (file.empty())
        return {};
    if (!isPdf(file))
        if (const auto named = checkFloorPictureName(file); !named)
            return named;
    return checkWritable(file);
}

/// The catalogue with the further pictures, after those that were there.
Expected<LoadedCatalog> withSeeds(
    const FloorCommand& command, const LoadedCatalog& loaded, Interrupt& interrupt)
{
    const auto made = renderSeeds(floorRecipes(loaded.catalog.articles), command.generate,
        command.catalog.library, interrupt);
    if (!made)
        return tl::unexpected(made.error());
    CatalogOptions all = command.catalog;
    all.ids.clear();
    all.from.clear();
    all.all = false;
    for (const Article& article : loaded.catalog.articles)
        all.ids.push_back(std::to_string(article.tile.id));
    for (const TileId id : *made)
        all.ids.push_back(std::to_string(id));
    return loadCatalog(all, interrupt.token());
}

Expected<LaidFloor> layFrom(const FloorCommand& command, Interrupt& interrupt)
{
    auto loaded = loadCatalog(command.catalog, interrupt.token());
    if (loaded && command.generate > 0)
        loaded = withSeeds(command, *loaded, interrupt);
    if (!loaded)
        return tl::unexpected(loaded.error());
    std::vector<FloorRecipe> recipes = floorRecipes(loaded->catalog.articles);
    auto layout = layoutFrom(command.floor, recipes);
    if (!layout)
        return tl::unexpected(layout.error());
    return LaidFloor{std::move(*loaded), std::move(recipes), std::move(*layout)};
}

Expected<void> writeFile(const FloorCommand& command, const LaidFloor& floor,
    const FloorPictureSettings& settings, std::stop_token stop)
{
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const auto show = [&](const char* what) {
        return
            [&status, what](double done) { status.show(what, static_cast<int>(done * 100), 100); };
    };
    const auto picture = drawFloor(
        floor.layout, tilePictures(floor.recipes), settings, show("drawing the floor"), stop);
    if (!picture)
        return tl::unexpected(picture.error());
    if (!isPdf(command.output))
        return writeFloorPicture(command.output, *picture, floor.layout.plan, floor.recipes,
            show("writing the picture"), stop);
    std::vector<Article> articles;
    for (const FloorRecipe& recipe : floor.recipes)
        articles.push_back(recipe.article());
    const auto written = writeFloorSheet(command.output, floor.loaded.catalog, floor.layout,
        articles, *picture, command.waste, command.sheet, {}, stop);
    if (!written)
        return tl::unexpected(written.error());
    status.clear();
    for (const std::string& problem : written->problems)
        std::cerr << problem << "\n";
    return {};
}

nlohmann::ordered_json toJson(const FloorCommand& command, const LaidFloor& floor)
{
    nlohmann::ordered_json json;
    if (!command.output.empty())
        json["file"] = command.output.string();
    json["plan"] = toJson(floor.layout.plan);
    json["wastePercent"] = command.waste;
    json["tiles"] = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < floor.recipes.size(); ++i) {
        const FloorCount& count = floor.layout.counts[i];
        const Article& article = floor.recipes[i].article();
        json["tiles"].push_back({{"id", article.id}, {"code", article.code},
            {"name", articleName(article, command.catalog.language)},
            {"pictures", floor.recipes[i].pictures.size()}, {"whole", count.whole},
            {"cut", count.cut}, {"tilesForCuts", count.tilesForCuts}, {"needed", count.needed()},
            {"toOrder", count.toOrder(command.waste)}, {"squareMetres", count.squareMetres}});
    }
    return json;
}

/// "Red, black and pearl     3     45      6     3      48         51    12.00"
void tell(const FloorCommand& command, const LaidFloor& floor)
{
    const FloorPlan& plan = floor.layout.plan;
    std::cout << fmt::format("{} × {} m, tiles of {} × {} mm, {}, {}\n", plan.roomLengthMetres,
        plan.roomWidthMetres, plan.tileLengthMillimetres, plan.tileWidthMillimetres,
        toText(plan.pattern), toText(plan.bond));
    constexpr int nameColumns = 32;
    const auto padded = [&](const std::string& text) {
        const std::string cut = cutToColumns(text, nameColumns);
        return cut + std::string(static_cast<std::size_t>(nameColumns - columnsOf(cut)), ' ');
    };
    std::cout << fmt::format("{} {:>8} {:>6} {:>6} {:>6} {:>6} {:>6} {:>9}\n", padded("tile"),
        "pictures", "whole", "pieces", "from", "needed", "order", "m²  ");
    for (std::size_t i = 0; i < floor.recipes.size(); ++i) {
        const FloorCount& count = floor.layout.counts[i];
        std::cout << fmt::format("{} {:>8} {:>6} {:>6} {:>6} {:>6} {:>6} {:>9.2f}\n",
            padded(articleName(floor.recipes[i].article(), command.catalog.language)),
            floor.recipes[i].pictures.size(), count.whole, count.cut, count.tilesForCuts,
            count.needed(), count.toOrder(command.waste), count.squareMetres);
    }
    if (!command.output.empty())
        std::cout << command.output.string() << "\n";
    std::cout << std::flush;
}

Expected<int> layFloorFrom(FloorCommand command, bool asJson)
{
    Interrupt interrupt; // before any other thread starts
    const auto settings = pictureFrom(command.floor);
    if (!settings)
        return tl::unexpected(settings.error());
    if (const auto checked = checkOutput(command.output); !checked)
        return tl::unexpected(checked.error());
    const auto floor = layFrom(command, interrupt);
    if (!floor)
        return tl::unexpected(floor.error());
    if (!command.output.empty())
        if (const auto written = writeFile(command, *floor, *settings, interrupt.token()); !written)
            return tl::unexpected(written.error());
    if (asJson)
        std::cout << jsonText(toJson(command, *floor)) << std::endl;
    else
        tell(command, *floor);
    return 0;
}

} // namespace

void addCatalogFloor(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand(
        "floor", "Lay tiles in a room: how many it takes, and what it looks like");
    const auto options = std::make_shared<FloorCommand>();
    addCatalogOptions(command, options->catalog, invocation);
    addFloorOptions(command, options->floor);
    command
        .add_option(
            "--waste", options->waste, "Percent of tiles on top of what is needed; default: 5")
        ->type_name("PERCENT")
        ->check(CLI::Range(0.0, 100.0).description(""));
    command
        .add_option("--generate", options->generate,
            "Make N further pictures of each tile with its model first, into the library")
        ->type_name("N")
        ->check(CLI::Range(1, 100).description(""));
    command
        .add_option("-o,--output", options->output,
            "Picture (png, jpg, tif, webp) or page (pdf); default: only the table")
        ->type_name("FILE");
    addPaperOptions(command, options->sheet);
    command.footer(R"(Examples:
  tilewright catalog floor 17 --room 6x4 -o floor.png
  tilewright catalog floor 17 23 --room 6.5x4 --pattern checks --view perspective -o floor.jpg
  tilewright catalog floor --from picked --pattern random --shares 60,40 --waste 8 -o floor.pdf
  tilewright catalog floor 17 --generate 5 --bond half-bond -o floor.webp

Tiles of one mix are pictures of one kind of tile, laid in turn so that no repeat shows. The kinds
come in the order in which the tiles are named: with border, the second one lies around the first.)");
    command.callback([options, &invocation] {
        options->sheet.language = options->catalog.language;
        invocation.run = [options, &invocation] { return layFloorFrom(*options, invocation.json); };
    });
}

} // namespace tilewright
