// The pixels of a tile explained by the looks of some colours: what every measure starts from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/image/image.h"
#include "core/measure/calibration.h"
#include "core/measure/mixture.h"
#include "core/support/error.h"

namespace tilewright {

struct TileReading {
    Image picture; ///< in even light
    std::vector<std::uint8_t> area; ///< 1 where the tile is, see tileArea()
    Mixture mixture; ///< of the colours in the order given; only the shares are fitted
};

/// Errors as those of estimateShares().
Expected<TileReading> readTile(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const Calibration& calibration, const std::vector<std::string>& colors);

} // namespace tilewright
