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

class JobQueue {
public:
    /// Called on the worker thread; Queued and the Cancelled of a waiting job on the thread that
    /// asked. Never called with the queue's lock held, so it may call back into the queue.
    using Observer = std::function<void(JobId, const GenerationEvent&)>;
    /// Stores a tile and tells where; runs on the worker as the phase Save. May be empty: nothing
    /// is stored.
    using Save = std::function<Expected<std::filesystem::path>(const Tile&)>;

    JobQueue(GeneratorFactory factory, Save save, Observer observer, std::size_t capacity = 1000);
    /// Cancels everything and joins; every job has had its terminal event afterwards.
    ~JobQueue();
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// Errors: Usage when the request is not valid, Retryable when the queue is full.
    Expected<JobId> submit(const GenerationRequest& request);
    /// `count` jobs with the seeds seed, seed+1, …; all or none is accepted.
    Expected<std::vector<JobId>> submitBatch(const GenerationRequest& first, int count);

    /// Stops the running job at once (within a step) and drops those that wait.
    void cancelNow();
    /// Lets the running job finish and drops those that wait.
    void cancelAfterCurrent();
    /// Stops or drops one job; false when it has ended already or never was.
    bool cancel(JobId job);

    /// Blocks until nothing waits or runs and every terminal event was delivered.
    void waitUntilIdle();
    std::size_t waiting() const;
    std::optional<JobId> running() const;

private:
    struct Job {
        JobId id;
        GenerationRequest request;
    };
    void work(std::stop_token stop, GeneratorFactory factory);
    GenerationEvent run(Generator& generator, const Job& job, std::stop_token stop);
    void dropWaiting();

    const Save m_save;
    const Observer m_observer;
    const std::size_t m_capacity;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_waiting;
    std::optional<JobId> m_running;
    std::stop_source m_runningStop;
    JobId m_lastId = 0;
    std::jthread m_worker; // last member: joined before anything it uses goes
};

} // namespace tilewright
