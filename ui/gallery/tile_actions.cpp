#include "ui/gallery/tile_actions.h"

#include <QKeyEvent>
#include <QMenu>
#include <algorithm>

#include "ui/library/mark_names.h"

namespace tilewright::ui {

TileActions::TileActions(QWidget* owner) : QObject(owner), m_owner(owner)
{
    loupe = add("gallery.loupe", tr("Show large"),
        {QKeySequence(Qt::Key_E), QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_Return),
            QKeySequence(Qt::Key_Enter)});
    back = add("gallery.back", tr("Back to the gallery"), {QKeySequence(Qt::Key_Escape)});
    back->setEnabled(false);
    addMarks();
    addCommands();
    compare = add("gallery.compare", tr("Compare"), {});
    addToCatalog = add(
        "gallery.addToCatalog", tr("Add to the catalogue"), {QKeySequence(Qt::SHIFT | Qt::Key_K)});
    copy = add("gallery.copy", tr("Copy picture and file"), {QKeySequence(QKeySequence::Copy)});
    copySeed = add("gallery.copySeed", tr("Copy seed"), {});
    copyPrompt = add("gallery.copyPrompt", tr("Copy prompt"), {});
    showInFolder = add("gallery.showInFolder", tr("Show in folder"), {});
    trash = add("gallery.trash", tr("Delete"), {QKeySequence(Qt::Key_Delete)});
    selectAll = add("gallery.selectAll", tr("Select all"), {QKeySequence(Qt::CTRL | Qt::Key_A)});
    selectNone = add("gallery.selectNone", tr("Select none"), {QKeySequence(Qt::CTRL | Qt::Key_D)});
    zoomIn = add("gallery.zoomIn", tr("Larger pictures"),
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut
        = add("gallery.zoomOut", tr("Smaller pictures"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
}

QAction* TileActions::add(const char* name, const QString& text, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_owner->addAction(action);
    m_all.push_back(action);
    return action;
}

void TileActions::addMarks()
{
    for (int rating = 0; rating <= largestRating; ++rating) {
        QAction* action = add(qPrintable(QStringLiteral("gallery.rate%1").arg(rating)),
            rating == 0 ? tr("No stars") : displayStars(rating),
            {QKeySequence(Qt::Key_0 + rating)});
        connect(action, &QAction::triggered, this, [this, rating] { Q_EMIT rated(rating); });
        m_ratings += action;
    }
    const auto addFlag = [this](const char* name, const QString& text, Qt::Key key, Flag flag) {
        QAction* action = add(name, text, {QKeySequence(key)});
        connect(action, &QAction::triggered, this, [this, flag] { Q_EMIT flagged(flag); });
        m_flags += action;
    };
    addFlag("gallery.pick", tr("Pick"), Qt::Key_P, Flag::Picked);
    addFlag("gallery.reject", tr("Reject"), Qt::Key_X, Flag::Rejected);
    addFlag("gallery.unflag", tr("Remove the flag"), Qt::Key_U, Flag::None);
    for (int label = 1; label <= labelCount; ++label) {
        QString text = displayLabel(label);
        text[0] = text[0].toUpper();
        QAction* action = add(qPrintable(QStringLiteral("gallery.label%1").arg(label)), text,
            {QKeySequence(Qt::Key_5 + label)});
        connect(action, &QAction::triggered, this, [this, label] { Q_EMIT labelled(label); });
        m_labels += action;
    }
}

void TileActions::addCommands()
{
    const auto addCommand = [this](const char* name, const QString& text, TileCommand command) {
        QAction* action = add(name, text, {});
        connect(action, &QAction::triggered, this, [this, command] { Q_EMIT commanded(command); });
        m_commands += action;
    };
    addCommand("gallery.reuseSettings", tr("Reuse settings"), TileCommand::ReuseSettings);
    addCommand("gallery.reuseSeed", tr("Reuse seed"), TileCommand::ReuseSeed);
    addCommand("gallery.reuseAll", tr("Reuse settings and seed"), TileCommand::ReuseAll);
    addCommand("gallery.varySeed", tr("Vary the seed"), TileCommand::VarySeed);
    addCommand("gallery.moreLikeThis", tr("More like this"), TileCommand::MoreLikeThis);
    addCommand("gallery.runAgain", tr("Run again and check"), TileCommand::RunAgain);
}

QAction* TileActions::find(const QString& objectName) const
{
    const auto place = std::find_if(m_all.begin(), m_all.end(),
        [&objectName](const QAction* action) { return action->objectName() == objectName; });
    return place == m_all.end() ? nullptr : *place;
}

void TileActions::watch(QWidget* widget)
{
    widget->installEventFilter(this);
}

void TileActions::fillMenu(QMenu& menu, int selected) const
{
    menu.addAction(loupe);
    menu.addAction(compare);
    menu.addAction(addToCatalog);
    compare->setEnabled(selected > 1);
    menu.addSeparator();
    QMenu& rating = *menu.addMenu(tr("Rating"));
    rating.addActions(m_ratings);
    QMenu& flag = *menu.addMenu(tr("Flag"));
    flag.addActions(m_flags);
    QMenu& label = *menu.addMenu(tr("Label"));
    label.addActions(m_labels);
    menu.addSeparator();
    menu.addActions(m_commands);
    menu.addSeparator();
    menu.addActions({copy, copySeed, copyPrompt, showInFolder});
    menu.addSeparator();
    menu.addAction(trash);
}

QAction* TileActions::actionFor(const QKeyEvent& event) const
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const QKeySequence pressed(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
    const auto place = std::find_if(m_all.begin(), m_all.end(), [&pressed](QAction* action) {
        return action->isEnabled() && action->shortcuts().contains(pressed);
    });
    return place == m_all.end() ? nullptr : *place;
}

bool TileActions::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    QAction* action = actionFor(*static_cast<QKeyEvent*>(event));
    if (!action)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        action->trigger();
    event->accept();
    return true;
}

} // namespace tilewright::ui
