#include "core/generation/job_queue.h"

#include <algorithm>
#include <new>
#include <spdlog/spdlog.h>

namespace tilewright {
namespace {

tl::unexpected<Error> unexpectedFailure(const std::string& what)
{
    return fail(ErrorKind::Internal,
        "Something went wrong inside the program; the tile was not made. Its log tells more.",
        what);
}

/// Errors should be values, but a job must end with one even if something is thrown after all.
template <typename Work> auto withoutThrowing(const Work& work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable,
            "There is not enough memory for this tile. Close other programs, or make it smaller.");
    } catch (const std::exception& error) {
        return unexpectedFailure(error.what());
    } catch (...) {
        return unexpectedFailure("an exception of unknown type");
    }
}

/// Makes the generator first where there is none. What an exception leaves behind of it cannot be
/// trusted, and goes.
Expected<Tile> generate(std::unique_ptr<Generator>& generator, const GeneratorFactory& factory,
    const GenerationRequest& request, const Generator::Observer& observer,
    const std::stop_source& stop)
{
    bool hasReturned = false;
    Expected<Tile> tile = withoutThrowing([&]() -> Expected<Tile> {
        if (!generator)
            generator = factory();
        if (!generator)
            return unexpectedFailure("the factory made no generator");
        Expected<Tile> made = generator->generate(request, observer, stop.get_token());
        hasReturned = true;
        return made;
    });
    if (!hasReturned)
        generator.reset();
    return tile;
}

} // namespace

JobQueue::JobQueue(GeneratorFactory factory, Save save, Observer observer, std::size_t capacity)
    : m_save(std::move(save))
    , m_observer(std::move(observer))
    , m_capacity(capacity)
    , m_worker([this, factory = std::move(factory)](
                   const std::stop_token& stop) { work(stop, factory); })
{
}

JobQueue::~JobQueue()
{
    // First, so that nothing is accepted from the observers of what is cancelled now.
    m_worker.request_stop();
    cancelNow();
    m_worker.join();
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_askers == 0; });
}

Expected<JobId> JobQueue::submit(const GenerationRequest& request)
{
    return submitBatch(request, 1).map([](const std::vector<JobId>& jobs) { return jobs.front(); });
}

Expected<std::vector<JobId>> JobQueue::submitBatch(const GenerationRequest& first, int count)
{
    if (count < 1 || std::cmp_greater(count, m_capacity))
        return wrongCount(count);
    std::vector<GenerationRequest> requests(static_cast<std::size_t>(count), first);
    for (std::size_t i = 0; i < requests.size(); ++i)
        requests[i].seed += i;
    return submitAll(std::move(requests));
}

Expected<std::vector<JobId>> JobQueue::submitAll(std::vector<GenerationRequest> requests)
{
    if (requests.empty() || requests.size() > m_capacity)
        return wrongCount(static_cast<std::int64_t>(requests.size()));
    for (const GenerationRequest& request : requests)
        if (const auto checked = request.check(); !checked)
            return tl::unexpected(checked.error());

    std::vector<JobId> jobs;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_worker.get_stop_token().stop_requested())
            return fail(ErrorKind::Cancelled, "The program is closing; no more tiles are made.");
        if (m_waiting.size() + requests.size() > m_capacity)
            return fail(ErrorKind::Retryable,
                fmt::format("{} tiles are waiting already, at most {} can. Try again when some "
                            "are done.",
                    m_waiting.size(), m_capacity));
        for (GenerationRequest& request : requests) {
            m_waiting.push_back({++m_lastId, std::move(request)});
            jobs.push_back(m_lastId);
        }
        m_unfinished += jobs.size();
    }
    for (const JobId job : jobs)
        announce(job);
    return jobs;
}

tl::unexpected<Error> JobQueue::wrongCount(std::int64_t count) const
{
    return fail(ErrorKind::Usage,
        fmt::format("{} tiles at once are not possible; ask for 1 to {}.", count, m_capacity));
}

void JobQueue::pause()
{
    const std::scoped_lock lock(m_mutex);
    m_isPaused = true;
}

void JobQueue::resume()
{
    const std::scoped_lock lock(m_mutex);
    m_isPaused = false;
    m_changed.notify_all();
}

bool JobQueue::isPaused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isPaused;
}

bool JobQueue::move(JobId id, std::size_t position)
{
    const std::scoped_lock lock(m_mutex);
    const auto job = findWaiting(id);
    if (job == m_waiting.end())
        return false;
    const auto target
        = m_waiting.begin() + static_cast<std::ptrdiff_t>(std::min(position, m_waiting.size() - 1));
    if (target < job)
        std::rotate(target, job, job + 1);
    else
        std::rotate(job, job + 1, target + 1);
    m_changed.notify_all(); // another one is first now
    return true;
}

void JobQueue::announce(JobId id)
{
    deliver(id, Queued{});
    bool wasCancelled = false;
    {
        const std::scoped_lock lock(m_mutex);
        const auto job = findWaiting(id);
        job->isAnnounced = true;
        wasCancelled = job->isCancelled;
        if (wasCancelled)
            m_waiting.erase(job);
        m_changed.notify_all();
    }
    if (wasCancelled)
        finish(id, Cancelled{});
}

void JobQueue::cancelNow()
{
    cancelAll(true);
}

void JobQueue::cancelAfterCurrent()
{
    cancelAll(false);
}

void JobQueue::cancelAll(bool withRunning)
{
    std::vector<JobId> dropped;
    std::stop_source running(std::nostopstate);
    {
        const std::scoped_lock lock(m_mutex);
        for (auto job = m_waiting.begin(); job != m_waiting.end();) {
            job->isCancelled = true;
            if (job->isAnnounced) {
                dropped.push_back(job->id);
                job = m_waiting.erase(job);
            } else {
                ++job; // whoever announces it cancels it then
            }
        }
        if (withRunning && m_running && !m_isSaving) {
            m_isCancelled = true;
            running = m_runningStop;
        }
    }
    running.request_stop();
    for (const JobId job : dropped)
        finish(job, Cancelled{});
}

bool JobQueue::cancel(JobId id)
{
    std::stop_source running(std::nostopstate);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_running == id) {
            if (m_isSaving)
                return false;
            m_isCancelled = true;
            running = m_runningStop;
        } else {
            const auto job = findWaiting(id);
            if (job == m_waiting.end() || job->isCancelled)
                return false;
            job->isCancelled = true;
            if (!job->isAnnounced)
                return true;
            m_waiting.erase(job);
        }
    }
    if (running.stop_possible())
        running.request_stop();
    else
        finish(id, Cancelled{});
    return true;
}

void JobQueue::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_unfinished == 0; });
}

std::size_t JobQueue::waiting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.size();
}

std::optional<JobId> JobQueue::running() const
{
    const std::scoped_lock lock(m_mutex);
    return m_running;
}

std::vector<QueuedJob> JobQueue::waitingJobs() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<QueuedJob> jobs;
    for (const Job& job : m_waiting)
        if (!job.isCancelled)
            jobs.push_back({job.id, job.request});
    return jobs;
}

Expected<Tile> JobQueue::make(
    const GenerationRequest& request, const Generator::Observer& observer, std::stop_token stop)
{
    if (const auto checked = request.check(); !checked)
        return tl::unexpected(checked.error());
    Errand errand{request, observer, stop, false, {}};
    std::unique_lock lock(m_mutex);
    if (m_worker.get_stop_token().stop_requested())
        return fail(ErrorKind::Cancelled, "The program is closing; no more tiles are made.");
    ++m_askers;
    m_errands.push_back(&errand);
    m_changed.notify_all();
    const auto isDone = [&errand] { return errand.result.has_value(); };
    if (!m_changed.wait(lock, stop, isDone)) {
        if (errand.isTaken) {
            m_changed.wait(lock, isDone); // it stops by itself
        } else {
            std::erase(m_errands, &errand);
            errand.result = fail(ErrorKind::Cancelled, "Cancelled.");
        }
    }
    --m_askers;
    m_changed.notify_all();
    return std::move(*errand.result);
}

void JobQueue::work(const std::stop_token& stop, const GeneratorFactory& factory)
{
    std::unique_ptr<Generator> generator;
    while (waitForWork(stop)) {
        if (Errand* errand = takeErrand()) {
            run(generator, factory, *errand, stop);
        } else if (const std::optional<Job> job = takeNext()) {
            GenerationEvent end = run(generator, factory, *job);
            {
                const std::scoped_lock lock(m_mutex);
                m_running.reset();
            }
            finish(job->id, end);
        }
    }
    while (Errand* errand = takeErrand()) {
        const std::scoped_lock lock(m_mutex);
        errand->result
            = fail(ErrorKind::Cancelled, "The program is closing; no more tiles are made.");
        m_changed.notify_all();
    }
}

bool JobQueue::isJobReady() const
{
    return !m_isPaused && !m_waiting.empty() && m_waiting.front().isAnnounced;
}

bool JobQueue::waitForWork(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return !m_errands.empty() || isJobReady(); });
    return !stop.stop_requested(); // the destructor cancels what waits
}

JobQueue::Errand* JobQueue::takeErrand()
{
    const std::scoped_lock lock(m_mutex);
    if (m_errands.empty())
        return nullptr;
    Errand* errand = m_errands.front();
    m_errands.pop_front();
    errand->isTaken = true;
    return errand;
}

std::optional<JobQueue::Job> JobQueue::takeNext()
{
    const std::scoped_lock lock(m_mutex);
    if (!isJobReady())
        return std::nullopt;
    Job job = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running = job.id;
    m_runningStop = {};
    m_isCancelled = false;
    m_isSaving = false;
    return job;
}

void JobQueue::run(std::unique_ptr<Generator>& generator, const GeneratorFactory& factory,
    Errand& errand, const std::stop_token& stop)
{
    std::stop_source either;
    const std::stop_callback onAsker(errand.stop, [&either] { either.request_stop(); });
    const std::stop_callback onClose(stop, [&either] { either.request_stop(); });
    Expected<Tile> tile = generate(generator, factory, errand.request, errand.observer, either);
    const std::scoped_lock lock(m_mutex);
    errand.result = std::move(tile);
    m_changed.notify_all();
}

GenerationEvent JobQueue::run(
    std::unique_ptr<Generator>& generator, const GeneratorFactory& factory, const Job& job)
{
    const auto forward = [&](const GenerationEvent& event) {
        if (!isTerminal(event) && !std::holds_alternative<Queued>(event))
            deliver(job.id, event);
    };
    Expected<Tile> tile = generate(generator, factory, job.request, forward, m_runningStop);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isCancelled || (!tile && tile.error().kind == ErrorKind::Cancelled))
            return Cancelled{};
        m_isSaving = true; // from here on it is too late to cancel
    }
    if (!tile)
        return Failed{std::move(tile.error())};
    if (!m_save)
        return Finished{std::move(*tile), {}};

    deliver(job.id, PhaseBegan{Phase::Save, 1});
    auto file = withoutThrowing([&] { return m_save(*tile); });
    if (!file)
        return Failed{std::move(file.error())};
    deliver(job.id, Progress{Phase::Save, 1, 1, {}});
    return Finished{std::move(*tile), std::move(*file)};
}

void JobQueue::deliver(JobId id, const GenerationEvent& event) const
{
    try {
        if (m_observer)
            m_observer(id, event);
    } catch (const std::exception& error) {
        spdlog::error("the observer of job {} has thrown: {}", id, error.what());
    } catch (...) {
        spdlog::error("the observer of job {} has thrown", id);
    }
}

void JobQueue::finish(JobId id, const GenerationEvent& end)
{
    deliver(id, end);
    const std::scoped_lock lock(m_mutex);
    --m_unfinished;
    m_changed.notify_all(); // under the lock: whoever waits may destroy the queue afterwards
}

std::deque<JobQueue::Job>::iterator JobQueue::findWaiting(JobId id)
{
    return std::find_if(
        m_waiting.begin(), m_waiting.end(), [&](const Job& job) { return job.id == id; });
}

} // namespace tilewright
