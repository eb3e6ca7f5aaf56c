#include "ui/compare/wipe_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/compare/picture_difference.h"

namespace tilewright::ui {
namespace {
constexpr double keyStep = 0.01;
constexpr double largeKeyStep = 0.1;
constexpr double grip = 10; // to both sides of the line
constexpr double handleRadius = 12;
constexpr int labelMargin = 8;
} // namespace

WipeCanvas::WipeCanvas(QWidget* parent) : Canvas(parent)
{
    setMouseTracking(true);
    setLabelShown(false);
    setMargin(16);
    setPosition(0.5);
}

void WipeCanvas::showPair(const QImage& first, const QString& firstLabel, const QImage& second,
    const QString& secondLabel)
{
    m_firstLabel = firstLabel;
    m_secondLabel = secondLabel;
    m_second = PicturePyramid(croppedToShape(second, first.size()));
    show(first, tr("%1 on the left, %2 on the right").arg(firstLabel, secondLabel));
}

void WipeCanvas::setPosition(double position)
{
    m_position = std::clamp(position, 0.0, 1.0);
    setAccessibleDescription(tr("Line at %1 percent").arg(qRound(m_position * 100)));
    update();
}

double WipeCanvas::line() const
{
    return std::round(m_position * width());
}

void WipeCanvas::paintPictures(QPainter& painter)
{
    drawPicture(painter, picture(), QRectF(0, 0, line(), height()));
    drawPicture(painter, m_second, QRectF(line(), 0, width() - line(), height()));
}

void WipeCanvas::paintEvent(QPaintEvent* event)
{
    Canvas::paintEvent(event);
    if (viewport().isEmpty())
        return;
    QPainter painter(this);
    // A label goes with its picture: it is not shown over the other one.
    painter.setClipRect(QRectF(0, 0, line(), height()));
    drawPill(painter, {labelMargin, labelMargin}, m_firstLabel);
    painter.setClipRect(QRectF(line(), 0, width() - line(), height()));
    const double left = width() - pillSize(m_secondLabel).width() - labelMargin;
    drawPill(painter, {left, labelMargin}, m_secondLabel);
    painter.setClipping(false);
    paintLine(painter);
}

void WipeCanvas::paintLine(QPainter& painter) const
{
    // White between dark edges is seen on any colour.
    const QColor dark(0, 0, 0, 150);
    painter.fillRect(QRectF(line() - 2, 0, 4, height()), dark);
    painter.fillRect(QRectF(line() - 1, 0, 2, height()), Qt::white);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle(line(), height() / 2.0);
    painter.setPen(QPen(dark, 1));
    painter.setBrush(Qt::white);
    painter.drawEllipse(middle, handleRadius, handleRadius);
    painter.setPen(QPen(QColor(40, 40, 40), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const double side : {-1.0, 1.0})
        painter.drawPolyline(QPolygonF({middle + QPointF(side * 3, -4),
            middle + QPointF(side * 7, 0), middle + QPointF(side * 3, 4)}));
}

bool WipeCanvas::isOnLine(const QPointF& position) const
{
    return !isSpaceHeld() && std::abs(position.x() - line()) <= grip;
}

void WipeCanvas::showCursor()
{
    if (m_isLineDragged || (m_isPointerOnLine && !isSpaceHeld()))
        setCursor(Qt::SplitHCursor);
    else
        Canvas::showCursor();
}

void WipeCanvas::mousePressEvent(QMouseEvent* event)
{
    m_isLineDragged = event->button() == Qt::LeftButton && isOnLine(event->position());
    if (!m_isLineDragged)
        Canvas::mousePressEvent(event);
}

void WipeCanvas::mouseMoveEvent(QMouseEvent* event)
{
    m_isPointerOnLine = isOnLine(event->position());
    if (m_isLineDragged && width() > 0)
        setPosition(event->position().x() / width());
    else
        Canvas::mouseMoveEvent(event);
    showCursor();
}

void WipeCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    m_isLineDragged = false;
    Canvas::mouseReleaseEvent(event);
}

void WipeCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (isOnLine(event->position()))
        setPosition(0.5);
    else
        Canvas::mouseDoubleClickEvent(event);
}

void WipeCanvas::keyPressEvent(QKeyEvent* event)
{
    const double step = event->modifiers() & Qt::ShiftModifier ? largeKeyStep : keyStep;
    switch (event->key()) {
    case Qt::Key_Left:
        return setPosition(m_position - step);
    case Qt::Key_Right:
        return setPosition(m_position + step);
    case Qt::Key_Home:
        return setPosition(0);
    case Qt::Key_End:
        return setPosition(1);
    default:
        Canvas::keyPressEvent(event);
    }
}

} // namespace tilewright::ui
