// The geometry of one tile of rubber granules, and which granule has which colour.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/granule/grading.h"
#include "core/granule/tile_design.h"

namespace tilewright {

struct GranuleSettings {
    int width = 512; ///< pixels
    int height = 512;
    double millimetresPerPixel = 500.0 / 1024;
    double granuleMillimetres = 8.0; ///< mean diameter; drawn with 4 to 512 pixels
    double sizeSpread = 0.22; ///< standard deviation of ln(diameter)
    /// Empty: one size, as told above. Else these sizes, lying mixed; each is drawn with 4 to 512
    /// pixels.
    std::vector<GranuleFraction> fractions;
    /// The granules wrap around at the edges in any case; true: the pattern does too.
    bool seamless = false;
    std::uint64_t seed = 0;
    /// Granules are laid and coloured for a field so many times smaller in width and height, with
    /// as many times more millimetresPerPixel, and drawn this much larger: a field of 512 pixels
    /// comes again, granule by granule, with 1024. At least 1.
    double enlarge = 1;

    /// The smaller field that the granules are laid for; this one where nothing is enlarged.
    GranuleSettings laid() const;
    bool operator==(const GranuleSettings&) const = default;
};

/// Irregular convex chips in layers, scattered without visible repetition and wrapping around at
/// the edges, as a height map with supersampling. Independent of colours: build once, colour often.
class GranuleField {
public:
    static constexpr int supersampling = 2;
    static constexpr std::uint32_t gap = 0xffffffff; ///< no granule here

    explicit GranuleField(const GranuleSettings& settings);

    const GranuleSettings& settings() const { return m_settings; }
    int fineWidth() const { return m_settings.width * supersampling; }
    int fineHeight() const { return m_settings.height * supersampling; }
    double fineDiameter() const; ///< mean granule diameter in fine pixels

    std::size_t granuleCount() const { return m_area.size(); }
    // The maps go row by row, fineWidth x fineHeight.
    /// The granule seen at each fine pixel, or gap.
    const std::vector<std::uint32_t>& granuleMap() const { return m_granule; }
    /// Fine pixels above the pressed face; in gaps the depth of the binder.
    const std::vector<float>& heightMap() const { return m_height; }
    /// Index into normals(): the facet seen at each fine pixel, or gap.
    const std::vector<std::uint32_t>& facetMap() const { return m_facet; }
    /// Unit normals of the facets; x to the right, y down, z towards the viewer.
    const std::vector<std::array<float, 3>>& normals() const { return m_normals; }
    /// Column and row of the middle of each granule, fine pixels, within the field.
    const std::vector<std::array<int, 2>>& centers() const { return m_center; }
    /// Visible fine pixels of each granule.
    const std::vector<std::uint32_t>& visibleArea() const { return m_area; }

    /// Middle of what is seen of each granule, fine pixels, within the field; patterns go by it.
    const std::vector<std::array<float, 2>>& visibleCenters() const { return m_visibleCenter; }

    /// For each granule the index of its colour in design.colors(). Quota by visible area, of the
    /// whole tile or of each region that has a mix of its own, exact to one small granule; where
    /// what regions leave over adds up, one of them gives way to the whole tile; stable:
    /// a small change of the shares recolours only the granules that must change. Same field, same
    /// design: same answer. Colours are told by their name, not by their place in the mix, except
    /// where a pattern lays them in their order.
    std::vector<std::uint8_t> assignColors(const TileDesign& design) const;
    /// Share of the visible area, 0…1, that the design asks for each of design.colors(), over the
    /// whole tile. A region whose few granules cannot hold all colours of its mix is asked for the
    /// largest shares only, which grow in proportion.
    std::vector<double> askedShares(const TileDesign& design) const;
    /// Share of the visible area, 0…1, that each of design.colors() has under an assignment.
    std::vector<double> visibleShares(
        const TileDesign& design, const std::vector<std::uint8_t>& assignment) const;

private:
    class Builder;
    struct LaidGranule;

    /// Notes the granules that it lays, in their order.
    GranuleField(const GranuleSettings& settings, std::vector<LaidGranule>& list);

    GranuleSettings m_settings;
    std::shared_ptr<const GranuleField> m_laid; ///< null where nothing is enlarged
    std::vector<std::uint32_t> m_granule;
    std::vector<float> m_height;
    std::vector<std::uint32_t> m_facet;
    std::vector<std::array<float, 3>> m_normals;
    std::vector<std::array<int, 2>> m_center;
    std::vector<std::array<float, 2>> m_visibleCenter;
    std::vector<std::uint32_t> m_area;
};

} // namespace tilewright
