#include "core/color/color_difference.h"

#include <cmath>
#include <numbers>

namespace tilewright {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

/// sqrt(c^7 / (c^7 + 25^7)): 0 for greys, near 1 for vivid colours.
double vividness(double chroma)
{
    constexpr double limit = 6103515625.0; // 25^7
    const double power = std::pow(chroma, 7);
    return std::sqrt(power / (power + limit));
}

/// In degrees, 0…360; 0 where there is no hue.
double hueAngle(double a, double b)
{
    if (a == 0 && b == 0)
        return 0;
    const double hue = std::atan2(b, a) / degree;
    return hue < 0 ? hue + 360 : hue;
}

double square(double value)
{
    return value * value;
}

} // namespace

// The names are those of the paper: a prime marks values after a* has been stretched.
double deltaE2000(const Lab& first, const Lab& second)
{
    const double chroma = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - vividness(chroma));
    const double a1 = stretch * first.a, a2 = stretch * second.a;
    const double chroma1 = std::hypot(a1, first.b), chroma2 = std::hypot(a2, second.b);
    const double hue1 = hueAngle(a1, first.b), hue2 = hueAngle(a2, second.b);
    const bool isGrey = chroma1 * chroma2 == 0;

    // The shorter way around the circle of hues.
    double hueStep = isGrey ? 0 : hue2 - hue1;
    if (hueStep > 180)
        hueStep -= 360;
    else if (hueStep < -180)
        hueStep += 360;
    double meanHue = hue1 + hue2;
    if (!isGrey) {
        if (std::abs(hue1 - hue2) > 180)
            meanHue += meanHue < 360 ? 360 : -360;
        meanHue /= 2;
    }

    const double deltaL = second.L - first.L;
    const double deltaC = chroma2 - chroma1;
    const double deltaH = 2 * std::sqrt(chroma1 * chroma2) * std::sin(hueStep / 2 * degree);

    const double meanL = (first.L + second.L) / 2;
    const double meanC = (chroma1 + chroma2) / 2;
    const double t = 1 - 0.17 * std::cos((meanHue - 30) * degree)
        + 0.24 * std::cos(2 * meanHue * degree) + 0.32 * std::cos((3 * meanHue + 6) * degree)
        - 0.20 * std::cos((4 * meanHue - 63) * degree);
    const double weightL = 1 + 0.015 * square(meanL - 50) / std::sqrt(20 + square(meanL - 50));
    const double weightC = 1 + 0.045 * meanC;
    const double weightH = 1 + 0.015 * meanC * t;
    const double rotation
        = -2 * vividness(meanC) * std::sin(60 * degree * std::exp(-square((meanHue - 275) / 25)));

    const double l = deltaL / weightL, c = deltaC / weightC, h = deltaH / weightH;
    return std::sqrt(l * l + c * c + h * h + rotation * c * h);
}

} // namespace tilewright
