// Articles by colour family, with the numbers of their pages, in columns.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "ui/sheets/sheet_language.h"
#include "ui/sheets/sheet_pen.h"

namespace tilewright::ui {

class CatalogIndex {
public:
    /// The articles have to outlive the index. The first page leaves room for a heading.
    CatalogIndex(std::span<const Article> articles, const QRectF& area,
        const SheetLanguage& language, int columns, bool showsMix);

    int pageCount() const { return m_pages; }
    /// `pageOf` gives the number that is printed for an article.
    void draw(SheetPen& pen, int page, const std::function<int(std::size_t)>& pageOf) const;

private:
    struct Line {
        ColorFamily family;
        std::size_t article = 0;
        bool isHeading = false;
        int page = 0;
        double x = 0, y = 0; ///< upper left corner
    };
    void place();

    std::span<const Article> m_articles;
    QRectF m_area;
    const SheetLanguage& m_language;
    int m_columns;
    bool m_showsMix;
    double m_columnWidth;
    double m_codeWidth = 0;
    std::vector<Line> m_lines; ///< by page
    int m_pages = 1;
};

} // namespace tilewright::ui
