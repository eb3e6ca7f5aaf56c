#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/calibrate.h"
#include "app/commands/command.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "app/support/interrupt.h"
#include "core/mix/palette_file.h"
#include "core/mix/palette_store.h"
#include "core/support/atomic_file.h"
#include "core/support/paths.h"
#include "inference/pipeline/torch_generator.h"

namespace tilewright {
namespace {

constexpr const char* usualPalette = "rubber-29";

Expected<int> list(const std::string& name, bool json)
{
    const auto palette = loadPalette(name, {});
    if (!palette)
        return tl::unexpected(palette.error());
    if (json) {
        auto colors = nlohmann::ordered_json::array();
        for (const GranuleColor& color : palette->colors())
            colors.push_back({{"code", color.code}, {"name", color.name}, {"nameRu", color.nameRu},
                {"srgb", toHex(color.srgb)},
                {"lab", {{"L", color.lab.L}, {"a", color.lab.a}, {"b", color.lab.b}}}});
        std::cout << nlohmann::ordered_json{{"name", palette->name()}, {"colors", colors}}.dump(2)
                  << "\n";
        return 0;
    }
    int code = 4, english = 4, russian = 7; // columns of the titles
    for (const GranuleColor& color : palette->colors()) {
        code = std::max(code, columnsOf(color.code));
        english = std::max(english, columnsOf(color.name));
        russian = std::max(russian, columnsOf(color.nameRu));
    }
    std::cout << fmt::format("{:<{}}  {:<{}}  {:<{}}  {:<7}  {:>5} {:>6} {:>6}\n", "code", code,
        "name", english, "Russian", russian, "sRGB", "L", "a", "b");
    for (const GranuleColor& color : palette->colors())
        std::cout << fmt::format("{:<{}}  {:<{}}  {:<{}}  {}  {:>5.1f} {:>6.1f} {:>6.1f}\n",
            color.code, code, color.name, english, color.nameRu, russian, toHex(color.srgb),
            color.lab.L, color.lab.a, color.lab.b);
    return 0;
}

/// Two groups of sentences for people, each a line.
void tellLeftOut(const PhotoCalibration& photos)
{
    for (const std::string& reason : photos.passedOver)
        std::cerr << "Passed over: " << reason << "\n";
    if (!photos.missing.empty())
        std::cerr << fmt::format("No photograph of: {}. These are known by drawn granules alone.\n",
            fmt::join(photos.missing, ", "));
    std::cerr << std::flush;
}

Expected<int> calibrate(const CalibrateOptions& options)
{
    if (options.model.empty() == options.photos.empty())
        return fail(ErrorKind::Usage,
            "Say what to calibrate: --model PATH, or --photos FOLDER with photographs of one "
            "colour each.");
    if (const auto writable = checkWritable(options.output); !writable)
        return tl::unexpected(writable.error());
    Interrupt interrupt; // before any other thread starts
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const CalibrationProgress progress
        = [&](const std::string& what, int done, int units) { status.show(what, done, units); };

    Calibration calibration;
    std::size_t colors = 0;
    int pictures = 0;
    if (!options.photos.empty()) {
        const auto palette = loadPalette(options.palette.value_or(usualPalette), {});
        if (!palette)
            return tl::unexpected(palette.error());
        auto photos = calibrateByPhotos(options.photos, *palette, progress, interrupt.token());
        status.clear();
        if (!photos)
            return tl::unexpected(photos.error());
        tellLeftOut(*photos);
        calibration = std::move(photos->calibration);
        colors = palette->colors().size() - photos->missing.size();
        pictures = photos->pictures;
    } else {
        const auto plan = planCalibration(options);
        if (!plan)
            return tl::unexpected(plan.error());
        inference::TorchGeneratorOptions generatorOptions;
        generatorOptions.previewInterval = 0;
        const auto generator = inference::makeTorchGenerator(generatorOptions);
        auto made = calibrateByModel(*plan, *generator, progress, interrupt.token());
        status.clear();
        if (!made)
            return tl::unexpected(made.error());
        calibration = std::move(*made);
        colors = plan->colors.size();
        pictures = static_cast<int>(plan->requests.size());
    }

    const std::scoped_lock lock(interrupt.writing());
    if (const auto saved = calibration.save(options.output); !saved)
        return tl::unexpected(saved.error());
    std::error_code error;
    std::cout << fmt::format("{}  {} colours from {} pictures, {}\n", options.output.string(),
        colors, pictures, bytesText(std::filesystem::file_size(options.output, error)));
    return 0;
}

/// Where the studio keeps palettes.
std::filesystem::path paletteFolder()
{
    return tileFolder().parent_path() / "palettes";
}

Expected<int> importPalette(const std::string& file)
{
    auto builtIn = loadPalette(usualPalette, {});
    if (!builtIn)
        return tl::unexpected(builtIn.error());
    PaletteStore store(std::move(*builtIn), paletteFolder());
    store.load();
    if (const auto imported = store.import(file); !imported)
        return tl::unexpected(imported.error());
    const Palette& palette = store.palettes()[store.chosen()];
    std::cout << fmt::format(
        "{}  {} colours, for the studio\n", palette.name(), palette.colors().size());
    return 0;
}

Expected<int> exportPalette(const std::string& name, const std::string& file)
{
    const auto palette = loadPalette(name, {});
    if (!palette)
        return tl::unexpected(palette.error());
    if (const auto written = writePaletteFile(file, *palette); !written)
        return tl::unexpected(written.error());
    std::cout << fmt::format("{}  {} colours\n", file, palette->colors().size());
    return 0;
}

void addList(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("list", "Show the colours of a palette");
    const auto name = std::make_shared<std::string>(usualPalette);
    command.add_option("--palette", *name, "A palette's name or its file; default: rubber-29")
        ->type_name("NAME|FILE");
    addJsonOption(command, invocation, "Write JSON");
    addVerboseOption(command, invocation);
    command.callback([name, &invocation] {
        invocation.run = [name, &invocation] { return list(*name, invocation.json); };
    });
}

void addImport(CLI::App& group, Invocation& invocation)
{
    CLI::App& command
        = *group.add_subcommand("import", "Keep a palette of another program for the studio");
    const auto file = std::make_shared<std::string>();
    command.add_option("file", *file, "JSON, CSV, GIMP (.gpl) or Adobe (.ase)")
        ->type_name("FILE")
        ->required();
    addVerboseOption(command, invocation);
    command.callback(
        [file, &invocation] { invocation.run = [file] { return importPalette(*file); }; });
}

void addExport(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("export", "Write a palette for another program");
    const auto name = std::make_shared<std::string>(usualPalette);
    const auto file = std::make_shared<std::string>();
    command.add_option("--palette", *name, "A palette's name or its file; default: rubber-29")
        ->type_name("NAME|FILE");
    command
        .add_option("-o,--output", *file,
            "File to write; the ending tells the format: .json, .csv, .gpl or .ase")
        ->type_name("FILE")
        ->required();
    addVerboseOption(command, invocation);
    command.callback([name, file, &invocation] {
        invocation.run = [name, file] { return exportPalette(*name, *file); };
    });
}

void addCalibrate(CLI::App& group, Invocation& invocation)
{
    CLI::App& command
        = *group.add_subcommand("calibrate", "Learn how each colour looks, for the measuring");
    const auto options = std::make_shared<CalibrateOptions>();
    CLI::Option* model
        = command
              .add_option("--model", options->model,
                  "Let this model make pictures of every colour of its palette alone")
              ->type_name("PATH");
    CLI::Option* photos
        = command
              .add_option("--photos", options->photos,
                  "Take photographs of one colour each, named by its code: RED.jpg, RED_top.jpg")
              ->type_name("FOLDER")
              ->excludes(model);
    command.add_option("-o,--output", options->output, "Calibration to write")
        ->type_name("FILE")
        ->required();
    command
        .add_option("--palette", options->palette,
            "With --photos: a palette's name or its JSON file; default: rubber-29")
        ->type_name("NAME|FILE")
        ->excludes(model);
    command
        .add_option("--seed", options->seed,
            "With --model: seed of the first picture, the others follow; default: 900000")
        ->type_name("N")
        ->excludes(photos);
    command.add_option("--count", options->count, "With --model: pictures a colour; default: 2")
        ->type_name("N")
        ->check(CLI::Range(1, 100))
        ->excludes(photos);
    command
        .add_option("--size", options->size,
            "With --model: pixels, width x height; default: as the model's profile says")
        ->type_name("WxH")
        ->excludes(photos);
    command
        .add_option("--device", options->device, "auto: the GPU with the most memory, else the CPU")
        ->type_name("auto|cpu|cuda[:N]")
        ->excludes(photos);
    addVerboseOption(command, invocation);
    command.footer(R"(Examples:
  tilewright palette calibrate --model ~/models/sdxl -o ~/models/sdxl/calibration.json
  tilewright palette calibrate --photos ~/samples -o camera.json
  tilewright measure photo.jpg --calibration camera.json

A file called calibration.json in a model's folder is used for every tile of that model. Do not
measure with the seeds that you calibrate with: that flatters.
Ctrl-C cancels within one step and writes nothing.)");
    command.callback(
        [options, &invocation] { invocation.run = [options] { return calibrate(*options); }; });
}

} // namespace

void addPaletteCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& group = *root.add_subcommand(
        "palette", "Show and exchange the granule colours, and learn how they look");
    group.require_subcommand(1);
    group.footer(R"(Examples:
  tilewright palette list
  tilewright palette export -o rubber.gpl
  tilewright palette import supplier.ase
  tilewright palette calibrate --photos ~/samples -o camera.json)");
    addList(group, invocation);
    addImport(group, invocation);
    addExport(group, invocation);
    addCalibrate(group, invocation);
}

} // namespace tilewright
