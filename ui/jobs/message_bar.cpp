#include "ui/jobs/message_bar.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

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
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy);
    row->addWidget(m_dismiss);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_message + QLatin1Char('\n') + m_detail);
    });
    connect(m_dismiss, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
}

void MessageBar::showFailure(const QString& message, const QString& detail)
{
    m_times = m_isFailure && isVisibleTo(parentWidget()) && message == m_message ? m_times + 1 : 1;
    m_detail = detail;
    showMessage(message, true);
}

void MessageBar::showNotice(const QString& message)
{
    // A failure matters more than a notice that comes with it.
    if (m_isFailure && isVisibleTo(parentWidget()))
        return;
    m_times = 1;
    m_detail.clear();
    showMessage(message, false);
}

void MessageBar::showMessage(const QString& message, bool isFailure)
{
    m_message = message;
    m_isFailure = isFailure;
    m_text->setText(m_times > 1 ? tr("%n times: %1", nullptr, m_times).arg(message) : message);
    m_text->setAccessibleName(
        isFailure ? tr("Failure: %1").arg(message) : tr("Notice: %1").arg(message));
    m_copy->setVisible(!m_detail.isEmpty());
    showIcon();
    show();
}

void MessageBar::clear()
{
    hide();
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
