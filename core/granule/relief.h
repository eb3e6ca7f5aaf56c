// Bands of a height map that repeats in both directions, and their blur.
#pragma once

#include <cstddef>
#include <vector>

namespace tilewright {

/// Rows of a map over its whole width, with a margin on every side. Working band by band keeps
/// memory small for large pictures, and the band in the cache.
class ReliefBand {
public:
    ReliefBand(int width, int rows, int margin);
    /// Cut from a map of `width` x `height`, from row `top` on; the margin wraps around.
    ReliefBand(const std::vector<float>& map, int width, int height, int top, int rows, int margin);

    int width() const { return m_width; }
    int rows() const { return m_rows; }
    int margin() const { return m_margin; }

    /// Points at x = 0; both y and x may go into the margin.
    float* row(int y) { return m_values.data() + start(y); }
    const float* row(int y) const { return m_values.data() + start(y); }

    /// Mean over a square of 2 * radius + 1, at a cost that does not depend on the radius. The
    /// margin here must hold the radius and the margin of the result.
    ReliefBand blurred(int radius, int margin) const;

private:
    std::ptrdiff_t start(int y) const
    {
        return static_cast<std::ptrdiff_t>(y + m_margin) * (m_width + 2 * m_margin) + m_margin;
    }

    int m_width;
    int m_rows;
    int m_margin;
    std::vector<float> m_values;
};

} // namespace tilewright
