// What tests of jobs share: a recorder of events, quick requests, fake generators that hang or
// fail.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <variant>
#include <vector>

#include "core/generation/job_queue.h"
#include "support/fake_generator.h"

namespace tilewright::test {

/// Keeps the events of jobs and says whether they came in order. Its observer may be called from
/// any thread; a test may wait for an event.
class EventRecorder {
public:
    JobQueue::Observer observer()
    {
        return [this](JobId job, const GenerationEvent& event) {
            {
                const std::scoped_lock lock(m_mutex);
                m_events[job].push_back(event);
            }
            m_changed.notify_all();
            if (onEvent)
                onEvent(job, event);
        };
    }

    template <typename Event> void waitFor(JobId job)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] {
            const auto& events = m_events[job];
            return std::any_of(events.begin(), events.end(),
                [](const GenerationEvent& event) { return std::holds_alternative<Event>(event); });
        });
    }

    std::map<JobId, std::vector<GenerationEvent>> events() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_events;
    }

    template <typename Event> Event end(JobId job) const
    {
        return std::get<Event>(events().at(job).back());
    }

    /// Queued first and once, one terminal event, and that last.
    bool isOrderly() const
    {
        for (const auto& [job, events] : events()) {
            const auto queued = std::count_if(events.begin(), events.end(),
                [](const auto& event) { return std::holds_alternative<Queued>(event); });
            const auto terminal = std::count_if(events.begin(), events.end(), isTerminal);
            if (queued != 1 || terminal != 1 || !std::holds_alternative<Queued>(events.front())
                || !isTerminal(events.back()))
                return false;
        }
        return true;
    }

    JobQueue::Observer onEvent; ///< set before the first job

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<JobId, std::vector<GenerationEvent>> m_events;
};

/// A request that is quickly done.
inline GenerationRequest smallRequest(std::uint64_t seed = 1)
{
    GenerationRequest request;
    request.seed = seed;
    request.width = request.height = 64;
    request.steps = 3;
    return request;
}

/// A generator that stays in its first unit of work until it is stopped.
inline FakeGeneratorOptions hangingOptions()
{
    FakeGeneratorOptions options;
    options.unitTime = std::chrono::hours(1);
    return options;
}

inline FakeGeneratorOptions optionsWith(
    std::function<std::optional<Error>(const GenerationRequest&, Phase, int)> hook)
{
    FakeGeneratorOptions options;
    options.hook = std::move(hook);
    return options;
}

/// A JobQueue::Save that only makes up a name.
inline Expected<std::filesystem::path> savedSomewhere(const Tile& tile)
{
    return std::filesystem::path(std::to_string(tile.request.seed) + ".png");
}

} // namespace tilewright::test
