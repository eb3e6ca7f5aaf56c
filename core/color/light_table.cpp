#include "core/color/light_table.h"

#include <cmath>

#include "core/color/color.h"

namespace tilewright {

const LightOfByte& lightOfByte()
{
    static const LightOfByte table = [] {
        LightOfByte light{};
        for (std::size_t i = 0; i < light.size(); ++i)
            light[i] = static_cast<std::uint16_t>(
                std::lround(srgbToLinear(static_cast<double>(i) / 255.0) * (lightLevels - 1)));
        return light;
    }();
    return table;
}

const ByteOfLight& byteOfLight()
{
    static const ByteOfLight table = [] {
        ByteOfLight bytes{};
        std::size_t level = 0;
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const double end
                = srgbToLinear((static_cast<double>(byte) + 0.5) / 255.0) * (lightLevels - 1);
            while (level < lightLevels && (byte == 255 || static_cast<double>(level) <= end))
                bytes[level++] = static_cast<std::uint8_t>(byte);
        }
        return bytes;
    }();
    return table;
}

} // namespace tilewright
