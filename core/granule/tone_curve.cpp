#include "core/granule/tone_curve.h"

#include "core/color/color.h"

namespace tilewright {

ToneCurve::ToneCurve()
{
    constexpr double shoulder = 0.85; // from here on highlights are compressed
    constexpr double range = 1 - shoulder;
    for (std::size_t i = 0; i < size; ++i) {
        const double root = static_cast<double>(i) / static_cast<double>(scale);
        double light = root * root;
        if (light > shoulder) {
            light = shoulder + range * (1 - std::exp(-(light - shoulder) / range));
        }
        m_levels[i] = static_cast<float>(255 * linearToSrgb(light));
    }
}

} // namespace tilewright
