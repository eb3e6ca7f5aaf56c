// What the commands for the library share: where it is, and how its tiles are told.
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/library/library.h"

namespace CLI {
class App;
}

namespace tilewright {

struct Invocation;

/// As given on the command line.
struct LibraryOptions {
    std::filesystem::path folder; ///< empty: where the studio keeps its tiles
    std::string palette = "rubber-29"; ///< a palette's name or its JSON file

    std::filesystem::path path() const;
    /// Errors: BadData.
    Expected<Palette> loadPalette() const;
    /// Errors: Usage when there is no folder of the name given, and as Library::open().
    Expected<std::unique_ptr<Library>> open() const;
};

/// Adds --library, --palette, --json and --verbose.
void addLibraryOptions(CLI::App& command, LibraryOptions& options, Invocation& invocation);

/// Adds the command "list" to the group "library".
void addLibraryList(CLI::App& group, Invocation& invocation);

std::string_view toText(Flag flag); ///< "none", "picked", "rejected"
std::string_view labelText(int label); ///< "none", "red", "yellow", "green", "blue"

/// {"id": 7, "file": …, "mix": [{"color": "red", "percent": 50}, …], "seed": …, "rating": 4, …}
nlohmann::ordered_json toJson(const TileRecord& tile);
/// Bytes that are no UTF-8 (file names may hold such) become U+FFFD.
std::string jsonText(const nlohmann::ordered_json& json, int indent = -1);
/// Lines of a name and a value.
std::string describe(const TileRecord& tile);

} // namespace tilewright
