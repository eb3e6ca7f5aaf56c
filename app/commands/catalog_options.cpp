#include "app/commands/catalog_options.h"

#include <algorithm>
#include <charconv>
#include <iostream>

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/command.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "core/library/query_text.h"

namespace tilewright {
namespace {

/// Nothing where the text is no number: it may be an article's.
std::optional<TileId> tileId(const std::string& text)
{
    TileId id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return id;
}

TileQuery readQuery(const std::string& text, const Palette& palette)
{
    const ParsedQuery parsed = parseQuery(text, palette);
    for (const QueryNote& note : parsed.notes)
        std::cerr << toText(note) << "\n";
    return parsed.query;
}

Expected<std::vector<TileRecord>> findRecords(
    const CatalogOptions& options, const Library& library, const Palette& palette)
{
    std::vector<TileId> tiles;
    const bool namesArticles = std::any_of(
        options.ids.begin(), options.ids.end(), [](const std::string& id) { return !tileId(id); });
    if (options.all || !options.from.empty() || namesArticles) {
        const auto found = library.find(readQuery(options.from, palette));
        if (!found)
            return tl::unexpected(found.error());
        tiles = found->tiles;
    } else {
        for (const std::string& id : options.ids)
            tiles.push_back(*tileId(id));
    }
    return library.records(tiles);
}

/// Those that were named, in that order. Errors: Usage.
Expected<std::vector<Article>> chosen(
    std::vector<Article> articles, const std::vector<std::string>& ids)
{
    if (ids.empty())
        return articles;
    std::vector<Article> result;
    for (const std::string& id : ids) {
        const auto tile = tileId(id);
        const auto found = std::find_if(articles.begin(), articles.end(), [&](const Article& a) {
            return a.id == id || a.code == id || (tile && a.tile.id == *tile);
        });
        if (found == articles.end())
            return fail(ErrorKind::Usage,
                fmt::format("There is no tile \"{}\". Take the ids that \"tilewright library "
                            "list\" shows, or an article's id or number.",
                    id));
        result.push_back(*found);
    }
    return result;
}

} // namespace

void addCatalogOptions(CLI::App& command, CatalogOptions& options, Invocation& invocation)
{
    auto* ids = command.add_option(
        "ids", options.ids, "Tiles by their ids in the library, or articles by id or number");
    ids->type_name("IDS");
    auto* from = command.add_option(
        "--from", options.from, "Tiles that a query finds: \"picked, red 40-60, rating 3+\"");
    from->type_name("QUERY");
    auto* all = command.add_flag("--all", options.all, "All tiles of the library");
    ids->excludes(from)->excludes(all);
    from->excludes(all);
    command
        .add_option("--details", options.details,
            "Title, company, product and article names as JSON (default: the studio's)")
        ->type_name("FILE");
    command.add_option("--language", options.language, "Of words and numbers: en or ru")
        ->check(CLI::IsMember({"en", "ru"}));
    addLibraryOptions(command, options.library, invocation);
}

Expected<LoadedCatalog> loadCatalog(const CatalogOptions& options, std::stop_token stop)
{
    if (options.ids.empty() && options.from.empty() && !options.all)
        return fail(ErrorKind::Usage,
            "Say which tiles: their ids, --from \"picked, rating 3+\", or --all.");
    auto palette = options.library.loadPalette();
    if (!palette)
        return tl::unexpected(palette.error());
    if (!options.details.empty() && !std::filesystem::exists(options.details))
        return fail(
            ErrorKind::Usage, fmt::format("There is no file {}.", options.details.string()));
    const auto details
        = CatalogDetails::load(options.details.empty() ? catalogDetailsFile() : options.details);
    if (!details)
        return tl::unexpected(details.error());
    const auto recipes = RecipeBook::load(recipeFile());
    if (!recipes)
        return tl::unexpected(recipes.error());
    const auto library = options.library.open();
    if (!library)
        return tl::unexpected(library.error());
    const auto records = findRecords(options, **library, *palette);
    if (!records)
        return tl::unexpected(records.error());

    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    auto made = makeCatalog(
        *records, *palette, *recipes, *details,
        [&](std::size_t done, std::size_t total) {
            status.show("reading tiles", static_cast<int>(done), static_cast<int>(total));
        },
        stop);
    status.clear();
    if (!made)
        return tl::unexpected(made.error());
    for (const CatalogProblem& problem : made->problems)
        std::cerr << fmt::format(
            "Left out: {}: {}\n", problem.file.filename().string(), problem.error.message);
    auto articles = chosen(std::move(made->catalog.articles), options.ids);
    if (!articles)
        return tl::unexpected(articles.error());
    if (articles->empty())
        return fail(ErrorKind::Usage, "There are no such tiles in the library.");
    made->catalog.articles = std::move(*articles);
    return LoadedCatalog{std::move(*palette), std::move(made->catalog), std::move(made->problems)};
}

} // namespace tilewright
