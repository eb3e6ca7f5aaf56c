// Beside the compared tiles: what differs, how true the active one is, how they are shown, and what
// becomes of them.
#pragma once

#include <QFrame>

#include "core/mix/palette.h"
#include "ui/compare/compare_actions.h"
#include "ui/compare/difference_table.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace tilewright::ui {

class DifferenceControls;
class FidelityView;

class ComparePanel : public QFrame {
    Q_OBJECT
public:
    /// The actions must outlive this.
    ComparePanel(Palette palette, const CompareActions& actions, QWidget* parent = nullptr);

    /// As DifferenceTable::setTiles().
    void setTiles(const std::vector<TilePointer>& tiles);
    /// The tile with this number, counted from 1; `tile` may be null, `name` is what it is called.
    void showActive(int number, const TilePointer& tile, const QString& name);
    /// How many tiles are seen at once, side by side: 2, 4 or 6, or 0; of `count` in all.
    void showLayout(int atOnce, std::size_t count);
    /// The two tiles of a wipe or a difference, counted from 0; `count` of 0 hides the choice.
    void showPair(std::size_t first, std::size_t second, std::size_t count);
    void showZoom(const QString& zoom);

    DifferenceTable* table() { return m_table; }
    QTableView* tableView() { return m_tableView; }
    QLabel* sameLabel() { return m_same; }
    DifferenceControls* differenceControls() { return m_differenceControls; }
    /// None where the active tile was not measured.
    FidelityView* fidelityView() { return m_fidelity; }
    QPushButton* layoutButton(int tiles) const;
    QPushButton* pairButton(std::size_t index) const { return m_pairButtons[index]; }
    QPushButton* keepButton() { return m_keep; }
    QPushButton* rejectButton() { return m_reject; }

Q_SIGNALS:
    void layoutChosen(int tiles);
    void pairChosen(std::size_t index);

private:
    QPushButton* segment(const QString& text);
    QPushButton* segmentFor(QAction* action);
    QWidget* createView(const CompareActions& actions);
    void fitTable();

    const Palette m_palette;
    DifferenceTable* m_table;
    QTableView* m_tableView;
    QLabel* m_differs;
    QLabel* m_nothing; ///< in place of the table
    QLabel* m_same;
    QLabel* m_activeHeading;
    QVBoxLayout* m_fidelityLayout;
    FidelityView* m_fidelity = nullptr;
    QLabel* m_notMeasured;
    QButtonGroup* m_layouts;
    QWidget* m_pairRow;
    std::array<QPushButton*, CompareActions::maximumTiles> m_pairButtons{};
    QPushButton* m_synced = nullptr;
    DifferenceControls* m_differenceControls;
    QPushButton* m_keep;
    QPushButton* m_reject;
};

} // namespace tilewright::ui
