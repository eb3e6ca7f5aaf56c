// What the running job does, how far it is, and how to stop it.
#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/jobs/generation_controller.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace tilewright::ui {

class ProgressStrip : public QFrame {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    /// Accepted, nothing told yet.
    void showWaiting();
    void showStatus(const JobStatus& status);
    /// Nothing runs, and so many tiles wait until the queue is resumed.
    void showPaused(int waiting);
    /// A cancel was asked for; shown at once, though the running step ends first.
    void showStopping();

    QPushButton* stopAfterButton() { return m_stopAfter; }
    QPushButton* cancelButton() { return m_cancel; }
    QString text() const;
    QString timeText() const;
    QProgressBar* bar() { return m_bar; }

Q_SIGNALS:
    void stopAfterRequested();
    void cancelRequested();

private:
    void showTimes();
    void hideEvent(QHideEvent* event) override;

    JobStatus m_status;
    bool m_isStopping = false;
    bool m_isStoppingAfter = false;
    QLabel* m_text;
    QLabel* m_time;
    QPushButton* m_stopAfter;
    QPushButton* m_cancel;
    QProgressBar* m_bar;
    QTimer m_clock;
};

/// 0…1 over all phases of one tile: the last step is not the end, decoding and saving follow.
double overallProgress(const JobStatus& status);
/// "0.4 s", "12 s", "2:05"
QString formatDuration(double seconds);

} // namespace tilewright::ui
