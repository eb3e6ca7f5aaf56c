// What a laid floor looks like.
#pragma once

#include <functional>
#include <stop_token>

#include "core/floor/floor_plan.h"
#include "core/image/image.h"

namespace tilewright {

enum class FloorView { Above, Perspective };
std::string_view toText(FloorView); ///< "above", "perspective"
Expected<FloorView> parseFloorView(std::string_view text);

struct FloorPictureSettings {
    FloorView view = FloorView::Above;
    int longestSide = 2048; ///< pixels
    bool showsSeams = true; ///< thin dark joints between the tiles
    // Perspective:
    double eyeHeightMetres = 1.6;
    double fieldOfViewDegrees = 55;
    bool hasLight = true; ///< daylight falls off from a window side, softer along the walls

    /// Sides of 64…16384 pixels, eyes 0.3…10 m high, a field of view of 20…100°. Errors: Usage.
    Expected<void> check() const;
    bool operator==(const FloorPictureSettings&) const = default;
};

/// The picture of a tile, one per recipe and variant; it is one tile in length and width. At most
/// the size that the view needs: `pixels` is the longest side that is of use. Called from one
/// thread; each at most once.
using TilePictureSource = std::function<Expected<Image>(int recipe, int variant, int pixels)>;

/// From above: the room and nothing else, in its proportions. In perspective: 3 : 2, seen from the
/// lower side of the room with upright walls, as a camera with a shifted lens sees it; the floor
/// fills the lower seven tenths. Tiles are filtered in linear light, so that their mean colours
/// stay as they are. Errors: those of the source; Usage, Retryable, Cancelled.
Expected<Image> drawFloor(const FloorLayout& layout, const TilePictureSource& tiles,
    const FloorPictureSettings& settings, const std::function<void(double)>& progress = {},
    std::stop_token stop = {});

nlohmann::json toJson(const FloorPictureSettings& settings);
Expected<FloorPictureSettings> floorPictureFromJson(const nlohmann::json& json);

} // namespace tilewright
