// A mix typed by the names of recipes and colours, which shows what it holds before it is taken.
#pragma once

#include <QWidget>

#include "core/recipe/recipe_book.h"

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace tilewright::ui {

class RecipeStore;

/// Takes what RecipeBook::expand() takes and completes the name that is being typed. Enter takes
/// the mix, Esc clears the field.
class MixByName : public QWidget {
    Q_OBJECT
public:
    explicit MixByName(RecipeStore& store, QWidget* parent = nullptr);

    QLineEdit* field() { return m_field; }
    QCompleter* completer() { return m_completer; }
    /// What is said under the field: what the text holds, or why it holds nothing.
    QString description() const;

Q_SIGNALS:
    void mixEntered(const tilewright::Mix& mix);

private:
    void updateNames();
    void describe();
    void say(const QString& text, const char* kind);
    void enter();

    RecipeStore& m_store;
    QLineEdit* m_field;
    QLabel* m_says;
    QStringListModel* m_names;
    QCompleter* m_completer;
};

/// What recipes hold, a line each: "Granite: Gray 70 %, Dark gray 30 %". The mix itself comes first
/// where it is more than one recipe.
QString displayExpansion(const Palette& palette, const ExpandedMix& expanded);

} // namespace tilewright::ui
