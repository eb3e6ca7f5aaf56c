#include "ui/recipes/mix_by_name.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStringListModel>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/recipes/recipe_store.h"
#include "ui/support/color_names.h"
#include "ui/support/conversion.h"
#include "ui/support/escape_clears.h"
#include "ui/support/labels.h"

namespace tilewright::ui {
namespace {

/// Where the name that is being typed begins: behind the last share or sign.
qsizetype nameBegin(const QString& text)
{
    static const QRegularExpression before(QStringLiteral("^.*[,;:%+0-9]\\s*"));
    return before.match(text).capturedLength();
}

/// Completes the last name of the text and leaves what stands before it.
class NameCompleter : public QCompleter {
public:
    using QCompleter::QCompleter;

    QStringList splitPath(const QString& path) const override
    {
        return {path.mid(nameBegin(path))};
    }
    QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString typed = static_cast<const QLineEdit*>(widget())->text();
        return typed.left(nameBegin(typed)) + index.data(completionRole()).toString();
    }
};

} // namespace

MixByName::MixByName(RecipeStore& store, QWidget* parent)
    : QWidget(parent)
    , m_store(store)
    , m_field(new QLineEdit(this))
    , m_says(captionLabel({}, this))
    , m_names(new QStringListModel(this))
    , m_completer(new NameCompleter(m_names, this))
{
    m_field->setPlaceholderText(tr("Mix by name: 60% granite, 40% red"));
    m_field->setAccessibleName(tr("Mix by the names of recipes and colours"));
    m_field->setToolTip(
        tr("Recipes may stand beside colours: “60% granite, 40% red”. Two names put "
           "together, “granite + ember”, are equal parts of each. Enter takes the "
           "mix."));
    new EscapeClears(m_field);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setMaxVisibleItems(8);
    m_completer->popup()->setProperty("kind", QStringLiteral("completions"));
    m_field->setCompleter(m_completer);
    m_says->setWordWrap(true);
    m_says->setTextFormat(Qt::PlainText);
    m_says->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_says);

    connect(m_field, &QLineEdit::textChanged, this, &MixByName::describe);
    connect(m_field, &QLineEdit::returnPressed, this, &MixByName::enter);
    connect(&m_store, &RecipeStore::changed, this, &MixByName::updateNames);
    updateNames();
}

QString MixByName::description() const
{
    return m_says->isHidden() ? QString() : m_says->text();
}

void MixByName::updateNames()
{
    QStringList names;
    for (const Recipe& recipe : m_store.book().recipes())
        names += toQString(recipe.name);
    for (const GranuleColor& color : m_store.palette().colors())
        names += displayName(color);
    m_names->setStringList(names);
    describe();
}

void MixByName::describe()
{
    const std::string text = m_field->text().trimmed().toStdString();
    if (text.empty())
        return say({}, "caption");
    const auto expanded = m_store.book().expand(text, m_store.palette());
    // While it is being typed an error is only a hint.
    say(expanded ? displayExpansion(m_store.palette(), *expanded)
                 : toQString(expanded.error().message),
        "caption");
}

void MixByName::say(const QString& text, const char* kind)
{
    if (m_says->property("kind") != QLatin1String(kind)) {
        m_says->setProperty("kind", QLatin1String(kind));
        m_says->style()->unpolish(m_says);
        m_says->style()->polish(m_says);
    }
    m_says->setText(text);
    m_says->setVisible(!text.isEmpty());
    m_field->setAccessibleDescription(text);
}

void MixByName::enter()
{
    const std::string text = m_field->text().trimmed().toStdString();
    if (text.empty())
        return;
    const auto expanded = m_store.book().expand(text, m_store.palette());
    if (expanded)
        Q_EMIT mixEntered(expanded->mix);
    else
        say(toQString(expanded.error().message), "problem");
}

QString displayExpansion(const Palette& palette, const ExpandedMix& expanded)
{
    QStringList lines;
    const bool isOneRecipe
        = expanded.recipes.size() == 1 && expanded.recipes.front().mix == expanded.mix;
    if (!isOneRecipe)
        lines += displayMix(palette, expanded.mix);
    for (const Recipe& recipe : expanded.recipes)
        lines += MixByName::tr("%1: %2", "name of a recipe: its mix")
                     .arg(toQString(recipe.name), displayMix(palette, recipe.mix));
    return lines.join(QLatin1Char('\n'));
}

} // namespace tilewright::ui
