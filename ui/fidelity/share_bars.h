// Two bars, one above the other: the share that was asked, and the one that was measured.
#pragma once

#include <QColor>
#include <QWidget>
#include <optional>

namespace tilewright::ui {

class ShareBars : public QWidget {
    Q_OBJECT
public:
    /// Percent, 0…100. The bars fill the width at `full` percent.
    ShareBars(std::optional<double> asked, double measured, double full, const QColor& color,
        QWidget* parent = nullptr);

    QSize sizeHint() const override;

private:
    void paintEvent(QPaintEvent* event) override;

    const std::optional<double> m_asked;
    const double m_measured;
    const double m_full;
    const QColor m_color;
};

} // namespace tilewright::ui
