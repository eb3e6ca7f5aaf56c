// A tile as the index holds it: read from a PNG, or from the tables of schema.h.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/color/color.h"
#include "core/generation/tile.h"
#include "core/library/library_folder.h"
#include "core/library/tile_record.h"
#include "core/mix/palette.h"

namespace SQLite {
class Database;
}

namespace tilewright {

struct TileRow {
    TileId id = 0; ///< 0: none yet
    std::string file; ///< relative to the library's folder
    FileStamp stamp;
    std::string mixKey;
    std::optional<Mix> mix; ///< of the whole tile, the largest share first
    std::optional<Lab> color; ///< mean of the mix; absent where the palette has none of its colours
    std::uint64_t seed = 0;
    std::string prompt;
    std::string modelName;
    std::string created; ///< UTC, ISO 8601
    int width = 0; ///< pixels
    int height = 0;
    std::optional<double> error; ///< mean points off the mix
    TileMarks marks;
    bool isDraft = false;
    bool isMissing = false;
    std::optional<std::string> trash; ///< name of the ticket
    bool operator==(const TileRow&) const = default;
};

/// What a tile's file tells; neither id nor marks. `tile` needs no pixels, only the size.
TileRow rowOf(
    const Tile& tile, const std::string& file, const FileStamp& stamp, const Palette& palette);
/// Reads a tile's PNG, all but its pixels. Errors: BadData.
Expected<TileRow> readRow(
    const LibraryFolder& folder, const std::string& file, const Palette& palette);

TileRecord recordOf(const LibraryFolder& folder, const TileRow& row);
/// Empty for a tile without id. Another file under the same name has another thumbnail.
std::filesystem::path thumbnailPath(const LibraryFolder& folder, TileId id, const FileStamp& stamp);

// All of these throw SQLite::Exception.

/// Adds a row, under its id if it has one. Gives the id, or 0 when the file has a row already.
TileId insertRow(SQLite::Database& database, const TileRow& row);
/// Exchanges everything but the marks.
void updateRow(SQLite::Database& database, const TileRow& row);
void deleteRow(SQLite::Database& database, TileId id);

/// Those that exist, in the order asked.
std::vector<TileRow> selectRows(SQLite::Database& database, const std::vector<TileId>& ids);
/// 0 when there is none.
TileId idOfFile(SQLite::Database& database, const std::string& file);
/// "[1,2,3]", for `id IN (SELECT value FROM json_each(?))`.
std::string idList(const std::vector<TileId>& ids);

} // namespace tilewright
