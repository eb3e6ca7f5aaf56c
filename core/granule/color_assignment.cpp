// Which granule has which colour.
//
// Weighted rendezvous hashing (Thaler, Ravishankar 1998): every granule draws a fixed exponential
// waiting time for every colour name, and goes to the colour whose time divided by the colour's
// weight is shortest. The draws do not depend on the mix, so raising one weight only moves granules
// to that colour and leaves all others as they are; nor do they depend on the order of colours, nor
// on neighbours, so colours do not cluster. The weights are solved for the quota by visible area,
// and the small rest is mended with single granules.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

#include "core/granule/granule_field.h"
#include "core/granule/random.h"

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

struct Contender {
    std::uint8_t index = 0; ///< in the mix
    double quota = 0; ///< visible fine pixels
    double weight = 0;
    float pace = 0; ///< 1 / weight
    double area = 0; ///< under the present assignment
    std::vector<float> waiting; ///< for each granule

    double surplus() const { return area - quota; }
};

class Auction {
public:
    Auction(const Mix& mix, const std::vector<std::uint32_t>& areas, std::uint64_t seed)
        : m_areas(areas), m_assignment(areas.size())
    {
        const double visible = std::accumulate(areas.begin(), areas.end(), 0.0);
        for (std::size_t i = 0; i < mix.size(); ++i) {
            const MixShare& share = mix.shares()[i];
            if (share.perMille == 0) {
                continue;
            }
            Contender contender;
            contender.index = static_cast<std::uint8_t>(i);
            contender.weight = static_cast<double>(share.perMille) / Mix::total;
            contender.quota = contender.weight * visible;
            const std::uint64_t name = hashOf(share.color);
            contender.waiting.reserve(areas.size());
            for (std::size_t granule = 0; granule < areas.size(); ++granule) {
                Random random(seed ^ name, RandomPurpose::Color, granule);
                contender.waiting.push_back(
                    static_cast<float>(-std::log(1.0 - static_cast<double>(random.uniform()))));
            }
            m_contenders.push_back(std::move(contender));
        }
        // The order of names decides ties, so that the order in the mix does not.
        std::sort(m_contenders.begin(), m_contenders.end(), [&](const auto& a, const auto& b) {
            return mix.shares()[a.index].color < mix.shares()[b.index].color;
        });
    }

    std::vector<std::uint8_t> run()
    {
        solveWeights();
        mendRest();
        return std::move(m_assignment);
    }

private:
    void assign()
    {
        for (Contender& contender : m_contenders) {
            contender.area = 0;
            contender.pace = static_cast<float>(1 / contender.weight);
        }
        for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
            float shortest = std::numeric_limits<float>::max();
            std::size_t winner = 0;
            for (std::size_t i = 0; i < m_contenders.size(); ++i) {
                const float time = m_contenders[i].waiting[granule] * m_contenders[i].pace;
                if (time < shortest) {
                    shortest = time;
                    winner = i;
                }
            }
            m_assignment[granule] = m_contenders[winner].index;
            m_contenders[winner].area += m_areas[granule];
        }
    }

    /// Proportional fitting; what it leaves is a matter of single granules.
    void solveWeights()
    {
        constexpr int mostRounds = 16;
        constexpr double largestStep = 2;
        assign();
        for (int round = 0; round < mostRounds && m_contenders.size() > 1; ++round) {
            for (Contender& contender : m_contenders) {
                contender.weight *= std::clamp(
                    contender.quota / std::max(contender.area, 1.0), 1 / largestStep, largestStep);
            }
            assign();
        }
    }

    /// Hands single granules from the colour with the largest surplus to the one that lacks most,
    /// large ones first, so that few are handed on. A second round lets a granule overshoot where
    /// that still brings both colours nearer.
    void mendRest()
    {
        std::vector<std::size_t> bySize(m_areas.size());
        std::iota(bySize.begin(), bySize.end(), 0);
        std::sort(bySize.begin(), bySize.end(), [&](std::size_t a, std::size_t b) {
            return m_areas[a] != m_areas[b] ? m_areas[a] > m_areas[b] : a < b;
        });
        const auto bySurplus
            = [](const auto& a, const auto& b) { return a.surplus() < b.surplus(); };
        for (const double patience : {1.0, 2.0}) {
            for (const std::size_t granule : bySize) {
                const auto [poorest, richest]
                    = std::minmax_element(m_contenders.begin(), m_contenders.end(), bySurplus);
                const double area = m_areas[granule];
                const double wanted = std::min(richest->surplus(), -poorest->surplus());
                if (m_assignment[granule] == richest->index && area < patience * wanted) {
                    m_assignment[granule] = poorest->index;
                    richest->area -= area;
                    poorest->area += area;
                }
            }
        }
    }

    const std::vector<std::uint32_t>& m_areas;
    std::vector<Contender> m_contenders;
    std::vector<std::uint8_t> m_assignment;
};

} // namespace

std::vector<std::uint8_t> GranuleField::assignColors(const Mix& mix) const
{
    return Auction(mix, m_area, m_settings.seed).run();
}

std::vector<double> GranuleField::visibleShares(
    const Mix& mix, const std::vector<std::uint8_t>& assignment) const
{
    std::vector<double> shares(mix.size(), 0.0);
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
