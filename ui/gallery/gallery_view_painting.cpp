// How the gallery draws its cells and headers.
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>

#include "ui/gallery/gallery_view.h"
#include "ui/gallery/tile_cell_delegate.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

void GalleryView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(role::canvas));
    paintCells(painter, event->rect());
    paintHeaders(painter, event->rect());
    if (m_bandStart) {
        QColor fill = palette().color(role::accent);
        painter.setPen(fill);
        fill.setAlphaF(0.15F);
        painter.setBrush(fill);
        painter.drawRect(toViewport(QRect(*m_bandStart, m_bandEnd).normalized()));
    }
}

void GalleryView::paintCells(QPainter& painter, const QRect& dirty)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State plain = option.state
        & ~(QStyle::State_HasFocus | QStyle::State_Selected | QStyle::State_MouseOver);
    const int top = verticalOffset();
    const QModelIndex current = currentIndex();
    const auto [first, last] = gridLayout().rowsBetween(top + dirty.top(), top + dirty.bottom());
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_tiles.index(row);
        option.rect = visualRect(index);
        if (!option.rect.intersects(dirty))
            continue;
        option.state = plain;
        option.state.setFlag(QStyle::State_HasFocus, index == current && hasFocus());
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, index == m_hovered);
        m_delegate->paint(&painter, option, index);
    }
}

void GalleryView::paintHeaders(QPainter& painter, const QRect& dirty)
{
    const GalleryLayout& layout = gridLayout();
    const int top = verticalOffset();
    painter.setRenderHint(QPainter::Antialiasing);
    const int firstGroup = std::max(0, layout.groupAt(top + dirty.top()));
    const auto draw = [&](int group, const QRect& place) {
        drawGroupTitle(painter,
            place.adjusted(TileCellDelegate::edge, 0, -TileCellDelegate::edge, 0), titleOf(group),
            palette());
    };
    for (int group = firstGroup; group < static_cast<int>(layout.groups().size()); ++group) {
        const QRect place = toViewport(layout.header(group));
        if (place.top() > dirty.bottom())
            break;
        if (place.height() > 0 && place.intersects(dirty))
            draw(group, place);
    }
    if (const auto [group, place] = pinnedHeader(); group >= 0) {
        QColor ground = palette().color(role::canvas);
        painter.fillRect(QRect(0, place.top(), viewport()->width(), place.height()), ground);
        draw(group, place);
        painter.setPen(palette().color(role::separator));
        painter.drawLine(0, place.bottom(), viewport()->width(), place.bottom());
    }
}

} // namespace tilewright::ui
