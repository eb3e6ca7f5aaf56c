// How much of each granule a job needs, in whole bags and money.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/order/price_list.h"

namespace tilewright {

/// One layer of the tile, from the top.
struct OrderLayer {
    std::string name; ///< as it shall be printed; empty: "Wear layer", "Base layer"
    double thicknessMillimetres = 10;
    std::optional<double> kilogramsPerSquareMetre; ///< absent: by thickness, see layerMass()
    /// Empty: the article's mix. Else all of one material, e.g. "SBR black 2–6 mm", or a colour by
    /// its code or name.
    std::string material;

    bool isOfMix() const;
    double mass() const; ///< of granules without binder, kg/m²
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
    /// Limits are those below. Errors: Usage.
    Expected<void> check() const;
};

struct OrderLimits {
    static constexpr double minimumArea = 0.01; ///< m²
    static constexpr double maximumArea = 1e6;
    static constexpr std::size_t maximumLayers = 8;
    static constexpr double minimumThickness = 1; ///< mm
    static constexpr double maximumThickness = 200;
    static constexpr double minimumMass = 0.1; ///< kg/m²
    static constexpr double maximumMass = 500;
    static constexpr double maximumWaste = 100; ///< percent
    static constexpr double maximumBinder = 50; ///< percent
    static constexpr double minimumBag = 0.1; ///< kg
    static constexpr double maximumBag = 2000;
};

/// One material. Masses are whole grams, so that sums are exact.
struct OrderLine {
    std::string name; ///< of the colour, or the material
    std::string nameRu;
    std::string code;
    std::optional<Srgb> srgb; ///< of a colour
    std::int64_t grams = 0; ///< with waste; more than 0
    std::int64_t bags = 0; ///< whole bags, rounded up
    std::optional<std::int64_t> price; ///< of a kilogram, ten-thousandths
    std::optional<std::int64_t> cost; ///< of the bags, hundredths; absent: the list has no price
    bool operator==(const OrderLine&) const = default;
};

struct GranuleOrder {
    std::vector<OrderItem> items;
    OrderSettings settings;
    std::string currency; ///< empty: there is no price list
    std::vector<OrderLine> lines; ///< by mass, the heaviest first; no two of one material
    std::int64_t binderGrams = 0;
    std::optional<std::int64_t> binderPrice; ///< of a kilogram, ten-thousandths
    std::optional<std::int64_t> binderCost; ///< hundredths; by the gram, not by bags
    std::int64_t granuleGrams = 0; ///< sum of the lines
    std::int64_t bags = 0; ///< sum of the lines
    std::int64_t cost = 0; ///< hundredths, of what has a price, binder too
    /// Names of lines, and "binder", that the list has no price for; without a list none.
    std::vector<std::string> withoutPrice;
    bool operator==(const GranuleOrder&) const = default;
};

/// Sizes, masses and percentages are taken to the fourth decimal of a square metre, the gram and
/// the second decimal of a percent; from there on all is whole numbers. Each layer of each article
/// is rounded to the gram and shared out to the colours so that they sum to it, none is a gram or
/// more from its exact part, and more of the layer is never less of a colour (the quota method of
/// Balinski and Young, 1975; the method of largest remainders lacks the last). Money is rounded
/// half up, line by line. Errors: Usage (no items, an area out of limits, settings that are).
Expected<GranuleOrder> makeOrder(const std::vector<OrderItem>& items, const OrderSettings& settings,
    const std::optional<PriceList>& prices = std::nullopt);

/// Parts of `total`, whole numbers in the ratio of `weights`, as makeOrder() shares out grams.
/// `weights` are not negative, and one at least is more than 0.
std::vector<std::int64_t> sharedOut(std::int64_t total, const std::vector<int>& weights);

/// A row each line, then the binder: material, code, kilograms, bags, price, cost, currency; for a
/// spreadsheet a row of totals. As toCsv() of a catalogue.
std::string toCsv(const GranuleOrder& order, const std::string& language, bool forSpreadsheet);
/// Masses as whole grams, money as decimal numbers.
nlohmann::ordered_json toJson(const GranuleOrder& order);

nlohmann::json toJson(const OrderSettings& settings);
/// Absent members keep their default. Errors: Usage.
Expected<OrderSettings> orderSettingsFromJson(const nlohmann::json& json);

} // namespace tilewright
