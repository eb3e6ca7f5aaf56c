#include "ui/gallery/filter/filter_panel.h"

#include <QCheckBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <algorithm>

#include "core/library/query_text.h"
#include "ui/gallery/filter/choice_box.h"
#include "ui/gallery/filter/color_filter.h"
#include "ui/gallery/filter/date_filter.h"
#include "ui/gallery/filter/label_filter.h"
#include "ui/gallery/filter/query_notes.h"
#include "ui/gallery/filter/saved_searches.h"
#include "ui/gallery/filter/search_field.h"
#include "ui/gallery/filter/star_filter.h"
#include "ui/library/mark_names.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

bool isByDifference(TileOrder order)
{
    return order == TileOrder::ColorDifference || order == TileOrder::ShareDifference;
}

} // namespace

FilterPanel::FilterPanel(const Palette& palette, QWidget* parent)
    : QWidget(parent), m_palette(palette)
{
    m_referenceSettles.setSingleShot(true);
    m_referenceSettles.setInterval(SearchField::settleMilliseconds);
    buildLayout();
    connectControls();
    showControls();
}

void FilterPanel::connectControls()
{
    connect(m_search, &SearchField::textSettled, this, &FilterPanel::readText);
    connect(m_search, &SearchField::accepted, this, [this](const QString& text) {
        readText(text);
        edit([](TileQuery&) {});
    });
    connect(m_search, &SearchField::savedSearchChosen, this, &FilterPanel::applySavedSearch);
    connect(m_search, &SearchField::saveAsked, this, &FilterPanel::askForName);
    connect(m_colors, &ColorFilter::sharesChanged, this,
        [this](const auto& shares) { edit([&](TileQuery& query) { query.shares = shares; }); });
    connect(m_stars, &StarFilter::starsChosen, this,
        [this](int stars) { edit([&](TileQuery& query) { query.minimumRating = stars; }); });
    connect(m_label, &LabelFilter::labelChosen, this,
        [this](std::optional<int> label) { edit([&](TileQuery& query) { query.label = label; }); });
    connect(m_date, &DateFilter::daysChosen, this, [this](const auto& from, const auto& to) {
        edit([&](TileQuery& query) {
            query.createdFrom = from;
            query.createdTo = to;
        });
    });
    const auto onChoice = [this](QComboBox* box, auto apply) {
        connect(box, &QComboBox::activated, this, [this, box, apply] {
            edit([&](TileQuery& query) { apply(query, box->currentData()); });
        });
    };
    onChoice(m_flag, [](TileQuery& query, const QVariant& value) {
        query.flag
            = value.isNull() ? std::nullopt : std::optional(static_cast<Flag>(value.toInt()));
    });
    onChoice(m_fidelity, [](TileQuery& query, const QVariant& value) {
        query.maximumError = value.isNull() ? std::nullopt : std::optional(value.toDouble());
    });
    onChoice(m_model, [](TileQuery& query, const QVariant& value) {
        query.modelName = value.toString().toStdString();
    });
    onChoice(m_recipe, [](TileQuery& query, const QVariant& value) {
        query.mixKeys.clear();
        if (!value.isNull())
            query.mixKeys.push_back(value.toString().toStdString());
    });
    onChoice(m_order, [](TileQuery& query, const QVariant& value) {
        query.order = static_cast<TileOrder>(value.toInt());
        query.reference.reset(); // the current mix
    });
    connect(m_group, &QCheckBox::clicked, this,
        [this](bool isOn) { edit([&](TileQuery& query) { query.groupByMix = isOn; }); });
    connect(m_hideRejected, &QCheckBox::clicked, this,
        [this](bool isOn) { edit([&](TileQuery& query) { query.hideRejected = isOn; }); });
    connect(m_clear, &QPushButton::clicked, this, &FilterPanel::clear);
    connect(&m_referenceSettles, &QTimer::timeout, this, [this] {
        TileQuery query = m_query;
        query.reference = m_reference;
        m_base.reference = m_reference;
        take(std::move(query));
    });
}

void FilterPanel::take(TileQuery query)
{
    if (query == m_query)
        return;
    m_query = std::move(query);
    showControls();
    Q_EMIT queryChanged(m_query);
}

void FilterPanel::edit(const std::function<void(TileQuery&)>& change)
{
    TileQuery query = m_query;
    change(query);
    fillReference(query);
    m_base = partWithControls(query);
    const bool hasChanged = query != m_query;
    m_query = std::move(query);
    showText();
    showControls();
    if (hasChanged)
        Q_EMIT queryChanged(m_query);
}

void FilterPanel::readText(const QString& text)
{
    ParsedQuery parsed = parseQuery(text.toStdString(), m_palette, m_base);
    fillReference(parsed.query);
    QStringList notes;
    for (const QueryNote& note : parsed.notes)
        notes += displayNote(note, m_palette);
    m_search->setNotes(notes);
    take(std::move(parsed.query));
}

void FilterPanel::setQuery(const TileQuery& query)
{
    m_query = query;
    fillReference(m_query);
    m_base = partWithControls(m_query);
    showText();
    showControls();
}

TileQuery FilterPanel::partWithoutControls(const TileQuery& query) const
{
    TileQuery part;
    part.text = query.text;
    part.seed = query.seed;
    const bool isRecipe = query.mixKeys.size() == 1
        && std::any_of(m_recipes.begin(), m_recipes.end(),
            [&](const FilterRecipe& recipe) { return recipe.mixKey == query.mixKeys.front(); });
    if (!isRecipe)
        part.mixKeys = query.mixKeys;
    return part;
}

TileQuery FilterPanel::partWithControls(const TileQuery& query) const
{
    const TileQuery without = partWithoutControls(query);
    TileQuery part = query;
    part.text.clear();
    part.seed.reset();
    if (!without.mixKeys.empty())
        part.mixKeys.clear();
    return part;
}

void FilterPanel::fillReference(TileQuery& query) const
{
    if (!isByDifference(query.order))
        query.reference.reset();
    else if (!query.reference)
        query.reference = m_reference;
}

void FilterPanel::showText()
{
    m_search->setText(toQString(toText(partWithoutControls(m_query), m_palette)));
    m_search->setNotes({});
}

void FilterPanel::setReference(const Mix& mix)
{
    const bool isFollowed = isByDifference(m_query.order) && m_query.reference == m_reference;
    m_reference = mix;
    if (isFollowed || m_referenceSettles.isActive())
        m_referenceSettles.start();
}

void FilterPanel::clear()
{
    edit([](TileQuery& query) { query = TileQuery(); });
}

void FilterPanel::focusSearch()
{
    m_search->lineEdit()->setFocus(Qt::ShortcutFocusReason);
    m_search->lineEdit()->selectAll();
}

void FilterPanel::saveSearch(const QString& name)
{
    TileQuery query = m_query;
    // The mix that is current when the search is used.
    if (query.reference == m_reference)
        query.reference.reset();
    SavedSearches::save(name, toQString(toText(query, m_palette)));
}

void FilterPanel::applySavedSearch(const QString& name)
{
    const std::string text = SavedSearches::text(name).toStdString();
    edit([&](TileQuery& query) { query = parseQuery(text, m_palette).query; });
}

void FilterPanel::askForName()
{
    bool isGiven = false;
    const QString name = QInputDialog::getText(
        this, tr("Save search"), tr("Name of the search"), QLineEdit::Normal, {}, &isGiven)
                             .trimmed();
    if (isGiven && !name.isEmpty())
        saveSearch(name);
}

void FilterPanel::setModels(const QStringList& names)
{
    m_models = names;
    m_model->clear();
    m_model->addItem(tr("Any", "model"));
    for (const QString& name : names)
        m_model->addItem(name, name);
    showControls();
}

void FilterPanel::setRecipes(const std::vector<FilterRecipe>& recipes)
{
    m_recipes = recipes;
    m_recipe->clear();
    m_recipe->addItem(tr("Any", "recipe"));
    for (const FilterRecipe& recipe : recipes)
        m_recipe->addItem(recipe.name, toQString(recipe.mixKey));
    m_recipe->setEnabled(!recipes.empty());
    setQuery(TileQuery(m_query));
}

void FilterPanel::showControls()
{
    m_colors->setShares(m_query.shares);
    m_stars->setStars(m_query.minimumRating);
    m_starsMeaning->setText(m_query.minimumRating == 0 ? tr("any", "rating")
            : m_query.minimumRating == largestRating   ? QString()
                                                       : tr("and up", "after stars"));
    m_label->setLabel(m_query.label);
    m_date->setDays(m_query.createdFrom, m_query.createdTo);
    showChoice(m_flag, m_query.flag ? QVariant(static_cast<int>(*m_query.flag)) : QVariant(), {});
    const QString points
        = m_query.maximumError ? QLocale().toString(*m_query.maximumError) : QString();
    showChoice(m_fidelity, m_query.maximumError ? QVariant(*m_query.maximumError) : QVariant(),
        tr("Within %1 points").arg(points));
    const QString model = toQString(m_query.modelName);
    showChoice(m_model, model.isEmpty() ? QVariant() : QVariant(model), model);
    m_model->setToolTip(model); // it may be longer than the box
    const bool isRecipe = !m_query.mixKeys.empty() && partWithoutControls(m_query).mixKeys.empty();
    showChoice(m_recipe, isRecipe ? QVariant(toQString(m_query.mixKeys.front())) : QVariant(), {});
    showChoice(m_order, static_cast<int>(m_query.order), {});
    m_group->setChecked(m_query.groupByMix);
    m_hideRejected->setChecked(m_query.hideRejected);
    const bool isAnything = m_query != TileQuery();
    m_clear->setEnabled(isAnything);
    m_search->setSavable(isAnything);
}

} // namespace tilewright::ui
