#include <algorithm>
#include <cmath>

#include "core/color/light_table.h"
#include "core/floor/floor_room.h"
#include "core/floor/floor_scene.h"
#include "core/granule/random.h"

namespace tilewright {
namespace {

/// A pinhole before the lower side of the room, level, with a shifted lens: upright edges stay
/// upright and those across the room stay level. Lengths in millimetres.
struct Camera {
    double focalLength = 0; ///< pixels
    double eyeHeight = 0;
    double near = 0; ///< to the room's lower side
    double far = 0; ///< to its upper side
    double middle = 0; ///< pixels from the left
    double horizon = 0; ///< pixels from the top; may lie above it

    double depthOfFloor(double line) const { return eyeHeight * focalLength / (line - horizon); }
};

constexpr double aspect = 1.5;
constexpr double floorPart = 0.7; ///< of the picture's height, from the bottom

int heightOf(int width)
{
    return std::max(1, static_cast<int>(std::lround(width / aspect)));
}

/// Far enough that the floor fills its part of the picture.
Camera cameraOf(const FloorPlan& plan, const FloorPictureSettings& settings)
{
    const double width = settings.longestSide, height = heightOf(settings.longestSide);
    Camera camera;
    camera.focalLength = width / 2 / std::tan(settings.fieldOfViewDegrees * M_PI / 360);
    camera.eyeHeight = settings.eyeHeightMetres * 1000;
    camera.middle = width / 2;
    // 1/near - 1/(near + depth) is the floor's height in the picture.
    const double depth = plan.roomWidthMetres * 1000;
    const double part = floorPart * height / (camera.focalLength * camera.eyeHeight);
    camera.near = (std::sqrt(depth * depth + 4 * depth / part) - depth) / 2;
    camera.far = camera.near + depth;
    camera.horizon = height - camera.focalLength * camera.eyeHeight / camera.near;
    return camera;
}

/// The part of a length around `place` that lies in the joint at `edge`.
float inJoint(double place, double length, double edge)
{
    const double begin = std::max(place - length / 2, edge - jointMillimetres / 2);
    const double end = std::min(place + length / 2, edge + jointMillimetres / 2);
    return end <= begin ? 0.0f : static_cast<float>((end - begin) / length);
}

class Drawing {
public:
    Drawing(const FloorScene& scene, const FloorPictureSettings& settings, const Camera& camera)
        : m_scene(scene)
        , m_settings(settings)
        , m_camera(camera)
        , m_room{scene.length(), scene.width(), settings.hasLight}
    {
    }

    void drawRows(Image& image, int begin, int end) const
    {
        std::vector<Light> sums(static_cast<std::size_t>(image.width));
        const ByteOfLight& byteOf = byteOfLight();
        for (int y = begin; y < end; ++y) {
            std::fill(sums.begin(), sums.end(), Light{});
            const int lines = linesIn(y);
            for (int line = 0; line < lines; ++line)
                addLine(y + (line + 0.5) / lines, 1.0 / lines, sums);
            const float share = 1.0f / static_cast<float>(lines * columnsPerPixel);
            for (int x = 0; x < image.width; ++x) {
                // A grain of half a step of the bytes keeps the walls' gradients from showing
                // bands.
                const float grain = 1
                    + 0.009f
                        * (static_cast<float>(scramble(static_cast<std::uint64_t>(y) << 32
                                                  | static_cast<std::uint64_t>(x))
                               >> 40)
                                * 0x1p-24f
                            - 0.5f);
                std::uint8_t* target = image.pixel(x, y);
                for (std::size_t channel = 0; channel < 3; ++channel)
                    target[channel] = byteOf[static_cast<std::size_t>(std::clamp(
                        sums[static_cast<std::size_t>(x)][channel] * share * grain + 0.5f, 0.0f,
                        static_cast<float>(lightLevels - 1)))];
            }
        }
    }

private:
    static constexpr int columnsPerPixel = 2;

    /// The more a pixel is drawn out in depth, the more lines it takes to see all of it: samples
    /// are then about as deep as they are wide (Schilling et al. 1996: footprint assembly).
    int linesIn(int y) const
    {
        constexpr int fewest = 2, most = 64;
        const double line = y + 0.5;
        if (line <= m_camera.horizon + 0.5)
            return fewest;
        const double depth = std::min(m_camera.depthOfFloor(line), m_camera.far);
        return std::clamp(static_cast<int>(std::ceil(columnsPerPixel * depth / m_camera.eyeHeight)),
            fewest, most);
    }

    void addLine(double y, double height, std::vector<Light>& sums) const
    {
        const bool isBelowHorizon = y > m_camera.horizon;
        const double depth = isBelowHorizon ? m_camera.depthOfFloor(y) : 0;
        const bool meetsFloor = isBelowHorizon && depth <= m_camera.far;
        FloorLine line;
        if (meetsFloor) {
            line.depth = depth;
            line.y = std::clamp(m_scene.width() - (depth - m_camera.near), 0.0, m_scene.width());
            line.length = depth / m_camera.focalLength / columnsPerPixel;
            line.width = depth * depth / (m_camera.eyeHeight * m_camera.focalLength) * height;
            line.cells = m_scene.rowAt(line.y);
            const FloorCell& first = line.cells.front();
            if (m_settings.showsSeams) {
                const double lower = first.visibleY + first.visibleWidth;
                line.joint = (first.visibleY > 0 ? inJoint(line.y, line.width, first.visibleY) : 0)
                    + (lower < m_scene.width() ? inJoint(line.y, line.width, lower) : 0);
            }
        }
        for (std::size_t x = 0; x < sums.size(); ++x)
            for (int part = 0; part < columnsPerPixel; ++part) {
                const double across
                    = (static_cast<double>(x) + (part + 0.5) / columnsPerPixel - m_camera.middle)
                    / m_camera.focalLength;
                const double place = m_scene.length() / 2 + across * depth;
                const bool isFloor = meetsFloor && place >= 0 && place <= m_scene.length();
                const Light light = isFloor
                    ? floorAt(line, place)
                    : wallAt(across, (m_camera.horizon - y) / m_camera.focalLength);
                for (std::size_t channel = 0; channel < 3; ++channel)
                    sums[x][channel] += light[channel];
            }
    }

    /// What all samples along a line of the picture have in common.
    struct FloorLine {
        double depth = 0;
        double y = 0; ///< in the room
        double length = 0, width = 0; ///< of what a sample sees
        float joint = 0; ///< part of it that lies in a joint along the line
        std::span<const FloorCell> cells;
    };

    Light floorAt(const FloorLine& line, double x) const
    {
        const FloorPlan& plan = m_scene.plan();
        const FloorCell& cell = FloorScene::cellAt(line.cells, x);
        const auto side = static_cast<float>(std::max(line.length, line.width)
            / std::max(plan.tileLengthMillimetres, plan.tileWidthMillimetres));
        Light light = m_scene.texture(cell).sample(
            static_cast<float>((x - cell.x) / plan.tileLengthMillimetres),
            static_cast<float>((line.y - cell.y) / plan.tileWidthMillimetres), side,
            cell.quarterTurns);
        float factor = m_room.floorLight(x, line.y);
        if (m_settings.showsSeams) {
            const double right = cell.visibleX + cell.visibleLength;
            const float joint = (cell.visibleX > 0 ? inJoint(x, line.length, cell.visibleX) : 0)
                + (right < m_scene.length() ? inJoint(x, line.length, right) : 0);
            factor *= 1 - jointDarkness * (joint + line.joint - joint * line.joint);
        }
        for (float& channel : light)
            channel *= factor;
        return light;
    }

    /// `across` and `up` are slopes of the ray, per unit of depth.
    Light wallAt(double across, double up) const
    {
        const double half = m_scene.length() / 2;
        const double side = across == 0 ? m_camera.far : half / std::abs(across);
        const double depth = std::min(side, m_camera.far);
        WallPlace place;
        place.wall = side >= m_camera.far ? Wall::Back : across < 0 ? Wall::Left : Wall::Right;
        place.x = half + across * depth;
        place.y = m_scene.width() - (depth - m_camera.near);
        place.height = m_camera.eyeHeight + up * depth;
        place.blur = depth / m_camera.focalLength;
        return m_room.wallLight(place);
    }

    const FloorScene& m_scene;
    const FloorPictureSettings& m_settings;
    const Camera& m_camera;
    const FloorRoom m_room;
};

} // namespace

Expected<Image> drawInPerspective(const FloorLayout& layout, const TilePictureSource& tiles,
    const FloorPictureSettings& settings, const std::function<void(double)>& progress,
    std::stop_token stop)
{
    constexpr double loading = 0.4; // its part of the progress
    const Camera camera = cameraOf(layout.plan, settings);
    const double longest
        = std::max(layout.plan.tileLengthMillimetres, layout.plan.tileWidthMillimetres);
    const int pixels
        = static_cast<int>(std::ceil(std::min(1e6, longest * camera.focalLength / camera.near)));
    const auto part = [&](double begin, double length) {
        return [&progress, begin, length](double done) {
            if (progress)
                progress(begin + length * done);
        };
    };
    const auto scene = FloorScene::load(layout, tiles, pixels, true, part(0, loading), stop);
    if (!scene)
        return tl::unexpected(scene.error());
    const Drawing drawing(*scene, settings, camera);
    Image image(settings.longestSide, heightOf(settings.longestSide));
    const auto drawn = drawInParallel(
        image.height, [&](int begin, int end) { drawing.drawRows(image, begin, end); },
        part(loading, 1 - loading), stop);
    if (!drawn)
        return tl::unexpected(drawn.error());
    return image;
}

} // namespace tilewright
