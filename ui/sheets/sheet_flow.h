// Blocks and tables one below the other, over as many pages as they need.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "ui/sheets/sheet_table.h"

namespace tilewright::ui {

class SheetFlow {
public:
    /// Blocks are placed between `firstTop`, or `top` on the pages that follow, and `bottom`.
    SheetFlow(double firstTop, double top, double bottom);

    void space(double height);
    /// One that is not cut; `draw` gets its upper edge.
    void block(double height, std::function<void(SheetPen& pen, double top)> draw);
    /// Goes on at the next page, under the same heading, where it does not fit.
    void table(double x, SheetTable table);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    void draw(SheetPen& pen, int page) const;

private:
    using Drawing = std::function<void(SheetPen& pen)>;
    void breakPage();

    double m_top, m_bottom;
    double m_y;
    bool m_isAtTop = true;
    std::vector<std::vector<Drawing>> m_pages{1};
};

} // namespace tilewright::ui
