// The panels around the middle of the window: which are shown, in which mode.
#pragma once

#include <QObject>
#include <array>

#include "ui/commands/commands.h"

class QWidget;

namespace tilewright::ui {

/// Left, right and bottom can be hidden one by one or all at once; remembered from run to run. A
/// mode may have no use for a panel: then it is hidden there whatever was chosen.
class Panels : public QObject {
    Q_OBJECT
public:
    enum Place { Left, Right, Bottom };
    static constexpr int count = 3;

    /// `actions` are checkable, one for each place.
    Panels(const std::array<QWidget*, count>& panels, const std::array<QAction*, count>& actions,
        QObject* parent = nullptr);

    void setMode(Mode mode);
    /// Hides all; or, where all are hidden, shows those that were seen before.
    void toggleAll();
    bool isChosen(Place place) const;

private:
    void choose(Place place, bool isChosen);
    void show();

    const std::array<QWidget*, count> m_panels;
    const std::array<QAction*, count> m_actions;
    std::array<bool, count> m_beforeHiding{true, true, true};
    Mode m_mode = Mode::Mix;
};

} // namespace tilewright::ui
