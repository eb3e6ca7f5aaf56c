#include "ui/jobs/desktop_notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QFileInfo>
#include <QVariantMap>
#include <QWidget>

#include "ui/jobs/progress_strip.h"

namespace tilewright::ui {
namespace {

class SessionBusSink final : public DesktopSink {
public:
    void notify(const QString& title, const QString& text) override
    {
        if (!hasBus())
            return;
        QDBusMessage call
            = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"),
                QStringLiteral("/org/freedesktop/Notifications"),
                QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
        const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("tilewright")}};
        constexpr uint replaced = 0; // none
        constexpr int asLongAsUsual = -1; // milliseconds
        call << QStringLiteral("Tilewright") << replaced << QStringLiteral("tilewright") << title
             << text << QStringList() << hints << asLongAsUsual;
        QDBusConnection::sessionBus().send(call);
    }

    void showProgress(std::optional<double> progress) override
    {
        if (!hasBus())
            return;
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/com/tilewright/Studio"),
            QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
        const QVariantMap properties{{QStringLiteral("progress"), progress.value_or(0.0)},
            {QStringLiteral("progress-visible"), progress.has_value()}};
        signal << QStringLiteral("application://tilewright.desktop") << properties;
        QDBusConnection::sessionBus().send(signal);
    }

private:
    /// Looks for a bus before Qt does, which would start one.
    static bool hasBus()
    {
        static const bool isThere = [] {
            const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
            const bool isNamed = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
                || (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
            return isNamed && QDBusConnection::sessionBus().isConnected();
        }();
        return isThere;
    }
};

} // namespace

std::unique_ptr<DesktopSink> makeDesktopSink()
{
    return std::make_unique<SessionBusSink>();
}

DesktopNotifier::DesktopNotifier(
    GenerationController& jobs, QWidget& window, std::unique_ptr<DesktopSink> sink)
    : QObject(&window), m_window(window), m_sink(std::move(sink))
{
    connect(&jobs, &GenerationController::statusChanged, this, &DesktopNotifier::showStatus);
    connect(&jobs, &GenerationController::allEnded, this, &DesktopNotifier::tellEnd);
}

DesktopNotifier::~DesktopNotifier()
{
    showPercent(-1);
}

void DesktopNotifier::showStatus(const JobStatus& status)
{
    const double done = (status.index - 1 + overallProgress(status)) / std::max(status.total, 1);
    showPercent(static_cast<int>(100 * done));
}

void DesktopNotifier::tellEnd(const JobTotals& totals)
{
    showPercent(-1);
    if (m_window.isActiveWindow() || totals.finished + totals.failed == 0)
        return;
    if (totals.failed == 0)
        m_sink->notify(tr("Tiles are ready"), tr("%n tiles were made.", nullptr, totals.finished));
    else if (totals.finished == 0)
        m_sink->notify(tr("No tile was made"), totals.lastFailure);
    else
        m_sink->notify(tr("Not all tiles were made"),
            tr("%1 were made, %2 were not: %3")
                .arg(totals.finished)
                .arg(totals.failed)
                .arg(totals.lastFailure));
}

void DesktopNotifier::showPercent(int percent)
{
    if (percent == m_percent)
        return;
    m_percent = percent;
    m_sink->showProgress(percent < 0 ? std::nullopt : std::optional(percent / 100.0));
}

} // namespace tilewright::ui
