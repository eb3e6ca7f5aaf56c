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
#include "app/support/interrupt.h"
#include "core/catalog/html_catalog.h"

namespace tilewright {
namespace {

struct WebOptions {
    CatalogOptions catalog;
    HtmlOptions html;
    std::filesystem::path output;
};

Expected<int> write(const WebOptions& options, bool json)
{
    Interrupt interrupt; // before any other thread starts
    const auto loaded = loadCatalog(options.catalog, interrupt.token());
    if (!loaded)
        return tl::unexpected(loaded.error());
    HtmlOptions html = options.html;
    html.language = options.catalog.language;
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const std::unique_lock lock(interrupt.writing());
    const auto problems = writeHtmlCatalog(
        options.output, loaded->catalog, html,
        [&](std::size_t done, std::size_t total) {
            status.show("making pictures", static_cast<int>(done), static_cast<int>(total));
        },
        interrupt.token());
    status.clear();
    if (!problems)
        return tl::unexpected(problems.error());
    for (const CatalogProblem& problem : *problems)
        std::cerr << fmt::format(
            "Left out: {}: {}\n", problem.file.filename().string(), problem.error.message);
    const std::filesystem::path page = options.output / "index.html";
    if (json)
        std::cout << jsonText(
            {{"file", page.string()}, {"articles", loaded->catalog.articles.size()},
                {"leftOut", loaded->problems.size() + problems->size()}})
                  << std::endl;
    else
        std::cout << page.string() << std::endl;
    return 0;
}

} // namespace

void addCatalogHtml(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("html", "Make a folder of web pages");
    const auto options = std::make_shared<WebOptions>();
    addCatalogOptions(command, options->catalog, invocation);
    command
        .add_option("-o,--output", options->output,
            "Folder to make; one that holds such a catalogue already is replaced")
        ->type_name("FOLDER")
        ->required();
    command.add_flag(
        "--seeds", options->html.showsSeeds, "Show seed, model and how true to the mix tiles are");
    command
        .add_option("--picture-side", options->html.pictureSide,
            "Pixels that pictures have at most; default: 1024")
        ->type_name("PIXELS");
    command.footer(R"(Examples:
  tilewright catalog html --all -o website
  tilewright catalog html --from "picked, rating 3+" --language ru --seeds -o catalog

Open index.html, from the disk or from a web server. The pages ask nothing of other servers.
Ctrl-C cancels, and leaves nothing half made.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return write(*options, invocation.json); };
    });
}

} // namespace tilewright
