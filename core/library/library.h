// The tiles that were kept: a folder of PNG files, which are the truth, and an index to find them.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/generation/tile.h"
#include "core/library/library_folder.h"
#include "core/library/tile_query.h"
#include "core/library/tile_record.h"
#include "core/mix/palette.h"

namespace SQLite {
class Database;
}

namespace tilewright {

class LibraryLock;
struct TileRow;

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
    bool operator==(const SweepReport&) const = default;
};

/// One connection to the library, for one thread; open as many as there are threads. Several
/// programs may use a library at the same time. The index is FOLDER/.tilewright/library.db (WAL,
/// synchronous=FULL), thumbnails lie beside it. A tile is written in the order file, row,
/// thumbnail, so that whatever happens no finished tile is lost: a file without a row is found by
/// the next sweep. All functions may also fail with Retryable, when another program writes for
/// more than half a minute or the disk or memory is short, and with BadData when the index is
/// damaged; the sentence then names the command that helps. Ids that do not exist are passed over.
class Library {
public:
    static constexpr int thumbnailSide = 256; ///< pixels

    /// Makes folder and index where they are not there yet, and brings an older index up to date
    /// after an integrity check and a backup of it; checks and backs it up once a day, too. An
    /// index that is gone is taken from its backup. Errors: CannotWrite; BadData when the index is
    /// damaged or from a newer version, with what to do in the sentence; Retryable while another
    /// program rebuilds it.
    static Expected<std::unique_ptr<Library>> open(
        const std::filesystem::path& folder, const Palette& palette);
    /// Makes the index anew from the files; ratings, flags, labels and ids are carried over from
    /// the old index, or from its backup, as far as they can be read. `progress` gets files done
    /// and their number. The old index stays as library.db.old. Nobody may have the library open,
    /// this program neither. Errors: CannotWrite, Cancelled; Retryable when it is open.
    static Expected<SweepReport> rebuild(const std::filesystem::path& folder,
        const Palette& palette, const std::function<void(int, int)>& progress = {},
        std::stop_token stop = {});
    ~Library();

    const std::filesystem::path& folder() const { return m_folder.root; }

    /// Saves a tile under a name of its own, writes its row and its thumbnail. Where only the file
    /// could be written, the log says so and the record has the id 0: the next sweep adds the row.
    /// Errors: CannotWrite.
    Expected<TileRecord> add(const Tile& tile);
    /// Copies a tile's PNG from elsewhere into the folder, byte by byte; one that lies there
    /// already only gets its row. As add(), else. Errors: BadData when it is no tile, CannotWrite.
    Expected<TileRecord> import(const std::filesystem::path& file);
    /// Reads the file again, e.g. after it was measured anew. Errors: Usage (unknown), BadData.
    Expected<TileRecord> refresh(TileId tile);
    /// Makes folder and index agree; a file that was renamed keeps id and marks. Only new files,
    /// and those whose size or time changed, are opened, and their pixels are not decoded. Removes
    /// temporary files of programs that died more than an hour ago. `progress` gets files done and
    /// the number of those to be opened. Errors: BadData when the folder cannot be read, Cancelled
    /// (what was found until then is kept).
    Expected<SweepReport> sweep(
        const std::function<void(int, int)>& progress = {}, std::stop_token stop = {});

    /// Errors: BadData when the index cannot be read.
    Expected<TileList> find(const TileQuery& query) const;
    /// Of those that exist, also in the trash, in the order asked.
    Expected<std::vector<TileRecord>> records(const std::vector<TileId>& tiles) const;
    /// None in the trash.
    Expected<std::optional<TileRecord>> findFile(const std::filesystem::path& file) const;
    /// In alphabetical order.
    Expected<std::vector<std::string>> modelNames() const;
    /// Changes when this or another connection changed the index. Cheap enough to be asked often.
    std::int64_t version() const;

    // Each all or nothing. Errors: Usage for marks that do not exist.
    Expected<void> setRating(const std::vector<TileId>& tiles, int rating);
    Expected<void> setFlag(const std::vector<TileId>& tiles, Flag flag);
    Expected<void> setLabel(const std::vector<TileId>& tiles, int label);
    /// Each tile its own marks: what undo needs. The same number of both.
    Expected<void> setMarks(const std::vector<TileId>& tiles, const std::vector<TileMarks>& marks);

    /// Moves files into FOLDER/.tilewright/trash; all of them or none. Errors: Usage when none of
    /// the tiles is there, CannotWrite.
    Expected<TrashTicket> trash(const std::vector<TileId>& tiles);
    /// Brings them back with id and marks, under another name where theirs was taken meanwhile.
    /// Errors: CannotWrite.
    Expected<void> restore(const TrashTicket& ticket);
    /// Forgets the tiles of a ticket and gives their files, which still lie in the trash folder, to
    /// be moved to the desktop's trash or removed.
    Expected<std::vector<std::filesystem::path>> discard(const TrashTicket& ticket);
    /// Tickets that an earlier run left behind.
    Expected<std::vector<TrashTicket>> trashed() const;

    /// Makes the thumbnail if it is not there. Errors: BadData when the tile cannot be read.
    Expected<std::filesystem::path> ensureThumbnail(const TileRecord& tile);

private:
    Library(LibraryFolder folder, Palette palette);

    /// A path in the folder that neither a file nor a row has: also that of a tile that is missing.
    std::filesystem::path freePath(const std::string& stem, const std::string& suffix) const;
    /// Writes row and thumbnail. The tile is saved, so nothing that goes wrong here is an error.
    TileRecord indexSaved(const std::filesystem::path& file, const Tile& tile);
    /// Writes the row of a file; one that it has already is exchanged and keeps its marks.
    Expected<TileRecord> indexFile(TileRow row);
    Expected<void> mark(const char* column, int value, int highest, const std::vector<TileId>&);

    const LibraryFolder m_folder;
    const Palette m_palette;
    std::unique_ptr<LibraryLock> m_lock;
    std::unique_ptr<SQLite::Database> m_database;
};

} // namespace tilewright
