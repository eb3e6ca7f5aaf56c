#include "ui/recipes/inline_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/support/labels.h"
#include "ui/theme/icons.h"

namespace tilewright::ui {

InlineField::InlineField(QWidget* parent)
    : QWidget(parent)
    , m_caption(captionLabel({}, this))
    , m_field(new QLineEdit(this))
    , m_button(new QPushButton(this))
    , m_cancel(new QToolButton(this))
    , m_problem(labelOfKind("problem", {}, this))
{
    m_caption->setBuddy(m_field);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_button->setProperty("kind", QStringLiteral("flat"));
    m_cancel->setIcon(themedIcon(QStringLiteral("remove")));
    m_cancel->setToolTip(tr("Cancel (Esc)"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_field->installEventFilter(this);

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addWidget(m_button);
    row->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_caption);
    column->addLayout(row);
    column->addWidget(m_problem);

    connect(m_field, &QLineEdit::textChanged, this, &InlineField::check);
    connect(m_field, &QLineEdit::returnPressed, this, &InlineField::answer);
    connect(m_button, &QPushButton::clicked, this, &InlineField::answer);
    connect(m_cancel, &QToolButton::clicked, this, &InlineField::close);
    hide();
}

QString InlineField::problem() const
{
    return m_problem->text();
}

void InlineField::ask(Question question)
{
    if (!m_isAsking)
        m_origin = window()->focusWidget();
    m_question = std::move(question);
    m_isAsking = true;
    m_caption->setText(m_question.caption);
    m_field->setAccessibleName(m_question.caption);
    m_button->setText(m_question.button);
    m_field->setText(m_question.answer);
    check();
    show();
    m_field->selectAll();
    m_field->setFocus();
    Q_EMIT opened();
}

void InlineField::close()
{
    if (!m_isAsking)
        return;
    m_isAsking = false;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    Q_EMIT closed();
    if (hadFocus && m_origin && m_origin->isVisible())
        m_origin->setFocus();
}

void InlineField::check()
{
    const QString problem
        = m_question.problemOf ? m_question.problemOf(m_field->text()) : QString();
    // An empty field needs no reproach.
    m_problem->setText(m_field->text().trimmed().isEmpty() ? QString() : problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_button->setEnabled(problem.isEmpty());
}

void InlineField::answer()
{
    if (m_question.problemOf && !m_question.problemOf(m_field->text()).isEmpty())
        return;
    if (m_question.accept(m_field->text()))
        close();
}

bool InlineField::eventFilter(QObject* watched, QEvent* event)
{
    // Esc means this field while it is open, not the running generation.
    const bool isKey
        = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else
        close();
    return true;
}

} // namespace tilewright::ui
