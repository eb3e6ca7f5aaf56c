#include "app/commands/order_report.h"

#include <algorithm>
#include <array>
#include <spdlog/fmt/fmt.h>

#include "app/commands/command.h"
#include "app/report/terminal_text.h"
#include "core/mix/mix_text.h"

namespace tilewright {
namespace {

std::vector<std::string_view> partsOf(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = text.find(separator);
        parts.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

/// A number with one of the units behind it.
std::optional<double> measureFrom(
    std::string_view text, std::initializer_list<std::string_view> units)
{
    for (const std::string_view unit : units)
        if (text.ends_with(unit))
            if (const auto number = numberFrom(trimmed(text.substr(0, text.size() - unit.size()))))
                return number;
    return std::nullopt;
}

tl::unexpected<Error> badLayer(std::string_view text)
{
    return fail(ErrorKind::Usage,
        fmt::format("Cannot read the layer {}. Write its thickness, then maybe kg/m² and a "
                    "material, e.g. \"10mm\" or \"Base:40mm:26kg:SBR black\".",
            quotation(text)));
}

/// Whole digits in threes; `decimals` behind the point.
std::string amountText(std::int64_t units, int decimals)
{
    std::int64_t perOne = 1;
    for (int i = 0; i < decimals; ++i)
        perOne *= 10;
    return decimals == 0
        ? countText(units)
        : fmt::format("{}.{:0{}}", countText(units / perOne), units % perOne, decimals);
}

constexpr std::size_t columnCount = 6;
using Cells = std::array<std::string, columnCount>;

std::string priceText(std::optional<std::int64_t> price)
{
    if (!price)
        return "-";
    std::string text = amountText(*price, 4);
    while (text.ends_with('0') && text[text.size() - 3] != '.')
        text.pop_back();
    return text;
}

std::string costText(std::optional<std::int64_t> cost)
{
    return cost ? amountText(*cost, 2) : "-";
}

std::string tableOf(const std::vector<Cells>& rows, std::size_t shownColumns)
{
    std::array<int, columnCount> widths{};
    for (const Cells& row : rows)
        for (std::size_t i = 0; i < shownColumns; ++i)
            widths[i] = std::max(widths[i], columnsOf(row[i]));
    std::string table;
    for (const Cells& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < shownColumns; ++i) {
            const std::string blanks(static_cast<std::size_t>(widths[i] - columnsOf(row[i])), ' ');
            const bool isText = i < 2; // material and code; numbers stand to the right
            line += (i > 0 ? "  " : "") + (isText ? row[i] + blanks : blanks + row[i]);
        }
        table += std::string(trimmed(line)) + "\n";
    }
    return table;
}

std::string headingOf(const GranuleOrder& order)
{
    double area = 0;
    for (const OrderItem& item : order.items)
        area += item.squareMetres;
    std::vector<std::string> parts;
    for (const OrderLayer& layer : order.settings.layers)
        parts.push_back(fmt::format("{} mm{} ({:.4g} kg/m²)", layer.thicknessMillimetres,
            layer.isOfMix() ? "" : " of " + layer.material, layer.mass()));
    return fmt::format("{:.10g} m² of {} {}: {}; waste {} %, binder {} %, bags of {} kg\n", area,
        order.items.size(), order.items.size() == 1 ? "tile" : "tiles", fmt::join(parts, " + "),
        order.settings.wastePercent, order.settings.binderPercent, order.settings.bagKilograms);
}

} // namespace

Expected<OrderLayer> parseLayer(std::string_view text)
{
    const std::string plain = withPlainBlanks(text);
    OrderLayer layer;
    auto parts = partsOf(plain, ':');
    const auto thicknessOf = [](std::string_view part) { return measureFrom(part, {"mm", ""}); };
    if (parts.size() > 1 && !thicknessOf(parts.front())) {
        layer.name = parts.front();
        parts.erase(parts.begin());
    }
    const auto thickness = thicknessOf(parts.front());
    if (!thickness)
        return badLayer(text);
    layer.thicknessMillimetres = *thickness;
    parts.erase(parts.begin());
    if (!parts.empty())
        if (const auto mass = measureFrom(parts.front(), {"kg/m²", "kg/m2", "kg"})) {
            layer.kilogramsPerSquareMetre = *mass;
            parts.erase(parts.begin());
        }
    if (parts.size() > 1 || (parts.size() == 1 && parts.front().empty()))
        return badLayer(text);
    if (!parts.empty())
        layer.material = parts.front();
    return layer;
}

Expected<double> parseArea(std::string_view text)
{
    const auto area = measureFrom(trimmed(text), {"m²", "m2", ""});
    if (!area)
        return fail(ErrorKind::Usage,
            fmt::format("{} is no area; write square metres like 24.5.", quotation(text)));
    return *area;
}

Expected<std::vector<double>> parseAreas(std::string_view text)
{
    std::vector<double> areas;
    const char separator = text.find(';') == std::string_view::npos ? ',' : ';';
    for (const std::string_view part : partsOf(text, separator)) {
        const auto area = parseArea(part);
        if (!area)
            return tl::unexpected(area.error());
        areas.push_back(*area);
    }
    return areas;
}

std::string describe(const GranuleOrder& order, const std::string& language)
{
    const bool isPriced = !order.currency.empty();
    std::vector<Cells> rows{
        {"material", "code", "kg", "bags", order.currency + "/kg", order.currency}};
    for (const OrderLine& line : order.lines)
        rows.push_back({language == "ru" && !line.nameRu.empty() ? line.nameRu : line.name,
            line.code, amountText(line.grams, 3), amountText(line.bags, 0), priceText(line.price),
            costText(line.cost)});
    if (order.binderGrams > 0)
        rows.push_back({"binder", "", amountText(order.binderGrams, 3), "",
            priceText(order.binderPrice), costText(order.binderCost)});
    rows.push_back({"total", "", amountText(order.granuleGrams + order.binderGrams, 3),
        amountText(order.bags, 0), "", costText(order.cost)});
    std::string text
        = headingOf(order) + "\n" + tableOf(rows, isPriced ? columnCount : columnCount - 2);
    if (!order.withoutPrice.empty())
        text += fmt::format(
            "\nNo price, not in the total: {}\n", fmt::join(order.withoutPrice, ", "));
    return text;
}

} // namespace tilewright
