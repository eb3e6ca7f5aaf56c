// Tells the desktop how the tiles are coming along when nobody looks at the window.
#pragma once

#include <QObject>
#include <QPointer>
#include <memory>
#include <optional>

#include "ui/jobs/generation_controller.h"

namespace tilewright::ui {

/// Where it goes.
class DesktopSink {
public:
    virtual ~DesktopSink() = default;
    virtual void notify(const QString& title, const QString& text) = 0;
    /// 0…1 in the task bar; nothing: no progress.
    virtual void showProgress(std::optional<double> progress) = 0;
};

/// org.freedesktop.Notifications and com.canonical.Unity.LauncherEntry on the session bus; where
/// there is none, nothing happens. Never waits for an answer.
std::unique_ptr<DesktopSink> makeDesktopSink();

/// A notification when all jobs have ended while the window was not active; progress over all
/// jobs in the task bar.
class DesktopNotifier : public QObject {
    Q_OBJECT
public:
    /// `window` is whose activity counts.
    DesktopNotifier(GenerationController& jobs, QWidget& window,
        std::unique_ptr<DesktopSink> sink = makeDesktopSink());
    ~DesktopNotifier() override;

private:
    void showStatus(const JobStatus& status);
    void tellEnd(const JobTotals& totals);
    void showPercent(int percent);

    QWidget& m_window;
    std::unique_ptr<DesktopSink> m_sink;
    int m_percent = -1; ///< as shown; negative: none
};

} // namespace tilewright::ui
