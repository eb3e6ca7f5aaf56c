#include "core/floor/floor_room.h"

#include <algorithm>
#include <cmath>

#include "core/color/light_table.h"

namespace tilewright {
namespace {

// Of a matt white paint that leaves tiles the brightest colours of the picture.
constexpr double wallTint[3] = {0.735, 0.725, 0.705};
constexpr double flatWalls[3] = {0.86, 0.94, 0.90}; // left, back and right without daylight

constexpr double boardHeight = 60; // of the skirting board, millimetres

/// How much light a corner keeps: less within `reach` millimetres of the other surface.
double cornerLight(double distance, double depth, double reach)
{
    const double part = std::max(0.0, distance) / reach;
    return 1 - depth / (1 + part * part);
}

double smooth(double value)
{
    const double part = std::clamp(value, 0.0, 1.0);
    return part * part * (3 - 2 * part);
}

/// 0 below the edge, 1 above it.
double step(double value, double edge, double blur)
{
    return std::clamp((value - edge) / std::max(blur, 1e-9) + 0.5, 0.0, 1.0);
}

} // namespace

float FloorRoom::floorLight(double x, double y) const
{
    if (!hasLight)
        return 1;
    // Windows in the left wall: bright beside them, less across the room and towards its front.
    const double across = smooth(x / length);
    const double forward = smooth(y / width);
    const double daylight = 1 - 0.24 * across - 0.08 * forward * (1 - across);
    const double corners = cornerLight(x, 0.22, 110) * cornerLight(length - x, 0.22, 110)
        * cornerLight(y, 0.26, 130);
    return static_cast<float>(daylight * corners);
}

Light FloorRoom::wallLight(const WallPlace& place) const
{
    double light = flatWalls[static_cast<int>(place.wall)];
    if (hasLight) {
        const double across = smooth(place.x / length);
        switch (place.wall) {
        case Wall::Left: // against the light
            light = 0.70;
            break;
        case Wall::Back:
            light = 1 - 0.17 * across;
            break;
        case Wall::Right:
            light = 0.90 - 0.06 * smooth(place.y / width);
            break;
        }
        light *= 1 - 0.10 * smooth((place.height - 1200) / 3000);
        light *= cornerLight(place.height, 0.10, 260);
        const bool isBack = place.wall == Wall::Back;
        const double toCorner = isBack ? std::min(place.x, length - place.x) : place.y;
        light *= cornerLight(toCorner, 0.10, 320);
    }
    // A white board with a thin shadow above it.
    const double board = 1 - step(place.height, boardHeight, place.blur);
    const double shadow = (1 - step(place.height, boardHeight + 6, place.blur)) - board;
    light *= 1 + 0.07 * board - 0.16 * shadow;
    Light result;
    for (std::size_t channel = 0; channel < 3; ++channel)
        result[channel]
            = static_cast<float>(std::min(1.0, wallTint[channel] * light) * (lightLevels - 1));
    return result;
}

} // namespace tilewright
