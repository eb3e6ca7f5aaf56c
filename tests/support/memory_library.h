// A library of tiles in memory, for tests of the window: several connections, no files needed.
#pragma once

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <spdlog/fmt/fmt.h>

#include "ui/library/tile_store.h"

namespace tilewright::test {

/// What all connections share. Newest first is by descending id.
class MemoryLibrary {
public:
    struct State {
        std::mutex mutex;
        std::map<TileId, TileRecord> tiles;
        std::map<std::string, std::vector<TileRecord>> trash;
        std::int64_t version = 1;
        int tickets = 0;
        std::optional<Error> nextError; ///< of the next write
        std::optional<Error> openError;
        std::atomic<int> finds{0};
        std::atomic<int> recordsRead{0};
        std::atomic<int> thumbnailsMade{0};
        std::function<std::filesystem::path(const TileRecord&)> thumbnail; ///< makes one
        std::filesystem::path trashFolder;
        SweepReport report;
        std::optional<TileList> answer; ///< to every question, whatever there is
    };

    ui::TileStoreFactory factory() const
    {
        return [state = m_state]() -> Expected<std::unique_ptr<ui::TileStore>> {
            const std::lock_guard lock(state->mutex);
            if (state->openError)
                return tl::unexpected(*state->openError);
            return std::make_unique<Store>(state);
        };
    }

    State& state() { return *m_state; }

    /// As another program would: only the version tells.
    TileRecord add(TileRecord tile)
    {
        const std::lock_guard lock(m_state->mutex);
        if (tile.id == 0)
            tile.id = m_state->tiles.empty() ? 1 : m_state->tiles.rbegin()->first + 1;
        m_state->tiles[tile.id] = tile;
        ++m_state->version;
        return tile;
    }

    void remove(TileId tile)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->tiles.erase(tile);
        ++m_state->version;
    }

    TileRecord tile(TileId id)
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->tiles.at(id);
    }

    bool has(TileId id)
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->tiles.count(id) > 0;
    }

    void answer(std::vector<TileId> tiles)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->answer = TileList{std::move(tiles), {}};
    }

private:
    class Store : public ui::TileStore {
    public:
        explicit Store(std::shared_ptr<State> state) : m_state(std::move(state)) { }

        Expected<TileList> find(const TileQuery& query) override
        {
            const std::lock_guard lock(m_state->mutex);
            ++m_state->finds;
            if (m_state->answer)
                return *m_state->answer;
            std::vector<const TileRecord*> found;
            for (auto each = m_state->tiles.rbegin(); each != m_state->tiles.rend(); ++each)
                if (holds(query, each->second))
                    found.push_back(&each->second);
            if (query.order == TileOrder::Rating)
                std::stable_sort(found.begin(), found.end(),
                    [](const auto* a, const auto* b) { return a->marks.rating > b->marks.rating; });
            if (query.order == TileOrder::Oldest)
                std::reverse(found.begin(), found.end());
            TileList list;
            if (query.groupByMix) {
                std::map<std::string, std::vector<const TileRecord*>> histories;
                std::vector<std::string> order;
                for (const TileRecord* tile : found) {
                    auto& history = histories[tile->mixKey];
                    if (history.empty())
                        order.push_back(tile->mixKey);
                    history.push_back(tile);
                }
                found.clear();
                for (const std::string& key : order)
                    found.insert(found.end(), histories[key].begin(), histories[key].end());
                for (std::size_t i = 0; i < found.size(); ++i) {
                    if (i == 0 || found[i]->mixKey != found[i - 1]->mixKey)
                        list.groups.push_back({found[i]->mixKey, i, 0});
                    ++list.groups.back().count;
                }
            }
            for (const TileRecord* tile : found)
                list.tiles.push_back(tile->id);
            return list;
        }

        Expected<std::vector<TileRecord>> records(const std::vector<TileId>& tiles) override
        {
            const std::lock_guard lock(m_state->mutex);
            std::vector<TileRecord> found;
            for (const TileId tile : tiles)
                if (const auto place = m_state->tiles.find(tile); place != m_state->tiles.end())
                    found.push_back(place->second);
            m_state->recordsRead += static_cast<int>(found.size());
            return found;
        }

        Expected<std::optional<TileRecord>> findFile(const std::filesystem::path& file) override
        {
            const std::lock_guard lock(m_state->mutex);
            for (const auto& [id, tile] : m_state->tiles)
                if (tile.file == file)
                    return tile;
            return std::optional<TileRecord>();
        }

        Expected<TileRecord> refresh(TileId tile) override
        {
            return change([&](State& state) { return state.tiles.at(tile); });
        }

        Expected<SweepReport> sweep(const Progress& progress, std::stop_token) override
        {
            if (progress)
                progress(1, 1);
            const std::lock_guard lock(m_state->mutex);
            return m_state->report;
        }

        Expected<std::vector<std::string>> modelNames() override
        {
            const std::lock_guard lock(m_state->mutex);
            std::set<std::string> names;
            for (const auto& [id, tile] : m_state->tiles)
                names.insert(tile.modelName);
            return std::vector<std::string>(names.begin(), names.end());
        }

        std::int64_t version() override
        {
            const std::lock_guard lock(m_state->mutex);
            return m_state->version;
        }

        Expected<void> setRating(const std::vector<TileId>& tiles, int rating) override
        {
            return mark(tiles, [rating](TileMarks& marks) { marks.rating = rating; });
        }
        Expected<void> setFlag(const std::vector<TileId>& tiles, Flag flag) override
        {
            return mark(tiles, [flag](TileMarks& marks) { marks.flag = flag; });
        }
        Expected<void> setLabel(const std::vector<TileId>& tiles, int label) override
        {
            return mark(tiles, [label](TileMarks& marks) { marks.label = label; });
        }
        Expected<void> setMarks(
            const std::vector<TileId>& tiles, const std::vector<TileMarks>& all) override
        {
            std::size_t next = 0;
            return mark(tiles, [&](TileMarks& marks) { marks = all[next++]; });
        }

        Expected<TrashTicket> trash(const std::vector<TileId>& tiles) override
        {
            return change([&](State& state) {
                TrashTicket ticket{fmt::format("ticket-{}", ++state.tickets), tiles};
                for (const TileId tile : tiles)
                    if (const auto place = state.tiles.find(tile); place != state.tiles.end()) {
                        state.trash[ticket.name].push_back(place->second);
                        state.tiles.erase(place);
                    }
                return ticket;
            });
        }

        Expected<void> restore(const TrashTicket& ticket) override
        {
            const auto done = change([&](State& state) {
                for (const TileRecord& tile : state.trash[ticket.name])
                    state.tiles[tile.id] = tile;
                state.trash.erase(ticket.name);
                return true;
            });
            return withoutValue(done);
        }

        Expected<std::vector<std::filesystem::path>> discard(const TrashTicket& ticket) override
        {
            return change([&](State& state) {
                std::vector<std::filesystem::path> files;
                for (const TileRecord& tile : state.trash[ticket.name])
                    files.push_back(state.trashFolder / tile.file.filename());
                state.trash.erase(ticket.name);
                return files;
            });
        }

        Expected<std::vector<TrashTicket>> trashed() override
        {
            const std::lock_guard lock(m_state->mutex);
            std::vector<TrashTicket> tickets;
            for (const auto& [name, tiles] : m_state->trash) {
                tickets.push_back({name, {}});
                for (const TileRecord& tile : tiles)
                    tickets.back().tiles.push_back(tile.id);
            }
            return tickets;
        }

        Expected<std::filesystem::path> ensureThumbnail(const TileRecord& tile) override
        {
            ++m_state->thumbnailsMade;
            if (!m_state->thumbnail)
                return fail(ErrorKind::BadData, "No picture.");
            return m_state->thumbnail(tile);
        }

    private:
        static bool holds(const TileQuery& query, const TileRecord& tile)
        {
            return tile.marks.rating >= query.minimumRating
                && (query.mixKeys.empty()
                    || std::find(query.mixKeys.begin(), query.mixKeys.end(), tile.mixKey)
                        != query.mixKeys.end())
                && (!query.flag || tile.marks.flag == *query.flag)
                && !(query.hideRejected && tile.marks.flag == Flag::Rejected);
        }

        template <typename Deed> Expected<std::invoke_result_t<Deed, State&>> change(Deed deed)
        {
            const std::lock_guard lock(m_state->mutex);
            if (const auto error = std::exchange(m_state->nextError, std::nullopt))
                return tl::unexpected(*error);
            ++m_state->version;
            return deed(*m_state);
        }

        template <typename Deed> Expected<void> mark(const std::vector<TileId>& tiles, Deed deed)
        {
            return withoutValue(change([&](State& state) {
                for (const TileId tile : tiles)
                    if (const auto place = state.tiles.find(tile); place != state.tiles.end())
                        deed(place->second.marks);
                return true;
            }));
        }

        static Expected<void> withoutValue(const Expected<bool>& done)
        {
            if (!done)
                return tl::unexpected(done.error());
            return {};
        }

        const std::shared_ptr<State> m_state;
    };

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace tilewright::test
