#include <charconv>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>
#include <unistd.h>

#include "app/commands/command.h"
#include "app/commands/library_report.h"
#include "app/report/reporter.h"
#include "app/report/status_line.h"
#include "app/report/terminal_text.h"
#include "app/support/interrupt.h"

namespace tilewright {
namespace {

struct TileOptions {
    LibraryOptions library;
    std::string tile;
};

struct ImportOptions {
    LibraryOptions library;
    std::vector<std::filesystem::path> files;
};

std::string countOf(int count, const char* one, const char* many)
{
    return fmt::format("{} {}", countText(count), count == 1 ? one : many);
}

void tell(const LibraryOptions& options, const SweepReport& report, bool json)
{
    if (json) {
        std::cout << jsonText({{"library", options.path().string()}, {"added", report.added},
            {"changed", report.changed}, {"missing", report.missing}, {"returned", report.returned},
            {"foreign", report.foreign}})
                  << std::endl;
        return;
    }
    std::vector<std::string> parts{countOf(report.added, "tile", "tiles") + " added"};
    for (const auto& [count, what] : {std::pair{report.changed, "changed"},
             {report.returned, "there again"}, {report.missing, "missing"}})
        if (count > 0)
            parts.push_back(fmt::format("{} {}", countText(count), what));
    std::cout << fmt::format("{}: {}\n", options.path().string(), fmt::join(parts, ", "));
    for (const std::string& name : report.foreign)
        std::cout << fmt::format("Not a tile: {}\n", name);
    std::cout << std::flush;
}

Expected<int> rebuild(const LibraryOptions& options, bool json)
{
    std::error_code error;
    if (!std::filesystem::is_directory(options.path(), error))
        return fail(
            ErrorKind::Usage, fmt::format("There is no library {}.", options.path().string()));
    const auto palette = options.loadPalette();
    if (!palette)
        return tl::unexpected(palette.error());
    Interrupt interrupt; // before any other thread starts
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const auto report = Library::rebuild(
        options.path(), *palette,
        [&](int done, int total) { status.show("reading tiles", done, total); }, interrupt.token());
    status.clear();
    if (!report)
        return tl::unexpected(report.error());
    tell(options, *report, json);
    return 0;
}

Expected<int> sweep(const LibraryOptions& options, bool json)
{
    Interrupt interrupt; // before any other thread starts
    const auto library = options.open();
    if (!library)
        return tl::unexpected(library.error());
    StatusLine status(std::cerr, {canRedraw(STDERR_FILENO), terminalOf(STDERR_FILENO)});
    const auto report = (*library)->sweep(
        [&](int done, int total) { status.show("reading tiles", done, total); }, interrupt.token());
    status.clear();
    if (!report)
        return tl::unexpected(report.error());
    tell(options, *report, json);
    return 0;
}

Expected<int> import(const ImportOptions& options, bool json)
{
    Interrupt interrupt; // before any other thread starts
    const auto library = options.library.open();
    if (!library)
        return tl::unexpected(library.error());
    int exit = 0;
    for (const std::filesystem::path& file : options.files) {
        if (interrupt.token().stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled.");
        const auto tile = (*library)->import(file);
        // One file that is no tile is no reason to keep the others out.
        if (!tile) {
            if (json)
                std::cout << jsonText({{"file", file.string()}, {"error", errorJson(tile.error())}})
                          << std::endl;
            std::cerr << errorText(tile.error()) << std::flush;
            logError(tile.error());
            exit = exit == 0 ? exitCode(tile.error().kind) : exit;
            continue;
        }
        std::cout << (json ? jsonText(toJson(*tile)) : tile->file.string()) << std::endl;
    }
    return exit;
}

/// By its number, its name in the library, or its path.
Expected<TileRecord> findTile(const Library& library, const std::string& text)
{
    TileId id = 0;
    const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (problem == std::errc() && stop == text.data() + text.size()) {
        const auto tiles = library.records({id});
        if (!tiles)
            return tl::unexpected(tiles.error());
        if (!tiles->empty())
            return tiles->front();
    } else {
        const std::filesystem::path path(text);
        for (const auto& file : {library.folder() / path, path}) {
            const auto tile = library.findFile(file);
            if (!tile)
                return tl::unexpected(tile.error());
            if (*tile)
                return **tile;
        }
    }
    return fail(ErrorKind::Usage,
        fmt::format("There is no tile {} in the library {}. If the file is there, let \"tilewright "
                    "library sweep\" find it.",
            text, library.folder().string()));
}

Expected<int> show(const TileOptions& options, bool json)
{
    const auto library = options.library.open();
    if (!library)
        return tl::unexpected(library.error());
    const auto tile = findTile(**library, options.tile);
    if (!tile)
        return tl::unexpected(tile.error());
    std::cout << (json ? jsonText(toJson(*tile), 2) + "\n" : describe(*tile)) << std::flush;
    return 0;
}

void addRebuild(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("rebuild", "Make the index anew from the tiles");
    const auto options = std::make_shared<LibraryOptions>();
    addLibraryOptions(command, *options, invocation);
    command.footer(R"(Examples:
  tilewright library rebuild
  tilewright library rebuild --library ~/tiles

For an index that is damaged. Ratings, flags and labels are carried over from it, or from its
backup, as far as they can be read. Nobody may use the library meanwhile: close the studio. The
old index stays as .tilewright/library.db.old. Ctrl-C cancels, and changes nothing.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return rebuild(*options, invocation.json); };
    });
}

void addSweep(CLI::App& group, Invocation& invocation)
{
    CLI::App& command
        = *group.add_subcommand("sweep", "Find tiles that were added, renamed or removed");
    const auto options = std::make_shared<LibraryOptions>();
    addLibraryOptions(command, *options, invocation);
    command.footer(R"(Example:
  tilewright library sweep --library ~/tiles

The studio does so whenever it starts.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return sweep(*options, invocation.json); };
    });
}

void addImport(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("import", "Copy tiles into the library");
    const auto options = std::make_shared<ImportOptions>();
    command.add_option("TILE", options->files, "PNG that Tilewright made; several may be given")
        ->type_name("")
        ->required();
    addLibraryOptions(command, options->library, invocation);
    command.footer(R"(Examples:
  tilewright library import ~/Downloads/tile.png
  tilewright library import proofs/*.png --library ~/tiles --json

Nothing is overwritten: a name that is taken gets a number.)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return import(*options, invocation.json); };
    });
}

void addShow(CLI::App& group, Invocation& invocation)
{
    CLI::App& command = *group.add_subcommand("show", "Show what is known of a tile");
    const auto options = std::make_shared<TileOptions>();
    command.add_option("TILE", options->tile, "Its file, or its number in the library")
        ->type_name("")
        ->required();
    addLibraryOptions(command, options->library, invocation);
    command.footer(R"(Examples:
  tilewright library show 50-red-30-black-20-pearl-1704233.png
  tilewright library show 12 --json)");
    command.callback([options, &invocation] {
        invocation.run = [options, &invocation] { return show(*options, invocation.json); };
    });
}

} // namespace

void addLibraryCommand(CLI::App& root, Invocation& invocation)
{
    CLI::App& group = *root.add_subcommand("library", "Look after the tiles that were kept");
    group.require_subcommand(1);
    group.footer(R"(Examples:
  tilewright library list "red 40-60, rating 3+"
  tilewright library sweep
  tilewright library show 12
  tilewright library rebuild --library ~/tiles)");
    addLibraryList(group, invocation);
    addSweep(group, invocation);
    addShow(group, invocation);
    addImport(group, invocation);
    addRebuild(group, invocation);
}

} // namespace tilewright
