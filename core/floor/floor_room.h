// Walls and daylight of the room that a floor is shown in.
#pragma once

#include "core/floor/floor_texture.h"

namespace tilewright {

enum class Wall { Left, Back, Right };

/// Millimetres.
struct WallPlace {
    Wall wall = Wall::Back;
    double x = 0, y = 0; ///< as on the floor
    double height = 0; ///< above it
    double blur = 0; ///< what one pixel sees
};

/// A plain white room; daylight comes softly from the left. Where it is brightest, the floor has
/// its own colours.
struct FloorRoom {
    double length = 0; ///< millimetres
    double width = 0;
    bool hasLight = true;

    /// 0…1, of the light that the tiles were photographed in.
    float floorLight(double x, double y) const;
    Light wallLight(const WallPlace& place) const;
};

} // namespace tilewright
