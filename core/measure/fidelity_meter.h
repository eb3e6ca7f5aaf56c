// Measures a picture against the mix that was asked.
#pragma once

#include <string>
#include <vector>

#include "core/image/image.h"
#include "core/measure/calibration.h"
#include "core/measure/fidelity.h"
#include "core/mix/palette.h"

namespace tilewright {

struct AskedShare {
    std::string color; ///< caption name
    double percent = 0;
};

/// By the mixture of looks and by the nearest colour; the granules are not known here. `coverage`
/// as for estimateShares(). Errors: Usage, BadData as estimateShares().
Expected<Fidelity> measureFidelity(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const std::vector<AskedShare>& asked, const Palette& palette, const Calibration& calibration);

} // namespace tilewright
