#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "app/commands/library_report.h"
#include "app/report/terminal_text.h"
#include "core/library/query_text.h"
#include "core/mix/prompt_format.h"

namespace tilewright {
namespace {

constexpr std::size_t recordsAtOnce = 1000;

struct ListOptions {
    LibraryOptions library;
    std::vector<std::string> words; ///< of the query
    std::size_t limit = 0; ///< 0: all
};

/// "     12  4     1704233    0.8  50% red, 30% black, 20% pearl  50-red-30-black-….png"
std::string line(const TileRecord& tile)
{
    return fmt::format("{:>7}  {}  {:>10}  {:>5}  {:<40}  {}{}\n", tile.id, tile.marks.rating,
        tile.seed, tile.error ? fmt::format("{:.1f}", *tile.error) : "-",
        tile.mix ? formatMix(*tile.mix) : cutToColumns(tile.prompt, 40),
        tile.file.filename().string(), tile.isMissing ? "  (missing)" : "");
}

Expected<int> list(const ListOptions& options, bool json)
{
    const auto palette = options.library.loadPalette();
    if (!palette)
        return tl::unexpected(palette.error());
    const auto library = options.library.open();
    if (!library)
        return tl::unexpected(library.error());
    const ParsedQuery parsed
        = parseQuery(fmt::format("{}", fmt::join(options.words, " ")), *palette);
    for (const QueryNote& note : parsed.notes)
        std::cerr << toText(note) << "\n";
    const auto found = (*library)->find(parsed.query);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<TileId> tiles = found->tiles;
    const std::size_t count = tiles.size();
    if (options.limit > 0 && tiles.size() > options.limit)
        tiles.resize(options.limit);
    if (!json && count > 0)
        std::cout << fmt::format(
            "{:>7}  {}  {:>10}  {:>5}  {:<40}  {}\n", "id", "★", "seed", "off", "mix", "file");
    for (std::size_t first = 0; first < tiles.size(); first += recordsAtOnce) {
        const auto begin = tiles.begin() + static_cast<std::ptrdiff_t>(first);
        const std::size_t part = std::min(recordsAtOnce, tiles.size() - first);
        const auto records
            = (*library)->records({begin, begin + static_cast<std::ptrdiff_t>(part)});
        if (!records)
            return tl::unexpected(records.error());
        for (const TileRecord& tile : *records)
            std::cout << (json ? jsonText(toJson(tile)) + "\n" : line(tile));
    }
    std::cout << std::flush;
    std::cerr << fmt::format(
        "{} {}\n", countText(static_cast<std::int64_t>(count)), count == 1 ? "tile" : "tiles");
    return 0;
}

} // namespace

void addLibraryList(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("list", "Find tiles");
    const auto options = std::make_shared<ListOptions>();
    command.add_option("QUERY", options->words, "What they should be like; nothing: all tiles")
        ->type_name("");
    command.add_option("--limit", options->limit, "Show no more than this")->type_name("N");
    addLibraryOptions(command, options->library, invocation);
    command.footer(R"(Examples:
  tilewright library list
  tilewright library list "red 40-60, rating 3+"
  tilewright library list "picked, within 2 points, this month" --json
  tilewright library list 'closest in colour to "50% red, 50% black"' --limit 10

Newest first, unless the query says otherwise. Conditions are separated by commas; what is no
condition is looked for in prompts, mixes, models and file names.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return list(*options, invocation.json); };
    });
}

} // namespace tilewright
