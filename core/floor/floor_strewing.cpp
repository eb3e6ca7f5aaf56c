#include "core/floor/floor_strewing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>

#include "core/granule/random.h"

namespace tilewright {
namespace {

enum class Purpose : std::uint64_t { Recipe = 101, Variant };

std::uint64_t randomBits(std::uint64_t seed, Purpose purpose, std::size_t index)
{
    return scramble(scramble(seed) + static_cast<std::uint64_t>(purpose)) ^ scramble(index);
}

std::size_t below(std::uint64_t bits, std::size_t bound)
{
    // The bias of a 64-bit remainder is far below what a floor could show.
    return static_cast<std::size_t>(scramble(bits) % bound);
}

/// Whole cells by largest remainder (Hamilton's method); equal remainders: the first.
std::vector<std::size_t> quotas(const FloorPlan& plan, std::size_t cells)
{
    const auto recipes = static_cast<std::size_t>(plan.recipeCount);
    std::vector<double> shares = plan.shares;
    if (shares.empty())
        shares.assign(recipes, 1);
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<std::size_t> quota(recipes);
    std::vector<std::pair<double, std::size_t>> remainders;
    std::size_t given = 0;
    for (std::size_t recipe = 0; recipe < recipes; ++recipe) {
        const double exact = static_cast<double>(cells) * shares[recipe] / sum;
        quota[recipe] = static_cast<std::size_t>(exact + 1e-9);
        given += quota[recipe];
        remainders.emplace_back(static_cast<double>(quota[recipe]) - exact, recipe);
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t next = 0; given < cells; ++next, ++given)
        ++quota[remainders[next].second];
    return quota;
}

/// A tile whose picture a neighbour should not show.
struct Neighbour {
    const FloorCell* cell;
    bool isBeside; ///< else they only touch at a corner
};

bool overlap(double beginA, double lengthA, double beginB, double lengthB, double slack)
{
    return beginA < beginB + lengthB + slack && beginB < beginA + lengthA + slack;
}

/// Those of the same recipe that were laid before.
void findNeighbours(const FloorCell& cell, std::span<const FloorCell> above, const FloorCell* left,
    std::vector<Neighbour>& neighbours)
{
    constexpr double touch = 1e-3; // millimetres
    neighbours.clear();
    if (left && left->recipe == cell.recipe)
        neighbours.push_back({left, true});
    const auto first
        = std::partition_point(above.begin(), above.end(), [&](const FloorCell& other) {
              return other.visibleX + other.visibleLength < cell.visibleX - touch;
          });
    for (auto other = first; other != above.end(); ++other) {
        if (!overlap(
                other->visibleX, other->visibleLength, cell.visibleX, cell.visibleLength, touch))
            break;
        if (other->recipe == cell.recipe)
            neighbours.push_back({&*other,
                overlap(other->visibleX, other->visibleLength, cell.visibleX, cell.visibleLength,
                    -touch)});
    }
}

int badness(int variant, int turns, const std::vector<Neighbour>& neighbours)
{
    int sum = 0;
    for (const auto& [other, isBeside] : neighbours) {
        if (other->variant != variant)
            continue;
        const bool isSame = other->quarterTurns == turns;
        sum += isBeside ? (isSame ? 1000 : 10) : (isSame ? 5 : 1);
    }
    return sum;
}

/// With so few pictures only a regular order keeps neighbours apart: a chess board in a straight
/// bond, three in turn in a half bond.
int regularVariant(const FloorLayout& layout, const FloorCell& cell, int variants)
{
    if (layout.plan.bond == FloorBond::Straight)
        return (cell.row + cell.column) % variants;
    const double half = layout.plan.tileLengthMillimetres / 2;
    const long halves = std::lround((cell.x - layout.cells.front().x) / half) + 2; // not below 0
    const long shift = cell.row % 2;
    return static_cast<int>(((halves + shift) / 2 + shift) % variants);
}

} // namespace

void strewRecipes(FloorLayout& layout)
{
    std::vector<int> recipes;
    recipes.reserve(layout.cells.size());
    const auto quota = quotas(layout.plan, layout.cells.size());
    for (std::size_t recipe = 0; recipe < quota.size(); ++recipe)
        recipes.insert(recipes.end(), quota[recipe], static_cast<int>(recipe));
    for (std::size_t index = recipes.size(); index > 1; --index)
        std::swap(recipes[index - 1],
            recipes[below(randomBits(layout.plan.seed, Purpose::Recipe, index), index)]);
    for (std::size_t index = 0; index < recipes.size(); ++index)
        layout.cells[index].recipe = recipes[index];
}

void chooseVariants(FloorLayout& layout)
{
    const FloorPlan& plan = layout.plan;
    const int turns = plan.isTurned ? 4 : 1;
    const int regularUpTo = plan.bond == FloorBond::Straight ? 2 : 3;
    std::vector<Neighbour> neighbours;
    std::vector<std::pair<int, int>> best; // variant, turns
    std::span<FloorCell> above, row;
    for (auto begin = layout.cells.begin(); begin != layout.cells.end();) {
        const auto end = std::find_if(begin, layout.cells.end(),
            [&](const FloorCell& cell) { return cell.row != begin->row; });
        above = row;
        row = {begin, end};
        for (std::size_t index = 0; index < row.size(); ++index) {
            FloorCell& cell = row[index];
            const int variants
                = plan.variants.empty() ? 1 : plan.variants[static_cast<std::size_t>(cell.recipe)];
            if (variants * turns <= regularUpTo) {
                cell.variant = regularVariant(layout, cell, variants);
                continue;
            }
            findNeighbours(cell, above, index > 0 ? &row[index - 1] : nullptr, neighbours);
            int least = std::numeric_limits<int>::max();
            for (int variant = 0; variant < variants; ++variant)
                for (int turn = 0; turn < turns; ++turn) {
                    const int bad = badness(variant, turn, neighbours);
                    if (bad < least)
                        best.clear();
                    least = std::min(least, bad);
                    if (bad == least)
                        best.emplace_back(variant, turn);
                }
            const auto place = static_cast<std::size_t>(&cell - layout.cells.data());
            std::tie(cell.variant, cell.quarterTurns)
                = best[below(randomBits(plan.seed, Purpose::Variant, place), best.size())];
        }
        begin = end;
    }
}

} // namespace tilewright
