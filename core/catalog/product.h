// What is sold: the rubber tile as an article, beside its colours.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/support/json_fields.h"

namespace tilewright {

/// Texts are as they shall be printed; empty: not told.
struct Product {
    double lengthMillimetres = 500;
    double widthMillimetres = 500;
    double thicknessMillimetres = 20;
    /// Of the whole tile, binder included; absent: granules by thickness, and the binder.
    std::optional<double> kilogramsPerSquareMetre;
    std::string hardness = "65–70 Shore A";
    std::string fireClass = "Cfl-s1";
    std::string fallHeight; ///< critical, EN 1177
    std::string binder = "PU";
    double binderPercent = 18; ///< of the mass of the granules
    std::string granuleSize = "1–4 mm";
    std::optional<double> price; ///< of a piece
    std::string currency = "EUR";

    double areaSquareMetres() const;
    double weightPerSquareMetre() const; ///< kg, binder included
    double pieceWeight() const; ///< kg
    /// Sizes 50…5000 mm, thickness 5…200 mm, weights, percentages and prices that can be.
    /// Errors: Usage.
    Expected<void> check() const;
    bool operator==(const Product&) const = default;
};

/// Mass of the granules in a layer of EPDM by its thickness, without their binder, kg/m²: 10 mm 9.0,
/// 15 mm 14.5, 20 mm 18.0, 25 mm 23.5 (a maker's table for TPV surfaces), between them in
/// proportion, beyond them by the nearest entry's density.
double layerMass(double thicknessMillimetres);

nlohmann::json toJson(const Product& product);
/// Absent members keep their value.
void readProduct(JsonFields& fields, Product& product);

} // namespace tilewright
