#include "ui/gallery/filter/mark_row.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/theme/theme.h"

namespace tilewright::ui {

MarkRow::MarkRow(int count, QWidget* parent) : QWidget(parent), m_count(count)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize MarkRow::sizeHint() const
{
    return {m_count * cellSide, cellSide};
}

QRect MarkRow::cellRect(int index) const
{
    const int place = layoutDirection() == Qt::RightToLeft ? m_count - 1 - index : index;
    return {place * cellSide, 0, cellSide, cellSide};
}

int MarkRow::markAt(const QPoint& point) const
{
    for (int index = 0; index < m_count; ++index)
        if (cellRect(index).contains(point))
            return index;
    return -1;
}

void MarkRow::setCursorMark(int index)
{
    m_cursor = std::clamp(index, 0, m_count - 1);
    update();
}

bool MarkRow::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int index = markAt(help->pos()); index >= 0)
            QToolTip::showText(help->globalPos(), nameOfMark(index), this, cellRect(index));
        return true;
    }
    return QWidget::event(event);
}

void MarkRow::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        setCursorMark(m_cursor - 1);
        break;
    case Qt::Key_Right:
        setCursorMark(m_cursor + 1);
        break;
    case Qt::Key_Home:
        setCursorMark(0);
        break;
    case Qt::Key_End:
        setCursorMark(m_count - 1);
        break;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_cursor);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MarkRow::mousePressEvent(QMouseEvent* event)
{
    const int index = markAt(event->pos());
    if (event->button() != Qt::LeftButton || index < 0)
        return;
    setCursorMark(index);
    choose(index);
}

void MarkRow::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = markAt(event->pos());
    update();
}

void MarkRow::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void MarkRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < m_count; ++index)
        drawMark(painter, cellRect(index), index);
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(role::accent), 1));
    painter.drawRoundedRect(QRectF(cellRect(m_cursor)).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace tilewright::ui
