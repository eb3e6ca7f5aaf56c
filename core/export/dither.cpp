#include "core/export/dither.h"

namespace tilewright {
namespace {

/// 0…256, evenly spread over neighbouring pixels: the fractional parts of multiples of the two
/// numbers that fill the plane most evenly, as whole numbers of 2^-32, which wrap by themselves.
/// Source: M. Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences" (2018), R2.
std::uint32_t threshold(std::uint32_t x, std::uint32_t y, std::uint32_t channel)
{
    // A step of the golden ratio keeps the channels from rounding up at the same pixels.
    const std::uint32_t fraction = x * 3242174889u + y * 2447445414u + channel * 2654435769u;
    return ((fraction >> 16) * 257u) >> 16;
}

} // namespace

void dither(std::span<const std::uint16_t> row, std::uint32_t y, std::uint32_t count,
    std::uint8_t* dithered)
{
    std::uint32_t x = 0, channel = 0;
    for (const std::uint16_t sample : row) {
        *dithered++ = static_cast<std::uint8_t>((sample + threshold(x, y, channel)) / 257u);
        if (++channel == count) {
            channel = 0;
            ++x;
        }
    }
}

} // namespace tilewright
