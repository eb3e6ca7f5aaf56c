#include "ui/strip/tile_delegate.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include "ui/strip/tile_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int edge = 4; ///< room for the frame of the selection
constexpr int captionHeight = 18;
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
    const QString note = isDraft ? tr("draft") : QString();
    const QFontMetrics metrics(font);
    const int noteWidth = isDraft ? metrics.horizontalAdvance(note) + 6 : 0;
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
