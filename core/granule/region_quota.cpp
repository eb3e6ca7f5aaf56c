#include "core/granule/region_quota.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace tilewright {

RegionQuota::RegionQuota(const std::vector<std::uint32_t>& areas, std::vector<std::size_t> regions,
    std::vector<std::vector<double>> weights, const std::vector<std::size_t>& order)
    : m_areas(areas)
    , m_regions(std::move(regions))
    , m_weights(std::move(weights))
    , m_order(order)
    , m_members(m_weights.size())
    , m_regionAreas(m_weights.size(), 0.0)
{
    for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
        if (m_areas[granule] > 0) {
            m_members[m_regions[granule]].push_back(granule);
            m_regionAreas[m_regions[granule]] += m_areas[granule];
        }
    }
    std::size_t visibleGranules = 0;
    for (std::vector<std::size_t>& members : m_members) {
        std::stable_sort(members.begin(), members.end(),
            [&](std::size_t a, std::size_t b) { return m_areas[a] > m_areas[b]; });
        visibleGranules += members.size();
    }
    // A tile of few granules cannot do better than one of them.
    constexpr double nearPart = 5e-4;
    const double visible = std::accumulate(m_regionAreas.begin(), m_regionAreas.end(), 0.0);
    m_near = visible
        * std::max(nearPart, 1.0 / static_cast<double>(std::max<std::size_t>(visibleGranules, 1)));
    for (std::size_t region = 0; region < m_weights.size(); ++region) {
        while (!areNear(deal(region))) {
            leaveOutSmallest(region);
        }
    }
}

void RegionQuota::mend(std::vector<std::uint8_t>& assignment) const
{
    std::vector<std::size_t> bySize(m_weights.size());
    std::iota(bySize.begin(), bySize.end(), 0);
    std::stable_sort(bySize.begin(), bySize.end(),
        [&](std::size_t a, std::size_t b) { return m_regionAreas[a] < m_regionAreas[b]; });
    bool near = recolorUntilNear(assignment);
    // The few granules of a small region may want to be laid all anew.
    for (std::size_t i = 0; i < bySize.size() && !near; ++i) {
        if (!areNear(surpluses(bySize[i], assignment))) {
            deal(bySize[i], &assignment);
            near = recolorUntilNear(assignment);
        }
    }
}

/// Of each colour in one region.
std::vector<double> RegionQuota::surpluses(
    std::size_t region, const std::vector<std::uint8_t>& assignment) const
{
    std::vector<double> result;
    for (const double weight : m_weights[region]) {
        result.push_back(-weight * m_regionAreas[region]);
    }
    for (const std::size_t granule : m_members[region]) {
        result[assignment[granule]] += m_areas[granule];
    }
    return result;
}

/// Of each colour in the whole tile.
std::vector<double> RegionQuota::surpluses(const std::vector<std::uint8_t>& assignment) const
{
    std::vector<double> result(m_order.size(), 0.0);
    for (std::size_t region = 0; region < m_weights.size(); ++region) {
        const std::vector<double> part = surpluses(region, assignment);
        std::transform(part.begin(), part.end(), result.begin(), result.begin(), std::plus<>());
    }
    return result;
}

bool RegionQuota::areNear(const std::vector<double>& surpluses) const
{
    return std::all_of(surpluses.begin(), surpluses.end(),
        [&](double surplus) { return std::abs(surplus) <= m_near; });
}

/// Each granule of a region, large ones first, goes to the colour that lacks most. The surpluses
/// that this leaves.
std::vector<double> RegionQuota::deal(
    std::size_t region, std::vector<std::uint8_t>* assignment) const
{
    std::vector<double> surplus;
    for (const double weight : m_weights[region]) {
        surplus.push_back(-weight * m_regionAreas[region]);
    }
    for (const std::size_t granule : m_members[region]) {
        const std::size_t color = *std::min_element(m_order.begin(), m_order.end(),
            [&](std::size_t a, std::size_t b) { return surplus[a] < surplus[b]; });
        surplus[color] += m_areas[granule];
        if (assignment != nullptr) {
            (*assignment)[granule] = static_cast<std::uint8_t>(color);
        }
    }
    return surplus;
}

void RegionQuota::leaveOutSmallest(std::size_t region)
{
    std::vector<double>& weights = m_weights[region];
    const std::size_t smallest
        = *std::min_element(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
              return weights[a] > 0 && (weights[b] <= 0 || weights[a] < weights[b]);
          });
    const double rest = 1 - std::exchange(weights[smallest], 0.0);
    for (double& weight : weights) {
        weight /= rest;
    }
}

/// False when no granule is left that would bring the tile nearer.
bool RegionQuota::recolorUntilNear(std::vector<std::uint8_t>& assignment) const
{
    constexpr int mostChanges = 64;
    std::vector<double> surplus = surpluses(assignment);
    for (int i = 0; i < mostChanges && !areNear(surplus); ++i) {
        if (!recolorBest(assignment, surplus)) {
            return false;
        }
    }
    return areNear(surplus);
}

/// Gives one granule the colour that lowers the sum of the squares of the surpluses most. False
/// when none does.
bool RegionQuota::recolorBest(
    std::vector<std::uint8_t>& assignment, std::vector<double>& surpluses) const
{
    double most = 0;
    std::size_t chosen = 0;
    std::size_t other = 0;
    for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
        const double area = m_areas[granule];
        for (const std::size_t color : m_order) {
            // Half of what the sum falls by.
            const double gain = area * (surpluses[assignment[granule]] - surpluses[color] - area);
            if (gain > most && m_weights[m_regions[granule]][color] > 0) {
                most = gain;
                chosen = granule;
                other = color;
            }
        }
    }
    if (most <= 0) {
        return false;
    }
    surpluses[assignment[chosen]] -= m_areas[chosen];
    surpluses[other] += m_areas[chosen];
    assignment[chosen] = static_cast<std::uint8_t>(other);
    return true;
}

} // namespace tilewright
