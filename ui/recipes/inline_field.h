// A question in the place where its answer belongs: a field, a button, and what is wrong.
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

/// Hidden until it is asked something. Enter or the button answers, Esc or the cross gives up; the
/// focus goes back to where it came from.
class InlineField : public QWidget {
    Q_OBJECT
public:
    struct Question {
        QString caption;
        QString answer; ///< proposed
        QString button;
        /// Why an answer cannot be taken; empty when it can. May be null.
        std::function<QString(const QString&)> problemOf;
        /// Whether the answer was taken; the field stays when not.
        std::function<bool(const QString&)> accept;
    };

    explicit InlineField(QWidget* parent = nullptr);

    void ask(Question question);
    void close();
    bool isAsking() const { return m_isAsking; }

    QLineEdit* field() { return m_field; }
    QPushButton* button() { return m_button; }
    QToolButton* cancelButton() { return m_cancel; }
    QString problem() const;

Q_SIGNALS:
    void opened();
    void closed();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void check();
    void answer();

    Question m_question;
    bool m_isAsking = false;
    QPointer<QWidget> m_origin; ///< what had the focus
    QLabel* m_caption;
    QLineEdit* m_field;
    QPushButton* m_button;
    QToolButton* m_cancel;
    QLabel* m_problem;
};

} // namespace tilewright::ui
