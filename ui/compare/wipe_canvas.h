// Two pictures on one place, with a line between them that is moved.
#pragma once

#include "ui/canvas/canvas.h"

namespace tilewright::ui {

/// Left of the line is A, right of it B. The line is dragged, or moved with the left and right
/// arrow keys (with Shift in larger steps), Home and End. Away from the line the pictures are
/// dragged; while the space bar is held, everywhere.
class WipeCanvas : public Canvas {
    Q_OBJECT
public:
    explicit WipeCanvas(QWidget* parent = nullptr);

    void showPair(const QImage& first, const QString& firstLabel, const QImage& second,
        const QString& secondLabel);
    /// Of the line: 0 at the left edge of the canvas, B alone, to 1 at the right one.
    double position() const { return m_position; }
    void setPosition(double position);

private:
    void paintPictures(QPainter& painter) override;
    void paintEvent(QPaintEvent* event) override;
    void paintLine(QPainter& painter) const;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showCursor() override;
    bool isOnLine(const QPointF& position) const;
    double line() const;

    PicturePyramid m_second;
    QString m_firstLabel;
    QString m_secondLabel;
    double m_position = 0.5;
    bool m_isLineDragged = false;
    bool m_isPointerOnLine = false;
};

} // namespace tilewright::ui
