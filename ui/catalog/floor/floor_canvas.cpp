#include "ui/catalog/floor/floor_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace tilewright::ui {

FloorCanvas::FloorCanvas(QWidget* parent) : Canvas(parent)
{
    setMouseTracking(true);
}

void FloorCanvas::setFloor(const FloorLayoutPointer& floor, const QVector<QColor>& colors)
{
    m_floor = floor;
    m_colors = colors;
    m_hovered.reset();
    if (floor) {
        m_cursor.setY(std::clamp(m_cursor.y(), 0, floor->rows - 1));
        m_cursor.setX(std::clamp(m_cursor.x(), 0, floor->columns - 1));
        while (m_cursor.x() > 0 && !cell(m_cursor.y(), m_cursor.x()))
            m_cursor.rx()--;
    }
    update();
}

void FloorCanvas::setShownFloor(const FloorLayoutPointer& floor)
{
    m_shown = floor;
    update();
}

void FloorCanvas::setPaintable(bool isPaintable)
{
    if (isPaintable == m_isPaintable)
        return; // a stroke goes on
    m_isPaintable = isPaintable;
    m_isPainting = false;
    m_hovered.reset();
    showCursor();
    update();
}

const FloorCell* FloorCanvas::cellUnder(const QPointF& position) const
{
    if (!m_floor || image().isNull())
        return nullptr;
    const QRectF rect = pictureRect();
    return cellAt(*m_floor,
        (position.x() - rect.left()) / rect.width() * m_floor->plan.roomLengthMetres * 1000,
        (position.y() - rect.top()) / rect.height() * m_floor->plan.roomWidthMetres * 1000);
}

const FloorCell* FloorCanvas::cell(int row, int column) const
{
    if (!m_floor)
        return nullptr;
    const auto found = std::partition_point(
        m_floor->cells.begin(), m_floor->cells.end(), [&](const FloorCell& other) {
            return std::pair(other.row, other.column) < std::pair(row, column);
        });
    const bool isThere
        = found != m_floor->cells.end() && found->row == row && found->column == column;
    return isThere ? &*found : nullptr;
}

QRectF FloorCanvas::rectOf(const FloorCell& shown) const
{
    const QRectF rect = pictureRect();
    const double scaleX = rect.width() / (m_floor->plan.roomLengthMetres * 1000);
    const double scaleY = rect.height() / (m_floor->plan.roomWidthMetres * 1000);
    return {rect.left() + shown.visibleX * scaleX, rect.top() + shown.visibleY * scaleY,
        shown.visibleLength * scaleX, shown.visibleWidth * scaleY};
}

QRectF FloorCanvas::cellRect(int row, int column) const
{
    const FloorCell* found = cell(row, column);
    return found ? rectOf(*found) : QRectF();
}

void FloorCanvas::paintPictures(QPainter& painter)
{
    Canvas::paintPictures(painter);
    if (!m_isPaintable || !m_floor || image().isNull())
        return;
    painter.save();
    const bool isAlike = m_shown && m_shown->cells.size() == m_floor->cells.size();
    if (isAlike && m_shown != m_floor)
        for (std::size_t i = 0; i < m_floor->cells.size(); ++i) {
            const FloorCell& wanted = m_floor->cells[i];
            if (wanted.recipe != m_shown->cells[i].recipe)
                painter.fillRect(rectOf(wanted), m_colors.value(wanted.recipe));
        }
    // Two tones, to be seen on tiles of any colour.
    const auto outline = [&](const QRectF& rect, const QColor& color) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(0, 0, 0, 140), 4));
        painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5));
        painter.setPen(QPen(color, 2));
        painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5));
    };
    if (m_isKeyCursor && hasFocus()) {
        if (const FloorCell* at = cell(m_cursor.y(), m_cursor.x()))
            outline(rectOf(*at), palette().color(role::accent));
    } else if (m_hovered) {
        if (const FloorCell* at = cell(m_hovered->y(), m_hovered->x()))
            outline(rectOf(*at), Qt::white);
    }
    painter.restore();
}

void FloorCanvas::mousePressEvent(QMouseEvent* event)
{
    if (!m_isPaintable || event->button() != Qt::LeftButton || isSpaceHeld())
        return Canvas::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    m_isPainting = true;
    m_isKeyCursor = false;
    m_last = event->position();
    paintAlong(m_last, m_last);
}

void FloorCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_isPaintable)
        return Canvas::mouseMoveEvent(event);
    if (m_isPainting) {
        paintAlong(m_last, event->position());
        m_last = event->position();
    } else {
        Canvas::mouseMoveEvent(event);
    }
    m_isKeyCursor = false;
    m_hovered.reset();
    if (const FloorCell* under = cellUnder(event->position()))
        m_hovered = QPoint(under->column, under->row);
    update();
}

void FloorCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isPainting || event->button() != Qt::LeftButton)
        return Canvas::mouseReleaseEvent(event);
    paintAlong(m_last, event->position());
    m_isPainting = false;
    Q_EMIT strokeEnded();
}

void FloorCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_isPaintable)
        mousePressEvent(event);
    else
        Canvas::mouseDoubleClickEvent(event);
}

/// A fast stroke leaves out no tile: it is followed in steps of a quarter of one.
void FloorCanvas::paintAlong(const QPointF& from, const QPointF& to)
{
    const QRectF first
        = m_floor && !m_floor->cells.empty() ? rectOf(m_floor->cells.front()) : QRectF();
    const double step = std::max(1.0, std::min(first.width(), first.height()) / 4);
    const double distance = std::hypot(to.x() - from.x(), to.y() - from.y());
    const int steps = std::max(1, static_cast<int>(std::ceil(distance / step)));
    for (int i = 0; i <= steps; ++i)
        if (const FloorCell* under = cellUnder(from + (to - from) * i / steps)) {
            m_cursor = QPoint(under->column, under->row);
            Q_EMIT cellPainted(m_cursor.y(), m_cursor.x());
        }
}

bool FloorCanvas::moveCursor(int key)
{
    QPoint to = m_cursor;
    switch (key) {
    case Qt::Key_Left:
        to.rx()--;
        break;
    case Qt::Key_Right:
        to.rx()++;
        break;
    case Qt::Key_Up:
        to.ry()--;
        break;
    case Qt::Key_Down:
        to.ry()++;
        break;
    default:
        return false;
    }
    // Rows of a half bond differ by one tile.
    if (!cell(to.y(), to.x()) && to.y() != m_cursor.y())
        to.rx()--;
    if (cell(to.y(), to.x()))
        m_cursor = to;
    m_isKeyCursor = true;
    update();
    return true;
}

void FloorCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain
        = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && m_isPaintable;
    if (!isPlain)
        return Canvas::keyPressEvent(event);
    if (moveCursor(event->key()))
        return;
    const int key = event->key();
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        Q_EMIT brushWanted(key - Qt::Key_0);
    } else if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_isKeyCursor = true;
        Q_EMIT cellPainted(m_cursor.y(), m_cursor.x());
        Q_EMIT strokeEnded();
    } else if (key == Qt::Key_F) {
        const bool isAtPointer = !m_isKeyCursor && m_hovered;
        const QPoint at = isAtPointer ? *m_hovered : m_cursor;
        Q_EMIT fillWanted(at.y(), at.x());
    } else {
        Canvas::keyPressEvent(event);
    }
}

void FloorCanvas::keyReleaseEvent(QKeyEvent* event)
{
    if (!m_isPaintable || event->key() != Qt::Key_Space)
        Canvas::keyReleaseEvent(event);
}

void FloorCanvas::focusOutEvent(QFocusEvent* event)
{
    Canvas::focusOutEvent(event);
    update();
}

void FloorCanvas::leaveEvent(QEvent* event)
{
    Canvas::leaveEvent(event);
    m_hovered.reset();
    update();
}

void FloorCanvas::showCursor()
{
    if (m_isPaintable)
        setCursor(Qt::CrossCursor);
    else
        Canvas::showCursor();
}

} // namespace tilewright::ui
