#include "core/mix/color_family.h"

#include <cmath>
#include <numbers>

namespace tilewright {
namespace {

constexpr double neutralChroma = 10;
constexpr double dullChroma = 32;

} // namespace

ColorFamily familyOf(const Lab& color)
{
    const double chroma = std::hypot(color.a, color.b);
    double hue = std::atan2(color.b, color.a) * 180 / std::numbers::pi; // degrees
    if (hue < 0)
        hue += 360;
    if (chroma < neutralChroma)
        return ColorFamily::Greys;
    const bool isWarm = hue >= 25 && hue < 100;
    if (isWarm && (chroma < dullChroma || (color.L < 35 && hue > 45)))
        return ColorFamily::Browns;
    if (hue < 62 || hue >= 340)
        return ColorFamily::Reds;
    if (hue < 108)
        return ColorFamily::Yellows;
    if (hue < 200)
        return ColorFamily::Greens;
    return ColorFamily::Blues;
}

} // namespace tilewright
