#include "ui/fidelity/share_bars.h"

#include <QPainter>
#include <algorithm>

#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 2; // below the words
constexpr int askedHeight = 3;
constexpr int gap = 2;
constexpr int measuredHeight = 5;
} // namespace

ShareBars::ShareBars(
    std::optional<double> asked, double measured, double full, const QColor& color, QWidget* parent)
    : QWidget(parent), m_asked(asked), m_measured(measured), m_full(full), m_color(color)
{
    setFixedHeight(sizeHint().height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ShareBars::sizeHint() const
{
    return {64, margin + askedHeight + gap + measuredHeight};
}

void ShareBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](double percent, int top, int height, const QColor& color, bool isEdged) {
        const double length = width() * std::clamp(percent / m_full, 0.0, 1.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(role::groove));
        painter.drawRoundedRect(QRectF(0, top, width(), height), height / 2.0, height / 2.0);
        if (length <= 0)
            return;
        const QRectF bar(0, top, std::max(length, double(height)), height);
        painter.setBrush(color);
        if (isEdged) {
            // Granules as dark or as light as the groove stay visible by their edge.
            QColor edge = palette().color(QPalette::WindowText);
            edge.setAlphaF(0.35F);
            painter.setPen(edge);
            painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        } else {
            painter.drawRoundedRect(bar, height / 2.0, height / 2.0);
        }
    };
    if (m_asked)
        draw(*m_asked, margin, askedHeight, palette().color(role::mutedText), false);
    draw(m_measured, margin + askedHeight + gap, measuredHeight, m_color, true);
}

} // namespace tilewright::ui
