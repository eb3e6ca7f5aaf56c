#include "ui/jobs/message_bar.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace tilewright::ui {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_dismiss(new QToolButton(this))
{
    setProperty("kind", QStringLiteral("card"));
    m_copy->setProperty("kind", QStringLiteral("flat"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dismiss->setIcon(themedIcon(QStringLiteral("remove")));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss the message"));
    m_row = new QHBoxLayout;
    m_row->setSpacing(8);
    m_row->addWidget(m_icon, 0, Qt::AlignVCenter);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_copy);
    m_row->addWidget(m_dismiss);
    m_below = new QHBoxLayout;
    m_below->setSpacing(8);
    m_below->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(0);
    column->addLayout(m_row);
    column->addLayout(m_below);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_message + QLatin1Char('\n') + m_detail);
    });
    connect(m_dismiss, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
}

void MessageBar::showFailure(
    const QString& message, const QString& detail, std::vector<MessageAction> actions)
{
    m_times = m_isFailure && isVisibleTo(parentWidget()) && message == m_message ? m_times + 1 : 1;
    m_detail = detail;
    showMessage(message, true, std::move(actions));
}

void MessageBar::showNotice(const QString& message)
{
    // A failure, or a question without an answer, matters more than a notice that comes with it.
    if ((m_isFailure || !m_actions.empty()) && isVisibleTo(parentWidget()))
        return;
    m_times = 1;
    m_detail.clear();
    showMessage(message, false, {});
}

void MessageBar::showQuestion(const QString& message, std::vector<MessageAction> actions)
{
    if (m_isFailure && isVisibleTo(parentWidget()))
        return;
    m_times = 1;
    m_detail.clear();
    showMessage(message, false, std::move(actions));
}

void MessageBar::showMessage(
    const QString& message, bool isFailure, std::vector<MessageAction> actions)
{
    m_message = message;
    m_isFailure = isFailure;
    setActions(std::move(actions));
    m_text->setText(m_times > 1 ? tr("%n times: %1", nullptr, m_times).arg(message) : message);
    m_text->setAccessibleName(
        isFailure ? tr("Failure: %1").arg(message) : tr("Notice: %1").arg(message));
    m_copy->setVisible(!m_detail.isEmpty());
    showIcon();
    show();
}

void MessageBar::setActions(std::vector<MessageAction> actions)
{
    for (QPushButton* button : m_actions) {
        button->hide();
        button->deleteLater(); // it may be the one that is being clicked
    }
    m_actions.clear();
    // Beside each other the sentence of a failure and its buttons would squeeze each other.
    const bool isBelow = m_isFailure && !actions.empty();
    QHBoxLayout* layout = isBelow ? m_below : m_row;
    m_row->removeWidget(m_copy);
    m_below->removeWidget(m_copy);
    layout->insertWidget(isBelow ? 0 : m_row->indexOf(m_dismiss), m_copy);
    m_below->setContentsMargins(24, isBelow ? 8 : 0, 0, 0); // under the text
    QWidget* previous = m_text;
    for (MessageAction& action : actions) {
        auto* button = new QPushButton(action.text, this);
        connect(button, &QPushButton::clicked, this, [this, run = std::move(action.run)] {
            const auto chosen = run; // clear() takes the button away
            clear();
            chosen();
        });
        layout->insertWidget(layout->indexOf(m_copy), button);
        setTabOrder(previous, button);
        previous = button;
        m_actions.push_back(button);
    }
    setTabOrder(previous, m_copy);
}

void MessageBar::clear()
{
    hide();
    setActions({});
    m_message.clear();
    m_text->clear();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void MessageBar::showIcon()
{
    const QColor color = palette().color(m_isFailure ? role::danger : role::mutedText);
    m_icon->setPixmap(
        iconPixmap(m_isFailure ? QStringLiteral("warning") : QStringLiteral("information"), color,
            16, devicePixelRatioF()));
}

} // namespace tilewright::ui
