// The composition root: reads the command line and runs what was asked.
#include <iostream>
#include <new>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "app/help_formatter.h"
#include "app/report/reporter.h"
#include "core/support/log.h"
#include "core/support/version.h"
#include "inference/device/device.h"

namespace tilewright {
namespace {

constexpr const char* footer = R"(Examples:
  tilewright                                    open the studio
  tilewright render --mix "50% red, 30% black, 20% pearl" -o tile.png
  tilewright granulate --mix "5:3:2 red:black:pearl" -o granules.png
  tilewright measure photo.jpg                  read the mix from a picture
  tilewright doctor                             see whether all is well

"tilewright COMMAND --help" tells more about a command.

Exit status:
  0  done                           70  internal error
 64  wrong option, mix or setting   73  cannot write the file
 65  damaged or foreign file        75  worth trying again (out of memory)
 69  device not available           79  a picture misses its mix (measure --tolerance)
                                   130  cancelled)";

int tell(const Error& error, const Invocation& invocation)
{
    if (invocation.json)
        std::cout << nlohmann::ordered_json{{"event", "error"}, {"error", errorJson(error)}}.dump()
                  << std::endl;
    std::cerr << errorText(error);
    logError(error);
    return exitCode(error.kind);
}

/// The innermost command that was named.
const CLI::App& namedCommand(const CLI::App& root)
{
    const CLI::App* command = &root;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().front();
    return *command;
}

int wrongUsage(const CLI::App& root, const CLI::ParseError& error)
{
    std::string command;
    for (const CLI::App* app = &namedCommand(root); app; app = app->get_parent())
        command = command.empty() ? app->get_name() : app->get_name() + " " + command;
    std::cerr << fmt::format("tilewright: {}\nSee \"{} --help\".\n", error.what(), command);
    return exitCode(ErrorKind::Usage);
}

int runCommandLine(int argc, char** argv)
{
    CLI::App root(
        "Tilewright shows what a rubber tile of coloured granules will look like.", "tilewright");
    Invocation invocation;
    root.set_version_flag(
        "--version", fmt::format("{} {}", applicationName, applicationVersion), "Show the version");
    root.formatter(makeHelpFormatter());
    root.set_help_flag("-h,--help", "Show this help");
    root.require_subcommand(0, 1);
    root.footer(footer);
    addStudioCommand(root, invocation);
    addRenderCommand(root, invocation);
    addGranulateCommand(root, invocation);
    addMeasureCommand(root, invocation);
    addPaletteCommand(root, invocation);
    addRecipeCommand(root, invocation);
    addLibraryCommand(root, invocation);
    addCatalogCommand(root, invocation);
    addModelCommand(root, invocation);
    addDoctorCommand(root, invocation);
    try {
        root.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        std::cout << root.help();
        return 0;
    } catch (const CLI::CallForVersion& version) {
        std::cout << version.what() << "\n";
        return 0;
    } catch (const CLI::ParseError& error) {
        return wrongUsage(root, error);
    }
    initialiseLog(invocation.verbose);
    const auto status = invocation.run();
    return status ? *status : tell(status.error(), invocation);
}

} // namespace
} // namespace tilewright

int main(int argc, char** argv)
{
    tilewright::inference::initialiseEngine();
    using tilewright::ErrorKind;
    try {
        return tilewright::runCommandLine(argc, argv);
    } catch (const std::bad_alloc&) {
        std::cerr << "tilewright: There is not enough memory. Close other programs or choose a "
                     "smaller size.\n";
        return exitCode(ErrorKind::Retryable);
    } catch (const std::exception& error) {
        std::cerr << "tilewright: An internal error stopped the program: " << error.what() << "\n";
        return exitCode(ErrorKind::Internal);
    }
}
