// Names and shares of recipes, worked out exactly.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <spdlog/fmt/fmt.h>

#include "core/mix/mix_text.h"
#include "core/mix/spelling.h"
#include "core/recipe/recipe_book.h"
#include "core/recipe/recipe_name.h"

namespace tilewright {
namespace {

/// Weights are whole numbers of one unit, so that nothing is rounded before the end. The largest
/// has about 75 bits: 10⁶ parts to 6 decimals, per mille, sixtieths, and the 1000 of the rounding.
__extension__ typedef __int128 Weight;

constexpr double mostParts = 1e6;
constexpr double unitsPerPart = 1e6;
constexpr int wholeName = 60; ///< divisible by every number of names that a compound may have
constexpr std::size_t mostNames = Mix::maximumColors;
constexpr std::size_t mostGluedNames = 3;
constexpr std::string_view signsOfMixes = ",;:%";

/// What one name stands for: a colour or a recipe.
struct Ingredient {
    const GranuleColor* color = nullptr;
    const Recipe* recipe = nullptr;
};

using Compound = std::vector<Ingredient>; ///< equal parts of each

struct ColorWeight {
    std::string color;
    Weight weight = 0;
};

class Expansion {
public:
    Expansion(const RecipeBook& book, const Palette& palette) : m_book(book), m_palette(palette) { }

    Expected<Compound> resolve(std::string_view name) const
    {
        if (name.find('+') != std::string_view::npos)
            return resolveSum(name);
        if (const Ingredient single = find(name); single.color || single.recipe)
            return Compound{single};
        if (Compound glued; resolveGlued(gluedName(name), glued))
            return glued;
        return unknown(name);
    }

    Expected<void> add(const Compound& compound, double amount)
    {
        if (amount > mostParts)
            return fail(ErrorKind::Usage,
                fmt::format(
                    "The part {:g} is too large; give parts up to {:g}.", amount, mostParts));
        const auto units = static_cast<Weight>(std::llround(amount * unitsPerPart));
        const Weight each = units * (wholeName / static_cast<int>(compound.size()));
        for (const Ingredient& ingredient : compound) {
            if (ingredient.color) {
                add(ingredient.color->name, each * Mix::total);
                continue;
            }
            noteUse(*ingredient.recipe);
            for (const MixShare& share : ingredient.recipe->mix.shares()) {
                const GranuleColor* color = m_palette.find(share.color);
                if (!color)
                    return fail(ErrorKind::Usage,
                        fmt::format("The recipe {} holds {}, which the palette {} does not have.",
                            ingredient.recipe->name, share.color, m_palette.name()));
                add(color->name, each * share.perMille);
            }
        }
        return {};
    }

    Expected<ExpandedMix> result()
    {
        std::erase_if(m_weights, [](const ColorWeight& entry) { return entry.weight == 0; });
        if (m_weights.empty())
            return fail(ErrorKind::Usage, "All shares of the mix are 0.");
        if (m_weights.size() > Mix::maximumColors) {
            std::vector<std::string> names;
            for (const ColorWeight& entry : m_weights)
                names.push_back(entry.color);
            return fail(ErrorKind::Usage,
                fmt::format("A mix has at most {} colours, this one comes to {}: {}.",
                    Mix::maximumColors, names.size(), fmt::join(names, ", ")));
        }
        return Mix::create(rounded()).map([this](const Mix& mix) {
            return ExpandedMix{mix, m_recipes};
        });
    }

private:
    Ingredient find(std::string_view name) const
    {
        if (const GranuleColor* color = findColor(m_palette, name))
            return {color, nullptr};
        return {nullptr, m_book.find(name)};
    }

    Expected<Compound> resolveSum(std::string_view text) const
    {
        Compound compound;
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('+', begin), text.size());
            const std::string_view name = trimmed(text.substr(begin, end - begin));
            const Ingredient ingredient = find(name);
            if (name.empty())
                return fail(ErrorKind::Usage,
                    fmt::format("A name is missing beside the + in {}.", quotation(text)));
            if (!ingredient.color && !ingredient.recipe)
                return unknown(name);
            compound.push_back(ingredient);
            begin = end + 1;
        }
        if (compound.size() > mostNames)
            return fail(ErrorKind::Usage,
                fmt::format("{} puts {} names together; at most {} can be.", quotation(text),
                    compound.size(), mostNames));
        return compound;
    }

    /// The whole of `rest` as names written as one word, the longest first.
    bool resolveGlued(const std::string& rest, Compound& compound) const
    {
        if (rest.empty())
            return !compound.empty();
        if (compound.size() == mostGluedNames)
            return false;
        std::vector<std::pair<std::size_t, const Recipe*>> candidates;
        for (const Recipe& recipe : m_book.recipes())
            if (const std::string glued = gluedName(recipe.name); rest.starts_with(glued))
                candidates.emplace_back(glued.size(), &recipe);
        std::stable_sort(candidates.begin(), candidates.end(),
            [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [length, recipe] : candidates) {
            compound.push_back({nullptr, recipe});
            if (resolveGlued(rest.substr(length), compound))
                return true;
            compound.pop_back();
        }
        return false;
    }

    tl::unexpected<Error> unknown(std::string_view name) const
    {
        constexpr std::size_t longestWord = 100; // more is no name, and the distance costs a square
        constexpr std::size_t count = 3;
        const std::string wanted = foldedName(name.substr(0, longestWord));
        std::vector<std::pair<std::size_t, std::string>> nearest;
        for (const std::string& color : m_palette.nearestNames(name, count))
            nearest.emplace_back(spellingDistance(wanted, foldedName(color)), color);
        for (const Recipe& recipe : m_book.recipes())
            nearest.emplace_back(spellingDistance(wanted, foldedName(recipe.name)), recipe.name);
        std::stable_sort(nearest.begin(), nearest.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<std::string> names;
        for (std::size_t i = 0; i < std::min(count, nearest.size()); ++i)
            names.push_back(nearest[i].second);
        return fail(ErrorKind::Usage,
            fmt::format("There is no colour or recipe {}. The nearest names are: {}.",
                quotation(name), fmt::join(names, ", ")));
    }

    void add(const std::string& color, Weight weight)
    {
        const auto same = std::find_if(m_weights.begin(), m_weights.end(),
            [&](const ColorWeight& entry) { return entry.color == color; });
        if (same == m_weights.end())
            m_weights.push_back({color, weight});
        else
            same->weight += weight;
    }

    void noteUse(const Recipe& recipe)
    {
        const auto same = std::find_if(m_recipes.begin(), m_recipes.end(),
            [&](const Recipe& used) { return used.name == recipe.name; });
        if (same == m_recipes.end())
            m_recipes.push_back(recipe);
    }

    /// By largest remainder, ties going to the larger weight, then by name. What comes to nothing
    /// is left out.
    std::vector<MixShare> rounded() const
    {
        const Weight sum = std::accumulate(m_weights.begin(), m_weights.end(), Weight{0},
            [](Weight total, const ColorWeight& entry) { return total + entry.weight; });
        std::vector<MixShare> shares;
        std::vector<std::size_t> order;
        int rest = Mix::total;
        for (const ColorWeight& entry : m_weights) {
            order.push_back(shares.size());
            const int share = static_cast<int>(entry.weight * Mix::total / sum);
            shares.push_back({entry.color, share, false});
            rest -= share;
        }
        std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
            const ColorWeight &a = m_weights[i], &b = m_weights[j];
            const Weight restA = a.weight * Mix::total % sum, restB = b.weight * Mix::total % sum;
            if (restA != restB)
                return restA > restB;
            return a.weight != b.weight ? a.weight > b.weight : a.color < b.color;
        });
        for (int i = 0; i < rest; ++i)
            ++shares[order[static_cast<std::size_t>(i)]].perMille;
        std::erase_if(shares, [](const MixShare& share) { return share.perMille == 0; });
        return shares;
    }

    const RecipeBook& m_book;
    const Palette& m_palette;
    std::vector<ColorWeight> m_weights;
    std::vector<Recipe> m_recipes;
};

bool isName(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || signsOfMixes.find(c) != std::string_view::npos;
    });
}

bool isOfColors(const std::vector<Compound>& compounds)
{
    return std::all_of(compounds.begin(), compounds.end(),
        [](const Compound& compound) { return compound.size() == 1 && compound.front().color; });
}

/// Colours alone are rounded as everywhere else.
Expected<ExpandedMix> mixOfColors(
    const std::vector<Compound>& compounds, const std::vector<MixEntry>& entries)
{
    std::vector<std::pair<std::string, double>> weights;
    for (std::size_t i = 0; i < compounds.size(); ++i) {
        const std::string& color = compounds[i].front().color->name;
        const auto same = std::find_if(weights.begin(), weights.end(),
            [&](const auto& weight) { return weight.first == color; });
        if (same == weights.end())
            weights.emplace_back(color, entries[i].amount);
        else
            same->second += entries[i].amount;
    }
    return Mix::fromWeights(weights).map([](const Mix& mix) { return ExpandedMix{mix, {}}; });
}

} // namespace

Expected<ExpandedMix> RecipeBook::expand(std::string_view text, const Palette& palette) const
{
    const std::string plain = withPlainBlanks(text);
    const std::string_view typed = trimmed(plain);
    Expansion expansion(*this, palette);

    // A name alone may hold digits, "granite 2", which with a share before it are no share either.
    if (!typed.empty()) {
        const auto alone = expansion.resolve(typed);
        if (alone)
            return expansion.add(*alone, 1).and_then([&] { return expansion.result(); });
        if (isName(typed))
            return tl::unexpected(alone.error());
    }
    const auto mix = readMixText(typed);
    if (!mix)
        return tl::unexpected(mix.error());
    std::vector<Compound> compounds;
    for (const MixEntry& entry : mix->entries) {
        auto compound = expansion.resolve(entry.name);
        if (!compound)
            return tl::unexpected(compound.error());
        compounds.push_back(std::move(*compound));
    }
    if (const auto checked = checkSum(*mix, typed); !checked)
        return tl::unexpected(checked.error());

    if (isOfColors(compounds))
        return mixOfColors(compounds, mix->entries);
    for (std::size_t i = 0; i < compounds.size(); ++i)
        if (const auto added = expansion.add(compounds[i], mix->entries[i].amount); !added)
            return tl::unexpected(added.error());
    return expansion.result();
}

} // namespace tilewright
