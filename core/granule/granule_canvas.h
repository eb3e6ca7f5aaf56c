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

    /// The shape's facets are numbered from `firstFacet` on. How many pixels it covers where there
    /// was nothing.
    std::size_t draw(const GranuleShape& shape, const Position& position, std::uint32_t firstFacet);

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// The facet seen at a place anywhere on the endless tile, or gap.
    std::uint32_t facetAt(int x, int y) const;

    // Row by row.
    std::vector<float>& heights() { return m_heights; }
    std::vector<std::uint32_t>& facets() { return m_facets; }

private:
    std::size_t drawRun(int y, int first, int last, float height, float slope, std::uint32_t facet);
    std::size_t drawRow(const GranuleShape& shape, const Position& position, int y, int first,
        int last, std::uint32_t firstFacet);

    int m_width;
    int m_height;
    std::vector<float> m_heights;
    std::vector<std::uint32_t> m_facets;
};

} // namespace tilewright
