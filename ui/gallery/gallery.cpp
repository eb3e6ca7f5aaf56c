#include "ui/gallery/gallery.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDrag>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/canvas/canvas.h"
#include "ui/gallery/loupe.h"
#include "ui/gallery/tile_actions.h"
#include "ui/gallery/tile_cell_delegate.h"
#include "ui/gallery/tile_transfer.h"
#include "ui/gallery/undo_bar.h"
#include "ui/support/conversion.h"
#include "ui/support/labels.h"
#include "ui/support/wheel_guard.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {
namespace {
constexpr int settleMilliseconds = 120;

/// Whether the query leaves any tile out.
bool isFilter(const TileQuery& query)
{
    TileQuery all;
    all.order = query.order;
    all.reference = query.reference;
    all.groupByMix = query.groupByMix;
    return !(query == all);
}

QLabel* iconLabel(const char* icon, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setPixmap(themedIcon(QLatin1String(icon)).pixmap(16, 16));
    return label;
}
} // namespace

Gallery::Gallery(TileLibrary& library, const Palette& palette, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_model(library, palette)
    , m_actions(new TileActions(this))
    , m_view(new GalleryView(m_model, palette, this))
    , m_loupe(new Loupe(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(createEmptyPage())
    , m_status(mutedLabel({}, this))
    , m_sweep(captionLabel({}, this))
    , m_zoom(new QSlider(Qt::Horizontal, this))
    , m_undoBar(new UndoBar(this))
{
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_loupe);
    m_pages->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(createBottomBar());
    setFocusProxy(m_view);
    m_actions->watch(m_view);
    m_actions->watch(m_loupe->canvas());
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &Gallery::loadCurrent);
    connectActions();
    connectLibrary();
    connectView();
    showState();
}

QWidget* Gallery::createEmptyPage()
{
    auto* page = new QWidget(this);
    m_emptyTitle = new QLabel(page);
    m_emptyHint = mutedLabel({}, page);
    m_clearFilter = new QPushButton(tr("Clear the filter"), page);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyHint->setAlignment(Qt::AlignCenter);
    m_emptyHint->setWordWrap(true);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyHint);
    column->addSpacing(8);
    column->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_clearFilter, &QPushButton::clicked, this, &Gallery::clearFilterWanted);
    return page;
}

QWidget* Gallery::createBottomBar()
{
    m_zoom->setRange(TileCellDelegate::smallestSide, TileCellDelegate::largestSide);
    m_zoom->setValue(GalleryView::defaultSide);
    m_zoom->setSingleStep(8);
    m_zoom->setPageStep(48);
    m_zoom->setFixedWidth(140);
    m_zoom->setAccessibleName(tr("Size of the pictures"));
    m_zoom->setToolTip(tr("Size of the pictures; also Ctrl and the wheel"));
    new WheelGuard(m_zoom);
    auto* bar = new QFrame(this);
    bar->setProperty("kind", QStringLiteral("bar"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 4, 16, 4);
    row->setSpacing(8);
    row->addWidget(m_status);
    row->addSpacing(8);
    row->addWidget(m_sweep);
    row->addStretch(1);
    row->addWidget(iconLabel("cells-small", bar));
    row->addWidget(m_zoom);
    row->addWidget(iconLabel("cells-large", bar));
    return bar;
}

void Gallery::connectActions()
{
    const auto on = [this](QAction* action, auto&& deed) {
        connect(action, &QAction::triggered, this, std::forward<decltype(deed)>(deed));
    };
    on(m_actions->loupe, [this] { isLoupeShown() ? showGrid() : showLoupe(); });
    on(m_actions->back, [this] { showGrid(); });
    on(m_actions->trash, [this] { m_library.trash(m_view->selectedTiles()); });
    on(m_actions->selectAll, [this] { m_view->selectAll(); });
    on(m_actions->selectNone, [this] { m_view->clearSelection(); });
    on(m_actions->zoomIn, [this] { m_zoom->setValue(m_zoom->value() + 24); });
    on(m_actions->zoomOut, [this] { m_zoom->setValue(m_zoom->value() - 24); });
    on(m_actions->showInFolder, [this] { showInFolder(selectedFiles()); });
    on(m_actions->compare, [this] { Q_EMIT compareWanted(selectedFiles()); });
    on(m_actions->addToCatalog, [this] { Q_EMIT catalogWanted(m_view->selectedTiles()); });
    on(m_actions->copy, [this] {
        if (const QStringList files = selectedFiles(); !files.isEmpty())
            QGuiApplication::clipboard()->setMimeData(new TileMimeData(files));
    });
    on(m_actions->copySeed, [this] {
        if (const TileRecord* tile = currentRecord())
            QGuiApplication::clipboard()->setText(QString::number(tile->seed));
    });
    on(m_actions->copyPrompt, [this] {
        if (const TileRecord* tile = currentRecord())
            QGuiApplication::clipboard()->setText(toQString(tile->prompt));
    });
    connect(m_actions, &TileActions::rated, this,
        [this](int rating) { m_library.rate(m_view->selectedTiles(), rating); });
    connect(m_actions, &TileActions::flagged, this,
        [this](Flag flag) { m_library.flag(m_view->selectedTiles(), flag); });
    connect(m_actions, &TileActions::labelled, this,
        [this](int label) { m_library.label(m_view->selectedTiles(), label); });
    connect(m_actions, &TileActions::commanded, this, &Gallery::run);
}

void Gallery::connectLibrary()
{
    connect(&m_library, &TileLibrary::deleted, this, [this](const DeletedTilesPointer& deleted) {
        m_deleted = deleted;
        const auto count = static_cast<int>(deleted->tiles.size());
        m_undoBar->offer(
            count == 1 ? tr("1 tile deleted") : tr("%n tiles deleted", nullptr, count));
    });
    connect(&m_library, &TileLibrary::restored, this, [this](const DeletedTilesPointer& restored) {
        if (restored == m_deleted)
            m_undoBar->dismiss();
    });
    connect(&m_library, &TileLibrary::leftoversFound, this, [this](int count) {
        m_deleted.reset();
        m_undoBar->ask(count == 1
                ? tr("A deleted tile is left from the last time.")
                : tr("%n deleted tiles are left from the last time.", nullptr, count),
            tr("Put back"), tr("Move to the trash"));
    });
    connect(m_undoBar, &UndoBar::undone, this, [this] {
        if (m_deleted)
            m_library.restore(m_deleted);
        else
            m_library.restoreLeftovers();
    });
    connect(m_undoBar, &UndoBar::declined, &m_library, &TileLibrary::discardLeftovers);
    connect(&m_library, &TileLibrary::sweepProgressed, this, [this](int done, int total) {
        m_sweep->setText(tr("Looking through the folder: %1 of %2").arg(done).arg(total));
    });
    connect(&m_library, &TileLibrary::swept, m_sweep, &QLabel::clear);
    connect(&m_library, &TileLibrary::tilesChanged, this, [this] { describeLoupe(); });
    connect(&m_model, &LibraryModel::listChanged, this, [this] {
        m_hasAnswer = true;
        if (m_model.rowCount() == 0)
            showGrid();
        showState();
    });
    connect(&m_model, &LibraryModel::failed, this, &Gallery::failed);
    connect(&m_model, &LibraryModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) {
            // The current tile may have been chosen before it was known.
            const int row = m_view->currentIndex().row();
            if (row >= first.row() && row <= last.row() && !m_shown)
                m_settle.start();
        });
    connect(&m_loader, &TileLoader::loaded, this, [this](const TilePointer& tile) {
        m_shown = tile;
        if (isLoupeShown())
            m_loupe->showTile(tile);
        Q_EMIT tileShown(tile);
        if (const auto command = std::exchange(m_waiting, std::nullopt))
            Q_EMIT commandWanted(*command, tile);
    });
    connect(&m_loader, &TileLoader::failed, this, [this](const QString&, const QString& message) {
        m_waiting.reset();
        Q_EMIT failed(message);
    });
}

void Gallery::connectView()
{
    connect(m_zoom, &QSlider::valueChanged, m_view, &GalleryView::setCellSide);
    connect(m_view, &GalleryView::cellSideChanged, m_zoom, &QSlider::setValue);
    connect(m_view, &GalleryView::selectionEdited, this, [this] {
        showState();
        std::vector<TileRecord> records;
        for (const TileId tile : m_view->selectedTiles())
            if (const TileRecord* record = m_model.recordAt(m_model.rowOf(tile)))
                records.push_back(*record);
        Q_EMIT selectionChanged(records);
    });
    connect(m_view, &GalleryView::currentTileChanged, this, [this] {
        m_shown.reset();
        m_waiting.reset();
        m_loader.cancel();
        m_settle.start();
        if (isLoupeShown())
            describeLoupe();
    });
    connect(m_view, &QAbstractItemView::doubleClicked, this, [this] { showLoupe(); });
    connect(m_view, &GalleryView::dragWanted, this, &Gallery::drag);
    connect(m_loupe, &Loupe::previousWanted, this, [this] { go(-1); });
    connect(m_loupe, &Loupe::nextWanted, this, [this] { go(1); });
    connect(m_loupe, &Loupe::backWanted, this, &Gallery::showGrid);
}

void Gallery::setQuery(const TileQuery& query)
{
    m_model.setQuery(query);
}

void Gallery::select(TileId tile)
{
    const QModelIndex index = m_model.index(m_model.rowOf(tile));
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

const TileRecord* Gallery::currentRecord() const
{
    return m_model.recordAt(m_view->currentIndex().row());
}

QStringList Gallery::selectedFiles() const
{
    QStringList files;
    for (const TileId tile : m_view->selectedTiles()) {
        const TileRecord* record = m_model.recordAt(m_model.rowOf(tile));
        if (record && !record->isMissing)
            files += pathToQString(record->file);
    }
    return files;
}

// --- The current tile ---

void Gallery::loadCurrent()
{
    const TileRecord* tile = currentRecord();
    if (!tile)
        return;
    if (tile->isMissing) {
        m_waiting.reset();
        return;
    }
    m_loader.load({tile->file});
}

void Gallery::run(TileCommand command)
{
    const TileRecord* tile = currentRecord();
    if (!tile)
        return;
    if (tile->isMissing) {
        Q_EMIT failed(tr("The file of this tile is not where it was: %1. Put it back, or take the "
                         "tile out of the library with Del.")
                          .arg(pathToQString(tile->file)));
    } else if (m_shown && m_shown->file == tile->file) {
        Q_EMIT commandWanted(command, m_shown);
    } else {
        m_waiting = command;
        loadCurrent();
    }
}

bool Gallery::isLoupeShown() const
{
    return m_pages->currentWidget() == m_loupe;
}

void Gallery::showLoupe()
{
    if (!m_view->currentIndex().isValid() && m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(0));
    if (!m_view->currentIndex().isValid())
        return;
    m_pages->setCurrentWidget(m_loupe);
    m_actions->back->setEnabled(true);
    describeLoupe();
    m_loupe->setFocus();
    showState();
}

void Gallery::showGrid()
{
    m_actions->back->setEnabled(false);
    m_pages->setCurrentWidget(m_view);
    m_view->setFocus();
    m_view->scrollTo(m_view->currentIndex());
    showState();
}

void Gallery::describeLoupe()
{
    if (!isLoupeShown())
        return;
    const QModelIndex current = m_view->currentIndex();
    const TileRecord* tile = currentRecord();
    if (!tile)
        return;
    if (m_shown && m_shown->file == tile->file)
        m_loupe->showTile(m_shown);
    else
        m_loupe->showPlaceholder(
            current.data(Qt::DecorationRole).value<QPixmap>(), {tile->width, tile->height});
    m_loupe->setPlace(tr("%1 of %2").arg(current.row() + 1).arg(m_model.rowCount()),
        current.data(Qt::AccessibleTextRole).toString());
}

void Gallery::go(int rows)
{
    const QModelIndex next = m_model.index(m_view->currentIndex().row() + rows);
    if (next.isValid())
        m_view->setCurrentIndex(next);
}

// --- Out of the window ---

void Gallery::drag()
{
    const QStringList files = selectedFiles();
    if (files.isEmpty())
        return;
    QList<QPixmap> pictures{m_view->currentIndex().data(Qt::DecorationRole).value<QPixmap>()};
    for (const TileId tile : m_view->selectedTiles()) {
        if (pictures.size() == 3)
            break;
        const QModelIndex index = m_model.index(m_model.rowOf(tile));
        if (index != m_view->currentIndex())
            pictures += index.data(Qt::DecorationRole).value<QPixmap>();
    }
    auto* drag = new QDrag(m_view);
    drag->setMimeData(new TileMimeData(files));
    drag->setPixmap(
        stackedPixmap(pictures, static_cast<int>(files.size()), palette(), devicePixelRatioF()));
    drag->setHotSpot({24, 24});
    drag->exec(Qt::CopyAction);
}

void Gallery::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_view->selectedCount() == 0)
        return;
    openMenu(event->globalPos());
    event->accept();
}

/// A page without tiles stands on the same ground.
void Gallery::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), palette().color(role::canvas));
}

void Gallery::openMenu(const QPoint& point)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fillMenu(*menu, m_view->selectedCount());
    menu->popup(point);
}

// --- What is said ---

QString Gallery::status() const
{
    return m_status->text();
}

QString Gallery::emptyText() const
{
    return m_pages->currentWidget() == m_empty ? m_emptyTitle->text() : QString();
}

void Gallery::showState()
{
    const int count = m_model.rowCount();
    const int selected = m_view->selectedCount();
    QString text = count == 1 ? tr("1 tile") : tr("%n tiles", nullptr, count);
    if (selected > 0)
        text = tr("%1, %n selected", nullptr, selected).arg(text);
    m_status->setText(m_hasAnswer ? text : QString());

    const bool isFiltered = isFilter(m_model.query());
    m_emptyTitle->setText(isFiltered ? tr("No tile is like that") : tr("No tiles yet"));
    m_emptyHint->setText(isFiltered
            ? tr("Take a condition away, or clear the filter to see all tiles.")
            : tr("Press M, dial a mix, and make a tile of it with Ctrl+Enter."));
    m_clearFilter->setVisible(isFiltered);
    const bool isEmpty = m_hasAnswer && count == 0;
    if (isEmpty)
        m_pages->setCurrentWidget(m_empty);
    else if (m_pages->currentWidget() == m_empty)
        m_pages->setCurrentWidget(m_view);
    m_zoom->setEnabled(!isEmpty && !isLoupeShown());
}

} // namespace tilewright::ui
