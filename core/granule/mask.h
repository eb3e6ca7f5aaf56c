// A picture whose flat colours mark the regions of a tile.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/image/image.h"
#include "core/support/error.h"

namespace tilewright {

/// Regions are numbered from dark to light. Colours that are nearly equal are one region, and the
/// blended pixels on the border of two (anti-aliasing) belong to the nearer one.
class MaskRegions {
public:
    static constexpr std::size_t maximumRegions = 8;

    /// Errors: Usage when the picture has no flat colour, or more than eight.
    static Expected<MaskRegions> fromImage(const Image& image);
    /// Errors: as fromImage(), and BadData when it is no picture.
    static Expected<MaskRegions> load(const std::filesystem::path& file);

    std::size_t count() const { return m_shares.size(); }
    /// Share of the picture that each region covers, 0…1.
    const std::vector<double>& shares() const { return m_shares; }
    /// The region at a place of the picture; x and y from 0 to 1, from the upper left corner.
    std::size_t at(double x, double y) const;

    bool operator==(const MaskRegions&) const = default;

private:
    MaskRegions() = default;

    int m_width = 0;
    int m_height = 0;
    std::vector<std::uint8_t> m_regions; ///< row by row
    std::vector<double> m_shares;
};

} // namespace tilewright
