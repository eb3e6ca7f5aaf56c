// Selecting, dragging and zooming in the gallery by mouse.
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>

#include "ui/gallery/gallery_view.h"
#include "ui/gallery/tile_cell_delegate.h"

namespace tilewright::ui {
namespace {
constexpr int bandScrollMilliseconds = 16;
} // namespace

void GalleryView::startDrag(Qt::DropActions)
{
    Q_EMIT dragWanted();
}

void GalleryView::mousePressEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const int header = headerAt(point);
    if (event->button() == Qt::LeftButton && header >= 0) {
        const auto& group = gridLayout().groups()[static_cast<std::size_t>(header)];
        const QModelIndex first = m_tiles.index(group.first);
        const bool adds = event->modifiers() & Qt::ControlModifier;
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        selectionModel()->select({first, m_tiles.index(group.first + group.count - 1)},
            adds ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect);
        return;
    }
    if (event->button() == Qt::LeftButton && !indexAt(point).isValid()) {
        const bool adds = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
        if (!adds)
            clearSelection();
        m_beforeBand = selectionModel()->selection();
        m_bandStart = m_bandEnd = point + QPoint(0, verticalOffset());
        return;
    }
    QAbstractItemView::mousePressEvent(event);
}

void GalleryView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (m_bandStart) {
        m_bandEnd = point + QPoint(0, verticalOffset());
        if (viewport()->rect().contains(point))
            m_bandScroll.stop();
        else
            m_bandScroll.start(bandScrollMilliseconds, this);
        selectBand();
        return;
    }
    const QModelIndex under = indexAt(point);
    if (under != m_hovered) {
        update(m_hovered);
        m_hovered = under;
        update(m_hovered);
    }
    QAbstractItemView::mouseMoveEvent(event);
}

void GalleryView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_bandStart) {
        m_bandStart.reset();
        m_bandScroll.stop();
        viewport()->update();
        return;
    }
    QAbstractItemView::mouseReleaseEvent(event);
}

void GalleryView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_bandScroll.timerId())
        return QAbstractItemView::timerEvent(event);
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const int beyond
        = pointer.y() < 0 ? pointer.y() : std::max(0, pointer.y() - viewport()->height());
    verticalScrollBar()->setValue(verticalOffset() + std::clamp(beyond, -60, 60));
    m_bandEnd = pointer + QPoint(0, verticalOffset());
    selectBand();
}

void GalleryView::selectBand()
{
    QItemSelection selection = m_beforeBand;
    for (const auto& [first, last] :
        gridLayout().rowsIn(QRect(*m_bandStart, m_bandEnd).normalized()))
        selection.merge({m_tiles.index(first), m_tiles.index(last)}, QItemSelectionModel::Select);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    viewport()->update();
}

void GalleryView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractItemView::wheelEvent(event);
    m_wheelRest += event->angleDelta().y();
    const int steps = m_wheelRest / QWheelEvent::DefaultDeltasPerStep;
    m_wheelRest -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps != 0)
        zoomBy(steps);
    event->accept();
}

// --- Drawing ---

} // namespace tilewright::ui
