// The tiles that were kept: a folder of PNG files, which are the truth, and an index to find them.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/generation/tile.h"
#include "core/library/tile_query.h"
#include "core/library/tile_record.h"
#include "core/mix/palette.h"

namespace SQLite {
class Database;
}

namespace tilewright {

/// Tiles that were taken out together, and can be put back together.
struct TrashTicket {
    std::string name; ///< of the folder under .tilewright/trash
    std::vector<TileId> tiles;
};

/// What a sweep found and did.
struct SweepReport {
    int added = 0; ///< files that had no row
    int changed = 0; ///< files that were exchanged behind the library's back
    int missing = 0; ///< rows without a file, marked
    int returned = 0; ///< missing ones that are there again
    std::vector<std::string> foreign; ///< file names that are no tiles of this program
};

/// One connection to the library, for one thread; open as many as there are threads. Several
/// programs may use a library at the same time. The index is FOLDER/.tilewright/library.db (WAL,
/// synchronous=FULL), thumbnails lie beside it. A tile is written in the order file, row,
/// thumbnail, so that whatever happens no finished tile is lost: a file without a row is found by
/// the next sweep.
class Library {
public:
    static constexpr int thumbnailSide = 256; ///< pixels

    /// Makes folder and index where they are not there yet, and brings an older index up to date
    /// after an integrity check and a backup of it. Errors: CannotWrite; BadData when the index is
    /// damaged or from a newer version, with what to do in the sentence.
    static Expected<std::unique_ptr<Library>> open(
        const std::filesystem::path& folder, const Palette& palette);
    /// Makes the index anew from the files; ratings, flags, labels and ids are carried over from
    /// the old index, or from its backup, as far as they can be read. `progress` gets files done
    /// and their number. Errors: CannotWrite, Cancelled.
    static Expected<SweepReport> rebuild(const std::filesystem::path& folder,
        const Palette& palette, const std::function<void(int, int)>& progress = {},
        std::stop_token stop = {});
    ~Library();

    const std::filesystem::path& folder() const { return m_folder; }

    /// Saves a tile under a name of its own, writes its row and its thumbnail.
    Expected<TileRecord> add(const Tile& tile);
    /// Copies a tile's PNG from elsewhere into the folder. Errors: BadData when it is none.
    Expected<TileRecord> import(const std::filesystem::path& file);
    /// Reads the file again, e.g. after it was measured anew.
    Expected<TileRecord> refresh(TileId tile);
    /// Makes folder and index agree. Only files whose size or time changed are opened.
    Expected<SweepReport> sweep(
        const std::function<void(int, int)>& progress = {}, std::stop_token stop = {});

    /// Errors: BadData when the index cannot be read.
    Expected<TileList> find(const TileQuery& query) const;
    /// Of those that exist, in the order asked.
    Expected<std::vector<TileRecord>> records(const std::vector<TileId>& tiles) const;
    Expected<std::optional<TileRecord>> findFile(const std::filesystem::path& file) const;
    Expected<std::vector<std::string>> modelNames() const;
    /// Changes when this or another connection changed the index.
    std::int64_t version() const;

    Expected<void> setRating(const std::vector<TileId>& tiles, int rating);
    Expected<void> setFlag(const std::vector<TileId>& tiles, Flag flag);
    Expected<void> setLabel(const std::vector<TileId>& tiles, int label);
    /// Each tile its own marks: what undo needs. The same number of both.
    Expected<void> setMarks(const std::vector<TileId>& tiles, const std::vector<TileMarks>& marks);

    /// Moves files into FOLDER/.tilewright/trash; restore() brings them back with id and marks.
    Expected<TrashTicket> trash(const std::vector<TileId>& tiles);
    Expected<void> restore(const TrashTicket& ticket);
    /// Forgets the tiles of a ticket and gives their files, which still lie in the trash folder, to
    /// be moved to the desktop's trash or removed.
    Expected<std::vector<std::filesystem::path>> discard(const TrashTicket& ticket);
    /// Tickets that an earlier run left behind.
    Expected<std::vector<TrashTicket>> trashed() const;

    /// Makes the thumbnail if it is not there. Errors: BadData when the tile cannot be read.
    Expected<std::filesystem::path> ensureThumbnail(const TileRecord& tile);

private:
    Library(std::filesystem::path folder, Palette palette);

    const std::filesystem::path m_folder;
    const Palette m_palette;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace tilewright
