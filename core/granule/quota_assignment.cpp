#include "core/granule/quota_assignment.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tilewright {

namespace {

constexpr double closeEnough = 5e-4; // of the whole area

} // namespace

QuotaAssignment::QuotaAssignment(
    const std::vector<std::uint32_t>& areas, std::vector<Contender> contenders)
    : m_areas(areas), m_contenders(std::move(contenders)), m_assignment(areas.size())
{
}

std::vector<std::uint8_t> QuotaAssignment::scattered()
{
    assign();
    balance();
    mendRest();
    return std::move(m_assignment);
}

std::vector<std::uint8_t> QuotaAssignment::coherent()
{
    solveWeights();
    assign();
    // A second time for what the first left: between two colours only granules near their border
    // change, in the order of how near they are, so that a tiny rest takes tiny granules.
    balance();
    balance();
    // A colour of few, large granules may have none that is small enough.
    if (!isNear()) {
        mendRest();
    }
    return std::move(m_assignment);
}

/// Stretches the times of each colour until its granules have about its quota of area. Such
/// factors are unique (they are the prices of an optimal transport), so it does not matter what the
/// mix was before, and they change little when the mix does.
void QuotaAssignment::solveWeights()
{
    constexpr int mostRounds = 40;
    constexpr double haste = 0.6; // of the step that would be right if areas grew with the weight
    constexpr double longestStep = 3;
    const double total = std::accumulate(m_areas.begin(), m_areas.end(), 0.0);
    std::vector<float> factors(m_contenders.size(), 1.0f);
    std::vector<double> areas(m_contenders.size());
    for (int round = 0; round < mostRounds; ++round) {
        std::fill(areas.begin(), areas.end(), 0.0);
        for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
            std::size_t winner = 0;
            float shortest = m_contenders[0].times[granule] * factors[0];
            for (std::size_t i = 1; i < m_contenders.size(); ++i) {
                const float time = m_contenders[i].times[granule] * factors[i];
                winner = time < shortest ? i : winner;
                shortest = std::min(time, shortest);
            }
            areas[winner] += m_areas[granule];
        }
        double worst = 0;
        for (std::size_t i = 0; i < m_contenders.size(); ++i) {
            const double quota = m_contenders[i].quota;
            worst = std::max(worst, std::abs(areas[i] - quota));
            if (quota > 0) {
                const double step = std::pow(areas[i] / quota, haste);
                factors[i] *= static_cast<float>(std::clamp(step, 1 / longestStep, longestStep));
            }
        }
        if (worst <= closeEnough * total) {
            break;
        }
    }
    for (std::size_t i = 0; i < m_contenders.size(); ++i) {
        for (float& time : m_contenders[i].times) {
            time *= factors[i];
        }
    }
}

void QuotaAssignment::assign()
{
    for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
        const auto winner = std::min_element(m_contenders.begin(), m_contenders.end(),
            [&](const auto& a, const auto& b) { return a.times[granule] < b.times[granule]; });
        m_assignment[granule] = winner->color;
        winner->area += m_areas[granule];
    }
}

/// Hands granules from colours with a surplus to those that lack, from each to each in
/// proportion, so that a small change of the mix changes every such flow a little. Those that
/// all but went to the other colour anyway go first: their order does not depend on the mix.
void QuotaAssignment::balance()
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
void QuotaAssignment::move(Contender& from, Contender& to, double area)
{
    std::vector<std::pair<float, std::size_t>> reluctance;
    for (std::size_t granule = 0; granule < m_areas.size(); ++granule) {
        if (m_assignment[granule] == from.color && m_areas[granule] <= area
            && !std::isinf(to.times[granule])) {
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

void QuotaAssignment::give(std::size_t granule, Contender& from, Contender& to)
{
    m_assignment[granule] = to.color;
    from.area -= m_areas[granule];
    to.area += m_areas[granule];
}

/// Sum of all surpluses, fine pixels.
double QuotaAssignment::error() const
{
    double sum = 0;
    for (const Contender& contender : m_contenders) {
        sum += std::max(contender.surplus(), 0.0);
    }
    return sum;
}

bool QuotaAssignment::isNear() const
{
    const double total = std::accumulate(m_areas.begin(), m_areas.end(), 0.0);
    return std::all_of(m_contenders.begin(), m_contenders.end(), [&](const Contender& contender) {
        return std::abs(contender.surplus()) <= closeEnough * total;
    });
}

std::pair<Contender&, Contender&> QuotaAssignment::poorestAndRichest()
{
    const auto [poorest, richest] = std::minmax_element(m_contenders.begin(), m_contenders.end(),
        [](const auto& a, const auto& b) { return a.surplus() < b.surplus(); });
    return {*poorest, *richest};
}

/// Ends when the last round was of no use.
void QuotaAssignment::mendRest()
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
bool QuotaAssignment::giveWhatFits(const std::vector<std::size_t>& bySize)
{
    bool given = false;
    for (const std::size_t granule : bySize) {
        const auto [poorest, richest] = poorestAndRichest();
        const double wanted = std::min(richest.surplus(), -poorest.surplus());
        if (m_assignment[granule] == richest.color && m_areas[granule] > 0
            && m_areas[granule] < 2 * wanted && !std::isinf(poorest.times[granule])) {
            give(granule, richest, poorest);
            given = true;
        }
    }
    return given;
}

/// A colour of few, large granules has none that fits: it gives its smallest for some that are
/// smaller still.
void QuotaAssignment::exchange(const std::vector<std::size_t>& bySize)
{
    const auto [poorest, richest] = poorestAndRichest();
    const auto smallest = std::find_if(
        bySize.rbegin(), bySize.rend(), [&, &from = richest, &to = poorest](std::size_t granule) {
            return m_assignment[granule] == from.color && m_areas[granule] > 0
                && !std::isinf(to.times[granule]);
        });
    if (smallest != bySize.rend()) {
        const double owed = m_areas[*smallest] - richest.surplus();
        give(*smallest, richest, poorest);
        move(poorest, richest, owed);
    }
}

} // namespace tilewright
