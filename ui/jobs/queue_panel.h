// What is made now, what comes next, and the order of it.
#pragma once

#include <QWidget>

#include "ui/jobs/queue_model.h"

class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace tilewright::ui {

class QueuePanel : public QWidget {
    Q_OBJECT
public:
    /// Both outlive the panel.
    QueuePanel(GenerationController& jobs, const Palette& palette, QWidget* parent = nullptr);

    QueueModel* model() { return m_model; }
    QListView* list() { return m_list; }
    QToolButton* pauseButton() { return m_pause; }
    QPushButton* foldButton() { return m_fold; }
    QToolButton* upButton() { return m_up; }
    QToolButton* downButton() { return m_down; }
    QToolButton* removeButton() { return m_remove; }
    QPushButton* cancelAllButton() { return m_cancelAll; }
    QPushButton* continueButton() { return m_continue; }
    QPushButton* discardButton() { return m_discard; }
    QString nowText() const;
    QString nowTime() const;
    QString nextText() const;
    QString nextTime() const;

    bool isUnfolded() const;
    void setUnfolded(bool isUnfolded);

Q_SIGNALS:
    /// Remembered by whoever arranges the window.
    void unfoldedChanged(bool isUnfolded);

private:
    QWidget* createRestored();
    QWidget* createDetails();
    void showPause(bool isPaused);
    void showNow(const JobStatus& status);
    void showQueue();
    void showRestored(int count);
    void enableActions();
    void moveBy(int rows);
    void removeSelected();

    GenerationController& m_jobs;
    QueueModel* m_model;
    QPushButton* m_fold;
    QToolButton* m_pause;
    QLabel* m_now;
    QLabel* m_nowTime;
    QLabel* m_next;
    QLabel* m_nextTime;
    QWidget* m_restored = nullptr;
    QLabel* m_restoredText = nullptr;
    QPushButton* m_continue = nullptr;
    QPushButton* m_discard = nullptr;
    QWidget* m_details = nullptr;
    QListView* m_list = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_remove = nullptr;
    QPushButton* m_cancelAll = nullptr;
};

} // namespace tilewright::ui
