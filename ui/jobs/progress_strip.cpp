#include "ui/jobs/progress_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/support/labels.h"
#include "ui/theme/fonts.h"

namespace tilewright::ui {
namespace {
constexpr int resolution = 1000;

QString phaseText(const JobStatus& status)
{
    const auto counted = [&status](const QString& alone, const QString& withCount) {
        return status.units > 1 ? withCount.arg(std::max(status.done, 1)).arg(status.units) : alone;
    };
    switch (status.phase) {
    case Phase::Load:
        return ProgressStrip::tr("loading the model");
    case Phase::Encode:
        return ProgressStrip::tr("encoding");
    case Phase::Denoise:
        return counted(
            ProgressStrip::tr("denoising"), ProgressStrip::tr("denoising, step %1 of %2"));
    case Phase::Decode:
        return counted(ProgressStrip::tr("decoding"), ProgressStrip::tr("decoding, part %1 of %2"));
    case Phase::Measure:
        return ProgressStrip::tr("measuring");
    case Phase::Save:
        return ProgressStrip::tr("saving");
    }
    return {};
}

/// "second attempt, denoising, step 3 of 20"
QString statusText(const JobStatus& status)
{
    if (status.attempt <= 1 || status.phase == Phase::Save)
        return phaseText(status);
    const QString attempt = status.attempt == 2 ? ProgressStrip::tr("second attempt")
        : status.attempt == 3                   ? ProgressStrip::tr("third attempt")
                              : ProgressStrip::tr("attempt %1").arg(status.attempt);
    return ProgressStrip::tr("%1, %2", "attempt, phase").arg(attempt, phaseText(status));
}

double seconds(JobStatus::Clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}
} // namespace

double overallProgress(const JobStatus& status)
{
    constexpr double measured = 0.98; // an attempt ends here; saving follows once
    struct Part {
        double begin, end;
    };
    const Part part = [&status]() -> Part {
        switch (status.phase) {
        case Phase::Load:
            return {0.0, 0.06};
        case Phase::Encode:
            return {0.06, 0.1};
        case Phase::Denoise:
            return {0.1, 0.86};
        case Phase::Decode:
            return {0.86, 0.97};
        case Phase::Measure:
            return {0.97, 0.98};
        case Phase::Save:
            return {0.98, 1.0};
        }
        return {0.0, 0.0};
    }();
    const double fraction = status.units > 0 ? double(status.done) / status.units : 0.0;
    const double progress = part.begin + (part.end - part.begin) * std::clamp(fraction, 0.0, 1.0);
    if (status.phase == Phase::Save || status.attempts <= 1)
        return progress;
    // Most tiles are within the tolerance at once, so the first attempt has most of the bar, and
    // each further one most of what is left: the bar never goes back.
    constexpr double mostly = 0.85;
    const double left = std::pow(1 - mostly, std::max(status.attempt, 1) - 1);
    const bool isLast = status.attempt >= status.attempts;
    const double begin = measured * (1 - left);
    const double length = measured * left * (isLast ? 1 : mostly);
    return begin + length * progress / measured;
}

QString formatDuration(double seconds)
{
    if (seconds < 9.95)
        return ProgressStrip::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const int whole = qRound(seconds);
    if (whole < 100)
        return ProgressStrip::tr("%1 s").arg(whole);
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

ProgressStrip::ProgressStrip(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_time(captionLabel({}, this))
    , m_stopAfter(new QPushButton(tr("Stop after this"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_bar(new QProgressBar(this))
{
    setProperty("kind", QStringLiteral("card"));
    m_stopAfter->setProperty("kind", QStringLiteral("flat"));
    m_cancel->setProperty("kind", QStringLiteral("flat"));
    m_stopAfter->setToolTip(tr("Finish this tile and drop those that wait"));
    m_cancel->setToolTip(tr("Stop now and drop all tiles that wait (Esc)"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, resolution);
    m_bar->setAccessibleName(tr("Progress of this tile"));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(m_time);
    row->addSpacing(8);
    row->addWidget(m_stopAfter);
    row->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_bar);

    m_clock.setInterval(100);
    connect(&m_clock, &QTimer::timeout, this, &ProgressStrip::showTimes);
    connect(m_stopAfter, &QPushButton::clicked, this, [this] {
        m_isStoppingAfter = true;
        m_stopAfter->setEnabled(false);
        m_stopAfter->setText(tr("Stops after this"));
        Q_EMIT stopAfterRequested();
    });
    connect(m_cancel, &QPushButton::clicked, this, &ProgressStrip::cancelRequested);
}

void ProgressStrip::showWaiting()
{
    m_isStopping = m_isStoppingAfter = false;
    m_status = {};
    m_clock.stop();
    m_text->setText(tr("Starting"));
    m_time->clear();
    m_bar->setValue(0);
    m_cancel->setEnabled(true);
    m_stopAfter->setEnabled(true);
    m_stopAfter->setText(tr("Stop after this"));
    m_stopAfter->setVisible(false);
}

void ProgressStrip::showStatus(const JobStatus& status)
{
    m_status = status;
    m_stopAfter->setVisible(m_isStoppingAfter || status.total > status.index);
    m_bar->setValue(qRound(overallProgress(status) * resolution));
    if (!m_clock.isActive())
        m_clock.start();
    showTimes();
    if (m_isStopping)
        return;
    const QString seed = QString::number(status.seed);
    m_text->setText(status.total > 1 ? tr("Tile %1 of %2, seed %3: %4")
                                           .arg(status.index)
                                           .arg(status.total)
                                           .arg(seed, statusText(status))
                                     : tr("Seed %1: %2").arg(seed, statusText(status)));
}

void ProgressStrip::showPaused(int waiting)
{
    if (m_isStopping)
        return;
    m_clock.stop();
    m_text->setText(tr("Paused, %n tiles wait", nullptr, waiting));
    m_time->clear();
    m_bar->setValue(0);
    m_stopAfter->setVisible(false);
}

void ProgressStrip::showStopping()
{
    m_isStopping = true;
    m_text->setText(tr("Stopping…"));
    m_time->clear();
    m_cancel->setEnabled(false);
    m_stopAfter->setEnabled(false);
}

void ProgressStrip::showTimes()
{
    if (m_isStopping || !isVisible())
        return;
    const auto now = JobStatus::Clock::now();
    const QString elapsed = formatDuration(seconds(now - m_status.began));
    const double left = m_status.expectedEnd ? seconds(*m_status.expectedEnd - now) : 0.0;
    m_time->setText(left > 0.05 ? tr("%1, %2 left").arg(elapsed, formatDuration(left)) : elapsed);
}

void ProgressStrip::hideEvent(QHideEvent* event)
{
    m_clock.stop();
    QFrame::hideEvent(event);
}

QString ProgressStrip::text() const
{
    return m_text->text();
}

QString ProgressStrip::timeText() const
{
    return m_time->text();
}

} // namespace tilewright::ui
