// Every command of the window, with keys that can be changed.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <optional>
#include <vector>

class QWidget;

namespace tilewright::ui {

/// What the middle of the window is used for at a time.
enum class Mode { Mix, Gallery, Compare, Catalog };

struct Command {
    QString id; ///< under which its keys are remembered: "mix.generate"
    std::optional<Mode> mode; ///< the only one in which it is there; absent: in all
    QList<QKeySequence> defaultKeys;
    QAction* action = nullptr;

    /// Without the mark of its mnemonic.
    QString text() const;
};

/// Actions live on the window, so their keys work while the menus are closed. In a mode only its
/// own commands and those of all modes are visible, so one key may mean different things in two
/// modes. Whether a command can be used just now is its action's isEnabled(), as ever.
class Commands : public QObject {
    Q_OBJECT
public:
    explicit Commands(QWidget& window);

    /// Keys that the user chose for this id before replace the given ones.
    QAction* add(const QString& id, const QString& text, const QList<QKeySequence>& keys,
        std::optional<Mode> mode = std::nullopt);
    /// Takes in an action made elsewhere, e.g. by an undo stack.
    QAction* add(const QString& id, QAction* action, const QList<QKeySequence>& keys,
        std::optional<Mode> mode = std::nullopt);
    /// Its keys work only while the focus is in `area`: Tab is needed elsewhere.
    QAction* addWithin(
        QWidget& area, const QString& id, const QString& text, const QList<QKeySequence>& keys);

    const std::vector<Command>& all() const { return m_commands; }
    const Command* find(const QString& id) const;
    QAction* action(const QString& id) const;

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    /// Whether a command of all modes has this key.
    bool isTaken(const QKeySequence& key) const;
    /// The command that already has this key in a mode where `id` would have it, too; null if none.
    const Command* conflict(const QString& id, const QKeySequence& key) const;
    /// Remembered from now on. An empty list: the command has no key.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    void resetKeys(const QString& id);
    void resetAllKeys();
    bool hasDefaultKeys(const QString& id) const;

Q_SIGNALS:
    void keysChanged(const QString& id);

private:
    QAction* enter(const QString& id, QAction* action, const QList<QKeySequence>& keys,
        std::optional<Mode> mode);

    QWidget& m_window;
    std::vector<Command> m_commands;
    Mode m_mode = Mode::Mix;
};

} // namespace tilewright::ui
