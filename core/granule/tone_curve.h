// From light on the sensor to the bytes of a photograph.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace tilewright {

/// Shoulder over the highlights, then the sRGB transfer curve, as a table.
class ToneCurve {
public:
    ToneCurve();

    /// Linear light, not negative, to 0…255 (not rounded).
    float operator()(float light) const { return m_levels[index(light)]; }

private:
    // The table goes by the square root, close to the curve itself: small, and a tenth of a level
    // true everywhere. From `brightest` on all is white.
    static constexpr std::size_t size = 4096;
    static constexpr float brightest = 2;
    static constexpr float scale = (size - 1) / 1.41421356f;

    static std::size_t index(float light)
    {
        return static_cast<std::size_t>(
            static_cast<int>(std::sqrt(light < brightest ? light : brightest) * scale + 0.5f));
    }

    std::array<float, size> m_levels{};
};

} // namespace tilewright
