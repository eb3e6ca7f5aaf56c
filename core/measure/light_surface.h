// The unevenness of the light that falls on a tile: a lamp from one side, a lens that vignettes.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/image/image.h"

namespace tilewright {

/// Relative lightness as a polynomial of second order of the place.
class LightSurface {
public:
    /// Even light.
    LightSurface() = default;
    /// By least squares. `lightnessOfBin`: per bin of ColorHistogram how light its pixels are in
    /// relation to the mean of their colour, 0 where they tell nothing. Pixels count that `area`
    /// has as 1. Even light where the picture does not clearly show another.
    static LightSurface fit(const Image& picture, const std::vector<std::uint8_t>& area,
        const std::vector<float>& lightnessOfBin);

    bool even() const { return m_terms == std::array<double, 6>{}; }
    /// The picture as it would be in even light.
    Image evened(const Image& picture) const;

private:
    std::array<double, 6> m_terms{}; ///< of 1, x, y, x², xy, y², with x and y in -1…1
};

} // namespace tilewright
