#include "core/floor/floor_picture.h"

#include <cmath>
#include <new>

#include <spdlog/fmt/fmt.h>

#include "core/floor/floor_scene.h"
#include "core/support/named_values.h"

namespace tilewright {
namespace {

constexpr std::pair<FloorView, std::string_view> viewNames[]
    = {{FloorView::Above, "above"}, {FloorView::Perspective, "perspective"}};

bool isWithin(double value, double least, double most)
{
    return std::isfinite(value) && value >= least && value <= most;
}

} // namespace

std::string_view toText(FloorView view)
{
    return nameOf<FloorView>(viewNames, view);
}

Expected<FloorView> parseFloorView(std::string_view text)
{
    return valueOf<FloorView>(viewNames, text, "view of a floor");
}

Expected<void> FloorPictureSettings::check() const
{
    if (!isWithin(longestSide, 64, 16384))
        return fail(ErrorKind::Usage,
            fmt::format("A picture of {} pixels cannot be made; choose between 64 and 16384 pixels "
                        "for its longer side.",
                longestSide));
    if (!isWithin(eyeHeightMetres, 0.3, 10))
        return fail(ErrorKind::Usage,
            fmt::format(
                "An eye height of {} m cannot be; choose between 0.3 and 10 m.", eyeHeightMetres));
    if (!isWithin(fieldOfViewDegrees, 20, 100))
        return fail(ErrorKind::Usage,
            fmt::format("A field of view of {} degrees cannot be; choose between 20 and 100.",
                fieldOfViewDegrees));
    return {};
}

Expected<Image> drawFloor(const FloorLayout& layout, const TilePictureSource& tiles,
    const FloorPictureSettings& settings, const std::function<void(double)>& progress,
    std::stop_token stop)
{
    if (const auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    if (layout.cells.empty())
        return fail(ErrorKind::Usage, "There is no tile on this floor.");
    try {
        return settings.view == FloorView::Above
            ? drawFromAbove(layout, tiles, settings, progress, stop)
            : drawInPerspective(layout, tiles, settings, progress, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable,
            "There is not enough memory for a picture of this size. Choose a smaller one.");
    }
}

} // namespace tilewright
