#include "core/granule/relief.h"

#include <algorithm>

namespace tilewright {

ReliefBand::ReliefBand(int width, int rows, int margin)
    : m_width(width)
    , m_rows(rows)
    , m_margin(margin)
    , m_values(static_cast<std::size_t>(width + 2 * margin)
          * static_cast<std::size_t>(rows + 2 * margin))
{
}

ReliefBand::ReliefBand(
    const std::vector<float>& map, int width, int height, int top, int rows, int margin)
    : ReliefBand(width, rows, margin)
{
    for (int y = -margin; y < rows + margin; ++y) {
        const int wrapped = ((top + y) % height + height) % height;
        const float* const source = map.data() + static_cast<std::ptrdiff_t>(wrapped) * width;
        float* const target = row(y);
        std::copy(source, source + width, target);
        // A margin can be wider than the picture: copy what was copied before.
        for (int x = 0; x < margin; ++x) {
            target[width + x] = target[x];
            target[-1 - x] = target[width - 1 - x];
        }
    }
}

ReliefBand ReliefBand::blurred(int radius, int margin) const
{
    ReliefBand result(m_width, m_rows, margin);
    const int reach = margin + radius;
    const int length = m_width + 2 * reach;
    const int side = 2 * radius + 1;
    const float scale = 1.0f / static_cast<float>(side * side);

    std::vector<float> columns(static_cast<std::size_t>(length)); // sums over the rows around y
    for (int y = -margin - radius; y < -margin + radius; ++y) {
        const float* const source = row(y) - reach;
        for (int x = 0; x < length; ++x) {
            columns[static_cast<std::size_t>(x)] += source[x];
        }
    }
    for (int y = -margin; y < m_rows + margin; ++y) {
        float* const sums = columns.data();
        const float* const entering = row(y + radius) - reach;
        for (int x = 0; x < length; ++x) {
            sums[x] += entering[x];
        }
        float sum = 0;
        for (int x = 0; x < side - 1; ++x) {
            sum += sums[x];
        }
        float* const target = result.row(y) - margin;
        for (int x = 0; x < m_width + 2 * margin; ++x) {
            sum += sums[x + side - 1];
            target[x] = sum * scale;
            sum -= sums[x];
        }
        const float* const leaving = row(y - radius) - reach;
        for (int x = 0; x < length; ++x) {
            sums[x] -= leaving[x];
        }
    }
    return result;
}

} // namespace tilewright
