// Where the cells and headers of a gallery lie: by arithmetic, so that 100,000 tiles cost no more
// than a page.
#pragma once

#include <QRect>
#include <vector>

#include "core/library/tile_query.h"

namespace tilewright::ui {

/// In the coordinates of the content, device-independent pixels, from its top left corner.
class GalleryLayout {
public:
    struct Metrics {
        int width = 0; ///< of the viewport
        QSize cell;
        int gap = 0; ///< between cells
        int margin = 0; ///< around the content
        int headerHeight = 0; ///< of a group
        int groupGap = 0; ///< below a group
        bool operator==(const Metrics&) const = default;
    };
    struct Group {
        int first = 0; ///< row
        int count = 0;
        int top = 0; ///< of the header, or of the cells where there is none
        int bottom = 0; ///< below the last cell
        int header = 0; ///< height; 0: none
    };

    /// `groups` count only where they cover all rows.
    GalleryLayout() = default;
    GalleryLayout(const Metrics& metrics, int rows, const std::vector<TileGroup>& groups);

    int height() const { return m_height; }
    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    const std::vector<Group>& groups() const { return m_groups; }
    int groupOf(int row) const; ///< index
    int groupAt(int y) const; ///< the one at or above; -1 if there are none

    QRect cell(int row) const; ///< empty for a row that is not there
    QRect header(int group) const;
    int rowAt(const QPoint& point) const; ///< -1: none
    /// Cells that touch the band of heights, as [first, last]; last < first: none.
    std::pair<int, int> rowsBetween(int top, int bottom) const;
    /// Runs of rows whose cells touch the rectangle, each [first, last].
    std::vector<std::pair<int, int>> rowsIn(const QRect& rect) const;

    /// The cell above or below, also across groups; the row itself where there is none.
    int above(int row) const;
    int below(int row) const;

private:
    int topOfCells(const Group& group) const { return group.top + group.header; }
    int lines(const Group& group) const { return (group.count + m_columns - 1) / m_columns; }
    int pitch() const { return m_metrics.cell.height() + m_metrics.gap; }

    Metrics m_metrics;
    int m_rows = 0;
    int m_columns = 1;
    int m_height = 0;
    std::vector<Group> m_groups;
};

} // namespace tilewright::ui
