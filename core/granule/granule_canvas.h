// The maps of a granule field while granules are laid.
#pragma once

#include <cstdint>
#include <vector>

#include "core/granule/granule_shape.h"

namespace tilewright {

/// A depth buffer that wraps around at the edges: of all that was drawn the highest is seen.
class GranuleCanvas {
public:
    static constexpr std::uint32_t gap = 0xffffffff; ///< nothing was drawn here

    struct Position {
        float x = 0, y = 0; ///< fine pixels
        float lift = 0; ///< height of the origin of the shape
    };

    /// At `depth` everywhere.
    GranuleCanvas(int width, int height, float depth);

    /// The shape's facets are numbered from `firstFacet` on. How many pixels it is the first to
    /// lift above `level`.
    std::size_t draw(
        const GranuleShape& shape, const Position& position, std::uint32_t firstFacet, float level);

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// What is seen at a place anywhere on the endless tile; facet or gap.
    std::uint32_t facetAt(int x, int y) const { return m_facets[index(x, y)]; }
    float heightAt(int x, int y) const { return m_heights[index(x, y)]; }

    // Row by row.
    std::vector<float>& heights() { return m_heights; }
    std::vector<std::uint32_t>& facets() { return m_facets; }

private:
    std::size_t index(int x, int y) const;
    std::size_t drawRun(
        int y, int first, int last, float height, float slope, std::uint32_t facet, float level);
    std::size_t drawRow(const GranuleShape& shape, const Position& position, int y, int first,
        int last, std::uint32_t firstFacet, float level);

    int m_width;
    int m_height;
    std::vector<float> m_heights;
    std::vector<std::uint32_t> m_facets;
};

} // namespace tilewright
