// What the commands that make a catalogue share: which tiles, and what is said of them.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "app/commands/library_report.h"
#include "core/catalog/catalog.h"

namespace tilewright {

/// As given on the command line.
struct CatalogOptions {
    LibraryOptions library;
    std::vector<std::string> ids; ///< of tiles in the library, or ids or numbers of articles
    std::string from; ///< a query, as "library list" takes it
    bool all = false;
    std::filesystem::path details; ///< empty: the user's own
    std::string language = "en";
};

/// Adds IDS, --from, --all, --details, --language, and the options of a library.
void addCatalogOptions(CLI::App& command, CatalogOptions& options, Invocation& invocation);

struct LoadedCatalog {
    Palette palette;
    Catalog catalog; ///< in the order asked; never without articles
    std::vector<CatalogProblem> problems; ///< told on stderr already
};

/// Shows progress on stderr. Errors: Usage (no tiles named, none found, an unknown id), and those
/// of the library, the details and makeCatalog().
Expected<LoadedCatalog> loadCatalog(const CatalogOptions& options, std::stop_token stop);

// Each adds its command to the group "catalog".
void addCatalogImages(CLI::App& group, Invocation& invocation);
void addCatalogProfiles(CLI::App& group, Invocation& invocation);
void addCatalogList(CLI::App& group, Invocation& invocation);
void addCatalogData(CLI::App& group, Invocation& invocation);
void addCatalogHtml(CLI::App& group, Invocation& invocation);
void addCatalogCode(CLI::App& group, Invocation& invocation);
void addCatalogOrder(CLI::App& group, Invocation& invocation);
void addCatalogFloor(CLI::App& group, Invocation& invocation);
void addCatalogSheet(CLI::App& group, Invocation& invocation);
void addCatalogOrder(CLI::App& group, Invocation& invocation);

} // namespace tilewright
