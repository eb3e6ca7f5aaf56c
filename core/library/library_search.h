// Finds tiles in the index of a library.
#pragma once

#include "core/library/tile_query.h"
#include "core/mix/palette.h"
#include "core/support/error.h"

namespace SQLite {
class Database;
}

namespace tilewright {

/// Tiles of `database` (see schema.h) that hold all conditions, but those in the trash; files that
/// are missing are found. Days are those of the local time zone. Equals stand newest first. Orders
/// by difference without a reference are newest first; tiles without a mix stand at their end.
/// Errors: BadData when the index cannot be read.
Expected<TileList> findTiles(
    SQLite::Database& database, const TileQuery& query, const Palette& palette);

} // namespace tilewright
