// How a task of a catalogue page is going, and what came of it.
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class BackgroundTask;
struct TaskResult;

/// Hidden until the task starts. While it runs: a bar and Cancel; then one line with what was
/// written, what was left out, and the way to the folder. Failures go to failed() instead.
class TaskStrip : public QFrame {
    Q_OBJECT
public:
    explicit TaskStrip(BackgroundTask& task, QWidget* parent = nullptr);

    QString text() const;
    QPushButton* cancelButton() { return m_cancel; }
    QPushButton* showButton() { return m_show; }
    QPushButton* problemsButton() { return m_showProblems; }

Q_SIGNALS:
    void failed(const QString& message);

private:
    void showRunning();
    void showResult(const TaskResult& result);

    QLabel* m_text;
    QLabel* m_share; ///< percent
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QPushButton* m_showProblems;
    QPushButton* m_show;
    QToolButton* m_dismiss;
    QStringList m_problems;
    QString m_path;
};

} // namespace tilewright::ui
