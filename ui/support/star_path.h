// A five-pointed star.
#pragma once

#include <QPainterPath>
#include <cmath>
#include <numbers>

namespace tilewright::ui {

/// In a square of this side, from its top left corner.
inline QPainterPath starPath(qreal side)
{
    QPainterPath path;
    const qreal middle = side / 2;
    for (int i = 0; i < 10; ++i) {
        const qreal radius = i % 2 == 0 ? middle : middle * 0.42;
        const qreal angle = std::numbers::pi * (i / 5.0 - 0.5);
        const QPointF point(middle + radius * std::cos(angle), middle + radius * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

} // namespace tilewright::ui
