// The window's menus, made of its commands.
#pragma once

#include <QObject>

#include "ui/commands/commands.h"
#include "ui/theme/theme.h"

class QMenu;
class QMenuBar;
class QUndoGroup;
class QWidget;

namespace tilewright::ui {

/// Makes the commands and builds the menus. The window connects the actions and enables them as
/// things stand.
class Menus : public QObject {
    Q_OBJECT
public:
    Menus(QMenuBar& bar, Commands& commands, QUndoGroup& undoGroup);

    QAction* mixMode;
    QAction* galleryMode;
    QAction* compareMode;
    QAction* catalogMode;

    QAction* openPhoto;
    QAction* openShareCode;
    QAction* showFolder;
    QAction* models;
    QAction* quit;
    QAction* copyMix;
    QAction* pasteMix;
    QAction* copyShareCode;
    QAction* even;
    QAction* shuffle;
    QAction* surprise;
    QAction* saveRecipe;
    QAction* mixByName;
    QAction* generate;
    QAction* stopAfter;
    QAction* cancel;
    QAction* pause;
    QAction* rollSeed;
    QAction* togglePreview;
    QAction* toggleZoom;
    QAction* lifeSize;
    QAction* repeat;
    QAction* seam;
    QAction* leftPanel;
    QAction* rightPanel;
    QAction* bottomPanel;
    QAction* fullScreen;
    QAction* showKeys;

    QMenu* view;
    QMenu* tile;

Q_SIGNALS:
    void appearanceChosen(tilewright::ui::Appearance appearance);
    void groundChosen(tilewright::ui::CanvasGround ground);
    void previewIntervalChosen(int steps);

private:
    void addLooks();
};

} // namespace tilewright::ui
