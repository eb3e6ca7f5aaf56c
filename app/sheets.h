// Pages for customers as PDF, without a display. In builds without Qt each says so.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/floor/floor_plan.h"
#include "core/image/image.h"
#include "core/order/granule_order.h"

namespace CLI {
class App;
}

namespace tilewright {

/// As given on the command line; absent: as the template has it.
struct SheetOptions {
    std::filesystem::path design; ///< a template's JSON file; empty: the default one
    std::string paper; ///< "a4" or "letter"
    bool isLandscape = false;
    int perPage = 0; ///< 1, 4, 9 or 12
    bool showsSeeds = false;
    bool showsFidelity = false;
    bool showsPrices = false;
    std::string language; ///< "en" or "ru"
};

/// Adds --template, --paper and --landscape, which suit every kind of page.
void addPaperOptions(CLI::App& command, SheetOptions& options);

struct SheetReport {
    int pages = 0;
    std::vector<std::string> problems; ///< a sentence each: what could not be shown
};
/// Gets the pages that are done, and all.
using SheetProgress = std::function<void(int done, int total)>;

// Each writes one PDF, beside and renamed. To be called in the main thread, after any Interrupt was
// made. Errors: DeviceUnavailable (no Qt), Usage, BadData (the template), CannotWrite, Cancelled.

/// Cover, index, tiles and legend, as the template says.
Expected<SheetReport> writeCatalogSheet(const std::filesystem::path& file, const Catalog& catalog,
    const SheetOptions& options, const SheetProgress& progress = {}, std::stop_token stop = {});
/// One page for each article of the catalogue.
Expected<SheetReport> writeSpecificationSheets(const std::filesystem::path& file,
    const Catalog& catalog, const SheetOptions& options, const SheetProgress& progress = {},
    std::stop_token stop = {});
/// The catalogue gives letterhead and date.
Expected<SheetReport> writeOrderSheet(const std::filesystem::path& file, const Catalog& catalog,
    const GranuleOrder& order, const SheetOptions& options, const SheetProgress& progress = {},
    std::stop_token stop = {});
/// `recipes`: the articles that the plan counts from 0; `picture` as drawFloor() made it.
Expected<SheetReport> writeFloorSheet(const std::filesystem::path& file, const Catalog& catalog,
    const FloorLayout& layout, const std::vector<Article>& recipes, const Image& picture,
    double wastePercent, const SheetOptions& options, const SheetProgress& progress = {},
    std::stop_token stop = {});

} // namespace tilewright
