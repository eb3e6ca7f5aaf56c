#include "ui/shell/menus.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QUndoGroup>

#include "ui/shell/saved_state.h"

namespace tilewright::ui {
namespace {

/// Adds actions to a menu, one of which is chosen at a time; `choose` gets the choice.
template <typename Choice, typename Choose>
void addChoices(QMenu& menu, const std::vector<std::pair<Choice, QString>>& choices, Choice current,
    const Choose& choose)
{
    auto* group = new QActionGroup(&menu);
    for (const auto& [choice, text] : choices) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == current);
        group->addAction(action);
        QObject::connect(
            action, &QAction::triggered, &menu, [choose, chosen = choice] { choose(chosen); });
    }
}

} // namespace

Menus::Menus(QMenuBar& bar, Commands& commands, QUndoGroup& undoGroup) : QObject(&bar)
{
    const auto add = [&commands](QMenu& menu, const char* id, const QString& text,
                         const QList<QKeySequence>& keys = {}, std::optional<Mode> mode = {}) {
        QAction* action = commands.add(QLatin1String(id), text, keys, mode);
        menu.addAction(action);
        return action;
    };

    QMenu& file = *bar.addMenu(tr("&File"));
    openPhoto = add(file, "file.photo", tr("&Mix from a photo…"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)});
    openShareCode = add(file, "file.shareCode", tr("Open a &share code…"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)});
    showFolder = add(file, "file.folder", tr("Show tile &folder"));
    models = add(file, "file.models", tr("M&odels…"), {QKeySequence(Qt::CTRL | Qt::Key_M)});
    file.addSeparator();
    quit = add(file, "file.quit", tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});

    QMenu& edit = *bar.addMenu(tr("&Edit"));
    edit.addAction(commands.add(QStringLiteral("edit.undo"),
        undoGroup.createUndoAction(this, tr("&Undo")), {QKeySequence(Qt::CTRL | Qt::Key_Z)}));
    edit.addAction(
        commands.add(QStringLiteral("edit.redo"), undoGroup.createRedoAction(this, tr("&Redo")),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}));
    edit.addSeparator();
    copyMix = add(edit, "mix.copy", tr("&Copy the mix"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, Mode::Mix);
    pasteMix = add(
        edit, "mix.paste", tr("&Paste a mix"), {QKeySequence(Qt::CTRL | Qt::Key_V)}, Mode::Mix);
    copyShareCode = add(edit, "mix.copyShareCode", tr("Copy the s&hare code"), {}, Mode::Mix);
    edit.addSeparator();
    even = add(
        edit, "mix.even", tr("&Even shares"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, Mode::Mix);

    shuffle = add(edit, "mix.shuffle", tr("&Shuffle the shares"), {}, Mode::Mix);
    surprise = add(edit, "mix.surprise", tr("S&urprise: other colours"), {}, Mode::Mix);
    edit.addSeparator();
    saveRecipe = add(edit, "mix.save", tr("Sa&ve the mix as a recipe…"),
        {QKeySequence(Qt::CTRL | Qt::Key_S)}, Mode::Mix);
    mixByName = add(
        edit, "mix.byName", tr("Mix by &name"), {QKeySequence(Qt::CTRL | Qt::Key_L)}, Mode::Mix);

    tile = bar.addMenu(tr("&Tile"));
    generate = add(*tile, "tile.generate", tr("&Generate"),
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    rollSeed = add(*tile, "tile.seed", tr("&New seed"), {QKeySequence(Qt::CTRL | Qt::Key_R)});
    tile->addSeparator();
    stopAfter = add(*tile, "tile.stopAfter", tr("&Stop after this tile"),
        {QKeySequence(Qt::SHIFT | Qt::Key_Escape)});
    cancel = add(*tile, "tile.cancel", tr("&Cancel"), {QKeySequence(Qt::Key_Escape)}, Mode::Mix);
    pause = add(*tile, "tile.pause", tr("&Pause the queue"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)});
    pause->setCheckable(true);

    view = bar.addMenu(tr("&View"));
    auto* modes = new QActionGroup(this);
    const auto addMode = [&](const char* id, const QString& text, Qt::Key key) {
        QAction* action = add(*view, id, text, {QKeySequence(key)});
        action->setCheckable(true);
        modes->addAction(action);
        return action;
    };
    mixMode = addMode("view.mix", tr("&Mix"), Qt::Key_M);
    galleryMode = addMode("view.gallery", tr("&Gallery"), Qt::Key_G);
    compareMode = addMode("view.compare", tr("&Compare"), Qt::Key_C);
    catalogMode = addMode("view.catalog", tr("Cata&logue"), Qt::Key_K);
    mixMode->setChecked(true);
    view->addSeparator();
    togglePreview
        = add(*view, "mix.preview", tr("Show the &preview"), {QKeySequence(Qt::Key_P)}, Mode::Mix);
    togglePreview->setCheckable(true);
    toggleZoom = add(
        *view, "mix.zoom", tr("&Zoom to pixels and back"), {QKeySequence(Qt::Key_Z)}, Mode::Mix);
    lifeSize = add(
        *view, "mix.lifeSize", tr("&Life size"), {QKeySequence(Qt::CTRL | Qt::Key_1)}, Mode::Mix);
    repeat = add(*view, "mix.repeat", tr("&Repeat 3 × 3"), {QKeySequence(Qt::Key_R)}, Mode::Mix);
    repeat->setCheckable(true);
    seam = add(*view, "mix.seam", tr("Show where it &meets"), {QKeySequence(Qt::SHIFT | Qt::Key_R)},
        Mode::Mix);
    seam->setCheckable(true);
    view->addSeparator();
    leftPanel = add(*view, "view.left", tr("&Left panel"), {QKeySequence(Qt::Key_F7)});
    rightPanel = add(*view, "view.right", tr("&Right panel"), {QKeySequence(Qt::Key_F8)});
    bottomPanel = add(*view, "view.strip", tr("&Strip of seeds"), {QKeySequence(Qt::Key_F6)});
    view->addSeparator();
    fullScreen = add(*view, "view.fullScreen", tr("&Full screen"),
        {QKeySequence(Qt::Key_F), QKeySequence(Qt::Key_F11)});
    fullScreen->setCheckable(true);
    addLooks();
    view->addSeparator();
    showKeys = add(*view, "view.keys", tr("&Keys…"),
        {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)});
}

void Menus::addLooks()
{
    addChoices<Appearance>(*view->addMenu(tr("&Appearance")),
        {{Appearance::System, tr("As the &desktop")}, {Appearance::Light, tr("&Light")},
            {Appearance::Dark, tr("D&ark")}},
        storedAppearance(), [this](Appearance chosen) { Q_EMIT appearanceChosen(chosen); });
    addChoices<CanvasGround>(*view->addMenu(tr("G&round of the canvas")),
        {{CanvasGround::Theme, tr("As the &window")}, {CanvasGround::Light, tr("&Light grey")},
            {CanvasGround::Neutral, tr("&Neutral grey")}, {CanvasGround::Dark, tr("D&ark grey")}},
        storedGround(), [this](CanvasGround chosen) { Q_EMIT groundChosen(chosen); });
    addChoices<int>(*view->addMenu(tr("Pre&views while generating")),
        {{1, tr("After &every step")}, {5, tr("After every &fifth step")}, {0, tr("&None")}},
        savedPreviewInterval(), [this](int steps) { Q_EMIT previewIntervalChosen(steps); });
}

} // namespace tilewright::ui
