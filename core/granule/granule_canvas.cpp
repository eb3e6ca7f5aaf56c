#include "core/granule/granule_canvas.h"

#include <algorithm>
#include <cmath>

#include "core/granule/wrap.h"

namespace tilewright {

GranuleCanvas::GranuleCanvas(int width, int height, float depth)
    : m_width(width)
    , m_height(height)
    , m_heights(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), depth)
    , m_facets(m_heights.size(), gap)
{
}

std::size_t GranuleCanvas::index(int x, int y) const
{
    return static_cast<std::size_t>(wrapped(y, m_height)) * static_cast<std::size_t>(m_width)
        + static_cast<std::size_t>(wrapped(x, m_width));
}

/// One facet along a row, from x = first to x = last, across the edge where need be.
std::size_t GranuleCanvas::drawRun(
    int y, int first, int last, float height, float slope, std::uint32_t facet, float level)
{
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width);
    std::uint32_t lifted = 0;
    while (first <= last) {
        const int start = wrapped(first, m_width);
        const int count = std::min(last - first + 1, m_width - start);
        float* const heights = m_heights.data() + row + start;
        std::uint32_t* const facets = m_facets.data() + row + start;
        for (int i = 0; i < count; ++i) {
            const float here = height + slope * static_cast<float>(i);
            const bool seen = here > heights[i];
            lifted += heights[i] <= level && here > level ? 1 : 0;
            heights[i] = seen ? here : heights[i];
            facets[i] = seen ? facet : facets[i];
        }
        height += slope * static_cast<float>(count);
        first += count;
    }
    return lifted;
}

/// The visible surface along a row is the lower envelope of the planes: walks from one facet to the
/// next where they cross.
std::size_t GranuleCanvas::drawRow(const GranuleShape& shape, const Position& position, int y,
    int first, int last, std::uint32_t firstFacet, float level)
{
    const std::vector<GranuleShape::Facet>& facets = shape.facets();
    const float dy = static_cast<float>(y) - position.y;
    const auto heightAt = [&](std::size_t i, float dx) {
        return facets[i].height + facets[i].slopeX * dx + facets[i].slopeY * dy;
    };
    const int row = wrapped(y, m_height);
    std::size_t lifted = 0;
    while (first <= last) {
        const float dx = static_cast<float>(first) - position.x;
        std::size_t current = 0;
        for (std::size_t i = 1; i < facets.size(); ++i) {
            if (heightAt(i, dx) < heightAt(current, dx)) {
                current = i;
            }
        }
        const float height = heightAt(current, dx);
        float run = static_cast<float>(last - first);
        for (std::size_t i = 0; i < facets.size(); ++i) {
            const float approach = facets[current].slopeX - facets[i].slopeX;
            if (approach > 0) {
                run = std::min(run, (heightAt(i, dx) - height) / approach);
            }
        }
        const int end = first + static_cast<int>(std::max(run, 0.0f));
        lifted += drawRun(row, first, end, height + position.lift, facets[current].slopeX,
            firstFacet + static_cast<std::uint32_t>(current), level);
        first = end + 1;
    }
    return lifted;
}

std::size_t GranuleCanvas::draw(
    const GranuleShape& shape, const Position& position, std::uint32_t firstFacet, float level)
{
    std::size_t lifted = 0;
    const int top = static_cast<int>(std::ceil(position.y - shape.reach()));
    const int bottom = static_cast<int>(std::floor(position.y + shape.reach()));
    for (int y = top; y <= bottom; ++y) {
        const float dy = static_cast<float>(y) - position.y;
        float left = -shape.reach();
        float right = shape.reach();
        for (const GranuleShape::Edge& edge : shape.leftEdges()) {
            left = std::max(left, edge.offset + edge.slope * dy);
        }
        for (const GranuleShape::Edge& edge : shape.rightEdges()) {
            right = std::min(right, edge.offset + edge.slope * dy);
        }
        if (left < right) {
            lifted += drawRow(shape, position, y, static_cast<int>(std::ceil(position.x + left)),
                static_cast<int>(std::floor(position.x + right)), firstFacet, level);
        }
    }
    return lifted;
}

} // namespace tilewright
