#include "core/floor/floor_plan.h"

#include <algorithm>
#include <cmath>

#include <spdlog/fmt/fmt.h>

#include "core/floor/floor_counts.h"
#include "core/floor/floor_rows.h"
#include "core/floor/floor_strewing.h"
#include "core/support/named_values.h"

namespace tilewright {
namespace {

constexpr std::pair<FloorPattern, std::string_view> patternNames[]
    = {{FloorPattern::Single, "single"}, {FloorPattern::Checks, "checks"},
        {FloorPattern::Border, "border"}, {FloorPattern::Stripes, "stripes"},
        {FloorPattern::Random, "random"}, {FloorPattern::Painted, "painted"}};
constexpr std::pair<FloorBond, std::string_view> bondNames[]
    = {{FloorBond::Straight, "straight"}, {FloorBond::HalfBond, "half-bond"}};

constexpr double mostCells = 250'000;

Expected<void> checkMeasure(
    const char* what, double value, double least, double most, const char* unit)
{
    if (std::isfinite(value) && value >= least && value <= most)
        return {};
    return fail(ErrorKind::Usage,
        fmt::format(
            "The {} is {} {}; choose between {} and {} {}.", what, value, unit, least, most, unit));
}

Expected<void> checkCount(const char* what, int value, int least, int most)
{
    if (value >= least && value <= most)
        return {};
    return fail(ErrorKind::Usage,
        fmt::format("The {} is {}; choose between {} and {}.", what, value, least, most));
}

Expected<void> checkShares(const FloorPlan& plan)
{
    if (plan.shares.empty())
        return {};
    if (plan.shares.size() != static_cast<std::size_t>(plan.recipeCount))
        return fail(ErrorKind::Usage,
            fmt::format("There are {} shares for {} kinds of tiles; give one share for each.",
                plan.shares.size(), plan.recipeCount));
    double sum = 0;
    for (const double share : plan.shares) {
        if (!std::isfinite(share) || share < 0 || share > 1e6)
            return fail(ErrorKind::Usage,
                fmt::format("A share of {} cannot be; shares are numbers from 0 up.", share));
        sum += share;
    }
    if (sum <= 0)
        return fail(ErrorKind::Usage, "All shares are 0; give at least one tile a share.");
    return {};
}

Expected<void> checkVariants(const FloorPlan& plan)
{
    if (plan.variants.empty())
        return {};
    if (plan.variants.size() != static_cast<std::size_t>(plan.recipeCount))
        return fail(ErrorKind::Usage,
            fmt::format("There are {} numbers of pictures for {} kinds of tiles; give one each.",
                plan.variants.size(), plan.recipeCount));
    for (const int variants : plan.variants)
        if (const auto checked = checkCount("number of pictures of a tile", variants, 1, 1000);
            !checked)
            return checked;
    return {};
}

Expected<void> checkPainted(const FloorPlan& plan)
{
    for (const auto& row : plan.painted)
        for (const int recipe : row)
            if (recipe < 0 || recipe >= plan.recipeCount)
                return fail(ErrorKind::Usage,
                    fmt::format("The floor is painted with tile {}, but there are only {}.",
                        recipe + 1, plan.recipeCount));
    return {};
}

/// Row and column of a cell tell its recipe, but for Random.
int recipeOf(const FloorPlan& plan, const FloorCell& cell, bool isBorder)
{
    switch (plan.pattern) {
    case FloorPattern::Single:
    case FloorPattern::Random:
        return 0;
    case FloorPattern::Checks:
        return (cell.row + cell.column) % plan.recipeCount;
    case FloorPattern::Border:
        return isBorder ? 1 : 0;
    case FloorPattern::Stripes:
        return cell.row / plan.stripeTiles % plan.recipeCount;
    case FloorPattern::Painted: {
        const auto row = static_cast<std::size_t>(cell.row);
        const auto column = static_cast<std::size_t>(cell.column);
        if (row < plan.painted.size() && column < plan.painted[row].size())
            return plan.painted[row][column];
        return 0;
    }
    }
    return 0;
}

} // namespace

std::string_view toText(FloorPattern pattern)
{
    return nameOf<FloorPattern>(patternNames, pattern);
}

Expected<FloorPattern> parseFloorPattern(std::string_view text)
{
    return valueOf<FloorPattern>(patternNames, text, "pattern of a floor");
}

std::string_view toText(FloorBond bond)
{
    return nameOf<FloorBond>(bondNames, bond);
}

Expected<FloorBond> parseFloorBond(std::string_view text)
{
    return valueOf<FloorBond>(bondNames, text, "bond");
}

Expected<void> FloorPlan::check() const
{
    for (const auto& checked : {checkMeasure("length of the room", roomLengthMetres, 0.5, 200, "m"),
             checkMeasure("width of the room", roomWidthMetres, 0.5, 200, "m"),
             checkMeasure("length of the tile", tileLengthMillimetres, 50, 2000, "mm"),
             checkMeasure("width of the tile", tileWidthMillimetres, 50, 2000, "mm"),
             checkCount("number of kinds of tiles", recipeCount, 1, mostRecipes),
             checkCount("width of the border in tiles", borderTiles, 1, 1000),
             checkCount("width of the stripes in tiles", stripeTiles, 1, 1000), checkShares(*this),
             checkVariants(*this), checkPainted(*this)})
        if (!checked)
            return checked;
    const double cells = (roomLengthMetres * 1000 / tileLengthMillimetres + 2)
        * (roomWidthMetres * 1000 / tileWidthMillimetres + 1);
    if (cells > mostCells)
        return fail(ErrorKind::Usage,
            fmt::format("A room of {} × {} m takes {:.0f} tiles of {} × {} mm; at most {:.0f} can "
                        "be laid. Choose a smaller room or larger tiles.",
                roomLengthMetres, roomWidthMetres, cells, tileLengthMillimetres,
                tileWidthMillimetres, mostCells));
    if (pattern == FloorPattern::Border && recipeCount < 2)
        return fail(ErrorKind::Usage,
            "A border needs two kinds of tiles: one inside and one around it. Choose another tile "
            "as well.");
    if (isTurned && tileLengthMillimetres != tileWidthMillimetres)
        return fail(ErrorKind::Usage,
            fmt::format("Tiles of {} × {} mm cannot be turned by quarters; only square ones can.",
                tileLengthMillimetres, tileWidthMillimetres));
    return {};
}

int FloorCount::toOrder(double wastePercent) const
{
    // What is whole but for rounding needs no further tile.
    return static_cast<int>(std::ceil(needed() * (1 + wastePercent / 100) - 1e-9));
}

Expected<FloorLayout> layFloor(const FloorPlan& plan)
{
    if (const auto checked = plan.check(); !checked)
        return tl::unexpected(checked.error());
    FloorLayout layout;
    layout.plan = plan;
    const std::vector<FloorRow> rows = floorRows(plan);
    layout.rows = static_cast<int>(rows.size());
    for (const FloorRow& row : rows) {
        layout.columns = std::max(layout.columns, static_cast<int>(row.cells.size()));
        for (const LaidCell& laid : row.cells) {
            layout.cells.push_back(laid.cell);
            layout.cells.back().recipe = recipeOf(plan, laid.cell, laid.isBorder);
        }
    }
    if (plan.pattern == FloorPattern::Random)
        strewRecipes(layout);
    chooseVariants(layout);
    layout.counts = countTiles(layout);
    return layout;
}

const FloorCell* cellAt(const FloorLayout& layout, double x, double y)
{
    const auto isBefore = [&](const FloorCell& cell) {
        const bool isAbove = cell.visibleY + cell.visibleWidth <= y;
        const bool isBelow = cell.visibleY > y;
        return isAbove || (!isBelow && cell.visibleX + cell.visibleLength <= x);
    };
    const auto found = std::partition_point(layout.cells.begin(), layout.cells.end(), isBefore);
    if (found == layout.cells.end() || found->visibleX > x || found->visibleY > y)
        return nullptr;
    return &*found;
}

} // namespace tilewright
