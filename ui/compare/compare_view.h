// Two to six tiles side by side, one over the other, or as their difference.
#pragma once

#include <QWidget>
#include <filesystem>
#include <vector>

#include "core/mix/palette.h"
#include "ui/compare/compare_actions.h"
#include "ui/compare/compare_pane.h"
#include "ui/compare/compare_synchronizer.h"
#include "ui/compare/difference_renderer.h"
#include "ui/library/tile_loader.h"

class QGridLayout;
class QKeyEvent;
class QLabel;
class QStackedLayout;

namespace tilewright::ui {

class Canvas;
class ComparePanel;
class MessageBar;
class WipeCanvas;

/// One tile is active: its bars are shown, and it is the one to keep. It and the one that was
/// active before it are the pair that is wiped, subtracted and swapped; of the pair the earlier one
/// is A. A digit or a click chooses a tile, Tab goes to the next one.
class CompareView : public QWidget {
    Q_OBJECT
public:
    enum class Mode { SideBySide, Wipe, Difference };

    explicit CompareView(Palette palette, QWidget* parent = nullptr);
    ~CompareView() override;

    /// More than six are cut, with a notice.
    void setTiles(const std::vector<TilePointer>& tiles);
    /// Read off the window's thread; each is shown as it comes.
    void setFiles(const std::vector<std::filesystem::path>& files);
    /// A measured tile takes the place of the one with the same file.
    void updateTile(const TilePointer& tile);
    /// What was decided about a file, here or elsewhere.
    void setMark(const QString& file, CompareMark mark);
    /// Gives the focus to the tiles, so that the keys answer.
    void focusTiles();

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// How many tiles are seen at once, side by side.
    int tilesAtOnce() const { return m_layout; }
    void setTilesAtOnce(int count);
    std::size_t active() const { return m_active; }
    void setActive(std::size_t index);
    /// Positions of A and B; equal when there are fewer than two tiles.
    std::pair<std::size_t, std::size_t> pair() const;

    std::size_t count() const { return m_panes.size(); }
    ComparePane* pane(std::size_t index) { return m_panes[index]; }
    WipeCanvas* wipe() { return m_wipe; }
    Canvas* difference() { return m_difference; }
    DifferenceRenderer& differenceRenderer() { return m_renderer; }
    ComparePanel* panel() { return m_panel; }
    MessageBar* messages() { return m_messages; }
    QLabel* emptyLabel() { return m_empty; }
    const CompareActions& compareActions() const { return m_actions; }

Q_SIGNALS:
    void keepWanted(const QString& file);
    void rejectWanted(const QStringList& files);
    void tilesChanged(); ///< other ones, fewer, or in another order

private:
    void createLayout();
    void connectActions();
    void clear();
    std::size_t cutToMaximum(std::size_t count);
    ComparePane* addPane();
    void removePane(ComparePane* pane);
    void forget(ComparePane* pane);
    void countChanged();
    void panesChanged();
    void place(const TilePointer& tile);
    std::size_t positionOf(const ComparePane* pane) const;
    std::vector<ComparePane*> panesInSight() const;
    ComparePane* activePane() const;
    Canvas* seenCanvas() const;

    void arrange();
    void showActive();
    void showTiles();
    void showPair();
    void enableActions();
    void showZoom();
    void follow(std::size_t source, const Viewport& before);
    void shareView(const Viewport& view);
    void setSynced(bool isSynced);
    void swapPair();
    void keep();
    QStringList othersToReject() const;
    void rejectOthers();

    QAction* actionFor(const QKeyEvent& event) const;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    const Palette m_palette;
    CompareActions m_actions;
    TileLoader m_loader;
    CompareSynchronizer m_synchronizer;
    std::vector<ComparePane*> m_panes; ///< in the order in which they are seen
    std::size_t m_active = 0;
    std::size_t m_other = 0; ///< was active before
    bool m_isArranging = false;
    int m_layout = 2;
    Mode m_mode = Mode::SideBySide;
    QStackedLayout* m_pages;
    QLabel* m_empty;
    QWidget* m_gridPage;
    QGridLayout* m_grid;
    WipeCanvas* m_wipe;
    Canvas* m_difference;
    MessageBar* m_messages;
    ComparePanel* m_panel;
    DifferenceRenderer m_renderer;
};

} // namespace tilewright::ui
