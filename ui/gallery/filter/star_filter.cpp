#include "ui/gallery/filter/star_filter.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/library/mark_names.h"
#include "ui/support/star_path.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

StarFilter::StarFilter(QWidget* parent) : MarkRow(largestRating, parent)
{
    setStars(0);
}

void StarFilter::setStars(int stars)
{
    m_stars = stars;
    setCursorMark(stars - 1);
    setAccessibleName(
        stars == 0 ? tr("Rating: any") : tr("Rating: %1 and up").arg(displayStars(stars)));
}

void StarFilter::take(int stars)
{
    setStars(stars);
    Q_EMIT starsChosen(stars);
}

void StarFilter::choose(int index)
{
    take(index + 1 == m_stars ? 0 : index + 1);
}

QString StarFilter::nameOfMark(int index) const
{
    return tr("%1 and up").arg(displayStars(index + 1));
}

void StarFilter::keyPressEvent(QKeyEvent* event)
{
    const int digit = event->key() - Qt::Key_0;
    if (digit >= 0 && digit <= largestRating)
        take(digit);
    else
        MarkRow::keyPressEvent(event);
}

void StarFilter::drawMark(QPainter& painter, const QRectF& cell, int index)
{
    constexpr qreal side = 16;
    painter.save();
    painter.translate(cell.center() - QPointF(side / 2, side / 2));
    QColor color = palette().color(index < m_stars ? role::accent : role::outline);
    if (hovered() >= index && index >= m_stars)
        color = palette().color(role::mutedText);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(starPath(side));
    painter.restore();
}

} // namespace tilewright::ui
