// The seed: typed, rolled or kept.
#pragma once

#include <QWidget>
#include <cstdint>
#include <optional>

class QLineEdit;
class QToolButton;

namespace tilewright::ui {

class SeedField : public QWidget {
    Q_OBJECT
public:
    explicit SeedField(QWidget* parent = nullptr);

    std::uint64_t seed() const { return m_seed; }
    void setSeed(std::uint64_t seed);
    bool isLocked() const;
    void setLocked(bool locked);
    /// As the user's doing.
    void roll();
    /// The seed for the next job. The one shown is used once, so that the picture is the one that
    /// was previewed; after that an unlocked field rolls a new one.
    std::uint64_t take();

    QLineEdit* field() { return m_field; }
    QToolButton* diceButton() { return m_dice; }
    QToolButton* lockButton() { return m_lock; }

Q_SIGNALS:
    void seedChanged(quint64 seed);
    /// The user did it: typed another seed or rolled one. After seedChanged().
    void seedEdited(quint64 before, quint64 after);
    /// The user did it, by the button.
    void lockEdited(bool isLocked);

private:
    void edit(std::uint64_t seed);

    std::uint64_t m_seed = 0;
    std::optional<std::uint64_t> m_used;
    QLineEdit* m_field;
    QToolButton* m_dice;
    QToolButton* m_lock;
};

} // namespace tilewright::ui
