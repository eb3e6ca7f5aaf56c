// Makes a picture smaller while its rows come in.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image/picture.h"

namespace tilewright {

/// Each pixel of the result is the mean of a box of scale × scale pixels, fewer at the right and
/// lower edges: of the light, not of the encoded values, as a camera farther away would see it,
/// and weighted by coverage.
class BoxScaler {
public:
    /// Width and height are those of the rows to come.
    BoxScaler(std::uint32_t width, std::uint32_t height, int scale, bool hasCoverage);

    /// `coverage` may be null where there is none.
    void add(const std::uint8_t* rgb, const std::uint8_t* coverage);

    /// To be called once, after the last row.
    Picture take() { return std::move(m_picture); }

private:
    struct Sum {
        std::uint64_t light[3] = {}; ///< 16 bits, times coverage
        std::uint64_t coverage = 0;
    };

    void finishRow();

    Picture m_picture;
    std::uint32_t m_width, m_height;
    std::uint32_t m_scale;
    std::uint32_t m_row = 0; ///< rows added
    std::vector<Sum> m_sums; ///< one per pixel of a row of the result; unused at scale 1
};

} // namespace tilewright
