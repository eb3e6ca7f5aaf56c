// A second way to read shares, which shares nothing with the mixture: neither calibration nor
// statistics.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image/image.h"
#include "core/mix/palette.h"

namespace tilewright {

/// Share of each candidate, 0…1, in their order; sums to 1. Each pixel goes to the candidate whose
/// lit face, dimmed as far as shadows and facets do, comes nearest in Lab, voted over a
/// neighbourhood of a third of a granule. Gaps, too dark to have a colour, have no vote.
/// `area` as tileArea() gives it; all 0 when nothing can be read.
std::vector<double> nearestShares(const Image& picture, const std::vector<std::uint8_t>& area,
    const std::vector<GranuleColor>& candidates);

} // namespace tilewright
