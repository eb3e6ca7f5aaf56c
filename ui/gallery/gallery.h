// The gallery mode of the window: the grid, the loupe, and what can be done with tiles.
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/gallery/gallery_view.h"
#include "ui/library/library_model.h"
#include "ui/library/tile_loader.h"
#include "ui/support/tile_command.h"

class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace tilewright::ui {

class Loupe;
class TileActions;
class UndoBar;

/// The library must outlive it. Marks and deletions go to the library; everything that concerns
/// other parts of the window leaves by a signal.
class Gallery : public QWidget {
    Q_OBJECT
public:
    Gallery(TileLibrary& library, const Palette& palette, QWidget* parent = nullptr);

    LibraryModel& model() { return m_model; }
    GalleryView* view() { return m_view; }
    Loupe* loupe() { return m_loupe; }
    TileActions* actions() { return m_actions; }
    UndoBar* undoBar() { return m_undoBar; }
    QSlider* zoomSlider() { return m_zoom; }
    QString status() const;
    QString emptyText() const; ///< what stands where there are no tiles; empty if there are some

    void setQuery(const TileQuery& query);
    bool isLoupeShown() const;
    /// Makes the tile of this file the selected one, if it is among those shown.
    void select(TileId tile);

public Q_SLOTS:
    void showLoupe();
    void showGrid();

Q_SIGNALS:
    /// The current tile, once its file is read: for the inspector.
    void tileShown(const tilewright::ui::TilePointer& tile);
    /// Of the tiles that are selected, those whose records are here.
    void selectionChanged(const std::vector<tilewright::TileRecord>& tiles);
    void commandWanted(
        tilewright::ui::TileCommand command, const tilewright::ui::TilePointer& tile);
    /// In the order shown.
    void compareWanted(const QStringList& files);
    /// In the order shown.
    void catalogWanted(const std::vector<tilewright::TileId>& tiles);
    void clearFilterWanted();
    void failed(const QString& message);

private:
    QWidget* createEmptyPage();
    QWidget* createBottomBar();
    void connectActions();
    void connectLibrary();
    void connectView();
    QStringList selectedFiles() const;
    const TileRecord* currentRecord() const;
    void run(TileCommand command);
    void loadCurrent();
    void describeLoupe();
    void go(int rows);
    void drag();
    void openMenu(const QPoint& point);
    void showState();
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    TileLibrary& m_library;
    LibraryModel m_model;
    TileLoader m_loader;
    QTimer m_settle; ///< the current tile is read once it stays for a moment
    TilePointer m_shown; ///< read last
    std::optional<TileCommand> m_waiting; ///< for the current tile to be read
    DeletedTilesPointer m_deleted; ///< what the undo bar brings back
    bool m_hasAnswer = false; ///< the library has said once what there is
    TileActions* m_actions;
    GalleryView* m_view;
    Loupe* m_loupe;
    QStackedWidget* m_pages;
    QWidget* m_empty;
    QLabel* m_emptyTitle;
    QLabel* m_emptyHint;
    QPushButton* m_clearFilter;
    QLabel* m_status;
    QLabel* m_sweep;
    QSlider* m_zoom;
    UndoBar* m_undoBar;
};

} // namespace tilewright::ui
