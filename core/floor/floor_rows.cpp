#include "core/floor/floor_rows.h"

#include <algorithm>
#include <cmath>

namespace tilewright {
namespace {

/// Pieces thinner than this come from rounding, not from a saw.
constexpr double sliver = 1e-6; // millimetres

struct Range {
    double begin = 0, end = 0;
};

/// Tiles along one side of the room.
struct Axis {
    int count = 0;
    double start = 0; ///< of the first tile, at or before 0
};

Axis axisOf(double room, double tile, bool isCentred)
{
    const int count = std::max(1, static_cast<int>(std::ceil((room - sliver) / tile)));
    return {count, isCentred ? (room - count * tile) / 2 : 0.0};
}

class RowLayer {
public:
    RowLayer(const FloorPlan& plan)
        : m_plan(plan)
        , m_length(plan.roomLengthMetres * 1000)
        , m_width(plan.roomWidthMetres * 1000)
        , m_columns(axisOf(m_length, plan.tileLengthMillimetres, plan.isCentred))
        , m_rows(axisOf(m_width, plan.tileWidthMillimetres, plan.isCentred))
    {
    }

    std::vector<FloorRow> lay()
    {
        std::vector<FloorRow> rows(static_cast<std::size_t>(m_rows.count));
        for (int index = 0; index < m_rows.count; ++index) {
            m_row = &rows[static_cast<std::size_t>(index)];
            m_index = index;
            layRow();
        }
        return rows;
    }

private:
    void layRow()
    {
        const bool isShifted = m_plan.bond == FloorBond::HalfBond && m_index % 2 == 1;
        const Range whole{m_columns.start, columnAt(m_columns.count)};
        if (m_plan.pattern != FloorPattern::Border) {
            layTiles(whole, isShifted, false);
            return;
        }
        const int border = m_plan.borderTiles;
        const bool isInside = std::min(m_index, m_rows.count - 1 - m_index) >= border
            && m_columns.count > 2 * border;
        if (!isInside) {
            layTiles(whole, false, true);
            return;
        }
        layTiles({m_columns.start, columnAt(border)}, false, true);
        layTiles({columnAt(border), columnAt(m_columns.count - border)}, isShifted, false);
        layTiles({columnAt(m_columns.count - border), whole.end}, false, true);
    }

    double columnAt(int column) const
    {
        return m_columns.start + column * m_plan.tileLengthMillimetres;
    }

    /// Fills the range with tiles; shifted ones begin and end with a half.
    void layTiles(Range range, bool isShifted, bool isBorder)
    {
        const double length = m_plan.tileLengthMillimetres;
        const int count = static_cast<int>(std::lround((range.end - range.begin) / length))
            + (isShifted ? 1 : 0);
        const double start = range.begin - (isShifted ? length / 2 : 0);
        for (int index = 0; index < count; ++index)
            layTile(start + index * length, range, isBorder);
    }

    void layTile(double x, Range range, bool isBorder)
    {
        FloorCell cell;
        cell.row = m_index;
        cell.column = static_cast<int>(m_row->cells.size());
        cell.x = x;
        cell.y = m_rows.start + m_index * m_plan.tileWidthMillimetres;
        cell.visibleX = std::max({x, range.begin, 0.0});
        cell.visibleY = std::max(cell.y, 0.0);
        cell.visibleLength
            = std::min({x + m_plan.tileLengthMillimetres, range.end, m_length}) - cell.visibleX;
        cell.visibleWidth = std::min(cell.y + m_plan.tileWidthMillimetres, m_width) - cell.visibleY;
        if (cell.visibleLength <= sliver || cell.visibleWidth <= sliver)
            return;
        cell.isCut = cell.visibleLength < m_plan.tileLengthMillimetres - sliver
            || cell.visibleWidth < m_plan.tileWidthMillimetres - sliver;
        m_row->cells.push_back({cell, isBorder});
    }

    const FloorPlan& m_plan;
    const double m_length, m_width; ///< of the room, millimetres
    const Axis m_columns, m_rows;
    FloorRow* m_row = nullptr;
    int m_index = 0;
};

} // namespace

std::vector<FloorRow> floorRows(const FloorPlan& plan)
{
    return RowLayer(plan).lay();
}

} // namespace tilewright
