#include "ui/support/wheel_guard.h"

#include <QEvent>
#include <QWidget>

namespace tilewright::ui {

WheelGuard::WheelGuard(QWidget* widget) : QObject(widget)
{
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tilewright::ui
