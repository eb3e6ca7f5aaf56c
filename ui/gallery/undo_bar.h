// Says what was just done to tiles, and offers to undo it.
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

/// Lies over its parent's lower edge and goes after a while, unless the pointer or the focus is on
/// it.
class UndoBar : public QFrame {
    Q_OBJECT
public:
    static constexpr int shownMilliseconds = 10000;

    explicit UndoBar(QWidget* parent);

    /// "3 tiles deleted  Undo"
    void offer(const QString& text);
    /// Two ways on, and no hurry.
    void ask(const QString& text, const QString& accept, const QString& decline);
    void dismiss();

    QString text() const;
    QPushButton* undoButton() { return m_undo; }
    QPushButton* otherButton() { return m_other; }

Q_SIGNALS:
    void undone(); ///< or accepted
    void declined();

private:
    void appear(const QString& text);
    void place();
    bool eventFilter(QObject* watched, QEvent* event) override;

    QLabel* m_text;
    QPushButton* m_undo;
    QPushButton* m_other;
    QToolButton* m_dismiss;
    QTimer m_timer;
};

} // namespace tilewright::ui
