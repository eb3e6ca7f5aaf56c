// How much of each granule a job needs, in whole bags and money.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"

namespace tilewright {

/// One layer of the tile, from the top.
struct OrderLayer {
    std::string name; ///< as it shall be printed; empty: "Wear layer", "Base layer"
    double thicknessMillimetres = 10;
    std::optional<double> kilogramsPerSquareMetre; ///< absent: by thickness, see layerMass()
    /// Empty: the article's mix. Else all of one material, e.g. "SBR black 2–6 mm".
    std::string material;
    bool operator==(const OrderLayer&) const = default;
};

/// What is to be made of one article.
struct OrderItem {
    Article article;
    double squareMetres = 0;
    bool operator==(const OrderItem&) const = default;
};

struct OrderSettings {
    std::vector<OrderLayer> layers{OrderLayer{}}; ///< never empty
    double wastePercent = 5; ///< added to granules and binder
    double binderPercent = 18; ///< of the mass of the granules
    double bagKilograms = 25;
    bool operator==(const OrderSettings&) const = default;
    Expected<void> check() const; ///< Errors: Usage
};

/// Prices of a kilogram by code or name of a colour, or by a layer's material; "binder".
struct PriceList {
    std::string currency = "EUR";
    /// Key as comparable() gives it; ten-thousandths of the currency.
    std::map<std::string, std::int64_t> perKilogram;
    /// CSV with a heading row ("code" or "name" or "material", "price"), comma or semicolon,
    /// decimal point or comma; or JSON {"currency": "EUR", "prices": {"RED": 2.85}}. Errors:
    /// BadData with the line.
    static Expected<PriceList> load(const std::filesystem::path& file);
    bool operator==(const PriceList&) const = default;
};

/// One material. Masses are whole grams, so that sums are exact.
struct OrderLine {
    std::string name; ///< of the colour, or the material
    std::string nameRu;
    std::string code;
    std::optional<Srgb> srgb; ///< of a colour
    std::int64_t grams = 0; ///< with waste
    std::int64_t bags = 0; ///< whole bags, rounded up
    std::optional<std::int64_t> price; ///< of a kilogram, ten-thousandths
    std::optional<std::int64_t> cost; ///< of the bags, hundredths; absent: the list has no price
    bool operator==(const OrderLine&) const = default;
};

struct GranuleOrder {
    std::vector<OrderItem> items;
    OrderSettings settings;
    std::string currency;
    std::vector<OrderLine> lines; ///< by mass, the heaviest first; no two of one material
    std::int64_t binderGrams = 0;
    std::optional<std::int64_t> binderCost; ///< hundredths; by the gram, not by bags
    std::int64_t granuleGrams = 0; ///< sum of the lines
    std::int64_t bags = 0; ///< sum of the lines
    std::int64_t cost = 0; ///< hundredths, of what has a price
    std::vector<std::string> withoutPrice; ///< names of lines that have none (no list: empty)
    bool operator==(const GranuleOrder&) const = default;
};

/// The grams of an article's layer are shared out to its colours by largest remainder, so that they
/// sum to the layer's. Errors: Usage (no items, an area that is not 0.01…1,000,000 m²).
Expected<GranuleOrder> makeOrder(const std::vector<OrderItem>& items, const OrderSettings& settings,
    const std::optional<PriceList>& prices = std::nullopt);

/// As toCsv() of a catalogue.
std::string toCsv(const GranuleOrder& order, const std::string& language, bool forSpreadsheet);
nlohmann::ordered_json toJson(const GranuleOrder& order);

nlohmann::json toJson(const OrderSettings& settings);
/// Errors: Usage.
Expected<OrderSettings> orderSettingsFromJson(const nlohmann::json& json);

} // namespace tilewright
