// The quotas of a tile whose regions have mixes of their own, taken together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tilewright {

class RegionQuota {
public:
    /// `areas` and `regions` are the granules'; `weights` those of each region for each colour,
    /// 0…1; `order` is that of the colours, and decides ties. Keeps references to `areas` and
    /// `order`.
    RegionQuota(const std::vector<std::uint32_t>& areas, std::vector<std::size_t> regions,
        std::vector<std::vector<double>> weights, const std::vector<std::size_t>& order);

    const std::vector<std::size_t>& regions() const { return m_regions; }
    /// Those given, except that a region whose granules are too few for all the colours of its mix
    /// is left without the smallest shares: the others grow in proportion.
    const std::vector<std::vector<double>>& weights() const { return m_weights; }

    /// What the regions leave over, each of its own quota, may add up in the whole tile: gives a
    /// few granules another colour of their region, until every colour is near its quota.
    void mend(std::vector<std::uint8_t>& assignment) const;

private:
    std::vector<double> surpluses(
        std::size_t region, const std::vector<std::uint8_t>& assignment) const;
    std::vector<double> surpluses(const std::vector<std::uint8_t>& assignment) const;
    bool areNear(const std::vector<double>& surpluses) const;
    std::vector<double> deal(
        std::size_t region, std::vector<std::uint8_t>* assignment = nullptr) const;
    void leaveOutSmallest(std::size_t region);
    bool recolorUntilNear(std::vector<std::uint8_t>& assignment) const;
    bool recolorBest(std::vector<std::uint8_t>& assignment, std::vector<double>& surpluses) const;

    const std::vector<std::uint32_t>& m_areas;
    std::vector<std::size_t> m_regions;
    std::vector<std::vector<double>> m_weights;
    const std::vector<std::size_t>& m_order;
    std::vector<std::vector<std::size_t>> m_members; ///< granules of each region, large ones first
    std::vector<double> m_regionAreas;
    double m_near = 0; ///< how far a colour may be off, area
};

} // namespace tilewright
