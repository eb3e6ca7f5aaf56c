#include "ui/library/library_store.h"

#include <utility>

namespace tilewright::ui {
namespace {
class LibraryStore : public TileStore {
public:
    explicit LibraryStore(std::unique_ptr<Library> library) : m_library(std::move(library)) { }

    Expected<TileList> find(const TileQuery& query) override { return m_library->find(query); }
    Expected<std::vector<TileRecord>> records(const std::vector<TileId>& tiles) override
    {
        return m_library->records(tiles);
    }
    Expected<std::optional<TileRecord>> findFile(const std::filesystem::path& file) override
    {
        return m_library->findFile(file);
    }
    Expected<TileRecord> refresh(TileId tile) override { return m_library->refresh(tile); }
    Expected<SweepReport> sweep(const Progress& progress, std::stop_token stop) override
    {
        return m_library->sweep(progress, std::move(stop));
    }
    Expected<std::vector<std::string>> modelNames() override { return m_library->modelNames(); }
    std::int64_t version() override { return m_library->version(); }

    Expected<void> setRating(const std::vector<TileId>& tiles, int rating) override
    {
        return m_library->setRating(tiles, rating);
    }
    Expected<void> setFlag(const std::vector<TileId>& tiles, Flag flag) override
    {
        return m_library->setFlag(tiles, flag);
    }
    Expected<void> setLabel(const std::vector<TileId>& tiles, int label) override
    {
        return m_library->setLabel(tiles, label);
    }
    Expected<void> setMarks(
        const std::vector<TileId>& tiles, const std::vector<TileMarks>& marks) override
    {
        return m_library->setMarks(tiles, marks);
    }

    Expected<TrashTicket> trash(const std::vector<TileId>& tiles) override
    {
        return m_library->trash(tiles);
    }
    Expected<void> restore(const TrashTicket& ticket) override
    {
        return m_library->restore(ticket);
    }
    Expected<std::vector<std::filesystem::path>> discard(const TrashTicket& ticket) override
    {
        return m_library->discard(ticket);
    }
    Expected<std::vector<TrashTicket>> trashed() override { return m_library->trashed(); }

    Expected<std::filesystem::path> ensureThumbnail(const TileRecord& tile) override
    {
        return m_library->ensureThumbnail(tile);
    }

private:
    const std::unique_ptr<Library> m_library;
};
} // namespace

TileStoreFactory libraryStore(std::filesystem::path folder, Palette palette)
{
    return [folder = std::move(folder),
               palette = std::move(palette)]() -> Expected<std::unique_ptr<TileStore>> {
        auto library = Library::open(folder, palette);
        if (!library)
            return tl::unexpected(library.error());
        return std::make_unique<LibraryStore>(std::move(*library));
    };
}

} // namespace tilewright::ui
