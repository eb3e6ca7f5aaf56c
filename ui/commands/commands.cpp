#include "ui/commands/commands.h"

#include <QSettings>
#include <QWidget>
#include <algorithm>

namespace tilewright::ui {
namespace {

QString settingOf(const QString& id)
{
    return QStringLiteral("keys/") + id;
}

/// What the user chose for a command; none if nothing was.
std::optional<QList<QKeySequence>> chosenKeys(const QString& id)
{
    const QVariant stored = QSettings().value(settingOf(id));
    if (!stored.isValid())
        return std::nullopt;
    QList<QKeySequence> keys;
    for (const QString& text : stored.toStringList()) {
        const QKeySequence key = QKeySequence::fromString(text, QKeySequence::PortableText);
        if (!key.isEmpty())
            keys += key;
    }
    return keys;
}

} // namespace

QString Command::text() const
{
    QString text = action->text();
    return text.remove(QLatin1Char('&'));
}

Commands::Commands(QWidget& window) : QObject(&window), m_window(window) { }

QAction* Commands::add(const QString& id, const QString& text, const QList<QKeySequence>& keys,
    std::optional<Mode> mode)
{
    return add(id, new QAction(text, this), keys, mode);
}

QAction* Commands::add(
    const QString& id, QAction* action, const QList<QKeySequence>& keys, std::optional<Mode> mode)
{
    m_window.addAction(enter(id, action, keys, mode));
    return action;
}

QAction* Commands::addWithin(
    QWidget& area, const QString& id, const QString& text, const QList<QKeySequence>& keys)
{
    QAction* action = enter(id, new QAction(text, this), keys, std::nullopt);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    area.addAction(action);
    return action;
}

QAction* Commands::enter(
    const QString& id, QAction* action, const QList<QKeySequence>& keys, std::optional<Mode> mode)
{
    Q_ASSERT(!find(id));
    action->setShortcuts(chosenKeys(id).value_or(keys));
    action->setVisible(!mode || *mode == m_mode);
    m_commands.push_back({id, mode, keys, action});
    return action;
}

const Command* Commands::find(const QString& id) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(),
        [&](const Command& command) { return command.id == id; });
    return found == m_commands.end() ? nullptr : &*found;
}

QAction* Commands::action(const QString& id) const
{
    const Command* command = find(id);
    return command ? command->action : nullptr;
}

void Commands::setMode(Mode mode)
{
    m_mode = mode;
    for (const Command& command : m_commands)
        command.action->setVisible(!command.mode || *command.mode == mode);
}

bool Commands::isTaken(const QKeySequence& key) const
{
    return std::any_of(m_commands.begin(), m_commands.end(), [&](const Command& command) {
        return !command.mode && command.action->shortcuts().contains(key);
    });
}

const Command* Commands::conflict(const QString& id, const QKeySequence& key) const
{
    const Command* wanted = find(id);
    if (!wanted || key.isEmpty())
        return nullptr;
    const auto found
        = std::find_if(m_commands.begin(), m_commands.end(), [&](const Command& other) {
              const bool meets = !wanted->mode || !other.mode || *wanted->mode == *other.mode;
              return other.id != id && meets && other.action->shortcuts().contains(key);
          });
    return found == m_commands.end() ? nullptr : &*found;
}

void Commands::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    const Command* command = find(id);
    if (!command)
        return;
    QStringList texts;
    for (const QKeySequence& key : keys)
        texts += key.toString(QKeySequence::PortableText);
    QSettings().setValue(settingOf(id), texts);
    command->action->setShortcuts(keys);
    Q_EMIT keysChanged(id);
}

void Commands::resetKeys(const QString& id)
{
    const Command* command = find(id);
    if (!command)
        return;
    QSettings().remove(settingOf(id));
    command->action->setShortcuts(command->defaultKeys);
    Q_EMIT keysChanged(id);
}

void Commands::resetAllKeys()
{
    for (const Command& command : m_commands)
        resetKeys(command.id);
}

bool Commands::hasDefaultKeys(const QString& id) const
{
    const Command* command = find(id);
    return command && command->action->shortcuts() == command->defaultKeys;
}

} // namespace tilewright::ui
