#include "ui/recipes/recipe_list_model.h"

#include <QStringList>
#include <algorithm>

#include "ui/recipes/recipe_store.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

ColorShares sharesOf(const Mix& mix, const Palette& palette)
{
    ColorShares shares;
    for (const MixShare& share : mix.shares()) {
        const GranuleColor* color = palette.find(share.color);
        if (share.perMille > 0)
            shares.emplace_back(color ? toQColor(color->srgb) : QColor(Qt::gray), share.perMille);
    }
    std::stable_sort(shares.begin(), shares.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
    return shares;
}

QString joinedTags(const Recipe& recipe)
{
    QStringList tags;
    for (const std::string& tag : recipe.tags)
        tags += toQString(tag);
    return tags.join(QStringLiteral(", "));
}

} // namespace

RecipeListModel::RecipeListModel(RecipeStore& store, QObject* parent)
    : QAbstractListModel(parent), m_store(store)
{
    connect(&store, &RecipeStore::changed, this, &RecipeListModel::refresh);
    refresh();
}

void RecipeListModel::setFilter(const QString& words)
{
    if (words == m_filter)
        return;
    m_filter = words;
    refresh();
}

void RecipeListModel::setMix(const Mix& mix)
{
    m_mix = mix;
    const Recipe* recipe = m_store.book().findMix(mix);
    const std::string name = recipe ? recipe->name : std::string();
    if (name == m_current)
        return;
    m_current = name;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {IsCurrentRole});
    Q_EMIT currentChanged();
}

const Recipe* RecipeListModel::current() const
{
    return m_current.empty() ? nullptr : m_store.book().find(m_current);
}

const Recipe* RecipeListModel::recipe(const QModelIndex& index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_rows.size() ? &m_rows[row] : nullptr;
}

int RecipeListModel::rowOf(const std::string& name) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const Recipe& recipe) { return recipe.name == name; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RecipeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RecipeListModel::data(const QModelIndex& index, int role) const
{
    const Recipe* shown = recipe(index);
    if (!shown)
        return {};
    const QString name = toQString(shown->name);
    const QString mix = displayMix(m_store.palette(), shown->mix);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return shown->tags.empty() ? mix : mix + QLatin1Char('\n') + joinedTags(*shown);
    case Qt::AccessibleTextRole:
        return shown->isFavourite ? tr("%1, favourite: %2").arg(name, mix)
                                  : tr("%1: %2", "name of a recipe: its mix").arg(name, mix);
    case SharesRole:
        return QVariant::fromValue(sharesOf(shown->mix, m_store.palette()));
    case FavouriteRole:
        return shown->isFavourite;
    case TagsRole:
        return joinedTags(*shown);
    case IsCurrentRole:
        return shown->name == m_current;
    default:
        return {};
    }
}

Qt::ItemFlags RecipeListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemNeverHasChildren : flags;
}

void RecipeListModel::refresh()
{
    std::vector<Recipe> rows;
    for (const Recipe* recipe : m_store.book().search(m_filter.toStdString(), &m_store.palette()))
        rows.push_back(*recipe);
    const Recipe* recipe = m_mix ? m_store.book().findMix(*m_mix) : nullptr;
    const std::string name = recipe ? recipe->name : std::string();
    const bool isAnother = name != m_current;
    beginResetModel();
    m_rows = std::move(rows);
    m_current = name;
    endResetModel();
    if (isAnother)
        Q_EMIT currentChanged();
}

} // namespace tilewright::ui
