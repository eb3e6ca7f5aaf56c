// Which tiles of the library are wanted, and in which order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/library/tile_record.h"

namespace tilewright {

struct ShareRange {
    std::string color; ///< caption name
    double from = 0; ///< percent of the whole tile, both ends included
    double to = 100;
    bool operator==(const ShareRange&) const = default;
};

enum class TileOrder {
    Newest,
    Oldest,
    Rating, ///< best first, then newest
    Fidelity, ///< truest first; tiles that were not measured last
    ColorDifference, ///< CIEDE2000 between the mean colours of its mix and of `reference`
    ShareDifference, ///< sum of the differences of shares to `reference`
};

/// All conditions must hold; an absent one holds always.
struct TileQuery {
    std::vector<ShareRange> shares;
    std::vector<std::string> mixKeys; ///< one of these; empty: any
    std::optional<std::uint64_t> seed;
    int minimumRating = 0;
    std::optional<Flag> flag; ///< exactly this; absent: all but rejected ones if hideRejected
    bool hideRejected = false;
    std::optional<int> label;
    std::string modelName; ///< blind to case of ASCII; empty: any
    std::string createdFrom; ///< ISO 8601 day, included; empty: any
    std::string createdTo;
    std::optional<double> maximumError; ///< points; those that were not measured do not hold
    std::string text; ///< words that all occur in prompt, mix, model or file name; prefixes count
    TileOrder order = TileOrder::Newest;
    std::optional<Mix> reference; ///< for the orders by difference
    bool groupByMix = false; ///< seed histories, the one with the first tile in `order` first
    bool operator==(const TileQuery&) const = default;
};

/// Tiles of one seed history, next to each other in TileList::tiles.
struct TileGroup {
    std::string mixKey;
    std::size_t first = 0;
    std::size_t count = 0;
    bool operator==(const TileGroup&) const = default;
};

struct TileList {
    std::vector<TileId> tiles;
    std::vector<TileGroup> groups; ///< empty unless grouped
    bool operator==(const TileList&) const = default;
};

} // namespace tilewright
