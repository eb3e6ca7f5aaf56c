#include "core/image/area_weights.h"

#include <algorithm>
#include <cmath>

namespace tilewright {

void AreaWeights::reserve(std::size_t pixels)
{
    m_spans.reserve(pixels);
    m_weights.reserve(pixels * 4);
}

void AreaWeights::clear()
{
    m_spans.clear();
    m_weights.clear();
}

void AreaWeights::add(double begin, double end)
{
    if (end - begin < 1) {
        const double middle = (begin + end) / 2;
        begin = middle - 0.5;
        end = middle + 0.5;
    }
    const double first = std::floor(begin);
    Span span{static_cast<int>(first), 0, m_weights.size()};
    for (double pixel = first; pixel < end; pixel += 1) {
        const double covered = std::min(end, pixel + 1) - std::max(begin, pixel);
        // A rest that comes from rounding would only make the loops longer.
        if (covered <= 1e-6 && span.count > 0)
            break;
        m_weights.push_back(static_cast<float>(covered / (end - begin)));
        ++span.count;
    }
    m_spans.push_back(span);
}

} // namespace tilewright
