// What a row of a list is dragged by.
#pragma once

#include <QWidget>

namespace tilewright::ui {

class DragHandle : public QWidget {
    Q_OBJECT
public:
    explicit DragHandle(QWidget* parent = nullptr);

Q_SIGNALS:
    void dragBegan();
    void draggedTo(const QPoint& globalPosition);

private:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    bool m_isHeld = false;
};

} // namespace tilewright::ui
