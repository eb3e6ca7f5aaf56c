#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/catalog_options.h"
#include "app/commands/command.h"
#include "app/report/terminal_text.h"
#include "app/support/interrupt.h"
#include "core/mix/prompt_format.h"

namespace tilewright {
namespace {

/// Filled up with blanks, as terminals count columns.
std::string padded(const std::string& text, int columns)
{
    const std::string cut = cutToColumns(text, columns);
    return cut + std::string(static_cast<std::size_t>(columns - columnsOf(cut)), ' ');
}

std::string line(const Article& article, const std::string& language)
{
    return fmt::format("{}  {}  {}  {}  {:>10}\n", padded(article.id, 10), padded(article.code, 12),
        padded(articleName(article, language), 24),
        padded(article.tile.mix ? formatMix(*article.tile.mix) : "", 40), article.tile.seed);
}

/// Those that were named; nothing named: all.
Expected<LoadedCatalog> load(CatalogOptions options)
{
    Interrupt interrupt; // before any other thread starts
    options.all = options.all || (options.ids.empty() && options.from.empty());
    return loadCatalog(options, interrupt.token());
}

Expected<int> list(const CatalogOptions& options, bool json)
{
    const auto loaded = load(options);
    if (!loaded)
        return tl::unexpected(loaded.error());
    const Catalog& catalog = loaded->catalog;
    if (json) {
        const auto whole = toJson(catalog);
        for (const auto& article : whole.at("articles"))
            std::cout << jsonText(article) << "\n";
    } else {
        std::cout << fmt::format(
            "{:<10}  {:<12}  {:<24}  {:<40}  {:>10}\n", "id", "number", "name", "mix", "seed");
        for (const Article& article : catalog.articles)
            std::cout << line(article, options.language);
    }
    std::cout << std::flush;
    return 0;
}

Expected<int> code(const CatalogOptions& options, bool json)
{
    const auto loaded = load(options);
    if (!loaded)
        return tl::unexpected(loaded.error());
    for (const Article& article : loaded->catalog.articles) {
        const std::string name = articleName(article, options.language);
        if (json)
            std::cout << jsonText({{"id", article.id}, {"code", article.code}, {"name", name},
                {"shareCode", article.shareCode}})
                      << "\n";
        else if (article.shareCode.empty())
            std::cerr << fmt::format("There is no code for {} ({}): its pattern, granules or noise "
                                     "do not fit into one.\n",
                article.code, name);
        else
            std::cout << fmt::format("{}  {}  {}\n", article.shareCode, article.code, name);
    }
    std::cout << std::flush;
    return 0;
}

} // namespace

void addCatalogList(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("list", "Show tiles as articles");
    const auto options = std::make_shared<CatalogOptions>();
    addCatalogOptions(command, *options, invocation);
    command.footer(R"(Examples:
  tilewright catalog list
  tilewright catalog list --from "picked, rating 3+" --language ru
  tilewright catalog list --json

An article keeps its id as long as its tile is made in the same way.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return list(*options, invocation.json); };
    });
}

void addCatalogCode(CLI::App& group, Invocation& invocation)
{
    CLI::App& command
        = *group.add_subcommand("code", "Tell tiles in one short word each, to open elsewhere");
    const auto options = std::make_shared<CatalogOptions>();
    addCatalogOptions(command, *options, invocation);
    command.footer(R"(Examples:
  tilewright catalog code 12
  tilewright catalog code --from picked
  tilewright render --code TW-4HGE-C18T-H198-0JJP-8B

A code says mix, pattern, size of the granules, seams and seed. Paste it into the studio, or give
it to render or granulate.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return code(*options, invocation.json); };
    });
}

} // namespace tilewright
