// One granule: a random convex polyhedron, seen from above.
#pragma once

#include <array>
#include <vector>

#include "core/granule/random.h"

namespace tilewright {

/// Convex body around the origin, as its upper faces and the outline that they have from above.
/// Lengths are in fine pixels; x to the right, y down, z towards the viewer.
class GranuleShape {
public:
    struct Facet {
        std::array<float, 3> normal; ///< unit length, z > 0
        float slopeX = 0;
        float slopeY = 0;
        float height = 0; ///< of its plane over the origin
    };
    /// The line x = offset + slope * y.
    struct Edge {
        float offset = 0;
        float slope = 0;
    };

    /// Takes a new form of about the given radius. Keeps its memory, so that one shape can be each
    /// granule of a tile in turn.
    void form(Random& random, float radius);

    const std::vector<Facet>& facets() const { return m_facets; }
    /// The body lies right of all left edges and left of all right edges.
    const std::vector<Edge>& leftEdges() const { return m_left; }
    const std::vector<Edge>& rightEdges() const { return m_right; }
    float reach() const { return m_reach; } ///< no point is farther off in x or y
    float top() const; ///< height over the origin

private:
    void findOutline();

    std::vector<Facet> m_facets;
    std::vector<Facet> m_undersides;
    std::vector<Edge> m_left;
    std::vector<Edge> m_right;
    float m_reach = 0;
};

} // namespace tilewright
