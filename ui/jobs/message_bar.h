// A message in the window, beside the work: what went wrong and what to do, or a notice.
#pragma once

#include <QFrame>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

/// A button in the message: what can be done about it.
struct MessageAction {
    QString text;
    std::function<void()> run; ///< called after the message has gone
};

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Stays until it is dismissed or cleared; `detail` can be copied. The same failure again only
    /// counts up; its actions are the latest.
    void showFailure(const QString& message, const QString& detail = {},
        std::vector<MessageAction> actions = {});
    /// Gives way to a failure, and to a question.
    void showNotice(const QString& message);
    /// Gives way to a failure; stays until one of its actions is chosen, or it is dismissed.
    void showQuestion(const QString& message, std::vector<MessageAction> actions);
    void clear();

    QString text() const;
    /// In the order of the actions.
    const std::vector<QPushButton*>& actionButtons() const { return m_actions; }
    QPushButton* copyButton() { return m_copy; }
    QToolButton* dismissButton() { return m_dismiss; }

private:
    void showMessage(const QString& message, bool isFailure, std::vector<MessageAction> actions);
    void setActions(std::vector<MessageAction> actions);
    void changeEvent(QEvent* event) override;
    void showIcon();

    QString m_message;
    QString m_detail;
    int m_times = 0;
    bool m_isFailure = false;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_row;
    QHBoxLayout* m_below; ///< the buttons of a failure that leaves a choice
    std::vector<QPushButton*> m_actions;
    QPushButton* m_copy;
    QToolButton* m_dismiss;
};

} // namespace tilewright::ui
