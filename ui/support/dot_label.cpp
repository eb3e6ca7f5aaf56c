#include "ui/support/dot_label.h"

#include <QPainter>

namespace tilewright::ui {

DotLabel::DotLabel(QPalette::ColorRole role, QWidget* parent) : QWidget(parent), m_role(role)
{
    // As high as a line of text, so that the dot stands at the middle of the first one.
    setFixedSize(diameter, fontMetrics().height());
}

void DotLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(m_role));
    painter.drawEllipse(QRectF(0, (height() - diameter) / 2.0, diameter, diameter));
}

} // namespace tilewright::ui
