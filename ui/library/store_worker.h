// A thread with a store of its own, that does one thing after the other.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <thread>

#include "ui/library/tile_store.h"

namespace tilewright::ui {

class StoreWorker {
public:
    /// Gets the store, or why it could not be opened; `stop` is set once the worker is to end.
    using Task = std::function<void(Expected<TileStore*> store, std::stop_token stop)>;

    /// The store is opened by the first task; while it cannot be, each further one tries again.
    explicit StoreWorker(TileStoreFactory factory);
    /// Does everything that is waiting, so that nothing written is lost. Tasks that only read
    /// should look at their stop token first.
    ~StoreWorker();

    std::uint64_t post(Task task);
    /// Whether the task was still waiting; then it is never done.
    bool drop(std::uint64_t task);

private:
    void work(std::stop_token stop);

    const TileStoreFactory m_factory;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<std::pair<std::uint64_t, Task>> m_tasks; ///< guarded by m_mutex
    std::uint64_t m_last = 0; ///< guarded by m_mutex
    std::jthread m_thread; // last member: ends before anything that it uses goes
};

} // namespace tilewright::ui
