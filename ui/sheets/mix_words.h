// The colours of a mix as short words beside swatches, flowing over a few lines.
#pragma once

#include <vector>

#include "ui/sheets/sheet_language.h"
#include "ui/sheets/sheet_pen.h"

namespace tilewright::ui {

struct MixWord {
    Srgb color;
    QString text;
    double x = 0; ///< from the left of the flow, points
    int line = 0;
};

/// "Red 50 %"; with codes instead of names where they would take more than `mostLines`.
std::vector<MixWord> mixWords(const std::vector<ArticleColor>& colors,
    const SheetLanguage& language, const TextStyle& style, double width, int mostLines);

double mixWordLeading(const TextStyle& style);
/// Returns the lower edge.
double drawMixWords(
    SheetPen& pen, double x, double top, const std::vector<MixWord>& words, const TextStyle& style);

} // namespace tilewright::ui
