// The roughness of cut rubber: a small pattern that repeats in both directions.
#pragma once

#include <cstddef>
#include <vector>

namespace tilewright {

class SurfaceTexture {
public:
    static constexpr std::size_t size = 256; ///< texels on each side; a power of two
    /// All with mean 0 and standard deviation 1.
    struct Texel {
        float slopeX = 0; ///< of a bumpy surface
        float slopeY = 0;
        float mottle = 0; ///< unevenness of colour and gloss
    };

    /// `scale` 1 has bumps of 2 to 5 texels.
    explicit SurfaceTexture(double scale);

    /// Any position; the pattern goes on for ever.
    const Texel& at(int x, int y) const
    {
        // Unsigned numbers wrap at a multiple of the size, so positions left of 0 are right too.
        return m_texels[static_cast<unsigned>(y) % size * size + static_cast<unsigned>(x) % size];
    }

private:
    std::vector<Texel> m_texels;
};

} // namespace tilewright
