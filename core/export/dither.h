// 16 bits as 8 without bands in smooth areas.
#pragma once

#include <cstdint>
#include <span>

namespace tilewright {

/// Rounds each sample of a row up or down by a fixed pattern, so that the mean of any small area
/// keeps its 16-bit value: the error of a sample stays below one level. What 8 bits can hold
/// exactly stays exact, white, full ink and all that had 8 bits already among it. `y` is the number
/// of the row, `count` the samples of a pixel.
void dither(std::span<const std::uint16_t> row, std::uint32_t y, std::uint32_t count,
    std::uint8_t* dithered);

} // namespace tilewright
