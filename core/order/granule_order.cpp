#include "core/order/granule_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <spdlog/fmt/fmt.h>
#include <tuple>

namespace tilewright {
namespace {

/// A million square metres of thick tiles times a price needs more than 64 bits on the way.
__extension__ typedef __int128 Wide;

constexpr Wide largest = std::numeric_limits<std::int64_t>::max();

Wide roundedHalfUp(Wide numerator, Wide denominator)
{
    return (2 * numerator + denominator) / (2 * denominator);
}

/// Decimals as people type them become whole units, so that nothing is lost after that.
std::int64_t inUnits(double value, double unitsPerOne)
{
    return std::llround(value * unitsPerOne);
}

constexpr double areaUnits = 10'000; // of a square metre
constexpr double percentUnits = 100; // of a percent
constexpr std::int64_t hundredPercent = 10'000;

std::int64_t layerGrams(double squareMetres, double kilogramsPerSquareMetre, double wastePercent)
{
    const Wide product = Wide(inUnits(squareMetres, areaUnits))
        * inUnits(kilogramsPerSquareMetre, 1000)
        * (hundredPercent + inUnits(wastePercent, percentUnits));
    return static_cast<std::int64_t>(
        roundedHalfUp(product, Wide(inUnits(1, areaUnits)) * hundredPercent));
}

tl::unexpected<Error> tooLarge()
{
    return fail(ErrorKind::Usage, "This order is too large to be reckoned in one; split it.");
}

bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most; // false for what is no number
}

Expected<void> checkItem(const OrderItem& item, bool needsColors)
{
    const Article& article = item.article;
    if (!isWithin(item.squareMetres, OrderLimits::minimumArea, OrderLimits::maximumArea))
        return fail(ErrorKind::Usage,
            fmt::format("The area of {} must be from {} to 1,000,000 m², not {}.",
                articleName(article, "en"), OrderLimits::minimumArea,
                item.squareMetres));
    const auto isNegative = [](const ArticleColor& color) { return color.perMille < 0; };
    const auto isThere = [](const ArticleColor& color) { return color.perMille > 0; };
    if (needsColors
        && (std::any_of(article.colors.begin(), article.colors.end(), isNegative)
            || std::none_of(article.colors.begin(), article.colors.end(), isThere)))
        return fail(ErrorKind::Usage,
            fmt::format("{} has no mix that could be ordered; leave it out.",
                articleName(article, "en")));
    return {};
}

auto labelOf(const OrderLine& line)
{
    return std::tuple(line.name, line.code, line.nameRu, line.srgb ? toHex(*line.srgb) : "");
}

/// Sums up grams by material. What comes out does not depend on the order of what came in.
class Materials {
public:
    void add(const ArticleColor& color, std::int64_t grams)
    {
        OrderLine line{color.name, color.nameRu, color.code, color.srgb, 0, 0, {}, {}};
        const auto [place, isNew]
            = m_colors.try_emplace(materialKey(color.code.empty() ? color.name : color.code));
        auto& [kept, sum] = place->second;
        // Of two colours that share a code the first by name names them.
        if (isNew || labelOf(line) < labelOf(kept))
            kept = std::move(line);
        sum += grams;
    }
    void add(const std::string& material, std::int64_t grams)
    {
        const auto place = m_materials.try_emplace(materialKey(material), material, 0).first;
        place->second.second += grams;
    }

    /// Errors: Usage (more than can be counted).
    Expected<std::vector<OrderLine>> lines() const
    {
        auto colors = m_colors;
        for (const auto& [key, material] : m_materials) {
            const auto [place, isNew] = colors.try_emplace(placeOf(key, colors));
            auto& [line, sum] = place->second;
            if (isNew)
                line.name = material.first;
            sum += material.second;
        }
        std::vector<OrderLine> lines;
        for (auto& [key, entry] : colors) {
            auto& [line, sum] = entry;
            if (sum > largest)
                return tooLarge();
            line.grams = static_cast<std::int64_t>(sum);
            if (line.grams > 0)
                lines.push_back(std::move(line));
        }
        std::sort(lines.begin(), lines.end(), [](const OrderLine& a, const OrderLine& b) {
            return a.grams != b.grams ? a.grams > b.grams : labelOf(a) < labelOf(b);
        });
        return lines;
    }

private:
    using Entries = std::map<std::string, std::pair<OrderLine, Wide>>;

    /// A material may be a colour of the mixes, by its code or its name.
    static std::string placeOf(const std::string& material, const Entries& colors)
    {
        if (colors.contains(material))
            return material;
        const auto found = std::find_if(colors.begin(), colors.end(), [&](const auto& color) {
            const OrderLine& line = color.second.first;
            return line.srgb
                && (materialKey(line.name) == material || materialKey(line.nameRu) == material);
        });
        return found == colors.end() ? material : found->first;
    }

    Entries m_colors;
    std::map<std::string, std::pair<std::string, Wide>> m_materials;
};

/// Bags, prices and costs. Errors: Usage (more than can be counted).
Expected<void> priceLines(GranuleOrder& order, const std::optional<PriceList>& prices)
{
    const std::int64_t bag = inUnits(order.settings.bagKilograms, 1000);
    constexpr Wide perHundredth = Wide(PriceList::unitsPerCurrency) / 100 * 1000; // and by the gram
    Wide granules = 0, bags = 0, cost = 0;
    for (OrderLine& line : order.lines) {
        line.bags = line.grams / bag + (line.grams % bag > 0 ? 1 : 0);
        granules += line.grams;
        bags += line.bags;
        if (!prices)
            continue;
        line.price = prices->find({line.code, line.name, line.nameRu});
        if (!line.price) {
            order.withoutPrice.push_back(line.name);
            continue;
        }
        const Wide lineCost = roundedHalfUp(Wide(line.bags) * bag * *line.price, perHundredth);
        cost += lineCost;
        if (cost > largest)
            return tooLarge();
        line.cost = static_cast<std::int64_t>(lineCost);
    }
    if (granules > largest)
        return tooLarge();
    const Wide binder = roundedHalfUp(
        granules * inUnits(order.settings.binderPercent, percentUnits), hundredPercent);
    order.granuleGrams = static_cast<std::int64_t>(granules);
    order.bags = static_cast<std::int64_t>(bags);
    order.binderGrams = static_cast<std::int64_t>(binder);
    if (prices && binder > 0) {
        order.binderPrice = prices->find({"binder"});
        if (order.binderPrice) {
            const Wide binderCost = roundedHalfUp(binder * *order.binderPrice, perHundredth);
            cost += binderCost;
            if (cost > largest)
                return tooLarge();
            order.binderCost = static_cast<std::int64_t>(binderCost);
        } else {
            order.withoutPrice.emplace_back("binder");
        }
    }
    order.cost = static_cast<std::int64_t>(cost);
    return {};
}

tl::unexpected<Error> outOfLimits(
    const std::string& what, double value, double least, double most, const char* unit)
{
    return fail(ErrorKind::Usage,
        fmt::format("{} must be from {} to {} {}, not {}.", what, least, most, unit, value));
}

} // namespace

bool OrderLayer::isOfMix() const
{
    return materialKey(material).empty();
}

double OrderLayer::mass() const
{
    return kilogramsPerSquareMetre.value_or(layerMass(thicknessMillimetres));
}

Expected<void> OrderSettings::check() const
{
    using Limits = OrderLimits;
    if (layers.empty() || layers.size() > Limits::maximumLayers)
        return fail(ErrorKind::Usage,
            fmt::format(
                "A tile has 1 to {} layers, not {}.", Limits::maximumLayers, layers.size()));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const OrderLayer& layer = layers[i];
        const std::string name
            = layer.name.empty() ? fmt::format("layer {}", i + 1) : "\"" + layer.name + "\"";
        if (!isWithin(
                layer.thicknessMillimetres, Limits::minimumThickness, Limits::maximumThickness))
            return outOfLimits("The thickness of " + name, layer.thicknessMillimetres,
                Limits::minimumThickness, Limits::maximumThickness, "mm");
        if (!isWithin(layer.mass(), Limits::minimumMass, Limits::maximumMass))
            return outOfLimits("The mass of " + name, layer.mass(), Limits::minimumMass,
                Limits::maximumMass, "kg/m²");
    }
    if (!isWithin(wastePercent, 0, Limits::maximumWaste))
        return outOfLimits("Waste", wastePercent, 0, Limits::maximumWaste, "%");
    if (!isWithin(binderPercent, 0, Limits::maximumBinder))
        return outOfLimits("Binder", binderPercent, 0, Limits::maximumBinder, "%");
    if (!isWithin(bagKilograms, Limits::minimumBag, Limits::maximumBag))
        return outOfLimits("A bag", bagKilograms, Limits::minimumBag, Limits::maximumBag, "kg");
    return {};
}

std::vector<std::int64_t> sharedOut(std::int64_t total, const std::vector<int>& weights)
{
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    std::vector<std::int64_t> parts;
    for (const int weight : weights)
        parts.push_back(total / sum * weight);
    // What is left goes out one by one: to the part that is the furthest behind its weight, of
    // those that would not get more than their exact part rounded up.
    const std::int64_t left = total % sum;
    std::vector<std::int64_t> given(weights.size());
    for (std::int64_t step = 1; step <= left; ++step) {
        std::size_t next = weights.size();
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const bool isOpen = given[i] * sum < step * weights[i];
            if (isOpen
                && (next == weights.size()
                    || weights[i] * (given[next] + 1) > weights[next] * (given[i] + 1)))
                next = i;
        }
        ++given[next];
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i] += given[i];
    return parts;
}

Expected<GranuleOrder> makeOrder(const std::vector<OrderItem>& items, const OrderSettings& settings,
    const std::optional<PriceList>& prices)
{
    if (items.empty())
        return fail(ErrorKind::Usage, "There is nothing to order: no tile has an area.");
    if (const auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    const bool needsColors = std::any_of(settings.layers.begin(), settings.layers.end(),
        [](const OrderLayer& layer) { return layer.isOfMix(); });
    Materials materials;
    for (const OrderItem& item : items) {
        if (const auto checked = checkItem(item, needsColors); !checked)
            return tl::unexpected(checked.error());
        std::vector<int> weights;
        for (const ArticleColor& color : item.article.colors)
            weights.push_back(color.perMille);
        for (const OrderLayer& layer : settings.layers) {
            const std::int64_t grams
                = layerGrams(item.squareMetres, layer.mass(), settings.wastePercent);
            if (!layer.isOfMix()) {
                materials.add(layer.material, grams);
                continue;
            }
            const auto parts = sharedOut(grams, weights);
            for (std::size_t i = 0; i < parts.size(); ++i)
                materials.add(item.article.colors[i], parts[i]);
        }
    }
    auto lines = materials.lines();
    if (!lines)
        return tl::unexpected(lines.error());
    GranuleOrder order;
    order.items = items;
    order.settings = settings;
    order.currency = prices ? prices->currency : std::string();
    order.lines = std::move(*lines);
    if (const auto priced = priceLines(order, prices); !priced)
        return tl::unexpected(priced.error());
    return order;
}

} // namespace tilewright
