#include "core/measure/retint.h"

#include <algorithm>
#include <cmath>

#include "core/color/color.h"
#include "core/measure/granule_means.h"

namespace tilewright {
namespace {

constexpr float brightest = 2.5f; // times the granule's mean: gloss keeps the colour of the lamp
constexpr float leastLuminance = 0.002f;

using Shift = std::array<float, 3>; // change of linear light per luminance

float luminance(const std::array<float, 3>& light)
{
    return 0.2126f * light[0] + 0.7152f * light[1] + 0.0722f * light[2];
}

/// 1-2-1 in both directions, around the edges as the field wraps.
std::vector<Shift> softened(const std::vector<Shift>& shifts, std::size_t width, std::size_t height)
{
    std::vector<Shift> rows(shifts.size()), result(shifts.size());
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < width; ++x) {
            const std::size_t left = y * width + (x + width - 1) % width;
            const std::size_t right = y * width + (x + 1) % width;
            for (std::size_t i = 0; i < 3; ++i)
                rows[y * width + x][i]
                    = (shifts[left][i] + 2 * shifts[y * width + x][i] + shifts[right][i]) / 4;
        }
    }
    for (std::size_t y = 0; y < height; ++y) {
        const std::size_t above = (y + height - 1) % height, below = (y + 1) % height;
        for (std::size_t x = 0; x < width; ++x) {
            for (std::size_t i = 0; i < 3; ++i)
                result[y * width + x][i] = (rows[above * width + x][i] + 2 * rows[y * width + x][i]
                                               + rows[below * width + x][i])
                    / 4;
        }
    }
    return result;
}

} // namespace

Image retinted(const Image& picture, const Image& original, const GranuleMask& mask,
    std::size_t granuleCount, double strength)
{
    if (strength <= 0)
        return picture;
    const auto seen = granuleMeans(picture, mask, granuleCount);
    const auto wanted = granuleMeans(original, mask, granuleCount);
    std::vector<Shift> ofGranule(granuleCount);
    for (std::size_t granule = 0; granule < granuleCount; ++granule) {
        if (seen[granule].pixels == 0)
            continue;
        const float scale = static_cast<float>(strength)
            / std::max(luminance(seen[granule].light), leastLuminance);
        for (std::size_t i = 0; i < 3; ++i)
            ofGranule[granule][i] = scale * (wanted[granule].light[i] - seen[granule].light[i]);
    }

    std::vector<Shift> shifts(mask.granules().size());
    for (std::size_t pixel = 0; pixel < shifts.size(); ++pixel) {
        if (mask.granules()[pixel] != GranuleField::gap)
            shifts[pixel] = ofGranule[mask.granules()[pixel]];
    }
    shifts = softened(
        shifts, static_cast<std::size_t>(mask.width()), static_cast<std::size_t>(mask.height()));

    const auto& linear = linearLevels();
    Image result = picture;
    for (std::size_t pixel = 0; pixel < shifts.size(); ++pixel) {
        std::array<float, 3> light{};
        for (std::size_t i = 0; i < 3; ++i)
            light[i] = linear[picture.rgb[3 * pixel + i]];
        const std::uint32_t granule = mask.granules()[pixel];
        float amount = luminance(light);
        if (granule != GranuleField::gap && seen[granule].pixels > 0)
            amount = std::min(amount, brightest * luminance(seen[granule].light));
        for (std::size_t i = 0; i < 3; ++i) {
            const float value = std::clamp(light[i] + shifts[pixel][i] * amount, 0.0f, 1.0f);
            result.rgb[3 * pixel + i]
                = static_cast<std::uint8_t>(std::lround(255 * linearToSrgb(value)));
        }
    }
    return result;
}

} // namespace tilewright
