#include "ui/library/store_worker.h"

#include <algorithm>

namespace tilewright::ui {

StoreWorker::StoreWorker(TileStoreFactory factory)
    : m_factory(std::move(factory)), m_thread([this](std::stop_token stop) { work(stop); })
{
}

StoreWorker::~StoreWorker() = default;

std::uint64_t StoreWorker::post(Task task)
{
    std::uint64_t id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = ++m_last;
        m_tasks.emplace_back(id, std::move(task));
    }
    m_arrived.notify_one();
    return id;
}

bool StoreWorker::drop(std::uint64_t task)
{
    const std::lock_guard lock(m_mutex);
    return std::erase_if(m_tasks, [task](const auto& waiting) { return waiting.first == task; })
        > 0;
}

void StoreWorker::work(std::stop_token stop)
{
    std::unique_ptr<TileStore> store;
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, stop, [this] { return !m_tasks.empty(); });
            if (m_tasks.empty())
                return;
            task = std::move(m_tasks.front().second);
            m_tasks.pop_front();
        }
        Expected<TileStore*> given = store.get();
        if (!store) {
            Expected<std::unique_ptr<TileStore>> opened = m_factory();
            if (opened) {
                store = std::move(*opened);
                given = store.get();
            } else {
                given = tl::unexpected(opened.error());
            }
        }
        task(given, stop);
    }
}

} // namespace tilewright::ui
