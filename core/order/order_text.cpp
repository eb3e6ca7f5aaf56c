// Orders and their settings as tables and as JSON.
#include <nlohmann/json.hpp>
#include <spdlog/fmt/fmt.h>

#include "core/order/granule_order.h"
#include "core/support/csv.h"
#include "core/support/json_fields.h"

namespace tilewright {
namespace {

constexpr double gramsPerKilogram = 1000;
constexpr double perHundredth = 0.01;
constexpr double perPriceUnit = 1.0 / PriceList::unitsPerCurrency;

struct Words {
    const char* headings[7];
    const char* binder;
    const char* total;
};

const Words& wordsFor(const std::string& language)
{
    static const Words english{
        {"material", "code", "kg", "bags", "price per kg", "cost", "currency"}, "binder", "total"};
    static const Words russian{
        {"материал", "код", "кг", "мешков", "цена за кг", "стоимость", "валюта"}, "связующее",
        "итого"};
    return language == "ru" ? russian : english;
}

void addAmount(CsvWriter& csv, const std::optional<std::int64_t>& amount, double unit, int decimals)
{
    if (amount)
        csv.number(static_cast<double>(*amount) * unit, decimals);
    else
        csv.empty();
}

nlohmann::ordered_json amountJson(const std::optional<std::int64_t>& amount, double unitsPerOne)
{
    return amount ? nlohmann::ordered_json(static_cast<double>(*amount) / unitsPerOne)
                  : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json toJson(const OrderLine& line)
{
    return {{"name", line.name}, {"nameRu", line.nameRu}, {"code", line.code},
        {"srgb", line.srgb ? nlohmann::ordered_json(toHex(*line.srgb)) : nullptr},
        {"grams", line.grams}, {"bags", line.bags},
        {"pricePerKilogram", amountJson(line.price, PriceList::unitsPerCurrency)},
        {"cost", amountJson(line.cost, 100)}};
}

OrderLayer readLayer(JsonFields& fields)
{
    OrderLayer layer;
    fields.read("name", layer.name);
    fields.read("thicknessMillimetres", layer.thicknessMillimetres);
    fields.read("kilogramsPerSquareMetre", layer.kilogramsPerSquareMetre);
    fields.read("material", layer.material);
    return layer;
}

} // namespace

std::string toCsv(const GranuleOrder& order, const std::string& language, bool forSpreadsheet)
{
    const Words& words = wordsFor(language);
    CsvWriter csv(language, forSpreadsheet);
    for (const char* heading : words.headings)
        csv.text(heading);
    csv.endRow();
    for (const OrderLine& line : order.lines) {
        csv.text(language == "ru" && !line.nameRu.empty() ? line.nameRu : line.name)
            .text(line.code)
            .number(static_cast<double>(line.grams) / gramsPerKilogram, 3)
            .number(static_cast<double>(line.bags), 0);
        addAmount(csv, line.price, perPriceUnit, 4);
        addAmount(csv, line.cost, perHundredth, 2);
        csv.text(order.currency).endRow();
    }
    if (order.binderGrams > 0) {
        csv.text(words.binder).empty();
        csv.number(static_cast<double>(order.binderGrams) / gramsPerKilogram, 3).empty();
        addAmount(csv, order.binderPrice, perPriceUnit, 4);
        addAmount(csv, order.binderCost, perHundredth, 2);
        csv.text(order.currency).endRow();
    }
    if (forSpreadsheet) {
        csv.text(words.total).empty();
        csv.number(
            static_cast<double>(order.granuleGrams + order.binderGrams) / gramsPerKilogram, 3);
        csv.number(static_cast<double>(order.bags), 0).empty();
        if (order.currency.empty())
            csv.empty();
        else
            csv.number(static_cast<double>(order.cost) * perHundredth, 2);
        csv.text(order.currency).endRow();
    }
    return csv.table();
}

nlohmann::ordered_json toJson(const GranuleOrder& order)
{
    auto items = nlohmann::ordered_json::array();
    for (const OrderItem& item : order.items)
        items.push_back({{"id", item.article.id}, {"code", item.article.code},
            {"name", articleName(item.article, "en")}, {"squareMetres", item.squareMetres}});
    auto lines = nlohmann::ordered_json::array();
    for (const OrderLine& line : order.lines)
        lines.push_back(toJson(line));
    const bool isPriced = !order.currency.empty();
    return {{"items", std::move(items)}, {"settings", toJson(order.settings)},
        {"currency", isPriced ? nlohmann::ordered_json(order.currency) : nullptr},
        {"lines", std::move(lines)},
        {"binder",
            {{"grams", order.binderGrams},
                {"pricePerKilogram", amountJson(order.binderPrice, PriceList::unitsPerCurrency)},
                {"cost", amountJson(order.binderCost, 100)}}},
        {"total",
            {{"granuleGrams", order.granuleGrams}, {"bags", order.bags},
                {"cost",
                    isPriced ? amountJson(order.cost, 100) : nlohmann::ordered_json(nullptr)}}},
        {"withoutPrice", order.withoutPrice}};
}

nlohmann::json toJson(const OrderSettings& settings)
{
    auto layers = nlohmann::json::array();
    for (const OrderLayer& layer : settings.layers) {
        nlohmann::json json{{"name", layer.name},
            {"thicknessMillimetres", layer.thicknessMillimetres}, {"material", layer.material}};
        if (layer.kilogramsPerSquareMetre)
            json["kilogramsPerSquareMetre"] = *layer.kilogramsPerSquareMetre;
        layers.push_back(std::move(json));
    }
    return {{"layers", std::move(layers)}, {"wastePercent", settings.wastePercent},
        {"binderPercent", settings.binderPercent}, {"bagKilograms", settings.bagKilograms}};
}

Expected<OrderSettings> orderSettingsFromJson(const nlohmann::json& json)
{
    OrderSettings settings;
    std::string problem;
    JsonFields fields(json, problem);
    if (fields.has("layers")) {
        settings.layers.clear();
        fields.readEach(
            "layers", [&](JsonFields& layer) { settings.layers.push_back(readLayer(layer)); });
    }
    fields.read("wastePercent", settings.wastePercent);
    fields.read("binderPercent", settings.binderPercent);
    fields.read("bagKilograms", settings.bagKilograms);
    if (!problem.empty())
        return fail(ErrorKind::Usage,
            fmt::format("These settings of an order cannot be used: {}.", problem));
    if (const auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    return settings;
}

} // namespace tilewright
