// Measures how true tiles are to their mixes and writes the documents about it.
#include <QGuiApplication>
#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "app/support/interrupt.h"
#include "core/support/atomic_file.h"
#include "core/support/paths.h"
#include "fidelity/contact_sheet.h"
#include "fidelity/drawing.h"
#include "fidelity/figure.h"
#include "fidelity/progress.h"
#include "fidelity/report.h"

namespace tilewright::fidelity {
namespace {

struct Options {
    std::filesystem::path model = starterModelFolder();
    std::filesystem::path out = "docs";
    Extent extent;
};

Expected<Results> measureAll(Experiment& experiment, const Options& options)
{
    const auto plan = planTiles(
        experiment.profile(), options.model.string(), experiment.palette(), options.extent);
    Results results{experiment.provenance(), experiment.palette(),
        experiment.calibration().source(), experiment.isModelCalibrated(), options.extent, {}};
    Progress progress(plan.size());
    for (const PlannedTile& planned : plan) {
        auto records = experiment.run(planned);
        if (!records)
            return tl::unexpected(records.error());
        std::move(records->begin(), records->end(), std::back_inserter(results.records));
        progress.advance(std::string(toText(planned.series)));
    }
    return results;
}

/// Nothing is written before everything is there.
Expected<void> writeAll(
    const Results& results, const std::vector<SheetRow>& rows, const std::filesystem::path& out)
{
    const auto figure = save(drawFigure(results), out / "fidelity.png", "png");
    if (!figure)
        return figure;
    const auto sheet
        = save(drawContactSheet(rows, results.palette), out / "fidelity-sheet.jpg", "jpg", 86);
    if (!sheet)
        return sheet;
    if (auto table = writeFileAtomically(out / "fidelity.csv", fidelityCsv(results)); !table)
        return table;
    return writeFileAtomically(out / "fidelity.md", fidelityDocument(results));
}

Expected<void> run(const Options& options)
{
    if (auto writable = checkWritable(options.out / "fidelity.md"); !writable)
        return writable;
    Interrupt interrupt;
    auto experiment = Experiment::create(options.model, interrupt.token());
    if (!experiment)
        return tl::unexpected(experiment.error());
    const auto results = measureAll(**experiment, options);
    if (!results)
        return tl::unexpected(results.error());
    const auto rows = sheetRows(*results, **experiment);
    if (!rows)
        return tl::unexpected(rows.error());
    const std::lock_guard lock(interrupt.writing());
    return writeAll(*results, *rows, options.out);
}

int runCommandLine(int argc, char** argv)
{
    CLI::App app("Makes tiles of fixed mixes, measures them and writes fidelity.md, .csv, .png and "
                 "fidelity-sheet.jpg.");
    Options options;
    app.add_option("--model", options.model, "Model folder; default: the starter model")
        ->type_name("FOLDER")
        ->check(CLI::ExistingDirectory.description(""));
    app.add_option("--out", options.out, "Where to write; default: docs")
        ->type_name("FOLDER")
        ->check(CLI::ExistingDirectory.description(""));
    app.add_option("--quick", options.extent.mixes, "Fewer random mixes; default: all 60")
        ->type_name("N")
        ->check(CLI::Range(1, options.extent.mixes).description(""));
    app.add_option("--seeds", options.extent.seeds, "Tiles per random mix; default: 3")
        ->type_name("N")
        ->check(CLI::Range(1, 100).description(""));
    CLI11_PARSE(app, argc, argv);
    options.model = std::filesystem::absolute(options.model).lexically_normal();
    if (const auto done = run(options); !done) {
        std::cerr << "fidelity_protocol: " << done.error().message << '\n';
        if (!done.error().detail.empty())
            std::cerr << done.error().detail << '\n';
        return exitCode(done.error().kind);
    }
    std::cerr << "Wrote " << (options.out / "fidelity.md").string() << ".\n";
    return 0;
}

} // namespace
} // namespace tilewright::fidelity

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // draws, but shows nothing
    const QGuiApplication application(argc, argv);
    return tilewright::fidelity::runCommandLine(argc, argv);
}
