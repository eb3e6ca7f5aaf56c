// Which colours of a palette a picture shows, where nobody tells.
#pragma once

#include "core/measure/fidelity_meter.h"

namespace tilewright {

/// At most `mostColors` of the palette's colours, those first that have the largest shares; what
/// looks like none of them is unexplained. Nothing is asked, so only the shares are filled.
/// `coverage` as for estimateShares(). Errors: BadData as there, and when the calibration knows no
/// colour of the palette.
Expected<Fidelity> findColors(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const Palette& palette, const Calibration& calibration, std::size_t mostColors);

} // namespace tilewright
