#include "ui/support/color_chip.h"

#include <QPainter>

namespace tilewright::ui {

ColorChip::ColorChip(const QColor& color, QWidget* parent) : QWidget(parent), m_color(color)
{
    setFixedSize(16, 16);
}

void ColorChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The edge keeps granules visible that are as dark or as light as the panel.
    QColor edge = palette().color(QPalette::WindowText);
    edge.setAlphaF(0.25F);
    painter.setPen(edge);
    painter.setBrush(m_color);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace tilewright::ui
