#include "core/floor/floor_texture.h"

#include <algorithm>
#include <cmath>

#include "core/color/light_table.h"
#include "core/image/area_weights.h"

namespace tilewright {
namespace {

AreaWeights halvingWeights(int from, int to)
{
    AreaWeights weights;
    const double scale = static_cast<double>(from) / to;
    for (int pixel = 0; pixel < to; ++pixel)
        weights.add(pixel * scale, (pixel + 1) * scale);
    return weights;
}

} // namespace

FloorTexture::FloorTexture(const Image& image, bool hasLevels)
{
    if (image.empty())
        return;
    const LightOfByte& lightOf = lightOfByte();
    Level first{image.width, image.height, {}};
    first.light.resize(image.rgb.size());
    std::transform(image.rgb.begin(), image.rgb.end(), first.light.begin(),
        [&](std::uint8_t byte) { return lightOf[byte]; });
    m_levels.push_back(std::move(first));
    while (hasLevels && (m_levels.back().width > 1 || m_levels.back().height > 1)) {
        const Level& large = m_levels.back();
        Level small{(large.width + 1) / 2, (large.height + 1) / 2, {}};
        small.light.resize(
            static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height) * 3);
        const AreaWeights columns = halvingWeights(large.width, small.width);
        const AreaWeights rows = halvingWeights(large.height, small.height);
        auto target = small.light.begin();
        for (int y = 0; y < small.height; ++y)
            for (int x = 0; x < small.width; ++x) {
                const AreaWeights::Pixel column = columns[x], row = rows[y];
                Light sum{0.5f, 0.5f, 0.5f};
                for (int j = 0; j < row.count; ++j)
                    for (int i = 0; i < column.count; ++i) {
                        const float weight = row.weights[j] * column.weights[i];
                        const auto place = static_cast<std::size_t>(row.first + j)
                                * static_cast<std::size_t>(large.width)
                            + static_cast<std::size_t>(column.first + i);
                        for (std::size_t channel = 0; channel < 3; ++channel)
                            sum[channel]
                                += weight * static_cast<float>(large.light[place * 3 + channel]);
                    }
                target = std::transform(sum.begin(), sum.end(), target,
                    [](float light) { return static_cast<std::uint16_t>(light); });
            }
        m_levels.push_back(std::move(small));
    }
}

FloorTexture::View FloorTexture::view(std::size_t level, int quarterTurns) const
{
    const Level& source = m_levels[level];
    const std::ptrdiff_t right = 3, down = std::ptrdiff_t{3} * source.width;
    const std::ptrdiff_t last = right * (source.width - 1), bottom = down * (source.height - 1);
    const std::uint16_t* light = source.light.data();
    switch (quarterTurns) {
    case 1: // the lower left corner comes to the upper left
        return {light + bottom, -down, right, source.height, source.width};
    case 2:
        return {light + bottom + last, -right, -down, source.width, source.height};
    case 3:
        return {light + last, down, -right, source.height, source.width};
    default:
        return {light, right, down, source.width, source.height};
    }
}

Light FloorTexture::sampleLevel(std::size_t level, float u, float v, int quarterTurns) const
{
    const View pixels = view(level, quarterTurns);
    const float x = std::clamp(
        u * static_cast<float>(pixels.width) - 0.5f, 0.0f, static_cast<float>(pixels.width - 1));
    const float y = std::clamp(
        v * static_cast<float>(pixels.height) - 0.5f, 0.0f, static_cast<float>(pixels.height - 1));
    const int left = static_cast<int>(x), top = static_cast<int>(y);
    const int right = std::min(left + 1, pixels.width - 1);
    const int bottom = std::min(top + 1, pixels.height - 1);
    const float partX = x - static_cast<float>(left), partY = y - static_cast<float>(top);
    const std::uint16_t* corners[4] = {pixels.at(left, top), pixels.at(right, top),
        pixels.at(left, bottom), pixels.at(right, bottom)};
    const float weights[4]
        = {(1 - partX) * (1 - partY), partX * (1 - partY), (1 - partX) * partY, partX * partY};
    Light sum{};
    for (int corner = 0; corner < 4; ++corner)
        for (std::size_t channel = 0; channel < 3; ++channel)
            sum[channel] += weights[corner] * static_cast<float>(corners[corner][channel]);
    return sum;
}

Light FloorTexture::sample(float u, float v, float side, int quarterTurns) const
{
    const auto pixels
        = static_cast<float>(std::max(m_levels.front().width, m_levels.front().height));
    const float detail = std::clamp(
        std::log2(std::max(side * pixels, 1.0f)), 0.0f, static_cast<float>(m_levels.size() - 1));
    const auto level = static_cast<std::size_t>(detail);
    const float part = detail - static_cast<float>(level);
    Light light = sampleLevel(level, u, v, quarterTurns);
    if (part < 0.01f)
        return light;
    const Light coarse = sampleLevel(level + 1, u, v, quarterTurns);
    for (std::size_t channel = 0; channel < 3; ++channel)
        light[channel] += part * (coarse[channel] - light[channel]);
    return light;
}

} // namespace tilewright
