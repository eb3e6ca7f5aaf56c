// The left side of the gallery: which tiles are shown, and in which order.
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <vector>

#include "core/library/tile_query.h"
#include "core/mix/palette.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tilewright::ui {

class ColorFilter;
class DateFilter;
class LabelFilter;
class SearchField;
class StarFilter;

/// A recipe by which the gallery can be filtered.
struct FilterRecipe {
    QString name;
    std::string mixKey;
    bool operator==(const FilterRecipe&) const = default;
};

/// Everything is one TileQuery. What is typed and what is set by controls hold together: the
/// controls show the whole query, also what was typed. Enter, or touching a control, turns what was
/// typed into the state of the controls, and only what has no control stays in the search field.
class FilterPanel : public QWidget {
    Q_OBJECT
public:
    explicit FilterPanel(const Palette& palette, QWidget* parent = nullptr);

    const TileQuery& query() const { return m_query; }
    /// Shows a query without signalling.
    void setQuery(const TileQuery& query);

    void setModels(const QStringList& names);
    void setRecipes(const std::vector<FilterRecipe>& recipes);
    /// The current mix: what the orders by closeness compare with. They follow it.
    void setReference(const Mix& mix);

    void clear();
    /// Puts the cursor into the search field.
    void focusSearch();
    /// Keeps the query under a name.
    void saveSearch(const QString& name);
    void applySavedSearch(const QString& name);

    SearchField* searchField() { return m_search; }
    ColorFilter* colorFilter() { return m_colors; }
    StarFilter* starFilter() { return m_stars; }
    LabelFilter* labelFilter() { return m_label; }
    DateFilter* dateFilter() { return m_date; }
    QComboBox* flagBox() { return m_flag; }
    QComboBox* fidelityBox() { return m_fidelity; }
    QComboBox* modelBox() { return m_model; }
    QComboBox* recipeBox() { return m_recipe; }
    QComboBox* orderBox() { return m_order; }
    QCheckBox* groupBox() { return m_group; }
    QCheckBox* hideRejectedBox() { return m_hideRejected; }
    QPushButton* clearButton() { return m_clear; }

Q_SIGNALS:
    void queryChanged(const tilewright::TileQuery& query);

private:
    void buildLayout();
    void addChoices(QFormLayout* form);
    void connectControls();

    void take(TileQuery query);
    void edit(const std::function<void(TileQuery&)>& change);
    void readText(const QString& text);
    void showControls();
    void showText();
    void askForName();
    TileQuery partWithoutControls(const TileQuery& query) const;
    TileQuery partWithControls(const TileQuery& query) const;
    void fillReference(TileQuery& query) const;

    const Palette m_palette;
    TileQuery m_query; ///< all of it
    std::optional<Mix> m_reference;
    std::vector<FilterRecipe> m_recipes;
    QStringList m_models;
    QTimer m_referenceSettles;

    SearchField* m_search;
    ColorFilter* m_colors;
    StarFilter* m_stars;
    QLabel* m_starsMeaning;
    LabelFilter* m_label;
    DateFilter* m_date;
    QComboBox* m_flag;
    QComboBox* m_fidelity;
    QComboBox* m_model;
    QComboBox* m_recipe;
    QComboBox* m_order;
    QCheckBox* m_group;
    QCheckBox* m_hideRejected;
    QPushButton* m_clear;
    TileQuery m_base; ///< what the controls were set to before anything was typed
};

} // namespace tilewright::ui
