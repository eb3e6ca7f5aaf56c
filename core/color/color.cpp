#include "core/color/color.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

// IEC 61966-2-1, linear sRGB to CIE XYZ.
constexpr double toXyz[3][3] = {
    {0.4124, 0.3576, 0.1805},
    {0.2126, 0.7152, 0.0722},
    {0.0193, 0.1192, 0.9505},
};

// White is what the matrix makes of (1, 1, 1), so that greys have exactly a = b = 0.
constexpr double white[3] = {
    toXyz[0][0] + toXyz[0][1] + toXyz[0][2],
    toXyz[1][0] + toXyz[1][1] + toXyz[1][2],
    toXyz[2][0] + toXyz[2][1] + toXyz[2][2],
};

constexpr double cofactor(int row, int column)
{
    const int r1 = (row + 1) % 3, r2 = (row + 2) % 3;
    const int c1 = (column + 1) % 3, c2 = (column + 2) % 3;
    return toXyz[r1][c1] * toXyz[r2][c2] - toXyz[r1][c2] * toXyz[r2][c1];
}

constexpr double determinant
    = toXyz[0][0] * cofactor(0, 0) + toXyz[0][1] * cofactor(0, 1) + toXyz[0][2] * cofactor(0, 2);

// CIE 15: the cube root, made linear near black.
constexpr double epsilon = 216.0 / 24389.0;
constexpr double kappa = 24389.0 / 27.0;

double compress(double t)
{
    return t > epsilon ? std::cbrt(t) : (kappa * t + 16.0) / 116.0;
}

double expand(double f)
{
    const double cube = f * f * f;
    return cube > epsilon ? cube : (116.0 * f - 16.0) / kappa;
}

std::uint8_t toByte(double linear)
{
    // In this order a NaN becomes 0.
    const double value = linearToSrgb(std::min(1.0, std::max(0.0, linear)));
    return static_cast<std::uint8_t>(std::lround(value * 255.0));
}

} // namespace

double srgbToLinear(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double linearToSrgb(double value)
{
    return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1.0 / 2.4) - 0.055;
}

LinearRgb toLinear(Srgb color)
{
    return {srgbToLinear(color.r / 255.0), srgbToLinear(color.g / 255.0),
        srgbToLinear(color.b / 255.0)};
}

LinearRgb toLinear(const Lab& color)
{
    const double fy = (color.L + 16.0) / 116.0;
    const double xyz[3] = {white[0] * expand(fy + color.a / 500.0), white[1] * expand(fy),
        white[2] * expand(fy - color.b / 200.0)};
    LinearRgb linear{};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            linear[static_cast<std::size_t>(row)]
                += cofactor(column, row) / determinant * xyz[column];
    return linear;
}

Lab toLab(const LinearRgb& color)
{
    double f[3] = {};
    for (int row = 0; row < 3; ++row)
        f[row] = compress(
            (toXyz[row][0] * color[0] + toXyz[row][1] * color[1] + toXyz[row][2] * color[2])
            / white[row]);
    return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

Lab toLab(Srgb color)
{
    return toLab(toLinear(color));
}

Srgb toSrgb(const LinearRgb& color)
{
    return {toByte(color[0]), toByte(color[1]), toByte(color[2])};
}

std::string toHex(Srgb color)
{
    return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

std::optional<Srgb> srgbFromHex(std::string_view text)
{
    if (text.starts_with('#'))
        text.remove_prefix(1);
    std::uint32_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, 16);
    if (text.size() != 6 || error != std::errc{} || stop != end)
        return std::nullopt;
    return Srgb{static_cast<std::uint8_t>(value >> 16),
        static_cast<std::uint8_t>(value >> 8 & 0xff), static_cast<std::uint8_t>(value & 0xff)};
}

} // namespace tilewright
