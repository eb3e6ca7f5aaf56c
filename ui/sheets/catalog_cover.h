// The first page of a catalogue: its title above a mosaic of its tiles.
#pragma once

#include <span>
#include <vector>

#include "ui/sheets/sheet_pen.h"
#include "ui/sheets/sheet_pictures.h"

namespace tilewright::ui {

struct CoverText {
    QString title;
    QString subtitle;
    QString date;
    QString count; ///< "60 tiles"
    QString company;
};

/// At most as many as a mosaic holds, from all over the catalogue, from colour to colour.
std::vector<Article> coverArticles(std::span<const Article> articles);

void drawCover(SheetPen& pen, const QSizeF& paper, const QRectF& content, const CoverText& text,
    const QColor& accent, const std::filesystem::path& logo, std::span<const Article> articles,
    const SheetPictures& pictures, const SheetLanguage& language);

} // namespace tilewright::ui
