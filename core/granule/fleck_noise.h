// Smooth random numbers over a tile, for colours that lie in flecks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/granule/granule_field.h"

namespace tilewright {

/// Gaussian random fields without seams, read at the granules of a field: the smooth counterpart
/// of one random number for each granule. Independent for every name.
class FleckNoise {
public:
    /// `diameter` of the flecks, in fine pixels; below that of the granules nothing is smooth any
    /// more, and flecks larger than half the tile do not fit.
    FleckNoise(const GranuleField& field, double diameter);

    /// For each granule a number in (0, 1), about evenly distributed.
    std::vector<double> draws(std::uint64_t name) const;

private:
    static constexpr std::size_t taps = 6; ///< lattice points under the kernel, on each axis

    /// The lattice points around one place of one axis.
    struct Reach {
        std::size_t first = 0;
        std::array<float, taps> weights{};
    };
    static Reach reachOf(double place, std::size_t points);

    std::uint64_t m_seed;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<Reach> m_across; ///< for each granule
    std::vector<Reach> m_down;
};

} // namespace tilewright
