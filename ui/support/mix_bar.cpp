#include "ui/support/mix_bar.h"

#include <QPainter>
#include <QPainterPath>

#include "core/mix/mix.h"

namespace tilewright::ui {

void paintMixBar(QPainter& painter, const QRectF& bar, const ColorShares& shares, QColor edge)
{
    QPainterPath shape;
    shape.addRoundedRect(bar, 3, 3);
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    double left = bar.left();
    for (const auto& [color, perMille] : shares) {
        const double width = bar.width() * perMille / Mix::total;
        // A little wider, so that nothing shines through between two colours.
        painter.fillRect(QRectF(left, bar.top(), width + 0.5, bar.height()), color);
        left += width;
    }
    painter.restore();
    // The edge keeps granules visible that are as dark or as light as the panel.
    edge.setAlphaF(0.25F);
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace tilewright::ui
