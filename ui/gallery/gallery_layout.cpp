#include "ui/gallery/gallery_layout.h"

#include <algorithm>

namespace tilewright::ui {

GalleryLayout::GalleryLayout(const Metrics& metrics, int rows, const std::vector<TileGroup>& groups)
    : m_metrics(metrics), m_rows(rows)
{
    const int available = metrics.width - 2 * metrics.margin + metrics.gap;
    m_columns = std::max(1, available / std::max(1, metrics.cell.width() + metrics.gap));
    std::size_t grouped = 0;
    for (const TileGroup& group : groups)
        grouped += group.count;
    const bool hasGroups = !groups.empty() && grouped == static_cast<std::size_t>(rows);

    int top = metrics.margin;
    const auto add = [&](int first, int count, int header) {
        Group group{first, count, top, 0, header};
        group.bottom = topOfCells(group) + lines(group) * pitch() - metrics.gap;
        top = group.bottom + metrics.groupGap;
        m_groups.push_back(group);
    };
    if (hasGroups) {
        m_groups.reserve(groups.size());
        for (const TileGroup& group : groups)
            add(static_cast<int>(group.first), static_cast<int>(group.count), metrics.headerHeight);
    } else if (rows > 0) {
        add(0, rows, 0);
    }
    m_height = m_groups.empty() ? 0 : m_groups.back().bottom + metrics.margin;
}

int GalleryLayout::groupOf(int row) const
{
    const auto after = std::upper_bound(m_groups.begin(), m_groups.end(), row,
        [](int value, const Group& group) { return value < group.first; });
    return static_cast<int>(after - m_groups.begin()) - 1;
}

int GalleryLayout::groupAt(int y) const
{
    const auto after = std::upper_bound(m_groups.begin(), m_groups.end(), y,
        [](int value, const Group& group) { return value < group.top; });
    return m_groups.empty() ? -1 : std::max(0, static_cast<int>(after - m_groups.begin()) - 1);
}

QRect GalleryLayout::cell(int row) const
{
    if (row < 0 || row >= m_rows)
        return {};
    const Group& group = m_groups[static_cast<std::size_t>(groupOf(row))];
    const int place = row - group.first;
    return {QPoint(m_metrics.margin + place % m_columns * (m_metrics.cell.width() + m_metrics.gap),
                topOfCells(group) + place / m_columns * pitch()),
        m_metrics.cell};
}

QRect GalleryLayout::header(int group) const
{
    const Group& each = m_groups[static_cast<std::size_t>(group)];
    return {m_metrics.margin, each.top, std::max(0, m_metrics.width - 2 * m_metrics.margin),
        each.header};
}

int GalleryLayout::rowAt(const QPoint& point) const
{
    const auto [first, last] = rowsBetween(point.y(), point.y());
    const int column = (point.x() - m_metrics.margin) / (m_metrics.cell.width() + m_metrics.gap);
    const int row = first + column;
    return point.x() >= m_metrics.margin && row <= last && cell(row).contains(point) ? row : -1;
}

std::pair<int, int> GalleryLayout::rowsBetween(int top, int bottom) const
{
    if (m_groups.empty() || bottom < top)
        return {0, -1};
    // The first line of cells that ends at or below `top`, and the last one that begins above.
    auto firstGroup = static_cast<std::size_t>(groupAt(top));
    if (m_groups[firstGroup].bottom <= top && firstGroup + 1 < m_groups.size())
        ++firstGroup;
    const Group& upper = m_groups[firstGroup];
    const int skipped = std::max(0, (top - topOfCells(upper) + m_metrics.gap) / pitch());
    const int first = upper.first + skipped * m_columns;

    auto lastGroup = static_cast<std::size_t>(groupAt(bottom));
    if (bottom < topOfCells(m_groups[lastGroup])) {
        if (lastGroup == 0)
            return {0, -1};
        --lastGroup;
    }
    const Group& lower = m_groups[lastGroup];
    const int line = std::min((bottom - topOfCells(lower)) / pitch(), lines(lower) - 1);
    const int last = lower.first + std::min((line + 1) * m_columns, lower.count) - 1;
    if (first > upper.first + upper.count - 1)
        return {0, -1};
    return {first, last};
}

std::vector<std::pair<int, int>> GalleryLayout::rowsIn(const QRect& rect) const
{
    std::vector<std::pair<int, int>> runs;
    const auto [first, last] = rowsBetween(rect.top(), rect.bottom());
    const int step = m_metrics.cell.width() + m_metrics.gap;
    const int left = std::max(0, (rect.left() - m_metrics.margin + m_metrics.gap) / step);
    const int right = std::min(m_columns - 1, (rect.right() - m_metrics.margin) / step);
    if (rect.right() < m_metrics.margin || left > right)
        return runs;
    for (int row = first; row <= last;) {
        const Group& group = m_groups[static_cast<std::size_t>(groupOf(row))];
        const int end = group.first + group.count - 1;
        const int from = row + left;
        const int to = std::min(row + right, end);
        if (from <= to)
            runs.emplace_back(from, to);
        row = std::min(row + m_columns - 1, end) + 1;
    }
    return runs;
}

int GalleryLayout::above(int row) const
{
    const int index = groupOf(row);
    if (index < 0)
        return row;
    const Group& group = m_groups[static_cast<std::size_t>(index)];
    if (row - group.first >= m_columns)
        return row - m_columns;
    if (index == 0)
        return row;
    const Group& upper = m_groups[static_cast<std::size_t>(index - 1)];
    const int line = upper.first + (lines(upper) - 1) * m_columns;
    return std::min(line + (row - group.first), upper.first + upper.count - 1);
}

int GalleryLayout::below(int row) const
{
    const int index = groupOf(row);
    if (index < 0)
        return row;
    const Group& group = m_groups[static_cast<std::size_t>(index)];
    const int place = row - group.first;
    if (place / m_columns + 1 < lines(group))
        return group.first + std::min(place + m_columns, group.count - 1);
    if (static_cast<std::size_t>(index) + 1 == m_groups.size())
        return row;
    const Group& lower = m_groups[static_cast<std::size_t>(index + 1)];
    return lower.first + std::min(place % m_columns, lower.count - 1);
}

} // namespace tilewright::ui
