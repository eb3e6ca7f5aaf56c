// Which granule each pixel of a tile shows.
#pragma once

#include <cstdint>
#include <vector>

#include "core/granule/granule_field.h"

namespace tilewright {

/// A granule field seen at the resolution of its picture.
class GranuleMask {
public:
    explicit GranuleMask(const GranuleField& field);

    int width() const { return m_width; }
    int height() const { return m_height; }
    /// Row by row: the granule that most of the pixel shows, or GranuleField::gap.
    const std::vector<std::uint32_t>& granules() const { return m_granules; }
    /// Row by row: the same, but only where the pixels around show that granule, too; elsewhere
    /// gap. A model blurs edges, so a granule's own colour is read here.
    const std::vector<std::uint32_t>& interiors() const { return m_interiors; }

private:
    int m_width;
    int m_height;
    std::vector<std::uint32_t> m_granules;
    std::vector<std::uint32_t> m_interiors;
};

} // namespace tilewright
