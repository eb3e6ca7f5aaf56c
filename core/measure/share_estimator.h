// Which share of a picture each of some colours has.
#pragma once

#include <string>
#include <vector>

#include "core/measure/calibration.h"

namespace tilewright {

struct ShareEstimate {
    std::vector<double> shares; ///< 0…1 in the order of the colours asked for; sum 1
    double unexplained = 0; ///< 0…1, pixels that look like none of the colours
};

/// Shares as the weights of a mixture of the colours' looks, by expectation maximisation (Dempster,
/// Laird, Rubin 1977). Every pixel is explained by all colours in proportion to how well they do,
/// so shadows and gloss that several colours have in common favour none. The likelihood has one
/// maximum, so the answer does not depend on where the search starts.
///
/// `coverage` (0…255 per pixel, empty: all) tells what is tile; a white ground around the tile is
/// left out by itself. Errors: Usage when no colour is asked for, one twice, or one that the
/// calibration lacks; BadData when nothing of the picture is tile.
Expected<ShareEstimate> estimateShares(const Image& picture,
    const std::vector<std::uint8_t>& coverage, const Calibration& calibration,
    const std::vector<std::string>& colors);

} // namespace tilewright
