// What can still be read of an old index, for a new one.
#pragma once

#include <unordered_map>

#include "core/library/tile_row.h"

namespace tilewright {

struct CarriedRows {
    std::unordered_map<std::string, TileRow> rows; ///< by file
    TileId highestId = 0; ///< ever given, as far as it is known
    bool isComplete = true; ///< nothing was damaged
};

/// Reads the index, and what is damaged there from the backup. Errors: BadData when the index is
/// from a newer version, Retryable.
Expected<CarriedRows> carryRows(const LibraryFolder& folder);

} // namespace tilewright
