// Keeps the mouse wheel from changing a value that the pointer only passes over.
#pragma once

#include <QObject>

class QWidget;

namespace tilewright::ui {

/// Lets a wheel event reach a slider, spin box or combo box only while it has the focus; otherwise
/// the event goes on to the scroll area around it. Owned by the widget it guards.
class WheelGuard : public QObject {
    Q_OBJECT
public:
    explicit WheelGuard(QWidget* widget);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace tilewright::ui
