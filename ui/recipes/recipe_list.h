// The list of recipes, as high as its rows up to a few.
#pragma once

#include <QListView>

namespace tilewright::ui {

class RecipeListModel;

/// A click or Enter chooses; Space is the star, F2 renames, Del deletes, the menu key has all.
class RecipeList : public QListView {
    Q_OBJECT
public:
    static constexpr int mostRows = 6; ///< more scroll

    explicit RecipeList(RecipeListModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const QModelIndex& index);
    void renameWanted(const QModelIndex& index);
    void tagsWanted(const QModelIndex& index);
    void favouriteToggled(const QModelIndex& index);
    void removeWanted(const QModelIndex& index);

private:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void fit();
};

} // namespace tilewright::ui
