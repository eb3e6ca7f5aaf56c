#include "core/floor/floor_scene.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <set>
#include <thread>

#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

/// Samples of all textures together: many pictures of a floor share what a few could have alone.
constexpr double mostSamples = 200e6;

} // namespace

FloorScene::FloorScene(const FloorLayout& layout) : m_layout(&layout)
{
    for (std::size_t index = 0; index < layout.cells.size(); ++index)
        if (index == 0 || layout.cells[index].row != layout.cells[index - 1].row)
            m_rowStarts.push_back(index);
    m_rowStarts.push_back(layout.cells.size());
}

Expected<FloorScene> FloorScene::load(const FloorLayout& layout, const TilePictureSource& tiles,
    int pixels, bool hasLevels, const std::function<void(double)>& progress, std::stop_token stop)
{
    FloorScene scene(layout);
    scene.m_textures.resize(static_cast<std::size_t>(layout.plan.recipeCount));
    std::set<std::pair<int, int>> used;
    for (const FloorCell& cell : layout.cells)
        used.emplace(cell.recipe, cell.variant);
    const double bound = std::sqrt(mostSamples / 4 / static_cast<double>(used.size()));
    const int side = std::max(1, std::min(pixels, static_cast<int>(bound)));
    double done = 0;
    for (const auto& [recipe, variant] : used) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled.");
        const auto picture = tiles(recipe, variant, side);
        if (!picture)
            return tl::unexpected(picture.error());
        if (picture->empty())
            return fail(ErrorKind::BadData,
                fmt::format("The picture of tile {} of the floor is empty.", recipe + 1));
        auto& textures = scene.m_textures[static_cast<std::size_t>(recipe)];
        textures.resize(std::max(textures.size(), static_cast<std::size_t>(variant) + 1));
        textures[static_cast<std::size_t>(variant)] = FloorTexture(*picture, hasLevels);
        if (progress)
            progress(++done / static_cast<double>(used.size()));
    }
    return scene;
}

std::span<const FloorCell> FloorScene::rowAt(double y) const
{
    const std::vector<FloorCell>& cells = m_layout->cells;
    const double place = (y - cells.front().y) / plan().tileWidthMillimetres;
    const auto row = static_cast<std::size_t>(
        std::clamp(place, 0.0, static_cast<double>(m_rowStarts.size() - 2)));
    return std::span(cells).subspan(m_rowStarts[row], m_rowStarts[row + 1] - m_rowStarts[row]);
}

const FloorCell& FloorScene::cellAt(std::span<const FloorCell> row, double x)
{
    // All tiles of a row are equally long, but for the first of a part that begins with a half.
    const double length = row.size() > 1 ? row.back().x - row.front().x : 1;
    const double guess = (x - row.front().x) / length * static_cast<double>(row.size() - 1);
    auto index
        = static_cast<std::size_t>(std::clamp(guess, 0.0, static_cast<double>(row.size() - 1)));
    while (index > 0 && row[index].visibleX > x)
        --index;
    while (index + 1 < row.size() && row[index + 1].visibleX <= x)
        ++index;
    return row[index];
}

Expected<void> drawInParallel(int rows, const std::function<void(int, int)>& drawRows,
    const std::function<void(double)>& progress, const std::stop_token& stop)
{
    constexpr int strip = 16;
    std::atomic<int> next = 0;
    std::atomic<bool> isShort = false; // of memory
    const auto draw = [&](bool tells) {
        try {
            while (!stop.stop_requested() && !isShort) {
                const int begin = next.fetch_add(strip);
                if (begin >= rows)
                    return;
                drawRows(begin, std::min(begin + strip, rows));
                if (tells && progress)
                    progress(std::min(1.0, static_cast<double>(begin + strip) / rows));
            }
        } catch (const std::bad_alloc&) {
            isShort = true;
        }
    };
    {
        std::vector<std::jthread> helpers;
        const unsigned processors = std::clamp(std::thread::hardware_concurrency(), 1u, 16u);
        for (unsigned helper = 1; helper < processors; ++helper)
            helpers.emplace_back(draw, false);
        draw(true);
    }
    if (isShort)
        return fail(ErrorKind::Retryable,
            "There is not enough memory for a picture of this size. Choose a smaller one.");
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, "Cancelled.");
    return {};
}

} // namespace tilewright
