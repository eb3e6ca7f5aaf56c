#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/catalog_options.h"
#include "app/commands/command.h"
#include "app/commands/order_report.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "app/sheets.h"
#include "app/support/interrupt.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

struct OrderOptions {
    CatalogOptions catalog;
    std::string area; ///< of each
    std::string areas; ///< one each
    std::vector<std::string> layers;
    std::optional<double> waste;
    std::optional<double> binder;
    std::optional<double> bag;
    std::filesystem::path prices;
    std::filesystem::path output;
    SheetOptions sheet; ///< of a PDF
    bool forSpreadsheet = false;
};

enum class Form { Csv, Json, Pdf };

Expected<Form> formOf(const std::filesystem::path& output)
{
    const std::string ending = output.extension().string();
    if (CLI::detail::to_lower(ending) == ".csv")
        return Form::Csv;
    if (CLI::detail::to_lower(ending) == ".json")
        return Form::Json;
    if (CLI::detail::to_lower(ending) == ".pdf")
        return Form::Pdf;
    return fail(ErrorKind::Usage,
        fmt::format(
            "An order is written as .csv, .json or .pdf, not as {}.", output.filename().string()));
}

Expected<std::vector<OrderItem>> itemsOf(
    const OrderOptions& options, const std::vector<Article>& articles)
{
    std::vector<double> areas;
    if (!options.areas.empty()) {
        auto read = parseAreas(options.areas);
        if (!read)
            return tl::unexpected(read.error());
        areas = std::move(*read);
    } else {
        const auto area = parseArea(options.area);
        if (!area)
            return tl::unexpected(area.error());
        areas.assign(articles.size(), *area);
    }
    if (areas.size() != articles.size())
        return fail(ErrorKind::Usage,
            fmt::format("There are {} tiles, but the number of areas is {}; give one each, or the "
                        "same of all with --area.",
                articles.size(), areas.size()));
    std::vector<OrderItem> items;
    for (std::size_t i = 0; i < articles.size(); ++i)
        items.push_back({articles[i], areas[i]});
    return items;
}

/// What is not said is taken from the tiles' own data sheet. Errors: Usage.
Expected<OrderSettings> settingsOf(
    const OrderOptions& options, const std::vector<Article>& articles)
{
    OrderSettings settings;
    const Product& product = articles.front().product;
    settings.layers.clear();
    for (const std::string& text : options.layers) {
        auto layer = parseLayer(text);
        if (!layer)
            return tl::unexpected(layer.error());
        settings.layers.push_back(std::move(*layer));
    }
    if (settings.layers.empty()) {
        const auto other = std::find_if(articles.begin(), articles.end(), [&](const Article& a) {
            return a.product.thicknessMillimetres != product.thicknessMillimetres;
        });
        if (other != articles.end())
            return fail(ErrorKind::Usage,
                fmt::format("These tiles are {} and {} mm thick; say what is to be made, e.g. "
                            "--layer 20mm.",
                    product.thicknessMillimetres, other->product.thicknessMillimetres));
        settings.layers.push_back({{}, product.thicknessMillimetres, {}, {}});
    }
    settings.wastePercent = options.waste.value_or(settings.wastePercent);
    settings.binderPercent = options.binder.value_or(product.binderPercent);
    settings.bagKilograms = options.bag.value_or(settings.bagKilograms);
    return settings;
}

Expected<void> writePages(const OrderOptions& options, const Catalog& catalog,
    const GranuleOrder& order, std::stop_token stop)
{
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const auto report = writeOrderSheet(
        options.output, catalog, order, options.sheet,
        [&](int done, int total) { status.show("drawing pages", done, total); }, stop);
    status.clear();
    if (!report)
        return tl::unexpected(report.error());
    for (const std::string& problem : report->problems)
        std::cerr << problem << "\n";
    return {};
}

Expected<void> write(const OrderOptions& options, Form form, const Catalog& catalog,
    const GranuleOrder& order, std::stop_token stop)
{
    switch (form) {
    case Form::Csv:
        return writeFileAtomically(
            options.output, toCsv(order, options.catalog.language, options.forSpreadsheet));
    case Form::Json:
        return writeFileAtomically(options.output, jsonText(toJson(order), 2) + "\n");
    case Form::Pdf:
        break;
    }
    return writePages(options, catalog, order, stop);
}

Expected<int> run(const OrderOptions& options, bool json)
{
    std::optional<Form> form;
    if (!options.output.empty()) {
        const auto wanted = formOf(options.output);
        if (!wanted)
            return tl::unexpected(wanted.error());
        if (const auto writable = checkWritable(options.output); !writable)
            return tl::unexpected(writable.error());
        form = *wanted;
    }
    if (options.area.empty() && options.areas.empty())
        return fail(ErrorKind::Usage,
            "Say how much is to be made: --area 24.5 of each tile, or --areas 12,8,4.5.");
    std::optional<PriceList> prices;
    if (!options.prices.empty()) {
        auto list = PriceList::load(options.prices);
        if (!list)
            return tl::unexpected(list.error());
        prices = std::move(*list);
    }
    Interrupt interrupt; // before any other thread starts
    const auto loaded = loadCatalog(options.catalog, interrupt.token());
    if (!loaded)
        return tl::unexpected(loaded.error());
    const auto items = itemsOf(options, loaded->catalog.articles);
    if (!items)
        return tl::unexpected(items.error());
    const auto settings = settingsOf(options, loaded->catalog.articles);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto order = makeOrder(*items, *settings, prices);
    if (!order)
        return tl::unexpected(order.error());
    if (form)
        if (const auto written = write(options, *form, loaded->catalog, *order, interrupt.token());
            !written)
            return tl::unexpected(written.error());
    if (json)
        std::cout << jsonText(toJson(*order)) << std::endl;
    else if (form)
        std::cout << options.output.string() << std::endl;
    else
        std::cout << describe(*order, options.catalog.language) << std::flush;
    return 0;
}

} // namespace

void addCatalogOrder(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("order", "Reckon the granules that a job needs");
    const auto options = std::make_shared<OrderOptions>();
    addCatalogOptions(command, options->catalog, invocation);
    auto* area = command.add_option("--area", options->area, "Square metres of each tile");
    area->type_name("M2");
    command.add_option("--areas", options->areas, "Square metres, one for each tile")
        ->type_name("M2,M2,…")
        ->excludes(area);
    command
        .add_option("--layer", options->layers,
            "From the top: [NAME:]THICKNESS[:KG PER M2][:MATERIAL]; may be repeated (default: all "
            "of the mix, as thick as the tile)")
        ->type_name("LAYER")
        ->allow_extra_args(false);
    command.add_option("--waste", options->waste, "Percent more of all (default: 5)")
        ->type_name("PERCENT");
    command
        .add_option("--binder", options->binder,
            "Percent of the granules' mass (default: of the tile's product, 18)")
        ->type_name("PERCENT");
    command.add_option("--bag", options->bag, "What a bag of granules holds (default: 25)")
        ->type_name("KG");
    command
        .add_option("--prices", options->prices,
            "Prices of a kilogram: a table with the headings code and price, or JSON")
        ->type_name("FILE");
    command.add_option("-o,--output", options->output, "Write .csv, .json or .pdf")
        ->type_name("FILE");
    command.add_flag("--spreadsheet", options->forSpreadsheet,
        "CSV as spreadsheets like it: byte order mark, totals, in Russian decimal commas");
    addPaperOptions(command, options->sheet);
    command.footer(R"(Examples:
  tilewright catalog order 12 --area 24.5
  tilewright catalog order 12 15 --areas 24.5,8 --layer 10mm --layer "Base:40mm:26kg:SBR black"
  tilewright catalog order --from "picked" --area 24,5 --prices prices.csv -o order.csv

Granules are reckoned without binder: area × kg/m² × (1 + waste). Without kg/m² a layer has those
of its thickness: 10 mm 9, 15 mm 14.5, 20 mm 18, 25 mm 23.5. A material in place of the mix may be a
colour by its code. --areas takes "12;8;4,5" for decimal commas. The price list tells the price of
the binder as "binder"; bags are paid whole.)");
    command.callback([options, language = command.get_option("--language"), &invocation] {
        // A template's language stands unless another one is asked for.
        if (language->count() > 0 || options->sheet.design.empty())
            options->sheet.language = options->catalog.language;
        invocation.run = [options, &invocation] { return run(*options, invocation.json); };
    });
}

} // namespace tilewright
