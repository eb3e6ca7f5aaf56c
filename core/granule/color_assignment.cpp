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
    double area = 0; ///< under the present assignment
    std::vector<float> times; ///< for each granule: waiting time by weight

    double surplus() const { return area - quota; }
};

class Rendezvous {
public:
    Rendezvous(const Mix& mix, const std::vector<std::uint32_t>& areas, std::uint64_t seed)
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
            const double weight = static_cast<double>(share.perMille) / Mix::total;
            contender.quota = weight * visible;
            const std::uint64_t name = hashOf(share.color);
            contender.times.reserve(areas.size());
            for (std::size_t granule = 0; granule < areas.size(); ++granule) {
                Random random(seed ^ name, RandomPurpose::Color, granule);
                const double draw = 1.0 - static_cast<double>(random.uniform()); // not 0
                contender.times.push_back(static_cast<float>(-std::log(draw) / weight));
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
        assign();
        balance();
        mendRest();
        return std::move(m_assignment);
    }

private:
    void assign()
    {
        for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
            const auto winner = std::min_element(m_contenders.begin(), m_contenders.end(),
                [&](const auto& a, const auto& b) { return a.times[granule] < b.times[granule]; });
            m_assignment[granule] = winner->index;
            winner->area += m_areas[granule];
        }
    }

    /// Hands granules from colours with a surplus to those that lack, from each to each in
    /// proportion, so that a small change of the mix changes every such flow a little. Those that
    /// all but went to the other colour anyway go first: their order does not depend on the mix.
    void balance()
    {
        const double total = error();
        struct Flow {
            std::size_t from, to;
            double area;
        };
        std::vector<Flow> flows;
        for (std::size_t from = 0; from < m_contenders.size(); ++from) {
            for (std::size_t to = 0; to < m_contenders.size(); ++to) {
                const double surplus = m_contenders[from].surplus();
                const double lack = -m_contenders[to].surplus();
                if (surplus > 0 && lack > 0) {
                    flows.push_back({from, to, surplus * lack / total});
                }
            }
        }
        for (const Flow& flow : flows) {
            move(m_contenders[flow.from], m_contenders[flow.to], flow.area);
        }
    }

    /// Hands over granules of the given area in total, or a little less: one that is too large for
    /// the rest is passed by.
    void move(Contender& from, Contender& to, double area)
    {
        std::vector<std::pair<float, std::size_t>> reluctance;
        for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
            if (m_assignment[granule] == from.index && m_areas[granule] <= area) {
                reluctance.emplace_back(to.times[granule] / from.times[granule], granule);
            }
        }
        std::sort(reluctance.begin(), reluctance.end());
        for (const auto& [ratio, granule] : reluctance) {
            if (m_areas[granule] <= area) {
                area -= m_areas[granule];
                give(granule, from, to);
            }
        }
    }

    void give(std::size_t granule, Contender& from, Contender& to)
    {
        m_assignment[granule] = to.index;
        from.area -= m_areas[granule];
        to.area += m_areas[granule];
    }

    /// Sum of all surpluses, fine pixels.
    double error() const
    {
        double sum = 0;
        for (const Contender& contender : m_contenders) {
            sum += std::max(contender.surplus(), 0.0);
        }
        return sum;
    }

    std::pair<Contender&, Contender&> poorestAndRichest()
    {
        const auto [poorest, richest]
            = std::minmax_element(m_contenders.begin(), m_contenders.end(),
                [](const auto& a, const auto& b) { return a.surplus() < b.surplus(); });
        return {*poorest, *richest};
    }

    /// Ends when the last round was of no use.
    void mendRest()
    {
        std::vector<std::size_t> bySize(m_areas.size());
        std::iota(bySize.begin(), bySize.end(), 0);
        std::sort(bySize.begin(), bySize.end(), [&](std::size_t a, std::size_t b) {
            return m_areas[a] != m_areas[b] ? m_areas[a] > m_areas[b] : a < b;
        });
        constexpr int mostRounds = 16;
        for (int round = 0; round < mostRounds; ++round) {
            const double before = error();
            const std::vector<std::uint8_t> assignment = m_assignment;
            if (!giveWhatFits(bySize)) {
                exchange(bySize);
            }
            if (error() >= before) {
                m_assignment = assignment;
                return;
            }
        }
    }

    /// Hands single granules from the colour with the largest surplus to the one that lacks most,
    /// large ones first, as long as that brings both nearer.
    bool giveWhatFits(const std::vector<std::size_t>& bySize)
    {
        bool given = false;
        for (const std::size_t granule : bySize) {
            const auto [poorest, richest] = poorestAndRichest();
            const double wanted = std::min(richest.surplus(), -poorest.surplus());
            if (m_assignment[granule] == richest.index && m_areas[granule] > 0
                && m_areas[granule] < 2 * wanted) {
                give(granule, richest, poorest);
                given = true;
            }
        }
        return given;
    }

    /// A colour of few, large granules has none that fits: it gives its smallest for some that are
    /// smaller still.
    void exchange(const std::vector<std::size_t>& bySize)
    {
        const auto [poorest, richest] = poorestAndRichest();
        const auto smallest = std::find_if(
            bySize.rbegin(), bySize.rend(), [&, index = richest.index](std::size_t granule) {
                return m_assignment[granule] == index && m_areas[granule] > 0;
            });
        if (smallest != bySize.rend()) {
            const double owed = m_areas[*smallest] - richest.surplus();
            give(*smallest, richest, poorest);
            move(poorest, richest, owed);
        }
    }

    const std::vector<std::uint32_t>& m_areas;
    std::vector<Contender> m_contenders;
    std::vector<std::uint8_t> m_assignment;
};

} // namespace

std::vector<std::uint8_t> GranuleField::assignColors(const Mix& mix) const
{
    return Rendezvous(mix, m_area, m_settings.seed).run();
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
