// Colour spaces that the domain needs: sRGB, linear light, CIE L*a*b* (D65, 2 degrees).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tilewright {

struct Srgb {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Srgb&) const = default;
};

struct Lab {
    double L = 0, a = 0, b = 0;
    bool operator==(const Lab&) const = default;
};

using LinearRgb = std::array<double, 3>; ///< linear light, 0…1 inside the sRGB gamut

/// IEC 61966-2-1 transfer curve; `value` 0…1.
double srgbToLinear(double value);
double linearToSrgb(double value);

LinearRgb toLinear(Srgb color);
LinearRgb toLinear(const Lab& color); ///< may lie outside 0…1
Lab toLab(const LinearRgb& color);
Lab toLab(Srgb color);
Srgb toSrgb(const LinearRgb& color); ///< clipped to the gamut

std::string toHex(Srgb color); ///< "#d25144"
std::optional<Srgb> srgbFromHex(std::string_view text); ///< with or without '#', six digits

} // namespace tilewright
