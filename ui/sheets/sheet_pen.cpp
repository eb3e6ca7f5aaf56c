#include "ui/sheets/sheet_pen.h"

#include "ui/support/conversion.h"

namespace tilewright::ui {

SheetPen::SheetPen(QPainter& painter, double dotsPerInch)
    : m_painter(painter), m_dotsPerInch(dotsPerInch)
{
    m_painter.setRenderHints(
        QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
}

void SheetPen::text(double x, double top, const QString& text, const TextStyle& style)
{
    m_painter.save();
    m_painter.translate(x, top + style.ascent());
    m_painter.scale(1 / fontScale, 1 / fontScale);
    m_painter.setPen(style.color);
    for (const TextRun& run : textRuns(text, style)) {
        m_painter.setFont(run.font);
        m_painter.drawText(QPointF(run.x * fontScale, 0), run.text);
    }
    m_painter.restore();
}

void SheetPen::textRight(double right, double top, const QString& line, const TextStyle& style)
{
    text(right - textWidth(line, style), top, line, style);
}

double SheetPen::lines(double x, double top, const QStringList& lines, const TextStyle& style)
{
    for (const QString& line : lines) {
        text(x, top, line, style);
        top += style.leading();
    }
    return top;
}

void SheetPen::rule(double x, double y, double width, const QColor& color, double thickness)
{
    m_painter.fillRect(QRectF(x, y - thickness / 2, width, thickness), color);
}

void SheetPen::fill(const QRectF& place, const QColor& color)
{
    m_painter.fillRect(place, color);
}

void SheetPen::swatch(const QRectF& place, Srgb color)
{
    const QColor fillColor = toQColor(color);
    m_painter.save();
    m_painter.setPen(QPen(fillColor.lightnessF() > 0.8 ? QColor(190, 190, 185) : fillColor, 0.4));
    m_painter.setBrush(fillColor);
    m_painter.drawRect(place.adjusted(0.2, 0.2, -0.2, -0.2));
    m_painter.restore();
}

void SheetPen::mixBar(const QRectF& place, const std::vector<ArticleColor>& colors)
{
    int before = 0;
    for (const ArticleColor& color : colors) {
        const double from = place.width() * before / 1000;
        before += color.perMille;
        const double to = place.width() * before / 1000;
        swatch(QRectF(place.left() + from, place.top(), to - from, place.height()), color.srgb);
    }
}

QRectF SheetPen::picture(const QRectF& place, const QImage& image, Fit fit)
{
    if (image.isNull())
        return place;
    const QSizeF size = image.size();
    if (fit == Fit::Inside) {
        const QRectF covered(place.topLeft(), size.scaled(place.size(), Qt::KeepAspectRatio));
        m_painter.drawImage(covered, image);
        return covered;
    }
    // Cut before it is drawn: a PDF would keep what is hidden.
    const QSize part = place.size().scaled(size, Qt::KeepAspectRatio).toSize();
    const QRect middle(
        QPoint((image.width() - part.width()) / 2, (image.height() - part.height()) / 2), part);
    m_painter.drawImage(place, part == image.size() ? image : image.copy(middle));
    return place;
}

} // namespace tilewright::ui
