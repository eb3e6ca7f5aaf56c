// Every command of the window as an action with its key.
#pragma once

#include <QObject>

#include "ui/theme/theme.h"

class QAction;
class QMenu;
class QMenuBar;
class QUndoStack;
class QWidget;

namespace tilewright::ui {

/// Builds the menus. The window connects the actions and enables them as things stand.
class Menus : public QObject {
    Q_OBJECT
public:
    Menus(QMenuBar& bar, QUndoStack& undoStack, QWidget& window);

    QAction* openPhoto;
    QAction* showFolder;
    QAction* quit;
    QAction* even;
    QAction* generate;
    QAction* stopAfter;
    QAction* cancel;
    QAction* rollSeed;
    QAction* togglePreview;
    QAction* toggleZoom;

Q_SIGNALS:
    void appearanceChosen(tilewright::ui::Appearance appearance);

private:
    void addAppearanceMenu(QMenu& view);
};

} // namespace tilewright::ui
