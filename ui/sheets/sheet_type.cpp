#include "ui/sheets/sheet_type.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "ui/theme/fonts.h"

namespace tilewright::ui {

namespace {
enum class Sign { Letter, Figure, Punctuation };

Sign signOf(QChar character, bool isTabular)
{
    if (isTabular && (character.isDigit() || QStringLiteral(".,").contains(character)))
        return Sign::Figure;
    return character.isPunct() || character.isSymbol() ? Sign::Punctuation : Sign::Letter;
}

QFont sized(QFont font, const TextStyle& style)
{
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(style.size * fontScale))));
    font.setWeight(style.weight);
    if (style.tracking != 0)
        font.setLetterSpacing(QFont::PercentageSpacing, 100 + style.tracking);
    return font;
}
} // namespace

QFont TextStyle::font() const
{
    static const QFont base = textFont();
    return sized(base, *this);
}

QFont TextStyle::figureFont() const
{
    static const QFont base = numberFont();
    return sized(base, *this);
}

TextStyle TextStyle::in(const QColor& other) const
{
    TextStyle style = *this;
    style.color = other;
    return style;
}

TextStyle TextStyle::bold() const
{
    TextStyle style = *this;
    style.weight = QFont::DemiBold;
    return style;
}

TextStyle TextStyle::tabular() const
{
    TextStyle style = *this;
    style.isTabular = true;
    return style;
}

std::vector<TextRun> textRuns(const QString& text, const TextStyle& style)
{
    const QFont letters = style.font();
    const QFont figures = style.isTabular ? style.figureFont() : letters;
    std::vector<TextRun> runs;
    double x = 0;
    for (qsizetype begin = 0; begin < text.size();) {
        const Sign sign = signOf(text[begin], style.isTabular);
        qsizetype end = begin + 1;
        while (end < text.size() && sign != Sign::Punctuation
            && signOf(text[end], style.isTabular) == sign)
            ++end;
        TextRun run{text.mid(begin, end - begin), sign == Sign::Figure ? figures : letters, x, 0};
        run.width = QFontMetricsF(run.font).horizontalAdvance(run.text) / fontScale;
        x += run.width;
        runs.push_back(std::move(run));
        begin = end;
    }
    return runs;
}

double textWidth(const QString& text, const TextStyle& style)
{
    const auto runs = textRuns(text, style);
    return runs.empty() ? 0 : runs.back().x + runs.back().width;
}

QString elided(const QString& text, const TextStyle& style, double width)
{
    if (textWidth(text, style) <= width)
        return text;
    // The longest beginning that leaves room for the ellipsis, by halving.
    const QChar ellipsis(0x2026);
    qsizetype fits = 0;
    for (qsizetype tooLong = text.size(); tooLong - fits > 1;) {
        const qsizetype middle = (fits + tooLong) / 2;
        const bool isFitting = textWidth(text.left(middle) + ellipsis, style) <= width;
        (isFitting ? fits : tooLong) = middle;
    }
    return text.left(fits).trimmed() + ellipsis;
}

QStringList brokenLines(const QString& text, const TextStyle& style, double width, int mostLines)
{
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        if (lines.size() == mostLines) {
            lines.back() = elided(lines.back() + QChar(0x2026), style, width);
            break;
        }
        QTextLayout layout(paragraph, style.font());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width * fontScale);
            if (lines.size() + 1 == mostLines) {
                lines += elided(paragraph.mid(line.textStart()), style, width);
                break;
            }
            lines += paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    return lines;
}

} // namespace tilewright::ui
