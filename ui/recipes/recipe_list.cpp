#include "ui/recipes/recipe_list.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <algorithm>

#include "ui/recipes/recipe_delegate.h"
#include "ui/recipes/recipe_list_model.h"

namespace tilewright::ui {

RecipeList::RecipeList(RecipeListModel& model, QWidget* parent) : QListView(parent)
{
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RecipeDelegate(this));
    setModel(&model);
    setAccessibleName(tr("Recipes"));
    setAccessibleDescription(tr("Enter takes the recipe, Space marks it as favourite, F2 renames "
                                "it, Delete deletes it."));
    connect(&model, &QAbstractItemModel::modelReset, this, &RecipeList::fit);
    fit();
}

void RecipeList::fit()
{
    setFixedHeight(RecipeDelegate::rowHeight * std::min(model()->rowCount(), mostRows));
}

bool RecipeList::event(QEvent* event)
{
    // In the list these keys mean its recipes, whatever they mean in the window.
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Space:
        case Qt::Key_F2:
        case Qt::Key_Delete:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier)
                event->accept();
            break;
        default:
            break;
        }
    }
    return QListView::event(event);
}

void RecipeList::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QListView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT chosen(index);
        break;
    case Qt::Key_Space:
        Q_EMIT favouriteToggled(index);
        break;
    case Qt::Key_F2:
        Q_EMIT renameWanted(index);
        break;
    case Qt::Key_Delete:
        Q_EMIT removeWanted(index);
        break;
    default:
        QListView::keyPressEvent(event);
    }
}

void RecipeList::mouseReleaseEvent(QMouseEvent* event)
{
    const QModelIndex pressed = currentIndex();
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || index != pressed)
        return;
    if (RecipeDelegate::starRect(visualRect(index)).contains(event->position().toPoint()))
        Q_EMIT favouriteToggled(index);
    else
        Q_EMIT chosen(index);
}

void RecipeList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPersistentModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QKeySequence& key, auto signal) {
        QAction* action = menu->addAction(text, this, [this, index, signal] {
            if (index.isValid())
                Q_EMIT(this->*signal)(index);
        });
        action->setShortcut(key); // shown; the list itself takes the key
    };
    const bool isFavourite = index.data(RecipeListModel::FavouriteRole).toBool();
    add(tr("Use this mix"), Qt::Key_Return, &RecipeList::chosen);
    menu->addSeparator();
    add(tr("Rename…"), Qt::Key_F2, &RecipeList::renameWanted);
    add(tr("Tags…"), {}, &RecipeList::tagsWanted);
    add(isFavourite ? tr("No favourite") : tr("Favourite"), Qt::Key_Space,
        &RecipeList::favouriteToggled);
    menu->addSeparator();
    add(tr("Delete"), Qt::Key_Delete, &RecipeList::removeWanted);
    menu->popup(
        isByKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void RecipeList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    // Whoever comes by the tab key sees where he is.
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

void RecipeList::wheelEvent(QWheelEvent* event)
{
    // A list that the pointer only passes over lets the panel scroll on.
    if (hasFocus())
        QListView::wheelEvent(event);
    else
        event->ignore();
}

} // namespace tilewright::ui
