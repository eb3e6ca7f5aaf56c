// The recipes that hold the words looked for, favourites first.
#pragma once

#include <QAbstractListModel>
#include <optional>
#include <vector>

#include "core/recipe/recipe_book.h"
#include "ui/support/mix_bar.h"

namespace tilewright::ui {

class RecipeStore;

class RecipeListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        SharesRole = Qt::UserRole, ///< ColorShares
        FavouriteRole, ///< bool
        TagsRole, ///< QString: all of them
        IsCurrentRole, ///< bool: the recipe of the mix that is dialled
    };

    explicit RecipeListModel(RecipeStore& store, QObject* parent = nullptr);

    void setFilter(const QString& words);
    /// Marks the recipe of this mix.
    void setMix(const Mix& mix);
    /// The recipe of the mix that was set; null if it has none.
    const Recipe* current() const;
    const Recipe* recipe(const QModelIndex& index) const;
    int rowOf(const std::string& name) const; ///< -1 when it is not listed

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// Another recipe, or none, is that of the mix.
    void currentChanged();

private:
    void refresh();

    RecipeStore& m_store;
    QString m_filter;
    std::optional<Mix> m_mix;
    std::vector<Recipe> m_rows;
    std::string m_current; ///< its name
};

} // namespace tilewright::ui
