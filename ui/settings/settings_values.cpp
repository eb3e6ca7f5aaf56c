// What the settings panel remembers, and what its undo steps hold.
#include <QCheckBox>
#include <QComboBox>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QUndoStack>

#include "ui/settings/guide_settings.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/setting_keys.h"
#include "ui/settings/settings_change.h"
#include "ui/settings/settings_panel.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {

void SettingsPanel::setUndoStack(QUndoStack* stack)
{
    m_undo = stack;
    m_recorded = values();
}

void SettingsPanel::record(const QString& text, const QStringList& keys)
{
    if (m_isSetting)
        return;
    const QVariantMap now = values();
    QVariantMap before, after;
    for (const QString& key : keys) {
        if (m_recorded.value(key) == now.value(key))
            continue;
        before.insert(key, m_recorded.value(key));
        after.insert(key, now.value(key));
    }
    m_recorded = now;
    if (!m_undo || after.isEmpty())
        return;
    if (keys != m_recordedKeys || keys.size() > 1)
        ++m_gesture;
    m_recordedKeys = keys;
    m_undo->push(new SettingsChange(*this, text, before, after, m_gesture));
}

QVariantMap SettingsPanel::values() const
{
    QVariantMap values{{key::guided, m_guided->isChecked()},
        {key::seamless, static_cast<int>(m_guide->seamless())},
        {key::size, m_size->currentData().toSize()}, {key::count, m_count->value()},
        {key::seed, QVariant::fromValue<quint64>(m_seed->seed())}, {key::lock, m_seed->isLocked()}};
    for (const FollowedValue& setting : m_followed)
        values.insert(setting.key, setting.isTouched ? QVariant(setting.value()) : QVariant());
    return values;
}

void SettingsPanel::setValues(const QVariantMap& values)
{
    {
        const QScopedValueRollback isSetting(m_isSetting, true);
        if (values.contains(key::guided))
            m_guided->setChecked(values.value(key::guided).toBool());
        if (values.contains(key::seamless))
            m_guide->setSeamless(static_cast<SeamlessAxes>(values.value(key::seamless).toInt()));
        if (values.contains(key::size))
            selectSize(values.value(key::size).toSize());
        if (values.contains(key::count))
            m_count->setValue(values.value(key::count).toInt());
        if (values.contains(key::seed))
            m_seed->setSeed(values.value(key::seed).toULongLong());
        if (values.contains(key::lock))
            m_seed->setLocked(values.value(key::lock).toBool());
        for (FollowedValue& setting : m_followed) {
            if (!values.contains(setting.key))
                continue;
            setting.isTouched = values.value(setting.key).isValid();
            if (setting.isTouched)
                setting.show(values.value(setting.key).toDouble());
        }
        showAdvice();
    }
    m_recorded = this->values();
    m_recordedKeys.clear();
    Q_EMIT changed();
}

QVariantMap SettingsPanel::state() const
{
    QVariantMap state{{key::guided, m_guided->isChecked()},
        {key::seamless, toQString(toText(m_guide->seamless()))},
        {key::size, m_size->currentData().toSize()}, {key::more, m_guide->isExpanded()}};
    for (const FollowedValue& setting : m_followed)
        if (setting.isTouched)
            state.insert(setting.key, setting.value());
    return state;
}

void SettingsPanel::restoreState(const QVariantMap& state)
{
    const QScopedValueRollback isSetting(m_isSetting, true);
    m_guided->setChecked(state.value(key::guided, true).toBool());
    m_guide->setSeamless(parseSeamless(state.value(key::seamless).toString().toStdString())
                             .value_or(SeamlessAxes::None));
    m_guide->setExpanded(state.value(key::more).toBool());
    const QSize size = state.value(key::size).toSize();
    // Sizes are those of the model, which may be another one now.
    if (const int index = m_size->findData(size); index >= 0)
        m_size->setCurrentIndex(index);
    for (FollowedValue& setting : m_followed) {
        bool isNumber = false;
        const double number = state.value(setting.key).toDouble(&isNumber);
        setting.isTouched = isNumber;
        if (isNumber)
            setting.show(number);
    }
    showAdvice();
    m_recorded = values();
}

} // namespace tilewright::ui
