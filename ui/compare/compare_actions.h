// What can be done while tiles are compared, with the keys for it.
#pragma once

#include <QAction>
#include <array>

namespace tilewright::ui {

/// Belong to the widget they are made for, which answers their keys while it holds the focus. Keys
/// may be changed.
struct CompareActions {
    static constexpr std::size_t maximumTiles = 6;

    explicit CompareActions(QWidget& owner);

    std::array<QAction*, maximumTiles> panes; ///< 1 … 6
    QAction* wipe; ///< W, checkable as all that are a state
    QAction* difference; ///< D
    QAction* swap; ///< S
    QAction* lock; ///< L
    QAction* synced; ///< no key
    QAction* zoom; ///< Z
    QAction* lifeSize; ///< Ctrl+1
    QAction* repeat; ///< R
    QAction* seam; ///< Shift+R
    QAction* remove; ///< Backspace
    QAction* keep; ///< P
    QAction* rejectOthers; ///< Shift+X
};

} // namespace tilewright::ui
