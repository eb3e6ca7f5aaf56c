#include "ui/gallery/filter/label_filter.h"

#include <QPainter>

#include "ui/library/mark_names.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

LabelFilter::LabelFilter(QWidget* parent) : MarkRow(labelCount + 1, parent)
{
    setLabel(std::nullopt);
}

void LabelFilter::setLabel(std::optional<int> label)
{
    m_label = label;
    if (label)
        setCursorMark(*label);
    setAccessibleName(tr("Label: %1").arg(label ? nameOfMark(*label) : tr("any", "label")));
    update();
}

void LabelFilter::choose(int index)
{
    setLabel(m_label == index ? std::nullopt : std::optional(index));
    Q_EMIT labelChosen(m_label);
}

QString LabelFilter::nameOfMark(int index) const
{
    return index == 0 ? tr("none", "label") : displayLabel(index);
}

void LabelFilter::drawMark(QPainter& painter, const QRectF& cell, int index)
{
    const bool isChosen = m_label == index;
    const bool isDimmed = m_label && !isChosen && hovered() != index;
    painter.save();
    painter.setOpacity(isDimmed ? 0.4 : 1);
    const QPointF center = cell.center();
    if (index == 0) {
        painter.setPen(QPen(palette().color(role::mutedText), 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(center, 6, 6);
    } else {
        const QColor color = colorOfLabel(index);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(center, 7, 7);
        QFont font = captionFont();
        font.setPixelSize(9);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(color.lightness() > 130 ? QColor(24, 24, 24) : QColor(Qt::white));
        painter.drawText(cell, Qt::AlignCenter, letterOfLabel(index));
    }
    if (isChosen) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
        painter.drawEllipse(center, 9.5, 9.5);
    }
    painter.restore();
}

} // namespace tilewright::ui
