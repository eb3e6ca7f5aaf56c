// The palette as swatches that are switched on and off.
#pragma once

#include <QWidget>
#include <set>
#include <vector>

#include "core/mix/palette.h"

namespace tilewright::ui {

/// One focus stop: arrows go from swatch to swatch, Space or Enter switches one. Chosen ones carry
/// a dot, so that colour alone never tells it.
class ColorSwatches : public QWidget {
    Q_OBJECT
public:
    explicit ColorSwatches(const Palette& palette, QWidget* parent = nullptr);

    /// Shows without signalling.
    void setChosen(const std::set<std::string>& colors);
    /// Of a colour, for tests.
    QRect swatchRect(const std::string& color) const;

Q_SIGNALS:
    void toggled(const std::string& color, bool isChosen);

private:
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    static int columnsFor(int width);
    QRect rectOf(int index) const;
    int swatchAt(const QPoint& point) const; ///< -1: none
    void setCursorSwatch(int index);
    void toggle(int index);
    void drawSwatch(QPainter& painter, int index) const;
    void tell();

    const std::vector<GranuleColor> m_colors;
    std::set<std::string> m_chosen;
    int m_cursor = 0;
    int m_hovered = -1;
};

} // namespace tilewright::ui
