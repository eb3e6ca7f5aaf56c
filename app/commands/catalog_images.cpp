#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/catalog_options.h"
#include "app/commands/command.h"
#include "app/commands/image_options.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "app/support/interrupt.h"
#include "inference/pipeline/torch_generator.h"

namespace tilewright {
namespace {

struct ImagesOptions {
    CatalogOptions catalog;
    ImageOptions image;
    std::filesystem::path output;
    std::string device = "auto";
};

/// Starts the engine when the first tile is to be made again, on the device that was named.
class EngineOnDemand : public Generator {
public:
    explicit EngineOnDemand(DeviceChoice device) : m_device(std::move(device)) { }

    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        if (!m_engine) {
            inference::TorchGeneratorOptions options;
            options.previewInterval = 0;
            m_engine = inference::makeTorchGenerator(options);
        }
        GenerationRequest here = request;
        here.device = m_device;
        return m_engine->generate(here, observer, std::move(stop));
    }

private:
    DeviceChoice m_device;
    std::unique_ptr<Generator> m_engine;
};

nlohmann::ordered_json toJson(const ExportReport& report)
{
    using nlohmann::ordered_json;
    ordered_json files = ordered_json::array(), failures = ordered_json::array();
    for (const ExportedFile& file : report.files) {
        ordered_json& entry = files.emplace_back(ordered_json{{"article", file.article},
            {"file", file.file.string()}, {"wasResampled", file.wasResampled}});
        if (!file.note.empty())
            entry["note"] = file.note;
        if (file.ink.maximum > 0)
            entry["ink"]
                = {{"maximum", file.ink.maximum}, {"percentOverLimit", file.ink.overLimit}};
    }
    for (const ExportFailure& failure : report.failures)
        failures.push_back({{"article", failure.article}, {"error", errorJson(failure.error)}});
    return {{"files", files}, {"skipped", report.skipped}, {"failures", failures},
        {"cancelled", report.wasCancelled}};
}

std::string pictures(std::size_t count)
{
    return fmt::format(
        "{} {}", countText(static_cast<std::int64_t>(count)), count == 1 ? "picture" : "pictures");
}

void tell(const ExportReport& report, const std::map<std::string, const Article*>& articles,
    const ImagesOptions& options, double inkLimit)
{
    const auto codeOf = [&](const std::string& id) { return articles.at(id)->code; };
    std::cout << fmt::format("{} in {}\n", pictures(report.files.size()), options.output.string());
    if (!report.skipped.empty())
        std::cout << fmt::format("{} there already\n", pictures(report.skipped.size()));
    std::size_t resampled = 0;
    std::map<std::string, std::size_t> notes;
    for (const ExportedFile& file : report.files) {
        resampled += file.wasResampled ? 1 : 0;
        if (!file.note.empty())
            ++notes[file.note];
    }
    if (resampled > 0)
        std::cout << fmt::format("{} enlarged by resampling\n", pictures(resampled));
    for (const auto& [note, count] : notes)
        std::cout << fmt::format("{}: {}\n", pictures(count), note);
    for (const ExportedFile& file : report.files)
        if (file.ink.overLimit > 0)
            std::cout << fmt::format(
                "{}: {:.0f} % ink at most, above {:g} % on {:.1f} % of the picture\n",
                codeOf(file.article), file.ink.maximum, inkLimit, file.ink.overLimit);
    std::cout << std::flush;
    for (const ExportFailure& failure : report.failures)
        std::cerr << fmt::format("{}: {}\n", codeOf(failure.article), failure.error.message);
}

Expected<int> run(const ImagesOptions& options, bool json)
{
    if (options.output.empty())
        return fail(ErrorKind::Usage, "Say where to: -o FOLDER.");
    const auto device = parseDevice(options.device);
    if (!device)
        return tl::unexpected(device.error());
    const auto settings = options.image.settings(options.catalog.language);
    if (!settings)
        return tl::unexpected(settings.error());
    Interrupt interrupt; // before any other thread starts
    const auto loaded = loadCatalog(options.catalog, interrupt.token());
    if (!loaded)
        return tl::unexpected(loaded.error());
    const std::vector<Article>& articles = loaded->catalog.articles;

    EngineOnDemand engine(*device);
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const auto report = exportImages(
        articles, *settings, options.output, &engine,
        [&](const ExportProgress& progress) {
            status.show("making pictures", static_cast<int>(progress.done),
                static_cast<int>(progress.total));
        },
        interrupt.token());
    status.clear();
    if (!report)
        return tl::unexpected(report.error());
    std::map<std::string, const Article*> byId;
    for (const Article& article : articles)
        byId.emplace(article.id, &article);
    if (json)
        std::cout << jsonText(toJson(*report)) << std::endl;
    else
        tell(*report, byId, options, settings->color.inkLimit);
    for (const ExportFailure& failure : report->failures)
        logError(failure.error);
    if (report->wasCancelled)
        return exitCode(ErrorKind::Cancelled);
    return report->failures.empty() ? 0 : exitCode(report->failures.front().error.kind);
}

Expected<int> listProfiles(bool json)
{
    const auto profiles = installedProfiles();
    const auto inks = [](ColorModel model) {
        return model == ColorModel::Cmyk ? "CMYK" : model == ColorModel::Rgb ? "RGB" : "grey";
    };
    if (json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const KnownProfile& profile : profiles)
            list.push_back({{"name", profile.name}, {"model", inks(profile.model)},
                {"file", profile.file.string()}});
        std::cout << jsonText(list) << std::endl;
        return 0;
    }
    for (const KnownProfile& profile : profiles)
        std::cout << fmt::format(
            "{:<5} {:<40} {}\n", inks(profile.model), profile.name, profile.file.string());
    std::cout << std::flush;
    return 0;
}

} // namespace

void addCatalogImages(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("images", "Make picture files of tiles");
    const auto options = std::make_shared<ImagesOptions>();
    addCatalogOptions(command, options->catalog, invocation);
    command.add_option("-o,--output", options->output, "Where the pictures go")
        ->type_name("FOLDER");
    addImageOptions(command, options->image);
    command
        .add_option("--device", options->device,
            "For tiles that are made again: auto, the GPU with the most memory, else the CPU")
        ->type_name("auto|cpu|cuda[:N]");
    command.footer(R"(Examples:
  tilewright catalog images 12 15 -o pictures
  tilewright catalog images --from "picked, rating 4+" --preset web -o web --name "{name}"
  tilewright catalog images --all --preset print --ink-limit 250 -o print
  tilewright catalog images --all --format png --content outline --size 85mm --margin 3
      --ground transparent -o cut-outs
  tilewright catalog images 12 --format tiff --bits 16 --size 2048 --enlarge regenerate -o large

What options tell counts more than the preset. A tile that cannot be made again is enlarged by
resampling, and told of. A tile that fails does not stop the others, a full disk does. Ctrl-C
leaves the pictures that are finished, and no half one.

Exit status: 0 all done or there already, else that of the first failure: 64 wrong option, 65
damaged or missing tile or profile, 73 cannot write, 75 worth trying again, 130 cancelled.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return run(*options, invocation.json); };
    });
}

void addCatalogProfiles(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand(
        "profiles", "List the colour profiles that pictures can be made in");
    addJsonOption(command, invocation, "Write JSON");
    addVerboseOption(command, invocation);
    command.callback([&invocation] {
        invocation.run = [&invocation] { return listProfiles(invocation.json); };
    });
}

} // namespace tilewright
