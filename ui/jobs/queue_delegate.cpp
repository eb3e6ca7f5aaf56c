#include "ui/jobs/queue_delegate.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/jobs/queue_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 4;
constexpr int swatchSide = 28;
constexpr int dot = 6; ///< diameter of the mark of the running job

void drawSwatch(
    QPainter& painter, const QRect& rect, const QVariantList& shares, const QColor& outline)
{
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect), 4, 4);
    painter.save();
    painter.setClipPath(shape);
    double top = rect.top();
    for (qsizetype i = 0; i + 1 < shares.size(); i += 2) {
        const double height = rect.height() * shares[i + 1].toInt() / 1000.0;
        painter.fillRect(QRectF(rect.left(), top, rect.width(), height), shares[i].value<QColor>());
        top += height;
    }
    painter.setClipping(false);
    painter.setPen(outline); // light colours would run into a light ground
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.restore();
}
} // namespace

void QueueDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(isSelected && (option.state & QStyle::State_HasFocus)
                ? QPen(palette.color(role::accent), 1)
                : QPen(Qt::NoPen));
        painter->setBrush(palette.color(isSelected ? QPalette::Button : role::groove));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }

    const QVariantList shares = index.data(QueueModel::SharesRole).toList();
    QRect rest = option.rect.adjusted(margin, margin, -2 * margin, -margin);
    if (!shares.isEmpty()) {
        const QRect swatch(
            rest.left() + 2, option.rect.center().y() - swatchSide / 2 + 1, swatchSide, swatchSide);
        drawSwatch(*painter, swatch, shares, palette.color(role::outline));
        rest.setLeft(swatch.right() + 9);
    }
    if (index.data(QueueModel::RunningRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(role::accent));
        painter->drawEllipse(
            QRectF(rest.right() - dot, option.rect.center().y() - dot / 2 + 0.5, dot, dot));
        rest.setRight(rest.right() - dot - 2 * margin);
    }

    const auto drawLine = [&](const QFont& font, QPalette::ColorRole color, const QRect& line,
                              const QString& text) {
        painter->setFont(font);
        painter->setPen(palette.color(color));
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
    };
    const QRect upper(rest.left(), rest.top(), rest.width(), rest.height() / 2);
    drawLine(option.font, QPalette::WindowText, upper, index.data(Qt::DisplayRole).toString());
    QFont small = option.font;
    small.setPixelSize(captionPixels);
    drawLine(small, role::mutedText, upper.translated(0, upper.height()),
        index.data(QueueModel::DetailRole).toString());
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, rowHeight};
}

} // namespace tilewright::ui
