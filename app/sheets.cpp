#include "app/sheets.h"

#include <CLI/CLI.hpp>

#ifdef TILEWRIGHT_STUDIO
#include <QGuiApplication>

#include "ui/sheets/sheet_document.h"
#include "ui/support/conversion.h"
#endif

namespace tilewright {

void addPaperOptions(CLI::App& command, SheetOptions& options)
{
    command
        .add_option("--template", options.design,
            "How pages look and what they tell, as JSON (the studio saves such)")
        ->type_name("FILE");
    command.add_option("--paper", options.paper, "a4 or letter")
        ->check(CLI::IsMember({"a4", "letter"}));
    command.add_flag("--landscape", options.isLandscape, "Pages that are wider than high");
}

#ifdef TILEWRIGHT_STUDIO
namespace {

/// What fonts and pictures need, for as long as it lives.
class Toolkit {
public:
    Toolkit() : m_application(start()) { }

private:
    std::unique_ptr<QGuiApplication> start()
    {
        // Pages are drawn in memory even where there is a display.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return std::make_unique<QGuiApplication>(m_argumentCount, m_arguments);
    }

    int m_argumentCount = 1;
    char m_name[11] = "tilewright";
    char* m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QGuiApplication> m_application;
};

Expected<ui::SheetTemplate> templateFrom(const SheetOptions& options)
{
    Expected<ui::SheetTemplate> design = ui::SheetTemplate{};
    if (!options.design.empty())
        design = ui::SheetTemplate::load(options.design);
    if (!design)
        return design;
    if (!options.paper.empty())
        design->paper = options.paper == "letter" ? ui::PaperSize::Letter : ui::PaperSize::A4;
    if (options.perPage != 0)
        design->tilesPerPage = options.perPage;
    if (!options.language.empty())
        design->language = options.language;
    design->isLandscape |= options.isLandscape;
    design->showsSeed |= options.showsSeeds;
    design->showsFidelity |= options.showsFidelity;
    design->showsPrices |= options.showsPrices;
    return design;
}

using MakeDocument
    = std::function<Expected<ui::SheetDocumentPointer>(const ui::SheetTemplate& design)>;

Expected<SheetReport> write(const std::filesystem::path& file, const SheetOptions& options,
    const SheetProgress& progress, const std::stop_token& stop, const MakeDocument& make)
{
    const auto design = templateFrom(options);
    if (!design)
        return tl::unexpected(design.error());
    const Toolkit toolkit;
    const auto document = make(*design);
    if (!document)
        return tl::unexpected(document.error());
    const auto written = ui::writePdf(file, **document, progress, stop);
    if (!written)
        return tl::unexpected(written.error());
    SheetReport report{(*document)->pageCount(), {}};
    for (const QString& problem : (*document)->problems())
        report.problems.push_back(problem.toStdString());
    return report;
}

} // namespace

Expected<SheetReport> writeCatalogSheet(const std::filesystem::path& file, const Catalog& catalog,
    const SheetOptions& options, const SheetProgress& progress, std::stop_token stop)
{
    return write(file, options, progress, stop,
        [&](const ui::SheetTemplate& design) { return ui::catalogDocument(catalog, design); });
}

Expected<SheetReport> writeSpecificationSheets(const std::filesystem::path& file,
    const Catalog& catalog, const SheetOptions& options, const SheetProgress& progress,
    std::stop_token stop)
{
    return write(file, options, progress, stop, [&](const ui::SheetTemplate& design) {
        return ui::specificationDocument(catalog, catalog.articles, design);
    });
}

Expected<SheetReport> writeOrderSheet(const std::filesystem::path& file, const Catalog& catalog,
    const GranuleOrder& order, const SheetOptions& options, const SheetProgress& progress,
    std::stop_token stop)
{
    return write(file, options, progress, stop,
        [&](const ui::SheetTemplate& design) { return ui::orderDocument(catalog, order, design); });
}

Expected<SheetReport> writeFloorSheet(const std::filesystem::path& file, const Catalog& catalog,
    const FloorLayout& layout, const std::vector<Article>& recipes, const Image& picture,
    double wastePercent, const SheetOptions& options, const SheetProgress& progress,
    std::stop_token stop)
{
    return write(file, options, progress, stop, [&](const ui::SheetTemplate& design) {
        return ui::floorDocument(
            catalog, layout, recipes, ui::toQImage(picture), wastePercent, design);
    });
}

#else
namespace {
tl::unexpected<Error> withoutToolkit()
{
    return fail(ErrorKind::DeviceUnavailable,
        "This program was built without Qt, which draws PDF pages. Write CSV, JSON or web pages "
        "instead: \"tilewright catalog --help\" tells how.");
}
} // namespace

Expected<SheetReport> writeCatalogSheet(const std::filesystem::path&, const Catalog&,
    const SheetOptions&, const SheetProgress&, std::stop_token)
{
    return withoutToolkit();
}

Expected<SheetReport> writeSpecificationSheets(const std::filesystem::path&, const Catalog&,
    const SheetOptions&, const SheetProgress&, std::stop_token)
{
    return withoutToolkit();
}

Expected<SheetReport> writeOrderSheet(const std::filesystem::path&, const Catalog&,
    const GranuleOrder&, const SheetOptions&, const SheetProgress&, std::stop_token)
{
    return withoutToolkit();
}

Expected<SheetReport> writeFloorSheet(const std::filesystem::path&, const Catalog&,
    const FloorLayout&, const std::vector<Article>&, const Image&, double, const SheetOptions&,
    const SheetProgress&, std::stop_token)
{
    return withoutToolkit();
}
#endif

} // namespace tilewright
