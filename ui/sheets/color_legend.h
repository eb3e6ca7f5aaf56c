// Every colour that a catalogue's tiles use, with its code and its place in the CIE L*a*b* space.
#pragma once

#include <span>
#include <vector>

#include "ui/sheets/sheet_language.h"
#include "ui/sheets/sheet_pen.h"

namespace tilewright::ui {

class ColorLegend {
public:
    /// The first page leaves room for a heading; the note stands below the last colours.
    ColorLegend(std::span<const Article> articles, const QRectF& area,
        const SheetLanguage& language, const QString& note);

    int pageCount() const;
    void draw(SheetPen& pen, int page) const;

private:
    int rowsOf(int page) const;

    std::vector<ArticleColor> m_colors;
    QRectF m_area;
    const SheetLanguage& m_language;
    QStringList m_note;
    int m_columns;
};

} // namespace tilewright::ui
