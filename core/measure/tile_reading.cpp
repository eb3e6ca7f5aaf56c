#include "core/measure/tile_reading.h"

#include <algorithm>
#include <spdlog/fmt/fmt.h>

#include "core/measure/light_surface.h"
#include "core/measure/tile_area.h"

namespace tilewright {
namespace {

// The first guess of the light is made with colours mistaken for their own shadows.
constexpr int lightRounds = 3;

Mixture mixtureOf(const Image& picture, const std::vector<std::uint8_t>& area,
    const std::vector<const Calibration::Look*>& looks)
{
    Mixture mixture(ColorHistogram(picture, area), looks);
    mixture.fitShares();
    return mixture;
}

} // namespace

Expected<TileReading> readTile(const Image& picture, const std::vector<std::uint8_t>& coverage,
    const Calibration& calibration, const std::vector<std::string>& colors)
{
    if (colors.empty())
        return fail(ErrorKind::Usage, "Name at least one colour to look for.");
    std::vector<const Calibration::Look*> looks;
    for (const std::string& color : colors) {
        if (std::count(colors.begin(), colors.end(), color) > 1)
            return fail(ErrorKind::Usage, fmt::format("The colour “{}” is named twice.", color));
        looks.push_back(calibration.find(color));
        if (looks.back() == nullptr)
            return fail(ErrorKind::Usage,
                fmt::format("The calibration does not know the colour “{}”.", color));
    }
    std::vector<std::uint8_t> area = tileArea(picture, coverage);
    if (std::count(area.begin(), area.end(), 1) == 0)
        return fail(ErrorKind::BadData,
            "The picture shows no tile: it is empty, transparent or nothing but white ground.");

    TileReading reading{picture, std::move(area), Mixture({}, {})};
    reading.mixture = mixtureOf(reading.picture, reading.area, looks);
    for (int round = 0; round < lightRounds; ++round) {
        const LightSurface light
            = LightSurface::fit(reading.picture, reading.area, reading.mixture.relativeLightness());
        if (light.even())
            break;
        reading.picture = light.evened(reading.picture);
        reading.mixture = mixtureOf(reading.picture, reading.area, looks);
    }
    return reading;
}

} // namespace tilewright
