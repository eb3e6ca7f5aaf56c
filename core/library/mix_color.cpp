#include "core/library/mix_color.h"

namespace tilewright {

Lab meanColor(const Mix& mix, const Palette& palette)
{
    LinearRgb sum{};
    int weight = 0;
    for (const MixShare& share : mix.shares()) {
        const GranuleColor* color = palette.find(share.color);
        if (!color)
            continue;
        const LinearRgb light = toLinear(color->lab);
        for (std::size_t channel = 0; channel < sum.size(); ++channel)
            sum[channel] += share.perMille * light[channel];
        weight += share.perMille;
    }
    if (weight == 0)
        return {};
    for (double& channel : sum)
        channel /= weight;
    return toLab(sum);
}

} // namespace tilewright
