#include "core/catalog/product.h"

#include <algorithm>
#include <array>
#include <utility>

#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

/// Millimetres and kg/m².
constexpr std::array<std::pair<double, double>, 4> layerMasses{
    {{10, 9.0}, {15, 14.5}, {20, 18.0}, {25, 23.5}}};

void checkRange(std::string& problem, std::string_view what, double value, double least,
    double greatest, std::string_view unit)
{
    // Written so that a NaN fails.
    if (problem.empty() && !(value >= least && value <= greatest))
        problem = fmt::format("{} is {:g}{}; it must lie between {:g} and {:g}{}.", what, value,
            unit, least, greatest, unit);
}

} // namespace

double Product::areaSquareMetres() const
{
    return lengthMillimetres / 1000 * (widthMillimetres / 1000);
}

double Product::weightPerSquareMetre() const
{
    return kilogramsPerSquareMetre.value_or(
        layerMass(thicknessMillimetres) * (1 + binderPercent / 100));
}

double Product::pieceWeight() const
{
    return areaSquareMetres() * weightPerSquareMetre();
}

Expected<void> Product::check() const
{
    std::string problem;
    checkRange(problem, "The length", lengthMillimetres, 50, 5000, " mm");
    checkRange(problem, "The width", widthMillimetres, 50, 5000, " mm");
    checkRange(problem, "The thickness", thicknessMillimetres, 5, 200, " mm");
    if (kilogramsPerSquareMetre)
        checkRange(
            problem, "The weight of a square metre", *kilogramsPerSquareMetre, 0.1, 500, " kg");
    checkRange(problem, "The binder", binderPercent, 0, 100, " %");
    if (price)
        checkRange(problem, "The price", *price, 0, 1e9, "");
    if (!problem.empty())
        return fail(ErrorKind::Usage, problem);
    return {};
}

double layerMass(double thicknessMillimetres)
{
    const auto upper = std::find_if(layerMasses.begin(), layerMasses.end(),
        [&](const auto& entry) { return entry.first >= thicknessMillimetres; });
    if (upper == layerMasses.begin() || upper == layerMasses.end()) {
        const auto& [thickness, mass]
            = upper == layerMasses.end() ? layerMasses.back() : layerMasses.front();
        return thicknessMillimetres * mass / thickness;
    }
    const auto lower = upper - 1;
    const double part = (thicknessMillimetres - lower->first) / (upper->first - lower->first);
    return lower->second + part * (upper->second - lower->second);
}

nlohmann::json toJson(const Product& product)
{
    nlohmann::json json{
        {"lengthMillimetres", product.lengthMillimetres},
        {"widthMillimetres", product.widthMillimetres},
        {"thicknessMillimetres", product.thicknessMillimetres},
        {"hardness", product.hardness},
        {"fireClass", product.fireClass},
        {"fallHeight", product.fallHeight},
        {"binder", product.binder},
        {"binderPercent", product.binderPercent},
        {"granuleSize", product.granuleSize},
        {"currency", product.currency},
    };
    if (product.kilogramsPerSquareMetre)
        json["kilogramsPerSquareMetre"] = *product.kilogramsPerSquareMetre;
    if (product.price)
        json["price"] = *product.price;
    return json;
}

void readProduct(JsonFields& fields, Product& product)
{
    fields.read("lengthMillimetres", product.lengthMillimetres);
    fields.read("widthMillimetres", product.widthMillimetres);
    fields.read("thicknessMillimetres", product.thicknessMillimetres);
    fields.read("kilogramsPerSquareMetre", product.kilogramsPerSquareMetre);
    fields.read("hardness", product.hardness);
    fields.read("fireClass", product.fireClass);
    fields.read("fallHeight", product.fallHeight);
    fields.read("binder", product.binder);
    fields.read("binderPercent", product.binderPercent);
    fields.read("granuleSize", product.granuleSize);
    fields.read("price", product.price);
    fields.read("currency", product.currency);
    if (const auto checked = product.check(); !checked)
        fields.complain("product", checked.error().message);
}

} // namespace tilewright
