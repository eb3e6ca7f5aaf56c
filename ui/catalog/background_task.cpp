#include "ui/catalog/background_task.h"

#include <exception>

namespace tilewright::ui {

BackgroundTask::~BackgroundTask()
{
    // Joined here, while signals can still be queued to a living object.
    m_thread = {};
}

void BackgroundTask::start(Work work)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    const quint64 run = ++m_run;
    Q_EMIT started();
    m_thread = std::jthread([this, run, work = std::move(work)](std::stop_token stop) {
        const Report report = [this, run](double fraction, const QString& what) {
            QMetaObject::invokeMethod(this, [this, run, fraction, what] {
                if (run == m_run && m_isRunning)
                    Q_EMIT progressed(fraction, what);
            });
        };
        Expected<TaskResult> result = fail(ErrorKind::Internal, {});
        try {
            result = work(report, stop);
        } catch (const std::bad_alloc&) {
            result = fail(ErrorKind::Retryable,
                tr("There is not enough memory for this. Choose a smaller size.").toStdString());
        } catch (const std::exception& error) {
            result = fail(ErrorKind::Internal, tr("An internal error stopped this.").toStdString(),
                error.what());
        }
        QMetaObject::invokeMethod(
            this, [this, run, result = std::move(result)] { end(run, result); });
    });
}

void BackgroundTask::cancel()
{
    m_thread.request_stop();
}

void BackgroundTask::end(quint64 run, const Expected<TaskResult>& result)
{
    if (run != m_run)
        return;
    m_thread = {};
    m_isRunning = false;
    if (result)
        Q_EMIT finished(*result);
    else if (result.error().kind == ErrorKind::Cancelled)
        Q_EMIT cancelled();
    else
        Q_EMIT failed(QString::fromStdString(result.error().message),
            QString::fromStdString(result.error().detail));
}

} // namespace tilewright::ui
