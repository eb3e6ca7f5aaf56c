#include "core/measure/granule_means.h"

#include "core/color/color.h"

namespace tilewright {

const std::array<float, 256>& linearLevels()
{
    static const std::array<float, 256> levels = [] {
        std::array<float, 256> result{};
        for (std::size_t i = 0; i < result.size(); ++i)
            result[i] = static_cast<float>(srgbToLinear(static_cast<double>(i) / 255));
        return result;
    }();
    return levels;
}

std::vector<GranuleMean> granuleMeans(
    const Image& picture, const GranuleMask& mask, std::size_t granuleCount)
{
    const auto& linear = linearLevels();
    std::vector<GranuleMean> means(granuleCount);
    for (std::size_t pixel = 0; pixel < mask.interiors().size(); ++pixel) {
        const std::uint32_t granule = mask.interiors()[pixel];
        if (granule == GranuleField::gap)
            continue;
        GranuleMean& mean = means[granule];
        for (std::size_t i = 0; i < mean.light.size(); ++i)
            mean.light[i] += linear[picture.rgb[3 * pixel + i]];
        ++mean.pixels;
    }
    for (GranuleMean& mean : means) {
        for (float& channel : mean.light)
            channel /= static_cast<float>(std::max(mean.pixels, 1u));
    }
    return means;
}

} // namespace tilewright
