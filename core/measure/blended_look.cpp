#include "core/measure/blended_look.h"

#include <algorithm>

namespace tilewright {
namespace {

constexpr int samples = 2048;

/// The same numbers every time, evenly spread over 0…1 (van der Corput).
double radicalInverse(int index, int base)
{
    double result = 0, digit = 1;
    for (; index > 0; index /= base) {
        digit /= base;
        result += digit * (index % base);
    }
    return result;
}

/// `mix` makes the light of a pixel of a quantile (0…1) of the looks' lightness and a part (0…1).
template <typename Mix> std::vector<float> sampled(Mix mix)
{
    ColorHistogram histogram;
    for (int i = 1; i <= samples; ++i) {
        const LinearRgb light = mix(radicalInverse(i, 2), radicalInverse(i, 3));
        histogram.add(ColorHistogram::binOf(toLab(light)), 1.0f / samples);
    }
    return histogram.smoothed(Calibration::smoothing).counts();
}

} // namespace

LookPixels::LookPixels(const Calibration::Look& look)
{
    double sum = 0;
    for (std::size_t bin = 0; bin < ColorHistogram::binCount; ++bin) {
        if (look.pixels.counts()[bin] == 0)
            continue;
        const auto lab = ColorHistogram::centerOf(bin);
        sum += look.pixels.counts()[bin] / look.pixels.total();
        m_upTo.push_back(sum);
        m_light.push_back(toLinear(Lab{lab[0], lab[1], lab[2]}));
    }
}

const LinearRgb& LookPixels::at(double quantile) const
{
    const auto found = std::lower_bound(m_upTo.begin(), m_upTo.end(), quantile);
    return m_light[std::min(static_cast<std::size_t>(found - m_upTo.begin()), m_light.size() - 1)];
}

std::vector<float> blendedLikelihood(const LookPixels& one, const LookPixels& other)
{
    return sampled([&](double quantile, double part) {
        // Both sides of an edge lie in the same light.
        const LinearRgb &x = one.at(quantile), &y = other.at(quantile);
        return LinearRgb{part * x[0] + (1 - part) * y[0], part * x[1] + (1 - part) * y[1],
            part * x[2] + (1 - part) * y[2]};
    });
}

std::vector<float> shadedLikelihood(const LookPixels& look)
{
    return sampled([&](double quantile, double part) {
        const LinearRgb& x = look.at(quantile);
        return LinearRgb{part * x[0], part * x[1], part * x[2]};
    });
}

} // namespace tilewright
