// What the window needs of a library of tiles. The library itself implements it, and tests do.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/library/library.h"

namespace tilewright::ui {

/// Belongs to one thread. Methods and errors are those of Library with the same names.
class TileStore {
public:
    using Progress = std::function<void(int done, int total)>;

    virtual ~TileStore() = default;

    virtual Expected<TileList> find(const TileQuery& query) = 0;
    virtual Expected<std::vector<TileRecord>> records(const std::vector<TileId>& tiles) = 0;
    virtual Expected<std::optional<TileRecord>> findFile(const std::filesystem::path& file) = 0;
    virtual Expected<TileRecord> refresh(TileId tile) = 0;
    virtual Expected<SweepReport> sweep(const Progress& progress, std::stop_token stop) = 0;
    virtual Expected<std::vector<std::string>> modelNames() = 0;
    virtual std::int64_t version() = 0;

    virtual Expected<void> setRating(const std::vector<TileId>& tiles, int rating) = 0;
    virtual Expected<void> setFlag(const std::vector<TileId>& tiles, Flag flag) = 0;
    virtual Expected<void> setLabel(const std::vector<TileId>& tiles, int label) = 0;
    virtual Expected<void> setMarks(
        const std::vector<TileId>& tiles, const std::vector<TileMarks>& marks)
        = 0;

    virtual Expected<TrashTicket> trash(const std::vector<TileId>& tiles) = 0;
    virtual Expected<void> restore(const TrashTicket& ticket) = 0;
    virtual Expected<std::vector<std::filesystem::path>> discard(const TrashTicket& ticket) = 0;
    virtual Expected<std::vector<TrashTicket>> trashed() = 0;

    virtual Expected<std::filesystem::path> ensureThumbnail(const TileRecord& tile) = 0;
};

/// Opens a store for the thread that calls it; several threads may call at once.
using TileStoreFactory = std::function<Expected<std::unique_ptr<TileStore>>()>;

} // namespace tilewright::ui
