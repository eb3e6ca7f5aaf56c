// What the library knows of a tile without opening its file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/generation/request.h"

namespace tilewright {

/// Of one library; never given to another tile, not even after a rebuild.
using TileId = std::int64_t;

enum class Flag { None, Picked, Rejected };

/// What a designer says of a tile.
struct TileMarks {
    int rating = 0; ///< 0…5 stars
    Flag flag = Flag::None;
    int label = 0; ///< 0: none, 1…4: red, yellow, green, blue
    bool operator==(const TileMarks&) const = default;
};

struct TileRecord {
    TileId id = 0;
    std::filesystem::path file; ///< absolute
    std::filesystem::path thumbnail; ///< absolute; a JPEG that may not have been made yet
    std::string mixKey; ///< see mixKey(); empty when no mix was asked
    /// What was asked of the whole tile, all its mixes together; the largest share first, no locks.
    std::optional<Mix> mix;
    std::uint64_t seed = 0;
    std::string prompt;
    std::string modelName;
    std::string created; ///< UTC, ISO 8601
    int width = 0; ///< pixels
    int height = 0;
    std::optional<double> error; ///< mean points off the mix; absent when it was not measured
    TileMarks marks;
    bool isDraft = false;
    bool isMissing = false; ///< the file is not where it was
    bool operator==(const TileRecord&) const = default;
};

/// What tiles of one seed history have in common: mix, pattern and its mixes. Colours in the order
/// of their names and without locks, "30% black, 20% pearl, 50% red", so that equal mixes have
/// equal keys however they were dialled. A pattern follows in brackets, and there the order counts.
/// Empty without a mix.
std::string mixKey(const GenerationRequest& request);
std::string mixKey(const Mix& mix);

} // namespace tilewright
