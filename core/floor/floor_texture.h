// The picture of one tile in linear light, in halves of halves, to be seen at any size and angle.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/image/image.h"

namespace tilewright {

using Light = std::array<float, 3>; ///< 0 … lightLevels - 1

class FloorTexture {
public:
    /// One level of the pyramid, seen turned. Pixels are counted as they are seen.
    struct View {
        const std::uint16_t* origin = nullptr; ///< of the pixel at the upper left
        std::ptrdiff_t right = 0, down = 0; ///< steps, in samples
        int width = 0, height = 0;

        const std::uint16_t* at(int x, int y) const { return origin + x * right + y * down; }
    };

    FloorTexture() = default;
    /// `hasLevels`: also the smaller ones, which sample() needs.
    FloorTexture(const Image& image, bool hasLevels);

    bool empty() const { return m_levels.empty(); }
    View view(std::size_t level, int quarterTurns) const;

    /// The light of a small square around a place; `u`, `v` 0…1 from the upper left of the turned
    /// tile, `side` in the same unit. Trilinear (Williams 1983); nothing comes from beyond the
    /// tile's edges.
    Light sample(float u, float v, float side, int quarterTurns) const;

private:
    struct Level {
        int width = 0, height = 0;
        std::vector<std::uint16_t> light;
    };

    Light sampleLevel(std::size_t level, float u, float v, int quarterTurns) const;

    std::vector<Level> m_levels; ///< each half of the one before
};

} // namespace tilewright
