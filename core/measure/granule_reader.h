// What became of each granule of a known field in a picture made from it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/granule/granule_mask.h"
#include "core/granule/granule_shader.h"
#include "core/image/image.h"
#include "core/measure/granule_means.h"
#include "core/mix/palette.h"

namespace tilewright {

struct GranuleReading {
    std::vector<std::string> asked; ///< colours of the design
    std::vector<std::string> read; ///< all colours of the palette
    /// Share of the visible area, row by row: asked for this colour (row), read as that (column);
    /// sums to 1.
    std::vector<double> confusion;
    std::vector<double> shares; ///< 0…1 per asked colour: area read as it, wherever it lies
    double kept = 0; ///< 0…1: area whose granules are read as what was asked of them
};

/// The field knows where each granule lies, so its mean colour can be compared with that of every
/// colour of the palette under the very light that falls on it.
class GranuleReader {
public:
    /// `original` is the picture of the field itself. Errors: Usage when a colour of the design is
    /// not in the palette.
    static Expected<GranuleReader> create(const GranuleShader& shader, const GranuleMask& mask,
        const TileDesign& design, const Palette& palette, const Image& original);

    GranuleReading read(const Image& picture, const GranuleMask& mask) const;

private:
    GranuleReader() = default;

    std::vector<std::string> m_asked;
    std::vector<std::string> m_colors; ///< of the palette
    std::vector<std::size_t> m_place; ///< of each asked colour among m_colors
    std::vector<std::uint8_t> m_assignment; ///< per granule, index into m_asked
    std::vector<std::uint32_t> m_area; ///< per granule
    std::vector<Lab> m_expected; ///< granule by granule, colour by colour
};

} // namespace tilewright
