#include "ui/sheets/color_legend.h"

#include <algorithm>
#include <map>

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
constexpr double columnGap = 16;
constexpr double narrowest = 150;
constexpr double swatchSide = 36;
constexpr double rowHeight = 50;
constexpr double roomForTitle = 60;
const TextStyle nameStyle{8.5, QFont::DemiBold};
const TextStyle codeStyle{7, QFont::Normal, ink::muted};
const TextStyle labStyle{6.5, QFont::Normal, ink::muted};
const TextStyle noteStyle{7, QFont::Normal, ink::muted};
} // namespace

ColorLegend::ColorLegend(std::span<const Article> articles, const QRectF& area,
    const SheetLanguage& language, const QString& note)
    : m_area(area)
    , m_language(language)
    , m_note(brokenLines(note, noteStyle, std::min(area.width(), 420.0), 8))
    , m_columns(std::max(1, static_cast<int>((area.width() + columnGap) / (narrowest + columnGap))))
{
    std::map<std::string, ArticleColor> colors;
    for (const Article& article : articles)
        for (const ArticleColor& color : article.colors)
            colors.try_emplace(color.name, color);
    for (const auto& [name, color] : colors)
        m_colors.push_back(color);
    std::stable_sort(
        m_colors.begin(), m_colors.end(), [](const ArticleColor& a, const ArticleColor& b) {
            const auto key
                = [](const ArticleColor& c) { return std::pair(familyOf(c.lab), -c.lab.L); };
            return key(a) < key(b);
        });
}

int ColorLegend::rowsOf(int page) const
{
    const double note = noteStyle.leading() * static_cast<double>(m_note.size()) + 24;
    const double height = m_area.height() - (page == 0 ? roomForTitle : 0) - note;
    return std::max(1, static_cast<int>(height / rowHeight));
}

int ColorLegend::pageCount() const
{
    int pages = 0;
    for (int left = static_cast<int>(m_colors.size()); left > 0 || pages == 0; ++pages)
        left -= rowsOf(pages) * m_columns;
    return pages;
}

void ColorLegend::draw(SheetPen& pen, int page) const
{
    int first = 0;
    for (int before = 0; before < page; ++before)
        first += rowsOf(before) * m_columns;
    const int last = std::min(static_cast<int>(m_colors.size()), first + rowsOf(page) * m_columns);
    const double width = (m_area.width() - (m_columns - 1) * columnGap) / m_columns;
    const double top = m_area.top() + (page == 0 ? roomForTitle : 0);
    const double textLeft = swatchSide + 10;
    for (int i = first; i < last; ++i) {
        const ArticleColor& color = m_colors[static_cast<std::size_t>(i)];
        const double x = m_area.left() + (i - first) % m_columns * (width + columnGap);
        const double y = top + (i - first) / m_columns * rowHeight;
        pen.swatch(QRectF(x, y, swatchSide, swatchSide), color.srgb);
        pen.text(x + textLeft, y,
            elided(m_language.colorName(color.name, color.nameRu), nameStyle, width - textLeft),
            nameStyle);
        pen.text(x + textLeft, y + 12.5, elided(toQString(color.code), codeStyle, width - textLeft),
            codeStyle);
        pen.text(x + textLeft, y + 24,
            QStringLiteral("L* %1   a* %2   b* %3")
                .arg(m_language.number(color.lab.L, 1), m_language.number(color.lab.a, 1),
                    m_language.number(color.lab.b, 1)),
            labStyle);
    }
    if (last < static_cast<int>(m_colors.size()))
        return;
    const int rows = (last - first + m_columns - 1) / m_columns;
    const double y = top + rows * rowHeight + 6;
    pen.rule(m_area.left(), y, m_area.width());
    pen.lines(m_area.left(), y + 8, m_note, noteStyle);
}

} // namespace tilewright::ui
