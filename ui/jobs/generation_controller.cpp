#include "ui/jobs/generation_controller.h"

#include <algorithm>
#include <set>
#include <spdlog/spdlog.h>
#include <utility>

#include "core/library/tile_file_name.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {
template <typename... Handlers> struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

class BorrowedGenerator : public Generator {
public:
    explicit BorrowedGenerator(JobQueue& queue) : m_queue(queue) { }
    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        return m_queue.make(request, observer, std::move(stop));
    }

private:
    JobQueue& m_queue;
};
} // namespace

GenerationController::GenerationController(
    GeneratorFactory factory, std::filesystem::path tileFolder, QObject* parent)
    : GenerationController(std::move(factory), savingIn(std::move(tileFolder)), {}, parent)
{
}

GenerationController::GenerationController(GeneratorFactory factory, JobQueue::Save save,
    const std::filesystem::path& queueFile, QObject* parent)
    : QObject(parent)
    , m_file(queueFile.empty() ? nullptr : std::make_unique<QueueFile>(queueFile))
    , m_queue(std::make_unique<JobQueue>(std::move(factory), std::move(save),
          [this](JobId id, const GenerationEvent& event) { receive(id, event); }))
{
}

GenerationController::~GenerationController()
{
    // Joined while this object is still whole: the worker calls into it until then.
    m_queue.reset();
}

JobQueue::Save GenerationController::savingIn(std::filesystem::path folder)
{
    return [folder = std::move(folder)](const Tile& tile) {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        const std::filesystem::path path = freeTilePath(folder, tile.request);
        return saveTile(path, tile).map([&path] { return path; });
    };
}

void GenerationController::generate(const GenerationRequest& first, int count)
{
    std::vector<GenerationRequest> requests(static_cast<std::size_t>(std::max(count, 0)), first);
    for (std::size_t i = 0; i < requests.size(); ++i)
        requests[i].seed += i;
    submit(std::move(requests));
}

void GenerationController::submit(std::vector<GenerationRequest> requests)
{
    if (m_isSuspended)
        return;
    const bool wasBusy = isBusy();
    const auto ids = m_queue->submitAll(requests);
    if (!ids) {
        Q_EMIT rejected(toQString(ids.error().message));
        return;
    }
    for (std::size_t i = 0; i < requests.size(); ++i)
        m_jobs.emplace((*ids)[i], Job{std::move(requests[i]), {}, {}});
    if (!wasBusy) {
        m_submitted = 0;
        m_totals = {};
    }
    m_submitted += static_cast<int>(ids->size());
    m_status.total = m_submitted;
    refreshEntries();
    if (!wasBusy)
        Q_EMIT busyChanged(true);
}

std::unique_ptr<Generator> GenerationController::borrowGenerator()
{
    return std::make_unique<BorrowedGenerator>(*m_queue);
}

void GenerationController::cancelNow()
{
    m_queue->cancelNow();
}

void GenerationController::cancelAfterCurrent()
{
    m_queue->cancelAfterCurrent();
}

void GenerationController::cancel(JobId job)
{
    m_queue->cancel(job);
}

void GenerationController::suspend()
{
    keepQueue();
    m_isSuspended = true;
    m_queue->cancelNow();
}

void GenerationController::setPaused(bool isPausedNow)
{
    if (isPausedNow == isPaused())
        return;
    if (isPausedNow)
        m_queue->pause();
    else
        m_queue->resume();
    Q_EMIT pausedChanged(isPausedNow);
    refreshEntries();
}

bool GenerationController::move(JobId job, int position)
{
    if (!m_queue->move(job, static_cast<std::size_t>(std::max(position, 0))))
        return false;
    refreshEntries();
    return true;
}

std::optional<double> GenerationController::waitingSeconds() const
{
    double sum = 0;
    for (const QueueEntry& entry : m_entries) {
        if (entry.isRunning)
            continue;
        const auto seconds = m_work.seconds(entry.request);
        if (!seconds)
            return std::nullopt;
        sum += *seconds;
    }
    return sum;
}

void GenerationController::restore()
{
    if (!m_file)
        return;
    QueueFile::Content content = m_file->read();
    if (!content.notice.empty())
        Q_EMIT noticed(toQString(content.notice));
    m_restored = std::move(content.requests);
    if (!m_restored.empty())
        Q_EMIT restored(restoredCount());
}

void GenerationController::continueRestored()
{
    if (m_restored.empty())
        return;
    submit(std::exchange(m_restored, {}));
    Q_EMIT restored(0);
}

void GenerationController::discardRestored()
{
    if (m_restored.empty())
        return;
    m_restored.clear();
    keepQueue();
    Q_EMIT restored(0);
}

/// What the queue itself says, so that a move or a cancel that came too late shows as it is.
void GenerationController::refreshEntries()
{
    std::vector<QueuedJob> waiting = m_queue->waitingJobs();
    std::set<JobId> waitingIds;
    for (const QueuedJob& job : waiting)
        waitingIds.insert(job.id);
    m_entries.clear();
    for (const auto& [id, job] : m_jobs)
        if (!waitingIds.contains(id))
            m_entries.push_back({id, job.request, true});
    for (QueuedJob& job : waiting)
        if (m_jobs.contains(job.id))
            m_entries.push_back({job.id, std::move(job.request), false});
    keepQueue();
    Q_EMIT queueChanged();
    if (isPaused() && !m_entries.empty() && !m_entries.front().isRunning)
        Q_EMIT heldBack(static_cast<int>(m_entries.size()));
}

void GenerationController::keepQueue()
{
    if (!m_file || m_isSuspended)
        return;
    std::vector<GenerationRequest> requests;
    for (const QueueEntry& entry : m_entries)
        requests.push_back(entry.request);
    requests.insert(requests.end(), m_restored.begin(), m_restored.end());
    m_file->store(std::move(requests));
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
                const int interval = m_previewInterval;
                const bool isShown = interval > 0 && progress.done % interval == 0;
                onOwnThread(
                    [this, id, phase = progress.phase, done = progress.done, units = progress.units,
                        preview = isShown ? toQImage(progress.preview) : QImage()] {
                        advance(id, phase, done, units, preview);
                    });
            },
            [&](const Notice& notice) {
                onOwnThread(
                    [this, message = toQString(notice.message)] { Q_EMIT noticed(message); });
            },
            [&](const Finished& result) {
                onOwnThread([this, id, tile = toLoadedTile(result.tile, result.file)] {
                    end(id, [&](const Job& job) {
                        ++m_totals.finished;
                        m_work.made(job.request, JobStatus::Clock::now() - job.began);
                        Q_EMIT finished(tile);
                    });
                });
            },
            [&](const Failed& failure) {
                spdlog::error(
                    "Tile not made: {} ({})", failure.error.message, failure.error.detail);
                onOwnThread([this, id, error = failure.error] {
                    end(id, [&](const Job& job) {
                        ++m_totals.failed;
                        m_totals.lastFailure = toQString(error.message);
                        Q_EMIT failed({job.request.seed, error.kind, toQString(error.message),
                            toQString(error.detail), job.request, job.phase});
                    });
                });
            },
            [&](const Cancelled&) {
                onOwnThread([this, id] {
                    end(id, [&](const Job& job) {
                        ++m_totals.cancelled;
                        Q_EMIT cancelled(job.request.seed);
                    });
                });
            },
        },
        event);
}

void GenerationController::beginPhase(JobId id, const PhaseBegan& began)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end())
        return;
    Job& job = found->second;
    const auto now = JobStatus::Clock::now();
    if (!job.phase || *job.phase == Phase::Load)
        job.began = now;
    const bool isNew = !job.phase;
    job.phase = began.phase;
    if (m_status.id != id) {
        m_status = {};
        m_status.id = id;
        m_status.began = now;
        m_status.seed = job.request.seed;
        m_status.size = QSize(job.request.width, job.request.height);
        m_status.attempts = job.request.guide == Guide::Mix ? job.request.attempts : 1;
    }
    m_status.index = m_totals.finished + m_totals.failed + m_totals.cancelled + 1;
    m_status.total = m_submitted;
    m_status.phase = began.phase;
    m_status.attempt = began.attempt;
    m_status.units = began.units;
    m_status.done = 0;
    m_status.expectedEnd.reset();
    if (began.phase == Phase::Denoise)
        m_remaining.start(now);
    if (isNew)
        refreshEntries();
    Q_EMIT statusChanged(m_status);
}

void GenerationController::advance(
    JobId id, Phase phase, int done, int units, const QImage& preview)
{
    const auto job = m_jobs.find(id);
    if (m_status.id != id || job == m_jobs.end())
        return;
    const auto now = JobStatus::Clock::now();
    m_status.phase = phase;
    m_status.done = done;
    m_status.units = units;
    if (phase == Phase::Denoise) {
        m_remaining.stepDone(now);
        if (const auto left = m_remaining.estimate(units - done)) {
            m_status.expectedEnd = now + *left;
            m_work.seen(job->second.request, *m_remaining.estimate(units));
        }
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
    report(job.mapped());
    refreshEntries();
    if (m_jobs.empty()) {
        Q_EMIT allEnded(m_totals);
        Q_EMIT busyChanged(false);
    }
}

} // namespace tilewright::ui
