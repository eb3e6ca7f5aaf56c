#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/catalog_options.h"
#include "app/commands/command.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "app/sheets.h"
#include "app/support/interrupt.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

struct SheetCommand {
    CatalogOptions catalog;
    SheetOptions sheet;
    std::filesystem::path output;
    std::string kind = "catalog";
};

void tell(const SheetCommand& command, const SheetReport& report, bool asJson)
{
    for (const std::string& problem : report.problems)
        std::cerr << problem << "\n";
    if (asJson)
        std::cout << jsonText({{"file", command.output.string()}, {"pages", report.pages},
            {"problems", report.problems}})
                  << std::endl;
    else
        std::cout << fmt::format("{}: {} {}\n", command.output.string(), countText(report.pages),
            report.pages == 1 ? "page" : "pages");
}

Expected<int> writeSheet(SheetCommand command, bool asJson)
{
    Interrupt interrupt;
    if (const auto writable = checkWritable(command.output); !writable)
        return tl::unexpected(writable.error());
    const auto loaded = loadCatalog(command.catalog, interrupt.token());
    if (!loaded)
        return tl::unexpected(loaded.error());

    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const auto write = command.kind == "catalog" ? writeCatalogSheet : writeSpecificationSheets;
    const auto report = write(
        command.output, loaded->catalog, command.sheet,
        [&](int done, int total) { status.show("drawing pages", done, total); }, interrupt.token());
    status.clear();
    if (!report)
        return tl::unexpected(report.error());
    tell(command, *report, asJson);
    return 0;
}

} // namespace

void addCatalogSheet(CLI::App& group, Invocation& invocation)
{
    CLI::App& command
        = *group.add_subcommand("sheet", "A catalogue or specification sheets to print, as PDF");
    const auto options = std::make_shared<SheetCommand>();
    addCatalogOptions(command, options->catalog, invocation);
    command.add_option("-o,--output", options->output, "The PDF")->required()->type_name("FILE");
    command
        .add_option("--kind", options->kind,
            "catalog: cover, index, tiles, colours; specification: a page for each tile")
        ->check(CLI::IsMember({"catalog", "specification"}));
    addPaperOptions(command, options->sheet);
    command.add_option("--per-page", options->sheet.perPage, "Tiles on a page: 1, 4, 9 or 12")
        ->check(CLI::IsMember({1, 4, 9, 12}));
    command.add_flag("--seeds", options->sheet.showsSeeds, "Tell each tile's seed");
    command.add_flag(
        "--fidelity", options->sheet.showsFidelity, "Tell how far each tile is off its mix");
    command.add_flag("--prices", options->sheet.showsPrices, "Tell prices");
    command.footer(R"(Examples:
  tilewright catalog sheet --all -o catalogue.pdf
  tilewright catalog sheet --from "picked, rating 4+" -o katalog.pdf --language ru --per-page 12
  tilewright catalog sheet 17 23 -o sheets.pdf --kind specification --seeds --fidelity

A tile whose picture cannot be read gets an empty field, and is told of.)");
    command.callback([options, language = command.get_option("--language"), &invocation] {
        // A template's language stands unless another one is asked for.
        if (language->count() > 0 || options->sheet.design.empty())
            options->sheet.language = options->catalog.language;
        invocation.run = [options, &invocation] { return writeSheet(*options, invocation.json); };
    });
}

} // namespace tilewright
