// A catalogue as a folder of web pages that needs no server.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

#include "core/catalog/catalog.h"

namespace tilewright {

struct HtmlOptions {
    std::string language = "en"; ///< or "ru"
    bool showsSeeds = false; ///< seed, model and fidelity
    int pictureSide = 1024; ///< pixels, at most; larger tiles are scaled down
};

/// Writes index.html, one picture and one thumbnail a tile, catalog.json and catalog.csv into a new
/// folder, made beside and renamed. Search by colour, family and words; works from disk, asks
/// nothing of the network. A folder that is there is replaced only if it is such a catalogue.
/// Articles whose picture cannot be read are told of. Errors: Usage (the folder holds something
/// else), CannotWrite, Cancelled.
Expected<std::vector<CatalogProblem>> writeHtmlCatalog(const std::filesystem::path& folder,
    const Catalog& catalog, const HtmlOptions& options,
    const std::function<void(std::size_t, std::size_t)>& progress = {}, std::stop_token stop = {});

} // namespace tilewright
