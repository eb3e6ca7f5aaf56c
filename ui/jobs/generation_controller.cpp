#include "ui/jobs/generation_controller.h"

#include <spdlog/spdlog.h>

#include "core/library/tile_file_name.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
template <typename... Handlers> struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;
} // namespace

GenerationController::GenerationController(
    GeneratorFactory factory, std::filesystem::path tileFolder, QObject* parent)
    : QObject(parent)
    , m_queue(std::make_unique<JobQueue>(
          std::move(factory),
          [folder = std::move(tileFolder)](const Tile& tile) { return save(folder, tile); },
          [this](JobId id, const GenerationEvent& event) { receive(id, event); }))
{
}

GenerationController::~GenerationController()
{
    // Joined while this object is still whole: the worker calls into it until then.
    m_queue.reset();
}

void GenerationController::generate(const GenerationRequest& first, int count)
{
    const bool wasBusy = isBusy();
    const auto ids = m_queue->submitBatch(first, count);
    if (!ids) {
        Q_EMIT rejected(toQString(ids.error().message));
        return;
    }
    std::uint64_t seed = first.seed;
    const int attempts = first.guide == Guide::Mix ? first.attempts : 1;
    for (const JobId id : *ids)
        m_jobs.emplace(id, Job{seed++, QSize(first.width, first.height), attempts});
    if (!wasBusy)
        m_submitted = m_ended = 0;
    m_submitted += count;
    m_status.total = m_submitted;
    if (!wasBusy)
        Q_EMIT busyChanged(true);
}

void GenerationController::cancelNow()
{
    m_queue->cancelNow();
}

void GenerationController::cancelAfterCurrent()
{
    m_queue->cancelAfterCurrent();
}

Expected<std::filesystem::path> GenerationController::save(
    const std::filesystem::path& folder, const Tile& tile)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const std::filesystem::path path = freeTilePath(folder, tile.request);
    return saveTile(path, tile).map([&path] { return path; });
}

/// On the worker thread (or on the asking one for jobs that wait). Pictures are converted here, so
/// that the window's thread only draws them.
void GenerationController::receive(JobId id, const GenerationEvent& event)
{
    const auto onOwnThread = [this](auto&& work) {
        QMetaObject::invokeMethod(this, std::forward<decltype(work)>(work), Qt::QueuedConnection);
    };
    std::visit(
        Overloaded{
            [](const Queued&) {},
            [&](const PhaseBegan& began) {
                onOwnThread([this, id, began] { beginPhase(id, began); });
            },
            [&](const Progress& progress) {
                onOwnThread([this, id, phase = progress.phase, done = progress.done,
                                units = progress.units, preview = toQImage(progress.preview)] {
                    advance(id, phase, done, units, preview);
                });
            },
            [&](const Notice& notice) {
                onOwnThread(
                    [this, message = toQString(notice.message)] { Q_EMIT noticed(message); });
            },
            [&](const Finished& result) {
                onOwnThread([this, id, tile = toLoadedTile(result.tile, result.file)] {
                    end(id, [&](const Job&) { Q_EMIT finished(tile); });
                });
            },
            [&](const Failed& failure) {
                spdlog::error(
                    "Tile not made: {} ({})", failure.error.message, failure.error.detail);
                onOwnThread([this, id, error = failure.error] {
                    end(id, [&](const Job& job) {
                        Q_EMIT failed({job.seed, error.kind, toQString(error.message),
                            toQString(error.detail)});
                    });
                });
            },
            [&](const Cancelled&) {
                onOwnThread(
                    [this, id] { end(id, [&](const Job& job) { Q_EMIT cancelled(job.seed); }); });
            },
        },
        event);
}

void GenerationController::beginPhase(JobId id, const PhaseBegan& began)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end())
        return;
    const auto now = JobStatus::Clock::now();
    if (m_status.id != id) {
        m_status = {};
        m_status.id = id;
        m_status.began = now;
        m_status.seed = job->second.seed;
        m_status.size = job->second.size;
        m_status.attempts = job->second.attempts;
    }
    m_status.index = m_ended + 1;
    m_status.total = m_submitted;
    m_status.phase = began.phase;
    m_status.attempt = began.attempt;
    m_status.units = began.units;
    m_status.done = 0;
    m_status.expectedEnd.reset();
    if (began.phase == Phase::Denoise)
        m_remaining.start(now);
    Q_EMIT statusChanged(m_status);
}

void GenerationController::advance(
    JobId id, Phase phase, int done, int units, const QImage& preview)
{
    if (m_status.id != id || !m_jobs.contains(id))
        return;
    const auto now = JobStatus::Clock::now();
    m_status.phase = phase;
    m_status.done = done;
    m_status.units = units;
    if (phase == Phase::Denoise) {
        m_remaining.stepDone(now);
        if (const auto left = m_remaining.estimate(units - done))
            m_status.expectedEnd = now + *left;
    }
    Q_EMIT statusChanged(m_status);
    if (!preview.isNull())
        Q_EMIT previewed(m_status, preview);
}

void GenerationController::end(JobId id, const std::function<void(const Job&)>& report)
{
    const auto job = m_jobs.extract(id);
    if (job.empty())
        return;
    ++m_ended;
    report(job.mapped());
    if (m_jobs.empty())
        Q_EMIT busyChanged(false);
}

} // namespace tilewright::ui
