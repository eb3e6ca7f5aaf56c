#include "ui/mixer/drag_handle.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int iconSide = 12;
constexpr int margin = 2; ///< of the icon's picture at its left and right, beyond the handle
} // namespace

DragHandle::DragHandle(QWidget* parent) : QWidget(parent)
{
    setFixedSize(iconSide - 2 * margin, 24);
    setCursor(Qt::OpenHandCursor);
}

void DragHandle::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isHeld = true;
    setCursor(Qt::ClosedHandCursor);
    Q_EMIT dragBegan();
}

void DragHandle::mouseMoveEvent(QMouseEvent* event)
{
    if (m_isHeld)
        Q_EMIT draggedTo(event->globalPosition().toPoint());
}

void DragHandle::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isHeld = false;
    setCursor(Qt::OpenHandCursor);
    update();
}

void DragHandle::enterEvent(QEnterEvent*)
{
    update();
}

void DragHandle::leaveEvent(QEvent*)
{
    update();
}

void DragHandle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor color
        = palette().color(underMouse() || m_isHeld ? QPalette::WindowText : role::mutedText);
    painter.setOpacity(underMouse() || m_isHeld ? 1 : 0.6);
    painter.drawPixmap(-margin, (height() - iconSide) / 2,
        iconPixmap(QStringLiteral("grip"), color, iconSide, devicePixelRatioF()));
}

} // namespace tilewright::ui
