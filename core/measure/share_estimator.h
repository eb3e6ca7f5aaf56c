// Which share of a picture each of some colours has.
#pragma once

#include <string>
#include <vector>

#include "core/measure/calibration.h"
#include "core/measure/tile_reading.h"

namespace tilewright {

struct ShareEstimate {
    std::vector<double> shares; ///< 0…1 in the order of the colours asked for; sum 1
    double unexplained = 0; ///< 0…1, pixels that look like none of the colours
};

/// Shares as the weights of a mixture of the colours' looks, see Mixture; light that is uneven over
/// the tile is evened first. The order of the colours does not matter.
///
/// `coverage` (0…255 per pixel, empty: all) tells what is tile; a white ground around the tile is
/// left out by itself. Errors: Usage when no colour is asked for, one twice, or one that the
/// calibration lacks; BadData when nothing of the picture is tile.
Expected<ShareEstimate> estimateShares(const Image& picture,
    const std::vector<std::uint8_t>& coverage, const Calibration& calibration,
    const std::vector<std::string>& colors);

/// Of a tile that was read already.
ShareEstimate estimateShares(TileReading& reading);

struct ColorsFound {
    std::vector<std::string> colors; ///< the largest share first
    ShareEstimate estimate; ///< of them in this order
};

/// Which colours of the calibration the picture shows, at most `most` of them, and how much of
/// each: from all colours one after the other is left out until each that remains explains more
/// than chance would. Errors: Usage when `most` is 0 or the calibration has no colours; BadData as
/// above.
Expected<ColorsFound> findColors(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const Calibration& calibration, std::size_t most = 6);

} // namespace tilewright
