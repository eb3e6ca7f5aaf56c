// Tables with swatches, figures that stand in line, and rows that may go over several pages.
#pragma once

#include <optional>
#include <vector>

#include "ui/sheets/sheet_pen.h"

namespace tilewright::ui {

struct TableColumn {
    QString heading;
    double width = 0; ///< points; 0: what the others leave, shared evenly
    bool isRight = false; ///< figures
};

struct TableRow {
    QStringList cells; ///< one a column
    std::optional<Srgb> swatch; ///< before the first cell
    std::vector<ArticleColor> mix; ///< a bar before the first cell
    bool isTotal = false; ///< bold, with a rule above
};

class SheetTable {
public:
    /// Columns that are narrower than one of their cells or headings grow where the others leave
    /// room.
    SheetTable(std::vector<TableColumn> columns, std::vector<TableRow> rows, double width,
        double textSize = 8, int mostLines = 3);

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    double headingHeight() const;
    double rowHeight(int row) const;
    double height() const; ///< of all, with the heading
    /// With the heading above. Returns the lower edge.
    double draw(SheetPen& pen, double x, double top, int first, int last) const;

private:
    QStringList linesOf(int row, int column) const;
    double startOf(const TableRow& row) const; ///< of the first cell's text
    void fitColumns(double width);

    std::vector<TableColumn> m_columns;
    std::vector<TableRow> m_rows;
    TextStyle m_style;
    TextStyle m_headingStyle;
    double m_width;
    int m_mostLines; ///< of a cell
};

} // namespace tilewright::ui
