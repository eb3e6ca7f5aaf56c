// The tiles of the library in a grid, grouped by their mixes where the query says so.
#pragma once

#include <QAbstractItemView>
#include <QBasicTimer>
#include <QCache>
#include <functional>

#include "ui/gallery/gallery_layout.h"
#include "ui/gallery/group_title.h"
#include "ui/library/library_model.h"

namespace tilewright::ui {

class TileCellDelegate;

/// Knows where everything lies without asking the model, and tells the model what is seen. Ctrl and
/// the wheel make the cells larger or smaller; a drag over free ground selects; a click on a
/// group's header selects its tiles.
class GalleryView : public QAbstractItemView {
    Q_OBJECT
public:
    /// The recipe's name for a mix, empty if it has none.
    using NameOfMix = std::function<QString(const std::string& mixKey)>;
    static constexpr int defaultSide = 160;

    GalleryView(LibraryModel& model, Palette palette, QWidget* parent = nullptr);

    void setNameOfMix(NameOfMix nameOfMix);
    int cellSide() const; ///< of the pictures, device-independent pixels
    void setCellSide(int side);
    std::vector<TileId> selectedTiles() const; ///< in the order shown
    int selectedCount() const;
    GroupTitle titleOf(int group) const;
    const GalleryLayout& gridLayout() const;

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;
    void setModel(QAbstractItemModel* model) override;
    void keyboardSearch(const QString& text) override;
    void doItemsLayout() override;

Q_SIGNALS:
    void cellSideChanged(int side);
    void selectionEdited();
    void currentTileChanged(tilewright::TileId tile);
    void dragWanted();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void startDrag(Qt::DropActions actions) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(
        const QItemSelection& selected, const QItemSelection& deselected) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    struct Anchor {
        TileId tile;
        int offset; ///< of its cell from the viewport's top
    };
    void rememberPlace();
    void restorePlace();
    void beginListChange();
    void endListChange();
    void layOutAgain();
    void tellSeen();
    QRect toViewport(QRect rect) const { return rect.translated(0, -verticalOffset()); }
    /// The header that stays at the top while its tiles scroll by, and where; -1 if none does.
    std::pair<int, QRect> pinnedHeader() const;
    int headerAt(const QPoint& point) const; ///< in the viewport; -1: none
    void selectBand();
    void paintCells(QPainter& painter, const QRect& dirty);
    void paintHeaders(QPainter& painter, const QRect& dirty);
    void zoomBy(int steps);

    LibraryModel& m_tiles;
    const Palette m_palette;
    NameOfMix m_nameOfMix;
    TileCellDelegate* m_delegate;
    mutable QCache<QString, GroupTitle> m_titles{500};
    mutable GalleryLayout m_layout;
    mutable bool m_isLaidOut = false;
    std::vector<Anchor> m_anchors;
    std::vector<TileId> m_tilesBefore; ///< while the list changes
    int m_currentBefore = -1; ///< row
    bool m_wasSelected = false; ///< the current tile
    QPersistentModelIndex m_rangeStart; ///< where a selection with Shift begins
    QPersistentModelIndex m_hovered;
    std::optional<QPoint> m_bandStart; ///< in the content
    QPoint m_bandEnd;
    QItemSelection m_beforeBand;
    QBasicTimer m_bandScroll;
    int m_wheelRest = 0;
};

} // namespace tilewright::ui
