#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/catalog_options.h"
#include "app/commands/command.h"
#include "app/support/interrupt.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

struct DataOptions {
    CatalogOptions catalog;
    std::filesystem::path output;
    bool forSpreadsheet = false;
};

Expected<bool> isCsv(const DataOptions& options)
{
    const std::string ending = options.output.extension().string();
    if (ending != ".csv" && ending != ".json")
        return fail(ErrorKind::Usage,
            fmt::format("{} ends neither in .csv nor in .json.", options.output.string()));
    if (options.forSpreadsheet && ending != ".csv")
        return fail(ErrorKind::Usage, "--spreadsheet is for CSV files.");
    return ending == ".csv";
}

Expected<int> write(const DataOptions& options, bool json)
{
    const auto csv = isCsv(options);
    if (!csv)
        return tl::unexpected(csv.error());
    if (const auto writable = checkWritable(options.output); !writable)
        return tl::unexpected(writable.error());
    Interrupt interrupt; // before any other thread starts
    const auto loaded = loadCatalog(options.catalog, interrupt.token());
    if (!loaded)
        return tl::unexpected(loaded.error());
    const std::string text = *csv
        ? toCsv(loaded->catalog, options.catalog.language, options.forSpreadsheet)
        : jsonText(toJson(loaded->catalog), 1) + "\n";
    const std::scoped_lock lock(interrupt.writing());
    if (const auto written = writeFileAtomically(options.output, text); !written)
        return tl::unexpected(written.error());
    const std::size_t count = loaded->catalog.articles.size();
    if (json)
        std::cout << jsonText({{"file", options.output.string()}, {"articles", count},
            {"leftOut", loaded->problems.size()}})
                  << std::endl;
    else
        std::cout << fmt::format("{}  {} {}\n", options.output.string(),
            countText(static_cast<std::int64_t>(count)), count == 1 ? "article" : "articles");
    return 0;
}

} // namespace

void addCatalogData(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("data", "Write a table (CSV) or everything (JSON)");
    const auto options = std::make_shared<DataOptions>();
    addCatalogOptions(command, options->catalog, invocation);
    command.add_option("-o,--output", options->output, "File to write, .csv or .json")
        ->type_name("FILE")
        ->required();
    command.add_flag("--spreadsheet", options->forSpreadsheet,
        "CSV as Excel takes it: with a byte order mark, in Russian with semicolons");
    command.footer(R"(Examples:
  tilewright catalog data --all -o catalog.json
  tilewright catalog data --from "picked, rating 3+" -o catalog.csv
  tilewright catalog data --all --language ru --spreadsheet -o catalog.csv)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return write(*options, invocation.json); };
    });
}

} // namespace tilewright
