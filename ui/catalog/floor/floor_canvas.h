// Shows a floor, and lets its tiles be painted where it is seen from above.
#pragma once

#include <QColor>

#include "ui/canvas/canvas.h"
#include "ui/catalog/floor/floor_renderer.h"

namespace tilewright::ui {

/// As a Canvas; while it can be painted, the left button paints and the middle one moves, and the
/// arrow keys move a cursor from tile to tile: Space paints there, F fills, 1…9 choose a brush.
class FloorCanvas : public Canvas {
    Q_OBJECT
public:
    explicit FloorCanvas(QWidget* parent = nullptr);

    /// What the picture shall show; cells that it does not show yet are drawn in their colours.
    void setFloor(const FloorLayoutPointer& floor, const QVector<QColor>& colors);
    /// What the picture shows.
    void setShownFloor(const FloorLayoutPointer& floor);
    void setPaintable(bool isPaintable);
    bool isPaintable() const { return m_isPaintable; }
    /// In device-independent pixels; empty where there is no such cell.
    QRectF cellRect(int row, int column) const;
    QPoint cursorCell() const { return m_cursor; } ///< column and row

Q_SIGNALS:
    void cellPainted(int row, int column);
    void strokeEnded();
    void fillWanted(int row, int column);
    void brushWanted(int number); ///< from 1

protected:
    void paintPictures(QPainter& painter) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showCursor() override;

private:
    const FloorCell* cellUnder(const QPointF& position) const;
    const FloorCell* cell(int row, int column) const;
    QRectF rectOf(const FloorCell& cell) const;
    void paintAlong(const QPointF& from, const QPointF& to);
    bool moveCursor(int key);

    FloorLayoutPointer m_floor, m_shown;
    QVector<QColor> m_colors;
    bool m_isPaintable = false;
    bool m_isPainting = false;
    bool m_isKeyCursor = false; ///< the keyboard moved last
    QPoint m_cursor; ///< column and row
    QPointF m_last;
    std::optional<QPoint> m_hovered;
};

} // namespace tilewright::ui
