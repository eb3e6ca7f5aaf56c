#include <algorithm>
#include <cmath>

#include "core/color/light_table.h"
#include "core/floor/floor_scene.h"
#include "core/image/area_weights.h"

namespace tilewright {
namespace {

/// Below this many pixels a tile is drawn larger and scaled down: tiles that are a pixel or two
/// would else beat against the grid of the pixels.
constexpr double leastTilePixels = 6;

/// Maps the room onto a grid finer than the picture by `oversampling`. Edges of tiles lie on whole
/// pixels of it, so that all joints look alike.
class Plan {
public:
    Plan(const FloorScene& scene, const FloorPictureSettings& settings)
        : m_scene(scene), m_settings(settings)
    {
        const double longest = std::max(scene.length(), scene.width());
        const double scale = settings.longestSide / longest;
        const double tile = scale
            * std::min(scene.plan().tileLengthMillimetres, scene.plan().tileWidthMillimetres);
        m_oversampling = std::max(1, static_cast<int>(std::ceil(leastTilePixels / tile)));
        m_width = pixels(scene.length() * scale);
        m_height = pixels(scene.width() * scale);
        m_scaleX = m_width * m_oversampling / scene.length();
        m_scaleY = m_height * m_oversampling / scene.width();
        m_joint = std::max(1, static_cast<int>(std::lround(jointMillimetres * m_scaleX)));
        m_jointLight = settings.showsSeams ? 1
                - jointDarkness
                    * static_cast<float>(std::min(1.0, jointMillimetres * m_scaleX / m_joint))
                                           : 1;
    }

    int width() const { return m_width; }
    int height() const { return m_height; }

    void drawRows(Image& image, int begin, int end) const
    {
        Row row;
        std::vector<float> line(samples()), sums(static_cast<std::size_t>(m_width) * 3);
        const ByteOfLight& byteOf = byteOfLight();
        const float share = 1.0f / static_cast<float>(m_oversampling * m_oversampling);
        for (int y = begin; y < end; ++y) {
            std::fill(sums.begin(), sums.end(), 0.0f);
            for (int fine = y * m_oversampling; fine < (y + 1) * m_oversampling; ++fine) {
                drawLine(row, fine, line);
                for (std::size_t i = 0; i < line.size(); ++i)
                    sums[i / 3 / static_cast<std::size_t>(m_oversampling) * 3 + i % 3] += line[i];
            }
            std::uint8_t* target = image.pixel(0, y);
            for (std::size_t i = 0; i < sums.size(); ++i)
                target[i] = byteOf[static_cast<std::size_t>(
                    std::clamp(sums[i] * share + 0.5f, 0.0f, static_cast<float>(lightLevels - 1)))];
        }
    }

private:
    /// What all lines of one row of tiles have in common.
    struct Row {
        int begin = 0, end = 0; ///< lines
        std::span<const FloorCell> cells;
        std::vector<int> ends; ///< of the cells, in fine pixels
        AreaWeights columns; ///< one for each fine pixel
    };

    static int pixels(double length) { return std::max(1, static_cast<int>(std::lround(length))); }
    std::size_t samples() const { return static_cast<std::size_t>(m_width * m_oversampling) * 3; }
    int lineAt(double y) const { return static_cast<int>(std::lround(y * m_scaleY)); }
    int columnAt(double x) const { return static_cast<int>(std::lround(x * m_scaleX)); }

    /// The size of a turned tile's picture along the lines; square tiles have square pictures.
    static FloorTexture::View pictureOf(const FloorScene& scene, const FloorCell& cell)
    {
        return scene.texture(cell).view(0, cell.quarterTurns);
    }

    void enter(Row& row, int line) const
    {
        row.cells = m_scene.rowAt((line + 0.5) / m_scaleY);
        const FloorCell& first = row.cells.front();
        row.begin = lineAt(first.visibleY);
        row.end = lineAt(first.visibleY + first.visibleWidth);
        row.ends.clear();
        row.columns.clear();
        row.columns.reserve(static_cast<std::size_t>(m_width * m_oversampling));
        int column = 0;
        for (const FloorCell& cell : row.cells) {
            const int end = &cell == &row.cells.back()
                ? m_width * m_oversampling
                : columnAt(cell.visibleX + cell.visibleLength);
            const double perPixel = pictureOf(m_scene, cell).width
                / (m_scene.plan().tileLengthMillimetres * m_scaleX);
            const double origin = cell.x * m_scaleX;
            for (; column < end; ++column)
                row.columns.add((column - origin) * perPixel, (column + 1 - origin) * perPixel);
            row.ends.push_back(end);
        }
    }

    void drawLine(Row& row, int line, std::vector<float>& light) const
    {
        if (row.cells.empty() || line < row.begin || line >= row.end)
            enter(row, line);
        // The joint lies half on either tile.
        const bool isJoint = (row.begin > 0 && line - row.begin < m_joint - m_joint / 2)
            || (row.end < m_height * m_oversampling && row.end - line <= m_joint / 2);
        int column = 0;
        for (std::size_t index = 0; index < row.cells.size(); ++index) {
            const FloorCell& cell = row.cells[index];
            const int begin = column, end = row.ends[index];
            const FloorTexture::View picture = pictureOf(m_scene, cell);
            const double perPixel
                = picture.height / (m_scene.plan().tileWidthMillimetres * m_scaleY);
            const double origin = cell.y * m_scaleY;
            AreaWeights lines;
            lines.add((line - origin) * perPixel, (line + 1 - origin) * perPixel);
            for (; column < end; ++column) {
                const bool isInJoint = isJoint
                    || (index > 0 && column - begin < m_joint - m_joint / 2)
                    || (index + 1 < row.cells.size() && end - column <= m_joint / 2);
                mean(picture, row.columns[column], lines[0], isInJoint ? m_jointLight : 1.0f,
                    light.data() + static_cast<std::size_t>(column) * 3);
            }
        }
    }

    static void mean(const FloorTexture::View& picture, const AreaWeights::Pixel& across,
        const AreaWeights::Pixel& down, float factor, float* light)
    {
        float sum[3] = {};
        for (int j = 0; j < down.count; ++j) {
            const int y = std::clamp(down.first + j, 0, picture.height - 1);
            for (int i = 0; i < across.count; ++i) {
                const int x = std::clamp(across.first + i, 0, picture.width - 1);
                const std::uint16_t* pixel = picture.at(x, y);
                const float weight = across.weights[i] * down.weights[j];
                for (int channel = 0; channel < 3; ++channel)
                    sum[channel] += weight * static_cast<float>(pixel[channel]);
            }
        }
        for (int channel = 0; channel < 3; ++channel)
            light[channel] = sum[channel] * factor;
    }

    const FloorScene& m_scene;
    const FloorPictureSettings& m_settings;
    int m_oversampling = 1;
    int m_width = 0, m_height = 0; ///< of the picture
    double m_scaleX = 0, m_scaleY = 0; ///< fine pixels per millimetre
    int m_joint = 1; ///< fine pixels
    float m_jointLight = 1;
};

} // namespace

Expected<Image> drawFromAbove(const FloorLayout& layout, const TilePictureSource& tiles,
    const FloorPictureSettings& settings, const std::function<void(double)>& progress,
    std::stop_token stop)
{
    constexpr double loading = 0.5; // its part of the progress
    const FloorPlan& plan = layout.plan;
    const double scale
        = settings.longestSide / (std::max(plan.roomLengthMetres, plan.roomWidthMetres) * 1000);
    const double longest = std::max(plan.tileLengthMillimetres, plan.tileWidthMillimetres) * scale;
    // Twice the pixels that are seen keep their edges when they are scaled down.
    const int pixels = static_cast<int>(std::ceil(2 * std::max(longest, leastTilePixels)));
    const auto part = [&](double begin, double length) {
        return [&progress, begin, length](double done) {
            if (progress)
                progress(begin + length * done);
        };
    };
    const auto scene = FloorScene::load(layout, tiles, pixels, false, part(0, loading), stop);
    if (!scene)
        return tl::unexpected(scene.error());
    const Plan drawing(*scene, settings);
    Image image(drawing.width(), drawing.height());
    const auto drawn = drawInParallel(
        drawing.height(), [&](int begin, int end) { drawing.drawRows(image, begin, end); },
        part(loading, 1 - loading), stop);
    if (!drawn)
        return tl::unexpected(drawn.error());
    return image;
}

} // namespace tilewright
