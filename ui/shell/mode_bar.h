// The switch between the window's modes, in the top bar.
#pragma once

#include <QWidget>

#include "ui/commands/commands.h"

class QButtonGroup;
class QPushButton;

namespace tilewright::ui {

class ModeBar : public QWidget {
    Q_OBJECT
public:
    /// A button for each of these actions, which are checkable; it shows text and key.
    ModeBar(const std::vector<std::pair<Mode, QAction*>>& actions, QWidget* parent = nullptr);

    QPushButton* button(Mode mode);

private:
    QButtonGroup* m_group;
};

} // namespace tilewright::ui
