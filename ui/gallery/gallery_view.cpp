#include "ui/gallery/gallery_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

#include "ui/gallery/tile_cell_delegate.h"
#include "ui/support/conversion.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int margin = 12; ///< with a cell's own edge the pictures stand on the 16th pixel
constexpr int gap = 4;
constexpr int headerHeight = 40;
constexpr int groupGap = 12;
constexpr int zoomStep = 24;
} // namespace

GalleryView::GalleryView(LibraryModel& model, Palette palette, QWidget* parent)
    : QAbstractItemView(parent)
    , m_tiles(model)
    , m_palette(std::move(palette))
    , m_delegate(new TileCellDelegate(defaultSide, this))
{
    setItemDelegate(m_delegate);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Tiles of the library"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&model, &LibraryModel::listAboutToChange, this, &GalleryView::beginListChange);
    connect(&model, &LibraryModel::listChanged, this, &GalleryView::endListChange);
    setModel(&model);
}

void GalleryView::setModel(QAbstractItemModel* model)
{
    QAbstractItemView::setModel(model);
    layOutAgain();
}

void GalleryView::setNameOfMix(NameOfMix nameOfMix)
{
    m_nameOfMix = std::move(nameOfMix);
    m_titles.clear();
    viewport()->update();
}

int GalleryView::cellSide() const
{
    return m_delegate->side();
}

void GalleryView::setCellSide(int side)
{
    if (side == m_delegate->side())
        return;
    rememberPlace();
    m_delegate->setSide(side);
    restorePlace();
    Q_EMIT cellSideChanged(m_delegate->side());
}

void GalleryView::zoomBy(int steps)
{
    setCellSide(std::clamp(cellSide() + steps * zoomStep, TileCellDelegate::smallestSide,
        TileCellDelegate::largestSide));
}

int GalleryView::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        count += range.height();
    return count;
}

std::vector<TileId> GalleryView::selectedTiles() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    std::vector<TileId> tiles;
    tiles.reserve(rows.size());
    for (const int row : rows)
        tiles.push_back(m_tiles.tileAt(row));
    return tiles;
}

GroupTitle GalleryView::titleOf(int group) const
{
    const TileGroup& tiles = m_tiles.groups()[static_cast<std::size_t>(group)];
    const QString key = toQString(tiles.mixKey);
    const GroupTitle* known = m_titles.object(key);
    GroupTitle title = known ? *known : GroupTitle::ofKey(tiles.mixKey, m_palette);
    if (!known) {
        if (const QString name = m_nameOfMix ? m_nameOfMix(tiles.mixKey) : QString();
            !name.isEmpty())
            title.name = name;
        m_titles.insert(key, new GroupTitle(title));
    }
    const auto count = static_cast<int>(tiles.count);
    title.count = count == 1 ? tr("1 seed") : tr("%n seeds", nullptr, count);
    return title;
}

// --- Where things lie ---

const GalleryLayout& GalleryView::gridLayout() const
{
    if (!m_isLaidOut) {
        m_layout = GalleryLayout(
            {viewport()->width(), m_delegate->cellSize(), gap, margin, headerHeight, groupGap},
            m_tiles.rowCount(), m_tiles.groups());
        m_isLaidOut = true;
    }
    return m_layout;
}

void GalleryView::layOutAgain()
{
    m_isLaidOut = false;
    updateGeometries();
    viewport()->update();
    tellSeen();
}

void GalleryView::doItemsLayout()
{
    QAbstractItemView::doItemsLayout();
    layOutAgain();
}

/// What is seen stays where it is when tiles come and go above it; at the very top new tiles show.
void GalleryView::rememberPlace()
{
    m_anchors.clear();
    if (verticalOffset() == 0)
        return;
    const int top = verticalOffset();
    const auto remember = [this, top](int row) {
        m_anchors.push_back({m_tiles.tileAt(row), gridLayout().cell(row).top() - top});
    };
    const auto [first, last] = gridLayout().rowsBetween(top, top + viewport()->height());
    // Cells may change their column, so not all can stay; the current one is looked at.
    if (const int current = currentIndex().row(); current >= first && current <= last)
        remember(current);
    for (int row = first; row <= last; ++row)
        remember(row);
}

void GalleryView::restorePlace()
{
    m_titles.clear();
    layOutAgain();
    for (const Anchor& anchor : m_anchors) {
        const int row = m_tiles.rowOf(anchor.tile);
        if (row < 0)
            continue;
        verticalScrollBar()->setValue(gridLayout().cell(row).top() - anchor.offset);
        break;
    }
    m_anchors.clear();
    viewport()->update();
    tellSeen();
}

void GalleryView::beginListChange()
{
    rememberPlace();
    m_tilesBefore = m_tiles.list().tiles;
    m_currentBefore = currentIndex().row();
    m_wasSelected = selectionModel()->isSelected(currentIndex());
}

/// When the current tile is gone the one after it takes its place, so that Del, Del, Del walks on.
void GalleryView::endListChange()
{
    restorePlace();
    const std::vector<TileId> before = std::exchange(m_tilesBefore, {});
    const auto was = static_cast<std::size_t>(m_currentBefore);
    if (m_currentBefore < 0 || was >= before.size() || m_tiles.rowOf(before[was]) >= 0)
        return;
    int row = -1;
    for (std::size_t i = was + 1; i < before.size() && row < 0; ++i)
        row = m_tiles.rowOf(before[i]);
    for (std::size_t i = was; i > 0 && row < 0; --i)
        row = m_tiles.rowOf(before[i - 1]);
    if (row < 0)
        return;
    const bool isAlone = m_wasSelected && selectedCount() == 0;
    selectionModel()->setCurrentIndex(m_tiles.index(row),
        isAlone ? QItemSelectionModel::ClearAndSelect : QItemSelectionModel::NoUpdate);
}

void GalleryView::tellSeen()
{
    const int top = verticalOffset();
    const auto [first, last] = gridLayout().rowsBetween(top, top + viewport()->height());
    m_tiles.show(first, last, qRound(cellSide() * devicePixelRatioF()));
}

int GalleryView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void GalleryView::updateGeometries()
{
    const int height = viewport()->height();
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(std::max(20, m_delegate->cellSize().height() / 4));
    verticalScrollBar()->setRange(0, std::max(0, gridLayout().height() - height));
    QAbstractItemView::updateGeometries();
}

QRect GalleryView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const QRect cell = gridLayout().cell(index.row());
    return cell.isNull() ? QRect() : toViewport(cell);
}

QModelIndex GalleryView::indexAt(const QPoint& point) const
{
    if (const auto [group, place] = pinnedHeader(); group >= 0 && place.bottom() >= point.y())
        return {};
    return m_tiles.index(gridLayout().rowAt(point + QPoint(0, verticalOffset())));
}

std::pair<int, QRect> GalleryView::pinnedHeader() const
{
    const GalleryLayout& layout = gridLayout();
    const int top = verticalOffset();
    const int index = layout.groupAt(top);
    if (index < 0)
        return {-1, {}};
    const auto& group = layout.groups()[static_cast<std::size_t>(index)];
    if (group.header == 0 || top <= group.top || top >= group.bottom)
        return {-1, {}};
    // It leaves with the last of its tiles.
    QRect place = layout.header(index);
    place.moveTop(std::min(0, group.bottom - top - group.header));
    return {index, place};
}

int GalleryView::headerAt(const QPoint& point) const
{
    const auto [pinned, place] = pinnedHeader();
    if (pinned >= 0 && place.contains(point))
        return pinned;
    const QPoint inContent = point + QPoint(0, verticalOffset());
    const int group = gridLayout().groupAt(inContent.y());
    return group >= 0 && gridLayout().header(group).contains(inContent) ? group : -1;
}

void GalleryView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    const GalleryLayout& layout = gridLayout();
    const QRect cell = layout.cell(index.row());
    if (!index.isValid() || cell.isNull())
        return;
    const auto& group = layout.groups()[static_cast<std::size_t>(layout.groupOf(index.row()))];
    const int height = viewport()->height();
    // The header belongs to what is to be seen: it covers the top while its tiles scroll.
    const int top = cell.top() - group.header - margin;
    const int bottom = cell.bottom() + margin;
    const int value = verticalOffset();
    if (hint == PositionAtTop || (hint == EnsureVisible && top < value))
        verticalScrollBar()->setValue(top);
    else if (hint == PositionAtBottom || (hint == EnsureVisible && bottom > value + height))
        verticalScrollBar()->setValue(bottom - height);
    else if (hint == PositionAtCenter)
        verticalScrollBar()->setValue((top + bottom - height) / 2);
}

// --- Moving and selecting ---

QModelIndex GalleryView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = m_tiles.rowCount();
    if (rows == 0)
        return {};
    const GalleryLayout& layout = gridLayout();
    if (!currentIndex().isValid())
        return m_tiles.index(layout.rowsBetween(verticalOffset(), layout.height()).first);
    int row = currentIndex().row();
    const auto page = [&](int direction, auto step) {
        const int goal = layout.cell(row).top() + direction * viewport()->height();
        for (int next = step(row); next != row; next = step(row)) {
            if (direction * (layout.cell(next).top() - goal) > 0)
                break;
            row = next;
        }
    };
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        row = std::max(0, row - 1);
        break;
    case MoveRight:
    case MoveNext:
        row = std::min(rows - 1, row + 1);
        break;
    case MoveUp:
        row = layout.above(row);
        break;
    case MoveDown:
        row = layout.below(row);
        break;
    case MovePageUp:
        page(-1, [&layout](int from) { return layout.above(from); });
        break;
    case MovePageDown:
        page(1, [&layout](int from) { return layout.below(from); });
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    }
    return m_tiles.index(row);
}

/// Called for a click or key: one tile, or with Shift all from where the range began.
void GalleryView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    const QModelIndex current = currentIndex();
    if ((command & QItemSelectionModel::Current) && m_rangeStart.isValid() && current.isValid()) {
        const auto [first, last] = std::minmax({m_rangeStart.row(), current.row()});
        selectionModel()->select({m_tiles.index(first), m_tiles.index(last)}, command);
        return;
    }
    QModelIndex index = indexAt(rect.center());
    if (!index.isValid() && visualRect(current).intersects(rect))
        index = current;
    m_rangeStart = index;
    selectionModel()->select(
        index.isValid() ? QItemSelection(index, index) : QItemSelection(), command);
}

QRegion GalleryView::visualRegionForSelection(const QItemSelection& selection) const
{
    const auto [first, last]
        = gridLayout().rowsBetween(verticalOffset(), verticalOffset() + viewport()->height());
    QRegion region;
    for (const QItemSelectionRange& range : selection)
        for (int row = std::max(first, range.top()); row <= std::min(last, range.bottom()); ++row)
            region += toViewport(gridLayout().cell(row));
    return region;
}

void GalleryView::keyboardSearch(const QString&)
{
    // Letters and figures are keys for marks here, and seeds are not searched by typing.
}

void GalleryView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!m_rangeStart.isValid())
        m_rangeStart = current;
    Q_EMIT currentTileChanged(m_tiles.tileAt(current.row()));
}

void GalleryView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    Q_EMIT selectionEdited();
}

void GalleryView::scrollContentsBy(int, int)
{
    // The pinned header stays, so the picture cannot just be moved.
    viewport()->update();
    tellSeen();
}

bool GalleryView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave && m_hovered.isValid()) {
        update(m_hovered);
        m_hovered = QModelIndex();
    }
    return QAbstractItemView::viewportEvent(event);
}

void GalleryView::resizeEvent(QResizeEvent* event)
{
    rememberPlace();
    QAbstractItemView::resizeEvent(event);
    restorePlace();
}

} // namespace tilewright::ui
