#include "ui/sheets/catalog_index.h"

#include <algorithm>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr double columnGap = 32;
constexpr double lineHeight = 13.5;
constexpr double headingHeight = 20;
constexpr double headingSpace = 14; ///< above a heading that is not at the top
constexpr double roomForTitle = 56;
constexpr double barWidth = 20;
const TextStyle headingStyle{9, QFont::DemiBold};
const TextStyle nameStyle{7.5};
const TextStyle codeStyle{7.5, QFont::Normal, ink::muted};
const TextStyle pageStyle{7.5, QFont::Normal, ink::text, true};
} // namespace

CatalogIndex::CatalogIndex(std::span<const Article> articles, const QRectF& area,
    const SheetLanguage& language, int columns, bool showsMix)
    : m_articles(articles)
    , m_area(area)
    , m_language(language)
    , m_columns(columns)
    , m_showsMix(showsMix)
    , m_columnWidth((area.width() - (columns - 1) * columnGap) / columns)
{
    for (const ColorFamily family : colorFamilies) {
        bool isFirst = true;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            if (articles[i].family != family)
                continue;
            if (isFirst)
                m_lines.push_back({family, i, true});
            isFirst = false;
            m_lines.push_back({family, i});
        }
    }
    for (const Article& article : articles)
        m_codeWidth = std::max(m_codeWidth, textWidth(toQString(article.code), codeStyle));
    m_codeWidth = std::min(m_codeWidth, m_columnWidth * 0.4);
    place();
}

void CatalogIndex::place()
{
    int page = 0;
    int column = 0;
    double top = m_area.top() + roomForTitle;
    double y = top;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line& line = m_lines[i];
        const bool isAtTop = y == top;
        if (line.isHeading && !isAtTop)
            y += headingSpace;
        // A heading stays with the first two of its lines.
        const double needed = line.isHeading ? headingHeight + 2 * lineHeight : lineHeight;
        if (y + needed > m_area.bottom() && !isAtTop) {
            if (++column == m_columns) {
                column = 0;
                ++page;
                top = m_area.top();
            }
            y = top;
        }
        line.page = page;
        line.x = m_area.left() + column * (m_columnWidth + columnGap);
        line.y = y;
        y += line.isHeading ? headingHeight : lineHeight;
    }
    m_pages = page + 1;
}

void CatalogIndex::draw(
    SheetPen& pen, int page, const std::function<int(std::size_t)>& pageOf) const
{
    const auto first = std::lower_bound(m_lines.begin(), m_lines.end(), page,
        [](const Line& line, int wanted) { return line.page < wanted; });
    for (auto line = first; line != m_lines.end() && line->page == page; ++line) {
        const double right = line->x + m_columnWidth;
        if (line->isHeading) {
            pen.text(line->x, line->y, m_language.familyName(line->family), headingStyle);
            pen.rule(line->x, line->y + headingHeight - 4, m_columnWidth);
            continue;
        }
        const Article& article = m_articles[line->article];
        double x = line->x;
        if (m_showsMix) {
            pen.mixBar(QRectF(x, line->y + 2.2, barWidth, 6), article.colors);
            x += barWidth + 8;
        }
        pen.text(x, line->y, elided(toQString(article.code), codeStyle, m_codeWidth), codeStyle);
        x += m_codeWidth + 8;
        const QString number = QString::number(pageOf(line->article));
        pen.textRight(right, line->y, number, pageStyle);
        pen.text(x, line->y,
            elided(m_language.articleName(article), nameStyle,
                right - x - textWidth(number, pageStyle) - 8),
            nameStyle);
    }
}

} // namespace tilewright::ui
