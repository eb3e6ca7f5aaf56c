// How the canvas draws what it shows.
#include <QPainter>

#include "ui/canvas/canvas.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int pillMargin = 8;
constexpr int pillHeight = 20;
/// So many pixels are interpolated within a frame; more of them only once the view stands still.
constexpr double smoothPixels = 2.5e6;
} // namespace

void Canvas::paintEvent(QPaintEvent*)
{
    // The screen may be another one than at the last change of size.
    updateViewport();
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(role::canvas));
    if (!m_viewport.isEmpty()) {
        paintPictures(painter);
        if (isRepeated() && m_isSeamShown)
            paintSeams(painter);
    }
    if (m_isLabelShown && !m_label.isEmpty())
        drawPill(painter, {pillMargin, pillMargin}, m_label);
    if (const QString zoom = m_isZoomShown ? zoomText() : QString(); !zoom.isEmpty()) {
        const QSizeF size = pillSize(zoom);
        drawPill(painter,
            {width() - size.width() - pillMargin, height() - size.height() - pillMargin}, zoom);
    }
    if (m_isMarked)
        paintRing(painter, 1, 2);
    else if (hasFocus() && m_isRinged)
        paintRing(painter, 4, 1);
}

void Canvas::paintRing(QPainter& painter, double distance, double width) const
{
    // Beside the picture where there is room, else along the edge of the canvas.
    const double half = width / 2;
    const double outside = distance + half - 1;
    const QRectF seen = m_viewport.contentRect()
                            .adjusted(-outside, -outside, outside, outside)
                            .intersected(QRectF(rect()).adjusted(half, half, -half, -half));
    painter.setPen(
        QPen(palette().color(role::accent), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(seen);
}

void Canvas::paintPictures(QPainter& painter)
{
    if (m_outgoing.isNull()) {
        drawPicture(painter, m_picture, rect());
        return;
    }
    drawPicture(painter, m_outgoing, rect());
    painter.setOpacity(m_fade.currentValue().toDouble());
    drawPicture(painter, m_picture, rect());
    painter.setOpacity(1);
}

void Canvas::drawPicture(
    QPainter& painter, const PicturePyramid& picture, const QRectF& visible) const
{
    const QRectF middle = m_viewport.pictureRect();
    const QRectF seen = m_viewport.contentRect().intersected(visible);
    const double ratio = devicePixelRatioF();
    const bool isFast
        = m_settling.isActive() && seen.width() * seen.height() * ratio * ratio > smoothPixels;
    const int beside = m_viewport.repeats() / 2;
    for (int row = -beside; row <= beside; ++row)
        for (int column = -beside; column <= beside; ++column)
            picture.draw(painter,
                onPixels(middle.translated(column * middle.width(), row * middle.height())),
                visible, isFast);
}

void Canvas::paintSeams(QPainter& painter) const
{
    const QRectF content = m_viewport.contentRect();
    const QRectF middle = onPixels(m_viewport.pictureRect());
    const double line = 1 / devicePixelRatioF();
    // Light beside dark is seen on any colour.
    const auto draw = [&](const QRectF& across) {
        painter.fillRect(across, QColor(255, 255, 255, 200));
        const bool isUpright = across.width() < across.height();
        painter.fillRect(
            across.translated(isUpright ? line : 0, isUpright ? 0 : line), QColor(0, 0, 0, 160));
    };
    for (const double x : {middle.left(), middle.right()})
        draw({x - line, content.top(), line, content.height()});
    for (const double y : {middle.top(), middle.bottom()})
        draw({content.left(), y - line, content.width(), line});
}

QSizeF Canvas::pillSize(const QString& text)
{
    return {QFontMetricsF(captionFont()).horizontalAdvance(text) + 2 * pillMargin, pillHeight};
}

void Canvas::drawPill(QPainter& painter, const QPointF& corner, const QString& text) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(captionFont());
    const QRectF pill(corner, pillSize(text));
    QColor ground = palette().color(QPalette::Window);
    ground.setAlphaF(0.88F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, 5, 5);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
}

} // namespace tilewright::ui
