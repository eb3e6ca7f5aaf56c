// A row of marks to choose one of, drawn by its kind.
#pragma once

#include <QWidget>

namespace tilewright::ui {

/// One focus stop: arrows go from mark to mark, Space or Enter chooses.
class MarkRow : public QWidget {
    Q_OBJECT
public:
    static constexpr int cellSide = 22;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Of a mark, for tests.
    QRect cellRect(int index) const;

protected:
    MarkRow(int count, QWidget* parent);

    virtual void drawMark(QPainter& painter, const QRectF& cell, int index) = 0;
    virtual void choose(int index) = 0;
    virtual QString nameOfMark(int index) const = 0;

    int count() const { return m_count; }
    int hovered() const { return m_hovered; } ///< -1: none
    int cursor() const { return m_cursor; }
    void setCursorMark(int index);

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int markAt(const QPoint& point) const;

    const int m_count;
    int m_hovered = -1;
    int m_cursor = 0;
};

} // namespace tilewright::ui
