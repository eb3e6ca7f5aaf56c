#include "ui/settings/settings_change.h"

#include "ui/settings/settings_panel.h"

namespace tilewright::ui {

SettingsChange::SettingsChange(
    SettingsPanel& panel, const QString& text, QVariantMap before, QVariantMap after, int gesture)
    : QUndoCommand(text)
    , m_panel(&panel)
    , m_before(std::move(before))
    , m_after(std::move(after))
    , m_gesture(gesture)
{
}

void SettingsChange::undo()
{
    if (m_panel)
        m_panel->setValues(m_before);
    m_isShown = false;
}

void SettingsChange::redo()
{
    if (m_panel && !m_isShown)
        m_panel->setValues(m_after);
    m_isShown = true;
}

bool SettingsChange::mergeWith(const QUndoCommand* next)
{
    const auto* change = static_cast<const SettingsChange*>(next);
    for (auto value = change->m_after.begin(); value != change->m_after.end(); ++value) {
        if (!m_before.contains(value.key()))
            m_before.insert(value.key(), change->m_before.value(value.key()));
        m_after.insert(value.key(), value.value());
    }
    setObsolete(m_after == m_before);
    return true;
}

} // namespace tilewright::ui
