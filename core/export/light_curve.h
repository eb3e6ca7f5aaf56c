// The sRGB transfer curve for 16-bit samples, by table.
#pragma once

#include <cstdint>
#include <vector>

namespace tilewright {

/// As srgbToLinear() and linearToSrgb(), for pictures: encode(decode(sample)) is the sample again.
class LightCurve {
public:
    static const LightCurve& instance();

    /// Linear light, 0…1.
    float decode(std::uint16_t sample) const { return m_linear[sample]; }
    /// 0…65535, not rounded; light outside of 0…1 is cut off.
    float encode(float light) const;

private:
    LightCurve();

    std::vector<float> m_linear; ///< per 16-bit sample
    std::vector<float> m_encoded; ///< at evenly spaced light, both ends included
};

} // namespace tilewright
