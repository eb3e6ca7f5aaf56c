#include "ui/strip/tile_strip.h"

#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include "ui/strip/tile_delegate.h"
#include "ui/strip/tile_list_model.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

TileStrip::TileStrip(TileListModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    auto* delegate = new TileDelegate(this);
    setItemDelegate(delegate);
    setModel(&model);
    setAccessibleName(tr("Tiles made so far"));
    setFixedHeight(delegate->sizeHint({}, {}).height() + 14);

    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
        Q_EMIT tileWanted(index.data(TileListModel::FileRole).toString());
    });
    // Several changes in one turn of the event loop ask for thumbnails once.
    auto* settle = new QTimer(this);
    settle->setSingleShot(true);
    settle->setInterval(0);
    connect(settle, &QTimer::timeout, this, &TileStrip::loadSeenThumbnails);
    const auto restart = [settle] { settle->start(); };
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, settle, restart);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, settle, restart);
    connect(&model, &QAbstractItemModel::rowsInserted, settle, restart);
    connect(&model, &QAbstractItemModel::rowsRemoved, settle, restart);
}

void TileStrip::select(int row)
{
    m_isSelecting = true;
    setCurrentIndex(m_model.index(row));
    if (row < 0)
        clearSelection();
    m_isSelecting = false;
}

void TileStrip::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    // A click is told by clicked(), also when the tile is the current one already.
    const bool isByMouse = QGuiApplication::mouseButtons() != Qt::NoButton;
    if (!m_isSelecting && !isByMouse && current.isValid())
        Q_EMIT tileWanted(current.data(TileListModel::FileRole).toString());
}

void TileStrip::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    loadSeenThumbnails();
}

void TileStrip::wheelEvent(QWheelEvent* event)
{
    // A strip has one direction; the ordinary wheel moves along it.
    const QPoint angle = event->angleDelta();
    const int delta = angle.y() != 0 ? angle.y() : angle.x();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta);
    event->accept();
}

void TileStrip::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_model.rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(role::mutedText));
    painter.drawText(viewport()->rect().adjusted(4, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        tr("The tiles that you make appear here, each with its seed."));
}

void TileStrip::loadSeenThumbnails()
{
    if (m_model.rowCount() == 0)
        return;
    const int height = viewport()->height() / 2;
    const QModelIndex first = indexAt(QPoint(8, height));
    const QModelIndex last = indexAt(QPoint(viewport()->width() - 1, height));
    m_model.showRows(
        first.isValid() ? first.row() : 0, last.isValid() ? last.row() : m_model.rowCount() - 1);
}

} // namespace tilewright::ui
