#include "core/export/light_curve.h"

#include <algorithm>

#include "core/color/color.h"

namespace tilewright {
namespace {

constexpr std::size_t steps = 65536;
/// Below, the curve is a straight line; above, it bends so little that a line from one step to the
/// next is off by less than a hundredth of a level.
constexpr float endOfLine = 0.0031308f;

} // namespace

const LightCurve& LightCurve::instance()
{
    static const LightCurve curve;
    return curve;
}

LightCurve::LightCurve() : m_linear(65536), m_encoded(steps + 1)
{
    for (std::size_t sample = 0; sample < m_linear.size(); ++sample)
        m_linear[sample] = static_cast<float>(srgbToLinear(static_cast<double>(sample) / 65535));
    for (std::size_t step = 0; step <= steps; ++step)
        m_encoded[step]
            = static_cast<float>(65535 * linearToSrgb(static_cast<double>(step) / steps));
}

float LightCurve::encode(float light) const
{
    light = std::clamp(light, 0.0f, 1.0f);
    if (light <= endOfLine)
        return light * (12.92f * 65535);
    const float place = light * steps;
    const auto step = std::min(static_cast<std::size_t>(place), steps - 1);
    const float part = place - static_cast<float>(step);
    return m_encoded[step] + part * (m_encoded[step + 1] - m_encoded[step]);
}

} // namespace tilewright
