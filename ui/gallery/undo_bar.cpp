#include "ui/gallery/undo_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/theme/icons.h"

namespace tilewright::ui {

UndoBar::UndoBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_undo(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_dismiss(new QToolButton(this))
{
    setProperty("kind", QStringLiteral("card"));
    m_text->setTextFormat(Qt::PlainText);
    m_undo->setProperty("kind", QStringLiteral("flat"));
    m_other->setProperty("kind", QStringLiteral("flat"));
    m_dismiss->setIcon(themedIcon(QStringLiteral("remove")));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setAccessibleName(tr("Dismiss the message"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    row->setSpacing(4);
    row->addWidget(m_text);
    row->addSpacing(8);
    row->addWidget(m_undo);
    row->addWidget(m_other);
    row->addWidget(m_dismiss);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || isAncestorOf(focusWidget()))
            m_timer.start();
        else
            hide();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT undone();
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT declined();
    });
    connect(m_dismiss, &QToolButton::clicked, this, &UndoBar::dismiss);
    parent->installEventFilter(this);
    hide();
}

void UndoBar::offer(const QString& text)
{
    m_undo->setText(tr("Undo"));
    m_other->hide();
    appear(text);
    m_timer.start();
}

void UndoBar::ask(const QString& text, const QString& accept, const QString& decline)
{
    m_undo->setText(accept);
    m_other->setText(decline);
    m_other->show();
    m_timer.stop();
    appear(text);
}

void UndoBar::dismiss()
{
    m_timer.stop();
    hide();
}

QString UndoBar::text() const
{
    return m_text->text();
}

void UndoBar::appear(const QString& text)
{
    m_text->setText(text);
    setAccessibleName(text);
    show();
    raise();
    place();
}

void UndoBar::place()
{
    layout()->activate();
    const QSize size = sizeHint();
    const int width = std::min(size.width(), parentWidget()->width() - 16);
    setGeometry((parentWidget()->width() - width) / 2,
        parentWidget()->height() - size.height() - 48, width, size.height());
}

bool UndoBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace tilewright::ui
