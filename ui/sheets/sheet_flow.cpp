#include "ui/sheets/sheet_flow.h"

namespace tilewright::ui {

SheetFlow::SheetFlow(double firstTop, double top, double bottom)
    : m_top(top), m_bottom(bottom), m_y(firstTop)
{
}

void SheetFlow::space(double height)
{
    if (!m_isAtTop)
        m_y += height;
}

void SheetFlow::block(double height, std::function<void(SheetPen& pen, double top)> draw)
{
    if (m_y + height > m_bottom && !m_isAtTop)
        breakPage();
    m_pages.back().push_back(
        [draw = std::move(draw), top = m_y](SheetPen& pen) { draw(pen, top); });
    m_y += height;
    m_isAtTop = false;
}

void SheetFlow::table(double x, SheetTable table)
{
    const auto shared = std::make_shared<const SheetTable>(std::move(table));
    const int rows = shared->rowCount();
    for (int first = 0; first < rows;) {
        double height = shared->headingHeight() + shared->rowHeight(first);
        int last = first + 1;
        while (last < rows && m_y + height + shared->rowHeight(last) <= m_bottom)
            height += shared->rowHeight(last++);
        // A total does not stand alone on a page, nor the first row alone at the foot of one.
        if (last == rows - 1 && last - first > 1)
            height -= shared->rowHeight(--last);
        const bool isCut = last < rows;
        if (!m_isAtTop && (m_y + height > m_bottom || (isCut && first == 0 && last == 1))) {
            breakPage();
            continue;
        }
        m_pages.back().push_back([shared, x, first, last, top = m_y](
                                     SheetPen& pen) { shared->draw(pen, x, top, first, last); });
        m_y += height;
        m_isAtTop = false;
        first = last;
        if (first < rows)
            breakPage();
    }
}

void SheetFlow::breakPage()
{
    m_pages.emplace_back();
    m_y = m_top;
    m_isAtTop = true;
}

void SheetFlow::draw(SheetPen& pen, int page) const
{
    for (const Drawing& drawing : m_pages.at(static_cast<std::size_t>(page)))
        drawing(pen);
}

} // namespace tilewright::ui
