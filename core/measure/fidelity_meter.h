// Measures how true a picture is to the mix that was asked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/image/image.h"
#include "core/measure/calibration.h"
#include "core/measure/fidelity.h"
#include "core/mix/palette.h"

namespace tilewright {

struct AskedShare {
    std::string color; ///< caption name or code in the palette
    double percent = 0;
};

/// Every colour by the mixture and by the nearest colour, and how far its lit faces are from the
/// palette's. What a field of granules would add is left empty. `coverage` (0…255 per pixel, empty:
/// all) tells what is tile; a white ground around it is left out by itself. Errors: those of
/// estimateShares(), and Usage when a colour is not in the palette.
Expected<Fidelity> measureFidelity(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const std::vector<AskedShare>& asked, const Palette& palette, const Calibration& calibration);

} // namespace tilewright
