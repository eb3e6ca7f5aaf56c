#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/command.h"
#include "app/commands/picture_meter.h"
#include "app/report/fidelity_text.h"
#include "app/report/reporter.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

// Beyond the range of BSD sysexits.h, so that it is not taken for a failure.
constexpr int missesTheMix = 79;

std::string headline(const std::filesystem::path& file, const PictureReading& reading)
{
    const auto against = [&]() -> const char* {
        switch (reading.against) {
        case Against::Mix:
            return "measured against the mix given";
        case Against::OwnMix:
            return "measured against its own mix";
        case Against::Colors:
            return "measured in the colours given";
        case Against::Palette:
            return "colours found in it";
        }
        return "";
    };
    return fmt::format("{}: {} (calibration: {})\n", file.string(), against(), reading.calibration);
}

void print(const std::filesystem::path& file, const PictureReading& reading)
{
    const bool isTerminal = isatty(STDOUT_FILENO) != 0;
    const Terminal terminal = terminalOf(STDOUT_FILENO);
    // Bars are for eyes; what is read by a program stays plain.
    const FidelityTableForm form{terminal.utf8, isTerminal ? terminal.columns() : 0};
    std::cout << headline(file, reading) << fidelityTable(reading.fidelity, form) << std::flush;
}

void printJson(const std::filesystem::path& file, const nlohmann::ordered_json& members)
{
    nlohmann::ordered_json line{{"file", file.string()}};
    line.update(members);
    std::cout << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << std::endl;
}

nlohmann::ordered_json toJson(const PictureReading& reading)
{
    nlohmann::ordered_json members{
        {"against", toText(reading.against)}, {"calibration", reading.calibration}};
    members.update(nlohmann::ordered_json(tilewright::toJson(reading.fidelity)));
    return members;
}

Expected<int> measure(const MeasureOptions& options, bool json)
{
    auto meter = PictureMeter::create(options);
    if (!meter)
        return tl::unexpected(meter.error());
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    int exit = 0;
    const auto count = static_cast<int>(options.pictures.size());
    for (int i = 0; i < count; ++i) {
        const auto& file = options.pictures[static_cast<std::size_t>(i)];
        const std::string label = count > 1 ? fmt::format("[{}/{}] ", i + 1, count) : "";
        const auto reading = meter->measure(file, [&](const char* what) {
            status.show(fmt::format("{}{}: {}", label, file.filename().string(), what));
        });
        status.clear();
        // One picture that cannot be read is no reason to keep the others back.
        if (!reading) {
            if (json)
                printJson(file, {{"error", errorJson(reading.error())}});
            std::cerr << errorText(reading.error()) << std::flush;
            logError(reading.error());
            exit = exit == 0 || exit == missesTheMix ? exitCode(reading.error().kind) : exit;
            continue;
        }
        if (json)
            printJson(file, toJson(*reading));
        else
            print(file, *reading);
        if (exit == 0 && !meter->isTolerated(*reading))
            exit = missesTheMix;
    }
    return exit;
}

constexpr const char* examples = R"(Examples:
  tilewright measure tile.png
  tilewright measure photo.jpg --mix "50% red, 30% black, 20% pearl"
  tilewright measure photo.jpg --colors "red, black, pearl" --calibration camera.json
  tilewright measure sample.jpg --colors 3
  tilewright measure proof-*.png --tolerance 2 --json

A tile that Tilewright made is measured against its own mix; of any other picture the colours
are found. Pictures are measured by how the colours look in pictures of the same kind: in those
of the tile's model, or of --model, or of a camera ("tilewright palette calibrate" makes such a
file). Without one, drawn granules have to do, which is less exact for photographs.

Exit status: 0 measured, also when the picture is off its mix; 64 wrong option or colour, 65 no
picture or no tile in it, 70 internal error, 75 worth trying again (out of memory), 79 with
--tolerance, when a picture misses its mix by more.)";

} // namespace

void addMeasureCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& command = *root.add_subcommand(
        "measure", "Measure the share of each colour in a tile or a photograph");
    const auto options = std::make_shared<MeasureOptions>();
    command
        .add_option("PICTURE", options->pictures, "JPEG, PNG, TIFF or WebP; several may be given")
        ->type_name("")
        ->required();
    const char* what = "What to look for";
    command
        .add_option("--mix", options->mix, "The mix it should show, e.g. \"50% red, 50% black\"")
        ->type_name("TEXT")
        ->group(what);
    command
        .add_option("--colors", options->colors,
            "The colours it shows, e.g. \"red, black\", or how many at most; default: 6")
        ->type_name("NAMES|N")
        ->group(what);
    command
        .add_option("--tolerance", options->tolerance,
            "Exit with status 79 when the mean error is more points than this")
        ->type_name("POINTS")
        ->group(what);
    const char* how = "How to measure";
    command
        .add_option("--model", options->model,
            "Model that made it, for its palette and calibration; default: the tile's own")
        ->type_name("PATH")
        ->group(how);
    command
        .add_option("--calibration", options->calibration,
            "How the colours look, from \"tilewright palette calibrate\"")
        ->type_name("FILE")
        ->group(how);
    command
        .add_option(
            "--palette", options->palette, "A palette's name or its file; default: rubber-29")
        ->type_name("NAME|FILE")
        ->group(how);
    const char* output = "Output";
    addJsonOption(command, invocation, "Write one JSON object a line for each picture");
    command.get_option("--json")->group(output);
    addVerboseOption(command, invocation);
    command.get_option("--verbose")->group(output);
    command.footer(examples);
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return measure(*options, invocation.json); };
    });
}

} // namespace tilewright
