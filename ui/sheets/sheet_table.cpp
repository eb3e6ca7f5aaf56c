#include "ui/sheets/sheet_table.h"

#include <algorithm>

namespace tilewright::ui {
namespace {
constexpr double padding = 3.5; ///< above and below a row's text
constexpr double cellGap = 10; ///< between columns
constexpr double swatchSide = 9;
constexpr double barWidth = 26;
} // namespace

SheetTable::SheetTable(std::vector<TableColumn> columns, std::vector<TableRow> rows, double width,
    double textSize, int mostLines)
    : m_columns(std::move(columns))
    , m_rows(std::move(rows))
    , m_style{textSize}
    , m_headingStyle{textSize * 0.84, QFont::Normal, ink::muted}
    , m_width(width)
    , m_mostLines(mostLines)
{
    fitColumns(width);
}

void SheetTable::fitColumns(double width)
{
    double taken = 0;
    int open = 0;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        TableColumn& of = m_columns[column];
        if (of.width == 0) {
            ++open;
            continue;
        }
        if (of.isRight) {
            of.width = std::max(of.width, textWidth(of.heading, m_headingStyle) + cellGap);
            for (const TableRow& row : m_rows)
                of.width = std::max(of.width,
                    textWidth(
                        row.cells.value(static_cast<qsizetype>(column)), m_style.bold().tabular())
                        + cellGap);
        }
        taken += of.width;
    }
    for (TableColumn& of : m_columns)
        if (of.width == 0)
            of.width = std::max(40.0, (width - taken) / open);
}

double SheetTable::startOf(const TableRow& row) const
{
    return row.swatch ? swatchSide + 6 : row.mix.empty() ? 0 : barWidth + 8;
}

QStringList SheetTable::linesOf(int row, int column) const
{
    const TableRow& of = m_rows[static_cast<std::size_t>(row)];
    const QString text = of.cells.value(column);
    const TextStyle style = of.isTotal ? m_style.bold() : m_style;
    const TableColumn& place = m_columns[static_cast<std::size_t>(column)];
    if (place.isRight)
        return {text};
    const double width = place.width - cellGap - (column == 0 ? startOf(of) : 0);
    return brokenLines(text, style, width, m_mostLines);
}

double SheetTable::headingHeight() const
{
    const bool hasHeading = std::any_of(m_columns.begin(), m_columns.end(),
        [](const TableColumn& column) { return !column.heading.isEmpty(); });
    return hasHeading ? m_headingStyle.leading() + 2 * padding : 0;
}

double SheetTable::rowHeight(int row) const
{
    qsizetype lines = 1;
    for (int column = 0; column < static_cast<int>(m_columns.size()); ++column)
        lines = std::max(lines, linesOf(row, column).size());
    return static_cast<double>(lines) * m_style.leading() + 2 * padding;
}

double SheetTable::height() const
{
    double height = headingHeight();
    for (int row = 0; row < rowCount(); ++row)
        height += rowHeight(row);
    return height;
}

double SheetTable::draw(SheetPen& pen, double x, double top, int first, int last) const
{
    const auto columns = static_cast<int>(m_columns.size());
    if (headingHeight() > 0) {
        double left = x;
        for (const TableColumn& column : m_columns) {
            if (column.isRight)
                pen.textRight(left + column.width, top + padding, column.heading, m_headingStyle);
            else
                pen.text(left, top + padding,
                    elided(column.heading, m_headingStyle, column.width - cellGap), m_headingStyle);
            left += column.width;
        }
        top += headingHeight();
        pen.rule(x, top, m_width, ink::text, 0.7);
    }
    for (int row = first; row < last; ++row) {
        const TableRow& of = m_rows[static_cast<std::size_t>(row)];
        const TextStyle style = of.isTotal ? m_style.bold() : m_style;
        if (of.isTotal && row > first)
            pen.rule(x, top, m_width, ink::text, 0.7);
        double left = x;
        const double height = rowHeight(row);
        const double middle = top + padding + style.leading() / 2;
        if (of.swatch)
            pen.swatch(QRectF(x, middle - swatchSide / 2, swatchSide, swatchSide), *of.swatch);
        else if (!of.mix.empty())
            pen.mixBar(QRectF(x, middle - 3.5, barWidth, 7), of.mix);
        for (int column = 0; column < columns; ++column) {
            const TableColumn& place = m_columns[static_cast<std::size_t>(column)];
            const QStringList lines = linesOf(row, column);
            if (place.isRight)
                pen.textRight(left + place.width, top + padding, lines.value(0), style.tabular());
            else
                pen.lines(left + (column == 0 ? startOf(of) : 0), top + padding, lines, style);
            left += place.width;
        }
        top += height;
        if (row + 1 < last && !m_rows[static_cast<std::size_t>(row) + 1].isTotal)
            pen.rule(x, top, m_width);
    }
    return top;
}

} // namespace tilewright::ui
