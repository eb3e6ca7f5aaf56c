// One long piece of work off the window's thread, with progress, that can be cancelled.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <stop_token>
#include <thread>

#include "core/support/error.h"

namespace tilewright::ui {

/// How a task ended when it did not fail: what to say, and what to show.
struct TaskResult {
    QString summary; ///< "60 pictures in Catalogue 2026"
    QString path; ///< file or folder that was written
    QStringList problems; ///< one sentence each: what was left out and why
};

/// Each start() ends in exactly one of finished(), failed() and cancelled(), on the window's
/// thread. Starting while one runs is a mistake of the caller: ask isRunning().
class BackgroundTask : public QObject {
    Q_OBJECT
public:
    /// Reports progress from the task's thread: 0…1 and what is being done now.
    using Report = std::function<void(double fraction, const QString& what)>;
    using Work = std::function<Expected<TaskResult>(const Report& report, std::stop_token stop)>;

    using QObject::QObject;
    ~BackgroundTask() override; ///< asks the work to stop and waits for it

    void start(Work work);
    void cancel();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void started();
    void progressed(double fraction, const QString& what);
    void finished(const tilewright::ui::TaskResult& result);
    void failed(const QString& message, const QString& detail);
    void cancelled();

private:
    void end(quint64 run, const Expected<TaskResult>& result);

    bool m_isRunning = false;
    quint64 m_run = 0;
    std::jthread m_thread;
};

} // namespace tilewright::ui
