#include "ui/recipes/recipe_panel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/recipes/inline_field.h"
#include "ui/recipes/mix_by_name.h"
#include "ui/recipes/recipe_list.h"
#include "ui/recipes/recipe_list_model.h"
#include "ui/recipes/recipe_store.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/escape_clears.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {

RecipePanel::RecipePanel(RecipeStore& store, std::filesystem::path examples, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_examples(std::move(examples))
    , m_model(new RecipeListModel(store, this))
    , m_fold(new QPushButton(tr("Recipes"), this))
    , m_current(captionLabel({}, this))
    , m_more(new QToolButton(this))
    , m_body(new QWidget(this))
    , m_byName(new MixByName(store, m_body))
    , m_search(new QLineEdit(m_body))
    , m_list(new RecipeList(*m_model, m_body))
    , m_hint(captionLabel({}, m_body))
    , m_addExamples(new QPushButton(tr("Add examples"), m_body))
    , m_save(new QPushButton(tr("Save mix as…"), m_body))
    , m_inline(new InlineField(m_body))
{
    createControls();
    createLayout();
    connectList();
    connect(m_fold, &QPushButton::toggled, this, &RecipePanel::setExpanded);
    connect(m_byName, &MixByName::mixEntered, this, &RecipePanel::mixEntered);
    connect(m_search, &QLineEdit::textChanged, m_model, &RecipeListModel::setFilter);
    connect(m_addExamples, &QPushButton::clicked, this, &RecipePanel::addExamples);
    connect(m_save, &QPushButton::clicked, this, &RecipePanel::saveMix);
    connect(m_inline, &InlineField::opened, m_save, &QWidget::hide);
    connect(m_inline, &InlineField::closed, m_save, &QWidget::show);
    connect(&m_store, &RecipeStore::failed, this, &RecipePanel::failed);
    connect(&m_store, &RecipeStore::changed, this, &RecipePanel::showBook);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RecipePanel::showBook);
    connect(m_model, &RecipeListModel::currentChanged, this, &RecipePanel::showCurrent);
    setExpanded(true);
    showBook();
    showCurrent();
}

void RecipePanel::createControls()
{
    m_fold->setProperty("kind", QStringLiteral("fold"));
    m_fold->setCheckable(true);
    m_fold->setIcon(themedIcon(QStringLiteral("folded"), QStringLiteral("unfolded")));
    m_fold->setToolTip(tr("Mixes that have a name"));
    m_current->setTextFormat(Qt::PlainText);
    m_search->setPlaceholderText(tr("Search names, tags, colours"));
    m_search->setAccessibleName(tr("Search recipes"));
    new EscapeClears(m_search);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_addExamples->setProperty("kind", QStringLiteral("flat"));
    m_addExamples->setToolTip(tr("A dozen mixes to begin with; they can be changed and deleted"));
    m_save->setToolTip(tr("Keep this mix under a name"));

    auto* menu = new QMenu(this);
    menu->addAction(tr("Import recipes…"), this, &RecipePanel::importRecipes);
    menu->addAction(tr("Export recipes…"), this, &RecipePanel::exportRecipes);
    menu->addSeparator();
    menu->addAction(tr("Add examples"), this, &RecipePanel::addExamples);
    m_more->setIcon(themedIcon(QStringLiteral("more")));
    m_more->setToolTip(tr("Import and export of recipes"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(menu);
}

void RecipePanel::createLayout()
{
    auto* heading = new QHBoxLayout;
    heading->setSpacing(8);
    heading->addWidget(m_fold);
    heading->addStretch(1);
    heading->addWidget(m_current);
    heading->addWidget(m_more);

    auto* hint = new QHBoxLayout;
    hint->setSpacing(8);
    hint->addWidget(m_hint, 1);
    hint->addWidget(m_addExamples, 0, Qt::AlignTop);

    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    body->addWidget(m_byName);
    body->addWidget(m_search);
    body->addWidget(m_list);
    body->addLayout(hint);
    body->addWidget(m_inline);
    body->addWidget(m_save);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(heading);
    column->addWidget(m_body);

    QWidget* previous = m_fold;
    for (QWidget* next :
        std::initializer_list<QWidget*>{m_more, m_byName->field(), m_search, m_list, m_addExamples,
            m_inline->field(), m_inline->button(), m_inline->cancelButton(), m_save}) {
        setTabOrder(previous, next);
        previous = next;
    }
}

void RecipePanel::connectList()
{
    // The row of a recipe may go while it is dealt with, so each gets a copy.
    const auto withRecipe = [this](auto action) {
        return [this, action](const QModelIndex& index) {
            if (const Recipe* recipe = m_model->recipe(index))
                action(Recipe(*recipe));
        };
    };
    connect(m_list, &RecipeList::chosen, this,
        withRecipe([this](const Recipe& recipe) { Q_EMIT recipeChosen(recipe); }));
    connect(m_list, &RecipeList::renameWanted, this,
        withRecipe([this](const Recipe& recipe) { rename(recipe); }));
    connect(m_list, &RecipeList::tagsWanted, this,
        withRecipe([this](const Recipe& recipe) { editTags(recipe); }));
    connect(m_list, &RecipeList::removeWanted, this,
        withRecipe([this](const Recipe& recipe) { remove(recipe); }));
    connect(m_list, &RecipeList::favouriteToggled, this, withRecipe([this](const Recipe& recipe) {
        m_store.setFavourite(recipe.name, !recipe.isFavourite);
        m_list->setCurrentIndex(m_model->index(m_model->rowOf(recipe.name)));
    }));
}

void RecipePanel::setMix(const Mix& mix)
{
    m_mix = mix;
    m_model->setMix(mix);
    m_save->setEnabled(true);
}

bool RecipePanel::isExpanded() const
{
    return m_fold->isChecked();
}

void RecipePanel::setExpanded(bool isExpanded)
{
    m_fold->setChecked(isExpanded);
    m_body->setVisible(isExpanded);
}

QString RecipePanel::currentName() const
{
    const Recipe* recipe = m_model->current();
    return recipe ? toQString(recipe->name) : QString();
}

void RecipePanel::saveMix()
{
    if (!m_mix)
        return;
    setExpanded(true);
    m_inline->ask({tr("Name of this mix"), proposedName(), tr("Save"),
        [this](const QString& name) { return m_store.problemOfName(name); },
        // The mix of the moment when it is saved: it may be dialled on while the name is typed.
        [this](const QString& name) {
            return m_store.add({name.toStdString(), *m_mix, {}, false, {}});
        }});
}

void RecipePanel::rename(const Recipe& recipe)
{
    const QString present = toQString(recipe.name);
    m_inline->ask({tr("New name of %1").arg(present), present, tr("Rename"),
        [this, present](const QString& name) { return m_store.problemOfName(name, present); },
        [this, present](
            const QString& name) { return m_store.rename(present.toStdString(), name); }});
}

void RecipePanel::editTags(const Recipe& recipe)
{
    QStringList tags;
    for (const std::string& tag : recipe.tags)
        tags += toQString(tag);
    m_inline->ask({tr("Tags of %1, separated by commas").arg(toQString(recipe.name)),
        tags.join(QStringLiteral(", ")), tr("Apply"), nullptr,
        [this, name = recipe.name](
            const QString& text) { return m_store.setTags(name, parseTags(text)); }});
}

void RecipePanel::remove(const Recipe& recipe)
{
    const int row = m_model->rowOf(recipe.name);
    if (!m_store.remove(recipe.name))
        return;
    m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1)));
    Q_EMIT noticed(tr("%1 was deleted. Undo brings it back.").arg(toQString(recipe.name)));
}

void RecipePanel::enterMixByName()
{
    setExpanded(true);
    m_byName->field()->setFocus();
    m_byName->field()->selectAll();
}

void RecipePanel::importRecipes()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Import recipes"), {}, tr("Recipes (*.json);;All files (*)"));
    if (!file.isEmpty())
        importFrom(qStringToPath(file));
}

void RecipePanel::exportRecipes()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export recipes"),
        QDir::home().filePath(QStringLiteral("recipes.json")), tr("Recipes (*.json)"));
    if (!file.isEmpty() && m_store.exportFile(qStringToPath(file)))
        Q_EMIT noticed(tr("%n recipe(s) exported to %1.", nullptr,
            static_cast<int>(m_store.book().recipes().size()))
                           .arg(QDir::toNativeSeparators(file)));
}

void RecipePanel::addExamples()
{
    importFrom(m_examples);
}

void RecipePanel::importFrom(const std::filesystem::path& file)
{
    const bool hadFocus = m_addExamples->hasFocus();
    const auto added = m_store.importFile(file);
    if (!added)
        return;
    if (hadFocus) // the button goes with the empty book
        m_list->setFocus();
    Q_EMIT noticed(*added > 0 ? tr("%n recipe(s) added.", nullptr, *added)
                              : tr("All of these recipes are there already."));
}

void RecipePanel::showBook()
{
    const auto count = static_cast<int>(m_store.book().recipes().size());
    const bool isFiltered = !m_search->text().isEmpty();
    m_search->setVisible(count > RecipeList::mostRows || isFiltered);
    m_list->setVisible(m_model->rowCount() > 0);
    m_hint->setText(!m_store.problem().isEmpty() ? m_store.problem()
            : count > 0
            ? tr("No recipe holds these words.")
            : tr("No recipes yet. Save this mix under a name, or begin with examples."));
    m_hint->setVisible(m_list->isHidden());
    m_addExamples->setVisible(count == 0 && m_store.problem().isEmpty());
    m_save->setEnabled(m_mix && m_store.problem().isEmpty());
}

void RecipePanel::showCurrent()
{
    const QString name = currentName();
    m_current->setText(m_current->fontMetrics().elidedText(name, Qt::ElideRight, 200));
    if (const Recipe* recipe = m_model->current())
        m_list->scrollTo(m_model->index(m_model->rowOf(recipe->name)));
    m_current->setToolTip(name.isEmpty() ? QString() : tr("The mix is the recipe %1").arg(name));
}

QString RecipePanel::proposedName() const
{
    // The two largest colours, which is how people call a mix that has no name yet.
    std::vector<MixShare> shares = m_mix->shares();
    std::stable_sort(shares.begin(), shares.end(),
        [](const MixShare& a, const MixShare& b) { return a.perMille > b.perMille; });
    QString name = displayName(m_store.palette(), shares.front().color);
    name = shares.size() > 1 && shares[1].perMille > 0
        ? tr("%1 and %2", "two colours, as a name")
              .arg(name, displayName(m_store.palette(), shares[1].color).toLower())
        : tr("Pure %1", "one colour, as a name").arg(name.toLower());
    QString free = name;
    for (int number = 2; m_store.book().find(free.toStdString()); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

std::vector<std::string> parseTags(const QString& text)
{
    std::vector<std::string> tags;
    for (const QString& tag : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        tags.push_back(tag.trimmed().toStdString());
    return tags;
}

} // namespace tilewright::ui
