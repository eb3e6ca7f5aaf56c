#include "ui/gallery/filter/search_field.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/gallery/filter/query_notes.h"
#include "ui/gallery/filter/saved_searches.h"
#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {

SearchField::SearchField(QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_clear(m_line->addAction(themedIcon(QStringLiteral("remove")), QLineEdit::TrailingPosition))
    , m_help(new QToolButton(this))
    , m_saved(new QToolButton(this))
    , m_notes(captionLabel({}, this))
    , m_examples(new QMenu(this))
    , m_savedMenu(new QMenu(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_help);
    row->addWidget(m_saved);
    column->addLayout(row);
    column->addWidget(m_notes);
    setFocusProxy(m_line);

    m_line->setPlaceholderText(tr("red 40-60, rating 3+"));
    m_line->setAccessibleName(tr("Search the tiles"));
    m_clear->setText(tr("Clear the search"));
    m_clear->setToolTip(m_clear->text());
    m_clear->setVisible(false);
    // The theme's tool buttons are too high for one that lies inside a field.
    m_line->setStyleSheet(
        QStringLiteral("QToolButton { border: none; min-width: 18px; max-width: 18px; "
                       "min-height: 18px; max-height: 18px; }"));
    m_notes->setWordWrap(true);
    m_notes->hide();
    m_help->setText(QStringLiteral("?"));
    m_help->setToolTip(tr("What can be typed"));
    m_help->setAccessibleName(m_help->toolTip());
    m_saved->setIcon(themedIcon(QStringLiteral("saved-search")));
    m_saved->setToolTip(tr("Saved searches"));
    m_saved->setAccessibleName(m_saved->toolTip());
    for (QToolButton* button : {m_help, m_saved})
        button->setFocusPolicy(Qt::StrongFocus);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    fillExamples();

    connect(m_line, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_clear->setVisible(!text.isEmpty()); });
    connect(m_line, &QLineEdit::textEdited, this, [this] { m_settle.start(); });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        m_settle.stop();
        Q_EMIT accepted(text());
    });
    connect(m_clear, &QAction::triggered, this, [this] {
        setText({});
        Q_EMIT textSettled({});
    });
    connect(&m_settle, &QTimer::timeout, this, [this] { Q_EMIT textSettled(text()); });
    const auto popUp = [](QToolButton* button, QMenu* menu) {
        menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
    };
    connect(m_help, &QToolButton::clicked, this, [=, this] { popUp(m_help, m_examples); });
    connect(m_saved, &QToolButton::clicked, this, [=, this] { popUp(m_saved, savedMenu()); });
}

QString SearchField::text() const
{
    return m_line->text();
}

void SearchField::setText(const QString& text)
{
    m_settle.stop();
    if (m_line->text() != text)
        m_line->setText(text);
}

void SearchField::setNotes(const QStringList& notes)
{
    m_notes->setText(notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!notes.isEmpty());
}

void SearchField::setSavable(bool savable)
{
    m_isSavable = savable;
}

QMenu* SearchField::savedMenu()
{
    fillSaved();
    return m_savedMenu;
}

void SearchField::append(const QString& part)
{
    const QString before = text().trimmed();
    setText(before.isEmpty() ? part : before + QStringLiteral(", ") + part);
    m_line->setFocus();
    Q_EMIT textSettled(text());
}

void SearchField::fillExamples()
{
    for (const QueryExample& example : queryExamples()) {
        // What follows the tabulator stands in a column of its own.
        QAction* action
            = m_examples->addAction(QString(example.text + QLatin1Char('\t') + example.meaning)
                                        .replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, text = example.text] { append(text); });
    }
    m_examples->addSeparator();
    QAction* rule = m_examples->addAction(tr("Commas part conditions; all must hold."));
    rule->setEnabled(false);
}

void SearchField::fillSaved()
{
    m_savedMenu->clear();
    const QStringList names = SavedSearches::names();
    const auto shown
        = [](QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); };
    for (const QString& name : names) {
        QAction* action = m_savedMenu->addAction(shown(name));
        action->setToolTip(SavedSearches::text(name));
        connect(
            action, &QAction::triggered, this, [this, name] { Q_EMIT savedSearchChosen(name); });
    }
    m_savedMenu->setToolTipsVisible(true);
    if (!names.isEmpty())
        m_savedMenu->addSeparator();
    QAction* save = m_savedMenu->addAction(tr("Save this search…"));
    save->setEnabled(m_isSavable);
    connect(save, &QAction::triggered, this, &SearchField::saveAsked);
    if (names.isEmpty())
        return;
    QMenu* remove = m_savedMenu->addMenu(tr("Remove"));
    for (const QString& name : names)
        connect(remove->addAction(shown(name)), &QAction::triggered, this,
            [name] { SavedSearches::remove(name); });
}

} // namespace tilewright::ui
