// Which granule has which colour.
//
// Weighted rendezvous hashing (Thaler, Ravishankar 1998): every granule draws a fixed exponential
// waiting time for every colour name, and goes to the colour whose time divided by the colour's
// weight is shortest. The draws do not depend on the mix, so raising one weight only moves granules
// to that colour and leaves all others as they are; nor do they depend on the order of colours. For
// a speckle each granule draws for itself, for flecks neighbours draw alike, in a gradient the
// weights go with the place, and each region of several is a speckle of its own. A mix in order
// needs no draws: granules are filled up along the order.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>

#include "core/granule/fleck_noise.h"
#include "core/granule/granule_field.h"
#include "core/granule/pattern_plane.h"
#include "core/granule/quota_assignment.h"
#include "core/granule/random.h"
#include "core/granule/region_quota.h"

namespace tilewright {

namespace {

/// FNV-1a.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
    }
    return hash;
}

class Coloring {
public:
    Coloring(const GranuleField& field, const TileDesign& design)
        : m_field(field)
        , m_design(design)
        , m_colors(design.colors())
        , m_millimetresPerFinePixel(
              field.settings().millimetresPerPixel / GranuleField::supersampling)
        , m_plane(design,
              {field.fineWidth() * m_millimetresPerFinePixel,
                  field.fineHeight() * m_millimetresPerFinePixel, field.settings().seamless})
    {
        for (const Mix& mix : design.mixes()) {
            std::vector<double>& weights = m_weights.emplace_back();
            for (const std::string& color : m_colors) {
                const MixShare* const share = mix.find(color);
                weights.push_back(
                    share != nullptr ? static_cast<double>(share->perMille) / Mix::total : 0);
            }
        }
        // The order of names decides ties, so that the order in the mix does not.
        m_byName.resize(m_colors.size());
        std::iota(m_byName.begin(), m_byName.end(), 0);
        std::sort(m_byName.begin(), m_byName.end(),
            [&](std::size_t a, std::size_t b) { return m_colors[a] < m_colors[b]; });
        if (m_plane.layout() == PatternPlane::Layout::Regions) {
            m_regionQuota.emplace(m_field.visibleArea(), regionsOfGranules(), m_weights, m_byName);
            m_weights = m_regionQuota->weights();
        }
    }

    std::vector<std::uint8_t> assigned() const
    {
        switch (m_plane.layout()) {
        case PatternPlane::Layout::Even:
            return m_design.pattern().kind == PatternKind::Flecks ? flecks() : speckle();
        case PatternPlane::Layout::Regions:
            return regions();
        case PatternPlane::Layout::Order:
            return ordered();
        case PatternPlane::Layout::Blend:
            return blended();
        }
        return {};
    }

    std::vector<double> askedShares() const
    {
        std::vector<double> mixAreas(m_weights.size(), 0.0);
        for (std::size_t granule = 0; granule < m_field.granuleCount(); ++granule) {
            const double area = m_field.visibleArea()[granule];
            if (m_plane.layout() == PatternPlane::Layout::Blend) {
                const double blend = blendOf(granule);
                mixAreas[0] += area * (1 - blend);
                mixAreas[1] += area * blend;
            } else {
                mixAreas[m_regionQuota ? m_regionQuota->regions()[granule] : 0] += area;
            }
        }
        const double visible = std::accumulate(mixAreas.begin(), mixAreas.end(), 0.0);
        std::vector<double> shares(m_colors.size(), 0.0);
        for (std::size_t mix = 0; mix < m_weights.size(); ++mix) {
            // Where nothing is visible the first mix stands for all.
            const double part = visible > 0 ? mixAreas[mix] / visible : mix == 0 ? 1 : 0;
            for (std::size_t color = 0; color < shares.size(); ++color) {
                shares[color] += part * m_weights[mix][color];
            }
        }
        return shares;
    }

private:
    double along(std::size_t granule, std::size_t axis) const
    {
        return (static_cast<double>(m_field.visibleCenters()[granule][axis]) + 0.5)
            * m_millimetresPerFinePixel;
    }
    std::vector<std::size_t> regionsOfGranules() const
    {
        std::vector<std::size_t> regions;
        regions.reserve(m_field.granuleCount());
        for (std::size_t granule = 0; granule < m_field.granuleCount(); ++granule) {
            regions.push_back(m_plane.regionAt(along(granule, 0), along(granule, 1)));
        }
        return regions;
    }
    double blendOf(std::size_t granule) const
    {
        return m_plane.blendAt(along(granule, 0), along(granule, 1));
    }

    /// An even random number in (0, 1] of one granule for one colour, the same in every mix.
    double drawOf(std::uint64_t name, std::size_t granule) const
    {
        Random random(m_field.settings().seed ^ name, RandomPurpose::Color, granule);
        return 1.0 - static_cast<double>(random.uniform());
    }

    /// The granules of one region, or all, each on its own.
    std::vector<std::uint8_t> strewn(const std::vector<std::uint32_t>& areas,
        const std::vector<double>& weights, const std::vector<std::size_t>* granules) const
    {
        const double visible = std::accumulate(areas.begin(), areas.end(), 0.0);
        std::vector<Contender> contenders;
        for (const std::size_t color : m_byName) {
            const double weight = weights[color];
            if (weight <= 0) {
                continue;
            }
            Contender& contender = contenders.emplace_back();
            contender.color = static_cast<std::uint8_t>(color);
            contender.quota = weight * visible;
            contender.times.reserve(areas.size());
            const std::uint64_t name = hashOf(m_colors[color]);
            for (std::size_t i = 0; i < areas.size(); ++i) {
                const double draw = drawOf(name, granules != nullptr ? (*granules)[i] : i);
                contender.times.push_back(static_cast<float>(-std::log(draw) / weight));
            }
        }
        return QuotaAssignment(areas, std::move(contenders)).scattered();
    }

    std::vector<std::uint8_t> speckle() const
    {
        return strewn(m_field.visibleArea(), m_weights[0], nullptr);
    }

    std::vector<std::uint8_t> regions() const
    {
        std::vector<std::vector<std::size_t>> members(m_weights.size());
        for (std::size_t granule = 0; granule < m_field.granuleCount(); ++granule) {
            members[m_regionQuota->regions()[granule]].push_back(granule);
        }
        std::vector<std::uint8_t> result(m_field.granuleCount());
        for (std::size_t region = 0; region < members.size(); ++region) {
            std::vector<std::uint32_t> areas;
            areas.reserve(members[region].size());
            for (const std::size_t granule : members[region]) {
                areas.push_back(m_field.visibleArea()[granule]);
            }
            const std::vector<std::uint8_t> colors
                = strewn(areas, m_weights[region], &members[region]);
            for (std::size_t i = 0; i < colors.size(); ++i) {
                result[members[region][i]] = colors[i];
            }
        }
        m_regionQuota->mend(result);
        return result;
    }

    std::vector<std::uint8_t> flecks() const
    {
        const double diameter = m_design.pattern().sizeMillimetres / m_millimetresPerFinePixel;
        const FleckNoise noise(m_field, diameter);
        const std::vector<std::uint32_t>& areas = m_field.visibleArea();
        const double visible = std::accumulate(areas.begin(), areas.end(), 0.0);
        std::vector<Contender> contenders;
        for (const std::size_t color : m_byName) {
            const double weight = m_weights[0][color];
            if (weight <= 0) {
                continue;
            }
            Contender& contender = contenders.emplace_back();
            contender.color = static_cast<std::uint8_t>(color);
            contender.quota = weight * visible;
            contender.times.reserve(areas.size());
            for (const double draw : noise.draws(hashOf(m_colors[color]))) {
                contender.times.push_back(static_cast<float>(-std::log(draw) / weight));
            }
        }
        return QuotaAssignment(areas, std::move(contenders)).coherent();
    }

    std::vector<std::uint8_t> blended() const
    {
        const std::vector<std::uint32_t>& areas = m_field.visibleArea();
        std::vector<double> blends;
        blends.reserve(areas.size());
        for (std::size_t granule = 0; granule < areas.size(); ++granule) {
            blends.push_back(blendOf(granule));
        }
        std::vector<Contender> contenders;
        for (const std::size_t color : m_byName) {
            const double first = m_weights[0][color];
            const double second = m_weights[1][color];
            if (first <= 0 && second <= 0) {
                continue;
            }
            Contender& contender = contenders.emplace_back();
            contender.color = static_cast<std::uint8_t>(color);
            contender.times.reserve(areas.size());
            const std::uint64_t name = hashOf(m_colors[color]);
            for (std::size_t granule = 0; granule < areas.size(); ++granule) {
                const double weight = first + blends[granule] * (second - first);
                contender.quota += weight * areas[granule];
                contender.times.push_back(weight > 0
                        ? static_cast<float>(-std::log(drawOf(name, granule)) / weight)
                        : std::numeric_limits<float>::infinity());
            }
        }
        return QuotaAssignment(areas, std::move(contenders)).coherent();
    }

    /// Fills one colour after the other, along the order. A granule too large for what is left of a
    /// colour goes to the next one, so that every border is exact.
    std::vector<std::uint8_t> ordered() const
    {
        const std::vector<std::uint32_t>& areas = m_field.visibleArea();
        std::vector<std::pair<double, std::size_t>> queue;
        queue.reserve(areas.size());
        for (std::size_t granule = 0; granule < areas.size(); ++granule) {
            queue.emplace_back(m_plane.orderAt(along(granule, 0), along(granule, 1)), granule);
        }
        std::sort(queue.begin(), queue.end());

        const double visible = std::accumulate(areas.begin(), areas.end(), 0.0);
        const double negligible = 1e-4 * visible;
        std::size_t last = 0;
        for (std::size_t color = 0; color < m_colors.size(); ++color) {
            last = m_weights[0][color] > 0 ? color : last;
        }
        constexpr std::uint8_t open = 0xff;
        std::vector<std::uint8_t> result(areas.size(), open);
        std::size_t first = 0;
        double owed = 0;
        for (std::size_t color = 0; color < last; ++color) {
            owed += m_weights[0][color] * visible;
            for (std::size_t i = first; i < queue.size() && owed > negligible; ++i) {
                const std::size_t granule = queue[i].second;
                if (result[granule] == open && areas[granule] <= owed) {
                    result[granule] = static_cast<std::uint8_t>(color);
                    owed -= areas[granule];
                }
            }
            while (first < queue.size() && result[queue[first].second] != open) {
                ++first;
            }
        }
        std::replace(result.begin(), result.end(), open, static_cast<std::uint8_t>(last));
        return result;
    }

    const GranuleField& m_field;
    const TileDesign& m_design;
    std::vector<std::string> m_colors;
    double m_millimetresPerFinePixel;
    PatternPlane m_plane;
    std::vector<std::vector<double>> m_weights; ///< of each mix, for each colour: 0…1
    std::vector<std::size_t> m_byName; ///< colours
    std::optional<RegionQuota> m_regionQuota; ///< of a pattern of regions
};

} // namespace

std::vector<std::uint8_t> GranuleField::assignColors(const TileDesign& design) const
{
    return Coloring(m_laid ? *m_laid : *this, design).assigned();
}

std::vector<double> GranuleField::askedShares(const TileDesign& design) const
{
    return Coloring(m_laid ? *m_laid : *this, design).askedShares();
}

std::vector<double> GranuleField::visibleShares(
    const TileDesign& design, const std::vector<std::uint8_t>& assignment) const
{
    std::vector<double> shares(design.colors().size(), 0.0);
    double visible = 0;
    for (std::size_t granule = 0; granule < m_area.size(); ++granule) {
        shares[assignment[granule]] += m_area[granule];
        visible += m_area[granule];
    }
    for (double& share : shares) {
        share = visible > 0 ? share / visible : 0;
    }
    return shares;
}

} // namespace tilewright
