// One worker thread that owns the generator and works off requests in order.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "core/generation/generator.h"

namespace tilewright {

using JobId = std::uint64_t;

struct QueuedJob {
    JobId id = 0;
    GenerationRequest request;
};

class JobQueue {
public:
    /// Called on the worker thread; Queued and the Cancelled of a waiting job on the thread that
    /// asked. Never called with the queue's lock held, so it may call back into the queue, except
    /// for waitUntilIdle() and the destructor, which would wait for themselves. Must not throw;
    /// what it throws is logged and goes no further.
    using Observer = std::function<void(JobId, const GenerationEvent&)>;
    /// Stores a tile and tells where; runs on the worker as the phase Save. May be empty: nothing
    /// is stored.
    using Save = std::function<Expected<std::filesystem::path>(const Tile&)>;

    JobQueue(GeneratorFactory factory, Save save, Observer observer, std::size_t capacity = 1000);
    /// Cancels everything and joins; every job has had its terminal event afterwards.
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// Errors: Usage when the request is not valid, Retryable when the queue is full, Cancelled
    /// when it is being destroyed.
    Expected<JobId> submit(const GenerationRequest& request);
    /// `count` jobs with the seeds seed, seed+1, … (after the greatest comes 0); all or none is
    /// accepted. Errors: as submit(), and Usage when `count` is not 1…capacity.
    Expected<std::vector<JobId>> submitBatch(const GenerationRequest& first, int count);
    /// One job for each request, in their order; all or none is accepted. Errors: as submit(), and
    /// Usage when there are none, or more than the capacity.
    Expected<std::vector<JobId>> submitAll(std::vector<GenerationRequest> requests);

    /// Makes a tile for a caller that waits for it on a thread of its own, with the generator that
    /// is loaded already: before the jobs that wait, also while the queue is paused. Nothing is
    /// stored, and only `observer` is told. Errors: as Generator::generate(); Cancelled when the
    /// queue is being destroyed.
    Expected<Tile> make(const GenerationRequest& request, const Generator::Observer& observer,
        std::stop_token stop);

    /// The running job goes on; none of those that wait is started until resume().
    void pause();
    void resume();
    bool isPaused() const;
    /// Puts a waiting job at `position` among those that wait (0: the next one; past the end: the
    /// last). False when it does not wait.
    bool move(JobId job, std::size_t position);

    /// Stops the running job at once (within a step) unless it is just being saved, and drops those
    /// that wait.
    void cancelNow();
    /// Lets the running job finish and drops those that wait.
    void cancelAfterCurrent();
    /// Stops or drops one job: true, and it will end as Cancelled. False when it has ended already,
    /// is just being saved, or never was.
    bool cancel(JobId job);

    /// Blocks until nothing waits or runs and every terminal event was delivered; while the queue
    /// is paused and jobs wait, until somebody resumes it or drops them.
    void waitUntilIdle();
    std::size_t waiting() const;
    std::optional<JobId> running() const;
    /// Those that wait, the next one first.
    std::vector<QueuedJob> waitingJobs() const;

private:
    struct Job {
        JobId id;
        GenerationRequest request;
        bool isAnnounced = false; ///< its Queued was delivered; only then may other events follow
        bool isCancelled = false;
    };
    /// A tile that make() waits for.
    struct Errand {
        const GenerationRequest& request;
        const Generator::Observer& observer;
        std::stop_token stop;
        bool isTaken = false;
        std::optional<Expected<Tile>> result;
    };
    void work(const std::stop_token& stop, const GeneratorFactory& factory);
    /// False when the queue is being destroyed.
    bool waitForWork(const std::stop_token& stop);
    Errand* takeErrand(); ///< null: there is none
    std::optional<Job> takeNext();
    bool isJobReady() const; ///< called with the lock held
    GenerationEvent run(
        std::unique_ptr<Generator>& generator, const GeneratorFactory& factory, const Job& job);
    void run(std::unique_ptr<Generator>& generator, const GeneratorFactory& factory, Errand& errand,
        const std::stop_token& stop);
    tl::unexpected<Error> wrongCount(std::int64_t count) const;
    void announce(JobId id);
    void cancelAll(bool withRunning);
    void deliver(JobId id, const GenerationEvent& event) const;
    void finish(JobId id, const GenerationEvent& end);
    std::deque<Job>::iterator findWaiting(JobId id);

    const Save m_save;
    const Observer m_observer;
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_waiting;
    std::deque<Errand*> m_errands; ///< not taken yet
    int m_askers = 0; ///< callers inside make()
    std::optional<JobId> m_running;
    std::stop_source m_runningStop;
    bool m_isCancelled = false; ///< the running job will end as Cancelled
    bool m_isSaving = false; ///< the running job cannot be cancelled any more
    bool m_isPaused = false;
    JobId m_lastId = 0;
    std::size_t m_unfinished = 0; ///< jobs whose terminal event was not delivered yet
    std::jthread m_worker; // last member: joined before anything it uses goes
};

} // namespace tilewright
