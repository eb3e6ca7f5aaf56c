// A laid floor with its tiles' pictures, ready to be drawn.
#pragma once

#include <atomic>
#include <functional>
#include <span>
#include <vector>

#include "core/floor/floor_picture.h"
#include "core/floor/floor_texture.h"

namespace tilewright {

inline constexpr double jointMillimetres = 2;
inline constexpr float jointDarkness = 0.8f; ///< of the light that a joint swallows

/// The cells by row, to be found fast.
class FloorScene {
public:
    /// `pixels` is the longest side that a tile's picture is needed in. `progress` gets 0…1.
    /// Errors: those of the source, Cancelled.
    static Expected<FloorScene> load(const FloorLayout& layout, const TilePictureSource& tiles,
        int pixels, bool hasLevels, const std::function<void(double)>& progress,
        std::stop_token stop);

    const FloorPlan& plan() const { return m_layout->plan; }
    double length() const { return plan().roomLengthMetres * 1000; } ///< of the room, millimetres
    double width() const { return plan().roomWidthMetres * 1000; }
    const FloorTexture& texture(const FloorCell& cell) const
    {
        return m_textures[static_cast<std::size_t>(cell.recipe)]
                         [static_cast<std::size_t>(cell.variant)];
    }
    /// The row of cells at a place, the nearest where there is none.
    std::span<const FloorCell> rowAt(double y) const;
    /// The cell of a row at a place, the nearest where there is none.
    static const FloorCell& cellAt(std::span<const FloorCell> row, double x);

private:
    explicit FloorScene(const FloorLayout& layout);

    const FloorLayout* m_layout = nullptr;
    std::vector<std::size_t> m_rowStarts; ///< and the end of the last
    std::vector<std::vector<FloorTexture>> m_textures; ///< by recipe and variant; unused ones empty
};

/// Calls `drawRows(begin, end)` for parts of 0…`rows` on all processors. `progress` is called from
/// this thread. Errors: Cancelled, Retryable.
Expected<void> drawInParallel(int rows, const std::function<void(int, int)>& drawRows,
    const std::function<void(double)>& progress, const std::stop_token& stop);

Expected<Image> drawFromAbove(const FloorLayout& layout, const TilePictureSource& tiles,
    const FloorPictureSettings& settings, const std::function<void(double)>& progress,
    std::stop_token stop);
Expected<Image> drawInPerspective(const FloorLayout& layout, const TilePictureSource& tiles,
    const FloorPictureSettings& settings, const std::function<void(double)>& progress,
    std::stop_token stop);

} // namespace tilewright
