// From sRGB bytes to linear light and back, by table: for whole pictures.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tilewright {

inline constexpr std::size_t lightLevels = 65536; ///< 0 is black, the last one white

using LightOfByte = std::array<std::uint16_t, 256>;
using ByteOfLight = std::array<std::uint8_t, lightLevels>; ///< the nearest byte for each level

const LightOfByte& lightOfByte();
const ByteOfLight& byteOfLight();

} // namespace tilewright
