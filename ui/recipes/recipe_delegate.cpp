#include "ui/recipes/recipe_delegate.h"

#include <QPainter>

#include "ui/recipes/recipe_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {

constexpr int margin = 6;
constexpr int barWidth = 48;
constexpr int barHeight = 12;
constexpr int gap = 8;
constexpr int starSide = 14;

QRect barRect(const QRect& row)
{
    return {row.left() + margin, row.top() + (row.height() - barHeight) / 2, barWidth, barHeight};
}

} // namespace

void RecipeDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const QRect& row = option.rect;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const bool hasFocus
        = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;
    const bool isCurrent = index.data(RecipeListModel::IsCurrentRole).toBool();
    const bool isFavourite = index.data(RecipeListModel::FavouriteRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isHovered || isCurrent) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(isHovered ? QPalette::Light : QPalette::Button));
        painter->drawRoundedRect(row.adjusted(0, 1, 0, -1), 5, 5);
    }
    if (isCurrent) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(role::accent));
        painter->drawRoundedRect(QRectF(row.left(), row.top() + 7, 3, row.height() - 14), 1.5, 1.5);
    }
    if (hasFocus) {
        painter->setPen(palette.color(role::accent));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 1.5, -0.5, -1.5), 5, 5);
    }
    const QRect bar = barRect(row);
    paintMixBar(*painter, bar, index.data(RecipeListModel::SharesRole).value<ColorShares>(),
        palette.color(QPalette::WindowText));

    const QRect star = starRect(row);
    if (isFavourite || isHovered || hasFocus)
        painter->drawPixmap(star.center() - QPoint(starSide / 2 - 1, starSide / 2 - 1),
            iconPixmap(isFavourite ? QStringLiteral("star-filled") : QStringLiteral("star"),
                palette.color(isFavourite ? QPalette::WindowText : role::mutedText), starSide,
                painter->device()->devicePixelRatioF()));

    QFont nameFont = option.font;
    if (isCurrent)
        nameFont.setWeight(QFont::DemiBold);
    const QFontMetrics nameMetrics(nameFont);
    QRect text(bar.right() + 1 + gap, row.top(), 0, row.height());
    text.setRight(star.left() - 4);
    const QString name
        = nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width());
    painter->setFont(nameFont);
    painter->setPen(palette.color(QPalette::WindowText));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, name);

    // Tags take what the name leaves.
    constexpr int leastWidth = 32;
    text.setLeft(text.left() + nameMetrics.horizontalAdvance(name) + 2 * gap);
    if (text.width() >= leastWidth) {
        painter->setFont(captionFont());
        painter->setPen(palette.color(role::mutedText));
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter,
            QFontMetrics(captionFont())
                .elidedText(index.data(RecipeListModel::TagsRole).toString(), Qt::ElideRight,
                    text.width()));
    }
    painter->restore();
}

QSize RecipeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {160, rowHeight};
}

QRect RecipeDelegate::starRect(const QRect& row)
{
    constexpr int side = 24;
    return {row.right() - side - 1, row.top() + (row.height() - side) / 2, side, side};
}

} // namespace tilewright::ui
