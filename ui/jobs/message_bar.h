// A message in the window, beside the work: what went wrong and what to do, or a notice.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Stays until it is dismissed or cleared; `detail` can be copied. The same failure again only
    /// counts up.
    void showFailure(const QString& message, const QString& detail = {});
    void showNotice(const QString& message);
    void clear();

    QString text() const;
    QPushButton* copyButton() { return m_copy; }
    QToolButton* dismissButton() { return m_dismiss; }

private:
    void showMessage(const QString& message, bool isFailure);
    void changeEvent(QEvent* event) override;
    void showIcon();

    QString m_message;
    QString m_detail;
    int m_times = 0;
    bool m_isFailure = false;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_copy;
    QToolButton* m_dismiss;
};

} // namespace tilewright::ui
