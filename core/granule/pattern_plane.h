// A pattern laid out on a tile: what lies at each place.
#pragma once

#include <array>
#include <cstddef>

#include "core/granule/tile_design.h"

namespace tilewright {

struct TileExtent {
    double widthMillimetres = 0;
    double heightMillimetres = 0;
    bool seamless = false; ///< the pattern must go on across the edges
};

/// Places are in millimetres from the upper left corner, within the tile. On a seamless tile sizes
/// and angles are changed as little as is needed for whole periods; a linear gradient goes there
/// and back.
class PatternPlane {
public:
    PatternPlane(const TileDesign& design, const TileExtent& extent);

    /// What decides the colour at a place.
    enum class Layout {
        Even, ///< nothing: the mix is the same everywhere
        Regions, ///< regionAt()
        Order, ///< orderAt()
        Blend, ///< blendAt()
    };
    Layout layout() const { return m_layout; }

    /// Which of the design's mixes lies here.
    std::size_t regionAt(double x, double y) const;
    /// 0…1: from low to high the colours of the mix come in turn.
    double orderAt(double x, double y) const;
    /// 0: the first mix, 1: the second.
    double blendAt(double x, double y) const;

private:
    /// Counts periods along one direction, in cycles per millimetre.
    struct Wave {
        double x = 0, y = 0;
        double at(double placeX, double placeY) const { return x * placeX + y * placeY; }
    };
    struct Cell {
        std::size_t parity = 0; ///< column + row, in the cycle of cells that differ
        double distance = 0; ///< from the middle (0) to the border (1), in the larger coordinate
    };

    void fitWaves();
    std::size_t cellKinds() const;
    Cell cellAt(double x, double y) const;

    const TileDesign& m_design;
    TileExtent m_extent;
    Layout m_layout = Layout::Even;
    std::array<Wave, 2> m_waves; ///< along the angle and across
};

} // namespace tilewright
