#include "ui/support/escape_clears.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace tilewright::ui {

EscapeClears::EscapeClears(QLineEdit* field) : QObject(field), m_field(field)
{
    field->installEventFilter(this);
}

bool EscapeClears::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey
        = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || m_field->text().isEmpty()
        || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else
        m_field->clear();
    return true;
}

} // namespace tilewright::ui
