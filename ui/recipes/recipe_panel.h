// Named recipes under the mixer: find one, use it, mix several by name, give the mix a name.
#pragma once

#include <QWidget>
#include <filesystem>
#include <optional>

#include "core/recipe/recipe_book.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class InlineField;
class MixByName;
class RecipeList;
class RecipeListModel;
class RecipeStore;

class RecipePanel : public QWidget {
    Q_OBJECT
public:
    /// `examples`: a book that is offered while the user's own is empty.
    RecipePanel(RecipeStore& store, std::filesystem::path examples, QWidget* parent = nullptr);

    /// The mix that is dialled: it is named where it is a recipe, and it is what is saved.
    void setMix(const Mix& mix);

    bool isExpanded() const;
    void setExpanded(bool isExpanded);

    QPushButton* foldButton() { return m_fold; }
    QToolButton* menuButton() { return m_more; }
    MixByName* mixByName() { return m_byName; }
    QLineEdit* searchField() { return m_search; }
    RecipeList* list() { return m_list; }
    RecipeListModel* model() { return m_model; }
    QPushButton* saveButton() { return m_save; }
    QPushButton* examplesButton() { return m_addExamples; }
    InlineField* inlineField() { return m_inline; }
    /// The name of the mix, empty where it has none.
    QString currentName() const;

public Q_SLOTS:
    void saveMix(); ///< asks for a name
    void enterMixByName(); ///< goes to the field
    void importRecipes(); ///< asks for a file
    void exportRecipes(); ///< asks for a file
    void addExamples();

Q_SIGNALS:
    void recipeChosen(const tilewright::Recipe& recipe);
    /// A mix by name.
    void mixEntered(const tilewright::Mix& mix);
    /// Sentences for the user.
    void failed(const QString& reason);
    void noticed(const QString& notice);

private:
    void createControls();
    void createLayout();
    void connectList();
    void rename(const Recipe& recipe);
    void editTags(const Recipe& recipe);
    void remove(const Recipe& recipe);
    void importFrom(const std::filesystem::path& file);
    void showBook();
    void showCurrent();
    QString proposedName() const;

    RecipeStore& m_store;
    const std::filesystem::path m_examples;
    std::optional<Mix> m_mix;
    RecipeListModel* m_model;
    QPushButton* m_fold;
    QLabel* m_current;
    QToolButton* m_more;
    QWidget* m_body;
    MixByName* m_byName;
    QLineEdit* m_search;
    RecipeList* m_list;
    QLabel* m_hint; ///< in place of the list
    QPushButton* m_addExamples;
    QPushButton* m_save;
    InlineField* m_inline;
};

/// The tags in "warm, outdoors".
std::vector<std::string> parseTags(const QString& text);

} // namespace tilewright::ui
