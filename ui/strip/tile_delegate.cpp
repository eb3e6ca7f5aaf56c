#include "ui/strip/tile_delegate.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include "ui/fidelity/fidelity_words.h"
#include "ui/strip/tile_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int edge = 4; ///< room for the frame of the selection
constexpr int captionHeight = 18;
constexpr int dot = 6; ///< diameter of the mark of fidelity
} // namespace

void TileDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const QRect picture(
        option.rect.left() + edge, option.rect.top() + edge, pictureSide, pictureSide);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);

    QPainterPath shape;
    shape.addRoundedRect(QRectF(picture), 4, 4);
    painter->fillPath(shape, palette.color(role::groove));
    const auto thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    if (!thumbnail.isNull()) {
        // Cut from the middle where the tile is not square.
        const int side = std::min(thumbnail.width(), thumbnail.height());
        const QRect source(
            (thumbnail.width() - side) / 2, (thumbnail.height() - side) / 2, side, side);
        painter->setClipPath(shape);
        painter->drawImage(picture, thumbnail, source);
        painter->setClipping(false);
    }

    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(
            QPen(palette.color(isSelected ? role::accent : role::mutedText), isSelected ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(picture).adjusted(-2, -2, 2, 2), 6, 6);
    }

    QFont font = numberFont();
    font.setPixelSize(captionPixels);
    painter->setFont(font);
    painter->setPen(palette.color(isSelected ? QPalette::WindowText : role::mutedText));
    const QRect caption(picture.left(), picture.bottom() + 3, pictureSide, captionHeight);
    const bool isDraft = index.data(TileListModel::DraftRole).toBool();
    const QVariant error = index.data(TileListModel::ErrorRole);
    // A draft says so; how far it is off is in its tool tip.
    const QString note = isDraft ? tr("draft")
        : error.isValid()        ? displayPoints(error.toDouble())
                                 : QString();
    const QFontMetrics metrics(font);
    int noteWidth = note.isEmpty() ? 0 : metrics.horizontalAdvance(note) + 6;
    if (error.isValid() && !isDraft) {
        const auto verdict = static_cast<Verdict>(index.data(TileListModel::VerdictRole).toInt());
        const QPointF middle(
            caption.right() - metrics.horizontalAdvance(note) - dot, caption.center().y() + 0.5);
        painter->save();
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(roleOf(verdict)));
        painter->drawEllipse(middle, dot / 2.0, dot / 2.0);
        painter->restore();
        noteWidth += dot + 6;
    }
    painter->drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data(TileListModel::SeedRole).toString(), Qt::ElideMiddle,
            pictureSide - noteWidth));
    painter->drawText(caption, Qt::AlignRight | Qt::AlignVCenter, note);
    painter->restore();
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {pictureSide + 2 * edge, pictureSide + 2 * edge + captionHeight};
}

} // namespace tilewright::ui
