#include "ui/sheets/sheet_type.h"

#include <QFontMetricsF>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "ui/theme/fonts.h"

namespace tilewright::ui {

QFont TextStyle::font() const
{
    static const QFont base = textFont();
    QFont font = base;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(size * fontScale))));
    font.setWeight(weight);
    if (tracking != 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, tracking / 100 * size * fontScale);
    return font;
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

double textWidth(const QString& text, const TextStyle& style)
{
    const QFontMetricsF metrics(style.font());
    if (!style.isTabular)
        return metrics.horizontalAdvance(text) / fontScale;
    QString others;
    int figures = 0;
    for (const QChar character : text) {
        if (character.isDigit())
            ++figures;
        else
            others += character;
    }
    // The zero is the widest of the figures in all usual typefaces.
    return (metrics.horizontalAdvance(others)
               + figures * metrics.horizontalAdvance(QLatin1Char('0')))
        / fontScale;
}

QString elided(const QString& text, const TextStyle& style, double width)
{
    if (textWidth(text, style) <= width)
        return text;
    return QFontMetricsF(style.font()).elidedText(text, Qt::ElideRight, width * fontScale);
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
        if (paragraph.isEmpty())
            lines += QString();
    }
    return lines;
}

} // namespace tilewright::ui
