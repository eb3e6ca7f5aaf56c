// Granule sizes: the grading curve of a tile.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

/// Granules between two sieves.
struct GranuleFraction {
    double fromMillimetres = 0;
    double toMillimetres = 0;
    double percent = 0; ///< of the visible area, about

    bool operator==(const GranuleFraction&) const = default;
};

/// As catalogues write it: "1-3:60,3-5:40", millimetres and percent of the area.
std::string formatGrading(const std::vector<GranuleFraction>& fractions);
/// Errors: Usage, also as checkGrading().
Expected<std::vector<GranuleFraction>> parseGrading(std::string_view text);
/// At most eight fractions of 0.1 to 1000 mm that sum to 100 % (±0.1); none at all is right too.
/// Errors: Usage.
Expected<void> checkGrading(const std::vector<GranuleFraction>& fractions);

/// Mean diameter by area.
double meanMillimetres(const std::vector<GranuleFraction>& fractions);

} // namespace tilewright
