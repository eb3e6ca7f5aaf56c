#include "ui/sheets/mix_words.h"

#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
double swatchSide(const TextStyle& style)
{
    return style.size * 0.86;
}

/// Where the text begins, from the swatch's left.
double textStart(const TextStyle& style)
{
    return swatchSide(style) + style.size * 0.45;
}

std::vector<MixWord> flow(const std::vector<ArticleColor>& colors, const QStringList& names,
    const SheetLanguage& language, const TextStyle& style, double width)
{
    std::vector<MixWord> words;
    double x = 0;
    int line = 0;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const QString percent = QChar(0x00a0) + language.percent(colors[i].perMille);
        const double room = width - textStart(style) - textWidth(percent, style);
        const QString text = elided(names[static_cast<qsizetype>(i)], style, room) + percent;
        const double wide = textStart(style) + textWidth(text, style);
        if (x > 0 && x + wide > width) {
            x = 0;
            ++line;
        }
        words.push_back({colors[i].srgb, text, x, line});
        x += wide + style.size * 1.1;
    }
    return words;
}
} // namespace

std::vector<MixWord> mixWords(const std::vector<ArticleColor>& colors,
    const SheetLanguage& language, const TextStyle& style, double width, int mostLines)
{
    QStringList names;
    QStringList codes;
    for (const ArticleColor& color : colors) {
        names += language.colorName(color.name, color.nameRu);
        codes += toQString(color.code);
    }
    auto words = flow(colors, names, language, style, width);
    if (!words.empty() && words.back().line >= mostLines)
        words = flow(colors, codes, language, style, width);
    std::erase_if(words, [&](const MixWord& word) { return word.line >= mostLines; });
    return words;
}

double mixWordLeading(const TextStyle& style)
{
    return style.size * 1.45;
}

double drawMixWords(
    SheetPen& pen, double x, double top, const std::vector<MixWord>& words, const TextStyle& style)
{
    const double side = swatchSide(style);
    int lines = 0;
    for (const MixWord& word : words) {
        const double line = top + word.line * mixWordLeading(style);
        // On the baseline, as tall as a capital letter and a little more.
        pen.swatch(QRectF(x + word.x, line + style.ascent() - side + style.size * 0.07, side, side),
            word.color);
        pen.text(x + word.x + textStart(style), line, word.text, style);
        lines = word.line + 1;
    }
    return top + lines * mixWordLeading(style);
}

} // namespace tilewright::ui
