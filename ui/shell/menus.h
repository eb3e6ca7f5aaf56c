// The window's menus, made of its commands.
#pragma once

#include <QObject>

#include "ui/commands/commands.h"
#include "ui/theme/theme.h"

class QMenu;
class QMenuBar;
class QUndoStack;
class QWidget;

namespace tilewright::ui {

/// Makes the commands and builds the menus. The window connects the actions and enables them as
/// things stand.
class Menus : public QObject {
    Q_OBJECT
public:
    Menus(QMenuBar& bar, Commands& commands, QUndoStack& undoStack);

    QAction* mixMode;
    QAction* galleryMode;
    QAction* compareMode;

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
    QAction* leftPanel;
    QAction* rightPanel;
    QAction* bottomPanel;
    QAction* fullScreen;
    QAction* showKeys;

    QMenu* view;

Q_SIGNALS:
    void appearanceChosen(tilewright::ui::Appearance appearance);
    void groundChosen(tilewright::ui::CanvasGround ground);

private:
    void addLooks();
};

} // namespace tilewright::ui
