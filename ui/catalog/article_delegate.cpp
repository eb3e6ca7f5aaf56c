#include "ui/catalog/article_delegate.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/catalog/article_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 6;
constexpr int gap = 12;
constexpr int barWidth = 64;
constexpr int barHeight = 10;

void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    const QPalette& palette = option.palette;
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const QRectF row = QRectF(option.rect).adjusted(0, 1, 0, -1);
    if (isSelected || isHovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.color(isSelected ? role::groove : QPalette::Button));
        painter.drawRoundedRect(row, 6, 6);
    }
    if (isSelected) {
        painter.setBrush(palette.color(role::accent));
        painter.drawRoundedRect(QRectF(row.left(), row.top() + 10, 3, row.height() - 20), 1.5, 1.5);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(palette.color(role::accent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
}

void paintPicture(QPainter& painter, const QRect& place, const QModelIndex& index,
    const QPalette& palette, qreal devicePixelRatio)
{
    QPainterPath shape;
    shape.addRoundedRect(place, 4, 4);
    const auto pixmap = index.data(Qt::DecorationRole).value<QPixmap>();
    painter.save();
    painter.setClipPath(shape);
    if (pixmap.isNull())
        painter.fillRect(place, palette.color(role::outline));
    else
        painter.drawPixmap(place, pixmap);
    painter.restore();
    if (!index.data(ArticleListModel::MissingRole).toBool())
        return;
    constexpr int side = 14;
    painter.drawPixmap(place.center() - QPoint(side / 2, side / 2),
        iconPixmap(QStringLiteral("warning"), palette.color(role::danger), side, devicePixelRatio));
}
} // namespace

void ArticleDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const QRect& row = option.rect;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintGround(*painter, option);
    const QRect picture(row.left() + margin + 4, row.top() + (rowHeight - pictureSide) / 2,
        pictureSide, pictureSide);
    paintPicture(*painter, picture, index, palette, painter->device()->devicePixelRatioF());

    const int left = picture.right() + 1 + gap;
    const int right = row.right() - margin - 2;
    const QRect nameLine(left, row.top() + 9, right - left, 18);
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::WindowText));
    painter->drawText(nameLine, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(option.font)
            .elidedText(index.data().toString(), Qt::ElideRight, nameLine.width()));

    const QRect bar(right - barWidth, row.top() + 33, barWidth, barHeight);
    paintMixBar(*painter, bar, index.data(ArticleListModel::SharesRole).value<ColorShares>(),
        palette.color(QPalette::WindowText));
    const QRect codeLine(left, row.top() + 29, bar.left() - gap - left, 18);
    painter->setFont(captionFont());
    painter->setPen(palette.color(role::mutedText));
    painter->drawText(codeLine, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(captionFont())
            .elidedText(index.data(ArticleListModel::CodeRole).toString(), Qt::ElideMiddle,
                codeLine.width()));
    painter->restore();
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

} // namespace tilewright::ui
