// A small square of granule colour beside its name.
#pragma once

#include <QColor>
#include <QWidget>

namespace tilewright::ui {

class ColorChip : public QWidget {
    Q_OBJECT
public:
    explicit ColorChip(const QColor& color, QWidget* parent = nullptr);

private:
    void paintEvent(QPaintEvent* event) override;

    const QColor m_color;
};

} // namespace tilewright::ui
