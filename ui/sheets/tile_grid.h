// Tiles on a page of the catalogue: pictures in a grid, each with its caption.
#pragma once

#include <span>

#include "ui/sheets/sheet_document.h"
#include "ui/sheets/sheet_language.h"
#include "ui/sheets/sheet_pen.h"
#include "ui/sheets/sheet_pictures.h"

namespace tilewright::ui {

/// The grid of `tilesPerPage` whose pictures are the largest, with captions below or beside.
class TileGrid {
public:
    TileGrid(const SheetTemplate& design, const SheetLanguage& language,
        const SheetPictures& pictures, const QRectF& area);

    int tiles() const { return m_columns * m_rows; }
    double pictureSide() const { return m_side; } ///< points
    /// At most tiles() articles, row by row.
    void draw(SheetPen& pen, std::span<const Article> articles) const;

private:
    struct CaptionStyle {
        TextStyle name;
        TextStyle text;
        int nameLines = 2;
        int mixLines = 3;
    };
    static CaptionStyle captionStyle(int tiles);

    QSizeF cell(int columns, int rows) const;
    double captionHeight() const;
    double sideOf(int columns, int rows, bool isBeside) const;
    void drawCell(
        SheetPen& pen, const QPointF& corner, const Article& article, int nameLines) const;
    void drawCaption(
        SheetPen& pen, QPointF corner, double width, const Article& article, int nameLines) const;
    QStringList smallPrint(const Article& article, double width) const;
    double captionWidth() const;

    const SheetTemplate& m_design;
    const SheetLanguage& m_language;
    const SheetPictures& m_pictures;
    QRectF m_area;
    CaptionStyle m_style;
    int m_columns = 1, m_rows = 1;
    bool m_isBeside = false;
    double m_side = 0;
};

} // namespace tilewright::ui
