#include "ui/gallery/tile_cell_delegate.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include "ui/fidelity/fidelity_words.h"
#include "ui/library/library_model.h"
#include "ui/library/mark_names.h"
#include "ui/support/star_path.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int badge = 16; ///< height of what lies on the picture
constexpr int inset = 4; ///< of a badge from the picture's corner
constexpr int star = 10;
constexpr int dot = 7; ///< of the mark of fidelity

QFont cellFont()
{
    static const QFont font = [] {
        QFont numbers = numberFont();
        numbers.setPixelSize(captionPixels);
        return numbers;
    }();
    return font;
}

/// Fills the rounded square with the picture. One of another size is a placeholder, and scaled
/// quickly.
void drawPicture(QPainter& painter, const QRect& place, const QPixmap& pixmap, const QColor& ground)
{
    painter.setPen(Qt::NoPen);
    if (pixmap.isNull()) {
        painter.setBrush(ground);
    } else {
        QBrush brush(pixmap);
        const qreal scale = place.width() / static_cast<qreal>(pixmap.width());
        brush.setTransform(
            QTransform::fromTranslate(place.left(), place.top()).scale(scale, scale));
        painter.setBrush(brush);
    }
    painter.drawRoundedRect(place, 4, 4);
}

/// A dark plate keeps what is on it readable on any picture.
void drawPlate(QPainter& painter, const QRect& place)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 20, 20, 190));
    painter.drawRoundedRect(place, 4, 4);
}

void drawText(QPainter& painter, const QRect& place, const QString& text)
{
    drawPlate(painter, place);
    painter.setPen(QColor(240, 240, 238));
    painter.drawText(place, Qt::AlignCenter, text);
}

void drawFlag(QPainter& painter, const QRect& place, Flag flag)
{
    drawPlate(painter, place);
    const QString name = flag == Flag::Picked ? QStringLiteral("flag") : QStringLiteral("reject");
    const qreal ratio = painter.device()->devicePixelRatioF();
    // An icon is drawn from its file; a page of flags would take long.
    const QString key = QStringLiteral("tile-%1-%2").arg(name).arg(ratio);
    QPixmap icon;
    if (!QPixmapCache::find(key, &icon)) {
        const QColor color = flag == Flag::Picked ? QColor(240, 240, 238) : QColor(240, 128, 112);
        icon = iconPixmap(name, color, badge - 4, ratio);
        QPixmapCache::insert(key, icon);
    }
    painter.drawPixmap(place.topLeft() + QPoint(2, 2), icon);
}

void drawLabel(QPainter& painter, const QRect& place, int label)
{
    painter.setPen(QPen(QColor(20, 20, 20, 190), 1));
    painter.setBrush(colorOfLabel(label));
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(letterColorOfLabel(label));
    painter.drawText(place, Qt::AlignCenter, letterOfLabel(label));
}

/// A full dot, a ring or a triangle: readable without colours too.
void drawVerdict(QPainter& painter, const QPointF& middle, Verdict verdict, const QColor& color)
{
    const qreal radius = dot / 2.0;
    painter.setPen(verdict == Verdict::Close ? QPen(color, 1.8) : QPen(Qt::NoPen));
    painter.setBrush(verdict == Verdict::Close ? QBrush(Qt::NoBrush) : QBrush(color));
    if (verdict == Verdict::Off)
        painter.drawPolygon(QPolygonF({middle + QPointF(0, -radius),
            middle + QPointF(radius, radius), middle + QPointF(-radius, radius)}));
    else if (verdict == Verdict::Close)
        painter.drawEllipse(middle, radius - 0.9, radius - 0.9);
    else
        painter.drawEllipse(middle, radius, radius);
}

/// Gives the width taken from the right.
int drawStars(QPainter& painter, const QRect& place, int rating, int room, const QColor& color)
{
    if (rating == 0)
        return 0;
    // Where there is no room for all of them, one and their number.
    const bool isShort = rating * star > room;
    const QString number = isShort ? QString::number(rating) : QString();
    const int textWidth = painter.fontMetrics().horizontalAdvance(number);
    const int count = isShort ? 1 : rating;
    const int width = count * star + textWidth;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    static const QPainterPath path = starPath(star - 1);
    const qreal top = place.center().y() + 0.5 - (star - 1) / 2.0;
    for (int i = 0; i < count; ++i)
        painter.drawPath(path.translated(place.right() + 1 - width + i * star, top));
    painter.setPen(color);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, number);
    return width;
}

void drawFrame(
    QPainter& painter, const QRect& picture, const QStyleOptionViewItem& option, bool isCurrent)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    QColor color = option.palette.color(isSelected ? role::accent : role::mutedText);
    // Among several that are selected the current one stands out.
    if (isSelected && !isCurrent)
        color.setAlphaF(0.65F);
    painter.setPen(QPen(color, isSelected ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(picture).adjusted(-2, -2, 2, 2), 6, 6);
}
} // namespace

TileCellDelegate::TileCellDelegate(int side, QObject* parent)
    : QStyledItemDelegate(parent), m_side(side)
{
}

void TileCellDelegate::setSide(int side)
{
    m_side = std::clamp(side, smallestSide, largestSide);
}

void TileCellDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const QRect picture(option.rect.left() + edge, option.rect.top() + edge, m_side, m_side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(cellFont());
    const QFontMetrics metrics = painter->fontMetrics();

    const bool isMissing = index.data(LibraryModel::MissingRole).toBool();
    const auto flag = static_cast<Flag>(index.data(LibraryModel::FlagRole).toInt());
    if (isMissing || flag == Flag::Rejected)
        painter->setOpacity(0.4);
    drawPicture(*painter, picture, index.data(Qt::DecorationRole).value<QPixmap>(),
        palette.color(role::groove));
    painter->setOpacity(1);

    const bool isCurrent = option.state & QStyle::State_HasFocus;
    if (isCurrent || (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)))
        drawFrame(*painter, picture, option, isCurrent);

    if (flag != Flag::None)
        drawFlag(*painter, {picture.topLeft() + QPoint(inset, inset), QSize(badge, badge)}, flag);
    if (const int label = index.data(LibraryModel::LabelRole).toInt(); label > 0)
        drawLabel(*painter,
            {picture.left() + inset, picture.bottom() + 1 - inset - badge, badge, badge}, label);
    if (index.data(LibraryModel::DraftRole).toBool()) {
        const QString text = tr("draft");
        const int width = metrics.horizontalAdvance(text) + 10;
        drawText(*painter,
            {picture.right() + 1 - inset - width, picture.top() + inset, width, badge}, text);
    }
    if (isMissing) {
        const QString text = metrics.elidedText(tr("file missing"), Qt::ElideRight, m_side - 16);
        const int width = metrics.horizontalAdvance(text) + 10;
        QRect place(0, 0, width, badge + 4);
        place.moveCenter(picture.center());
        drawText(*painter, place, text);
    }

    const bool isSelected = option.state & QStyle::State_Selected;
    const QColor text = palette.color(isSelected ? QPalette::WindowText : role::mutedText);
    QRect caption(picture.left(), picture.bottom() + 4, m_side, captionHeight - 2);
    const QString seed = index.data(LibraryModel::SeedRole).toString();
    const QVariant error = index.data(LibraryModel::ErrorRole);
    const int markWidth = error.isValid() ? dot + 5 : 0;
    const int rating = index.data(LibraryModel::RatingRole).toInt();
    const int room = caption.width() - metrics.horizontalAdvance(seed) - markWidth - 6;
    const int starsWidth = drawStars(*painter, caption, rating, room,
        isSelected ? palette.color(role::accent) : palette.color(role::mutedText));
    if (error.isValid()) {
        const auto verdict = static_cast<Verdict>(index.data(LibraryModel::VerdictRole).toInt());
        drawVerdict(*painter, QPointF(caption.left() + dot / 2.0, caption.center().y() + 0.5),
            verdict, palette.color(roleOf(verdict)));
        caption.setLeft(caption.left() + markWidth);
    }
    painter->setPen(text);
    const int seedWidth = caption.width() - (starsWidth > 0 ? starsWidth + 6 : 0);
    const QString shown = metrics.elidedText(seed, Qt::ElideMiddle, seedWidth);
    painter->drawText(caption, Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (error.isValid() && !seed.isEmpty()) {
        const QString points = tr("%1 off").arg(displayPoints(error.toDouble()));
        const int used = metrics.horizontalAdvance(shown) + 8;
        if (used + metrics.horizontalAdvance(points) <= seedWidth) {
            painter->setPen(palette.color(role::mutedText));
            painter->drawText(
                caption.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, points);
        }
    }
    painter->restore();
}

QSize TileCellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return cellSize();
}

} // namespace tilewright::ui
