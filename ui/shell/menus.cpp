#include "ui/shell/menus.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace tilewright::ui {

Menus::Menus(QMenuBar& bar, QUndoStack& undoStack, QWidget& window) : QObject(&window)
{
    const auto add = [&window](QMenu& menu, const QString& text, const QList<QKeySequence>& keys) {
        QAction* action = menu.addAction(text);
        action->setShortcuts(keys);
        // Also on the window itself, so that the keys work while the menus are closed.
        window.addAction(action);
        return action;
    };

    QMenu& file = *bar.addMenu(tr("&File"));
    openPhoto
        = add(file, tr("&Mix from a photo…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)});
    showFolder = add(file, tr("Show tile &folder"), {});
    file.addSeparator();
    quit = add(file, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});

    QMenu& edit = *bar.addMenu(tr("&Edit"));
    QAction* undo = undoStack.createUndoAction(this, tr("&Undo"));
    QAction* redo = undoStack.createRedoAction(this, tr("&Redo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit.addActions({undo, redo});
    window.addActions({undo, redo});
    edit.addSeparator();
    even = add(edit, tr("&Even shares"), {QKeySequence(Qt::CTRL | Qt::Key_E)});

    QMenu& tile = *bar.addMenu(tr("&Tile"));
    generate = add(tile, tr("&Generate"),
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    rollSeed = add(tile, tr("&New seed"), {QKeySequence(Qt::CTRL | Qt::Key_R)});
    tile.addSeparator();
    stopAfter = add(tile, tr("&Stop after this tile"), {QKeySequence(Qt::SHIFT | Qt::Key_Escape)});
    cancel = add(tile, tr("&Cancel"), {QKeySequence(Qt::Key_Escape)});

    QMenu& view = *bar.addMenu(tr("&View"));
    togglePreview = add(view, tr("Show the &preview"), {QKeySequence(Qt::Key_P)});
    togglePreview->setCheckable(true);
    toggleZoom = add(view, tr("&Zoom to pixels and back"), {QKeySequence(Qt::Key_Z)});
    view.addSeparator();
    addAppearanceMenu(view);
}

void Menus::addAppearanceMenu(QMenu& view)
{
    QMenu& menu = *view.addMenu(tr("&Appearance"));
    auto* group = new QActionGroup(this);
    const std::pair<Appearance, QString> choices[]{{Appearance::System, tr("As the &desktop")},
        {Appearance::Light, tr("&Light")}, {Appearance::Dark, tr("D&ark")}};
    for (const auto& [appearance, text] : choices) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(appearance == storedAppearance());
        group->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, chosen = appearance] { Q_EMIT appearanceChosen(chosen); });
    }
}

} // namespace tilewright::ui
