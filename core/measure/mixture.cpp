#include "core/measure/mixture.h"

#include <algorithm>
#include <cmath>

#include "core/measure/blended_look.h"

namespace tilewright {
namespace {

constexpr int mostRounds = 200;
constexpr double settled = 1e-5; // largest change of a share in a round
constexpr int mostMoves = 20;
constexpr double atRest = 0.05; // Lab
// Pixels of fewer than this in a million lie in the far tails of the smoothing.
constexpr double leastWeight = 1e-6;
constexpr float unexplainedLikelihood = 0.1f / ColorHistogram::binCount;
constexpr float leastLikelihood = 1e-12f;
// Pixels as unlikely as this under all looks say little of where these should move: they may show
// something foreign.
constexpr double outlierLikelihood = 0.3 / ColorHistogram::binCount;
// Prior of the moves: how many parts of the picture a colour must have for half of what it seems
// to have moved to be believed, per unit of its variance.
constexpr double commonStiffness = 1e-5;
constexpr double ownStiffness = 5e-4;
constexpr double leastStart = 1e-3; // share from which one that was lost can grow again
constexpr double farthestMove = 14; // Lab; farther is another colour
// Of ln(likelihood) per pixel. Pictures made as those of the calibration gain less than 0.02, being
// other granules; photographs of another day 0.06 and more.
constexpr double leastGain = 0.03;
// Of all neighbours; a likeness that makes more of them mistakes a third colour for edges.
constexpr double mostEdges = 0.15;
constexpr double leastEdges = 0.002; // of the picture; fewer are not worth their time
constexpr double mostShade = 0.3; // of every colour

/// Highlights may move a little more than the mean face, black not at all.
double depthOf(double lightness, double meanLightness)
{
    return std::clamp(lightness / std::max(meanLightness, 1.0), 0.0, 1.3);
}

} // namespace

Mixture::Mixture(const ColorHistogram& picture, const std::vector<const Calibration::Look*>& looks)
{
    const ColorHistogram smoothed = picture.smoothed(Calibration::smoothing);
    double total = 0;
    for (std::size_t bin = 0; bin < ColorHistogram::binCount; ++bin) {
        const double weight = smoothed.counts()[bin] / std::max(picture.total(), 1.0);
        if (weight < leastWeight)
            continue;
        m_bins.push_back({bin, ColorHistogram::centerOf(bin), weight});
        total += weight;
    }
    for (Bin& bin : m_bins) {
        bin.weight /= total;
        m_weights.push_back(static_cast<float>(bin.weight));
    }
    for (const Calibration::Look* look : looks) {
        Source source{look, {}, {}, {}};
        Triple squares{};
        for (std::size_t bin = 0; bin < ColorHistogram::binCount; ++bin) {
            const double likelihood = look->likelihood[bin];
            if (likelihood == 0)
                continue;
            const Triple lab = ColorHistogram::centerOf(bin);
            for (std::size_t i = 0; i < 3; ++i) {
                source.mean[i] += likelihood * lab[i];
                squares[i] += likelihood * lab[i] * lab[i];
            }
        }
        for (std::size_t i = 0; i < 3; ++i)
            source.variance[i] = std::max(squares[i] - source.mean[i] * source.mean[i], 1.0);
        m_sources.push_back(source);
    }
    const std::size_t count = m_sources.size() + 1;
    m_shares.assign(count, 1.0 / static_cast<double>(count));
    fillLikelihoods();
}

void Mixture::fillLikelihoods()
{
    const auto filled
        = [&](const std::vector<float>& look, const Triple& move, double meanLightness) {
              const bool moved = move != Triple{};
              std::vector<float> likelihoods;
              likelihoods.reserve(m_bins.size());
              for (const Bin& bin : m_bins) {
                  const double depth = moved ? depthOf(bin.lab[0], meanLightness) : 0;
                  likelihoods.push_back(leastLikelihood
                      + (moved ? ColorHistogram::interpolate(look,
                             {bin.lab[0] - depth * move[0], bin.lab[1] - depth * move[1],
                                 bin.lab[2] - depth * move[2]})
                               : look[bin.place]));
              }
              return likelihoods;
          };
    m_likelihoods.clear();
    for (const Source& source : m_sources)
        m_likelihoods.push_back(filled(source.look->likelihood, source.move, source.mean[0]));
    m_likelihoods.emplace_back(m_bins.size(), unexplainedLikelihood);
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        const Source& one = m_sources[m_edges[edge].one];
        const Source& other = m_sources[m_edges[edge].other];
        Triple move{};
        for (std::size_t i = 0; i < 3; ++i)
            move[i] = (one.move[i] + other.move[i]) / 2;
        m_likelihoods.push_back(filled(m_edgeLooks[edge], move, (one.mean[0] + other.mean[0]) / 2));
    }
    for (std::size_t color = 0; color < m_shadedLooks.size(); ++color)
        m_likelihoods.push_back(
            filled(m_shadedLooks[color], m_sources[color].move, m_sources[color].mean[0]));
}

std::vector<double> Mixture::componentWeights(const std::vector<double>& shares) const
{
    std::vector<double> weights = shares;
    weights.reserve(shares.size() + m_edges.size());
    for (const Edge& edge : m_edges) {
        const double weight = 2 * m_edgeDensity * shares[edge.one] * shares[edge.other];
        weights[edge.one] -= weight / 2;
        weights[edge.other] -= weight / 2;
        weights.push_back(weight);
    }
    for (std::size_t color = 0; color < m_shadedLooks.size(); ++color) {
        weights.push_back(m_shade * weights[color]);
        weights[color] *= 1 - m_shade;
    }
    return weights;
}

std::vector<float> Mixture::mixed(const std::vector<double>& componentWeights) const
{
    std::vector<float> sums(m_bins.size());
    for (std::size_t component = 0; component < componentWeights.size(); ++component) {
        const auto weight = static_cast<float>(componentWeights[component]);
        const float* const likelihood = m_likelihoods[component].data();
        for (std::size_t bin = 0; bin < sums.size(); ++bin)
            sums[bin] += weight * likelihood[bin];
    }
    return sums;
}

std::vector<double> Mixture::gains(const std::vector<float>& factors) const
{
    // Several sums side by side: the compiler may not reorder one.
    constexpr std::size_t lanes = 8;
    std::vector<double> result;
    for (const std::vector<float>& likelihood : m_likelihoods) {
        std::array<float, lanes> sums{};
        std::size_t bin = 0;
        for (; bin + lanes <= factors.size(); bin += lanes)
            for (std::size_t lane = 0; lane < lanes; ++lane)
                sums[lane] += factors[bin + lane] * likelihood[bin + lane];
        double sum = 0;
        for (; bin < factors.size(); ++bin)
            sum += factors[bin] * likelihood[bin];
        for (const float part : sums)
            sum += part;
        result.push_back(sum);
    }
    return result;
}

std::array<double, 2> Mixture::improve(
    const std::vector<double>& from, std::vector<double>& to) const
{
    const std::vector<double> exact = componentWeights(from);
    std::vector<float> factors = mixed(exact);
    for (std::size_t bin = 0; bin < factors.size(); ++bin)
        factors[bin] = m_weights[bin] / factors[bin];
    const std::vector<double> gain = gains(factors);
    const std::size_t count = from.size();
    for (std::size_t i = 0; i < count; ++i)
        to[i] = exact[i] * gain[i];
    double found = 0, possible = 0;
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        const double part = exact[count + edge] * gain[count + edge];
        to[m_edges[edge].one] += part / 2;
        to[m_edges[edge].other] += part / 2;
        found += part;
        possible += 2 * from[m_edges[edge].one] * from[m_edges[edge].other];
    }
    double shaded = 0, plain = 0;
    for (std::size_t color = 0; color < m_shadedLooks.size(); ++color) {
        const std::size_t component = count + m_edges.size() + color;
        const double part = exact[component] * gain[component];
        plain += exact[color] * gain[color];
        to[color] += part;
        shaded += part;
    }
    double total = 0;
    for (const double share : to)
        total += share;
    for (double& share : to)
        share /= total;
    return {possible > 0 ? found / possible : 0, shaded > 0 ? shaded / (shaded + plain) : 0};
}

// Squared extrapolation of two rounds (Varadhan, Roland 2008): colours that look nearly alike would
// take thousands of plain ones.
void Mixture::fitShares()
{
    const std::size_t count = m_shares.size();
    std::vector<double> first(count), second(count), far(count);
    for (int round = 0; round < mostRounds; ++round) {
        const auto [density, shade] = improve(m_shares, first);
        improve(first, second);
        double step = 0, bend = 0,
               change = (std::abs(std::min(density, mostEdges) - m_edgeDensity)
                            + std::abs(std::min(shade, mostShade) - m_shade))
            / 10;
        for (std::size_t i = 0; i < count; ++i) {
            const double r = first[i] - m_shares[i], v = second[i] - first[i] - r;
            step += r * r;
            bend += v * v;
            change = std::max(change, std::abs(r));
        }
        if (change < settled)
            break;
        const double length = bend > 0 ? std::max(1.0, std::sqrt(step / bend)) : 1.0;
        double total = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const double r = first[i] - m_shares[i], v = second[i] - first[i] - r;
            far[i] = std::max(m_shares[i] + 2 * length * r + length * length * v, 0.1 * second[i]);
            total += far[i];
        }
        for (double& share : far)
            share /= total;
        const auto next = improve(far, m_shares);
        m_edgeDensity = std::min(next[0], mostEdges);
        m_shade = std::min(next[1], mostShade);
    }
}

bool Mixture::moveLooks()
{
    const std::size_t count = m_sources.size();
    const std::vector<double> weights = componentWeights(m_shares);
    std::vector<Triple> sum(count);
    std::vector<double> mass(count);
    const std::vector<float> sums = mixed(weights);
    for (std::size_t color = 0; color < count; ++color) {
        for (std::size_t bin = 0; bin < m_bins.size(); ++bin) {
            const double part = m_bins[bin].weight * weights[color] * m_likelihoods[color][bin]
                / (sums[bin] + outlierLikelihood);
            mass[color] += part;
            for (std::size_t i = 0; i < 3; ++i)
                sum[color][i] += part * m_bins[bin].lab[i];
        }
    }
    Triple common{};
    for (std::size_t i = 0; i < 3; ++i) {
        double precision = 0, pull = 0;
        for (std::size_t color = 0; color < count; ++color) {
            const Source& source = m_sources[color];
            precision += mass[color] / source.variance[i];
            pull += (sum[color][i] - mass[color] * source.mean[i]) / source.variance[i];
        }
        common[i] = pull / (precision + commonStiffness);
    }
    double farthest = 0;
    for (std::size_t color = 0; color < count; ++color) {
        Source& source = m_sources[color];
        for (std::size_t i = 0; i < 3; ++i) {
            const double own = sum[color][i] - mass[color] * (source.mean[i] + common[i]);
            const double move
                = std::clamp(common[i] + own / (mass[color] + ownStiffness * source.variance[i]),
                    -farthestMove, farthestMove);
            farthest = std::max(farthest, std::abs(move - source.move[i]));
            source.move[i] = move;
        }
    }
    fillLikelihoods();
    return farthest > atRest;
}

void Mixture::fitLooks()
{
    const std::vector<double> shares = m_shares;
    const std::vector<Source> sources = m_sources;
    const double before = logLikelihood();
    for (int round = 0; round < mostMoves && moveLooks(); ++round)
        fitShares();
    if (logLikelihood() - before >= leastGain)
        return;
    m_shares = shares;
    m_sources = sources;
    fillLikelihoods();
}

void Mixture::fitEdgesAndShade()
{
    m_edges.clear();
    m_edgeLooks.clear();
    m_shadedLooks.clear();
    std::vector<LookPixels> pixels;
    for (const Source& source : m_sources)
        pixels.emplace_back(*source.look);
    for (std::size_t one = 0; one < m_sources.size(); ++one) {
        for (std::size_t other = one + 1; other < m_sources.size(); ++other) {
            if (2 * mostEdges * m_shares[one] * m_shares[other] < leastEdges)
                continue;
            m_edges.push_back({one, other});
            m_edgeLooks.push_back(blendedLikelihood(pixels[one], pixels[other]));
        }
    }
    m_edgeDensity = 0.1;
    for (const LookPixels& look : pixels)
        m_shadedLooks.push_back(shadedLikelihood(look));
    m_shade = 0.02;
    fillLikelihoods();
    fitShares();
}

void Mixture::keep(const std::vector<std::size_t>& places)
{
    std::vector<Source> sources;
    std::vector<std::vector<float>> shadedLooks, edgeLooks;
    std::vector<Edge> edges;
    std::vector<double> shares;
    std::vector<std::size_t> newPlace(m_sources.size(), m_sources.size());
    for (const std::size_t place : places) {
        newPlace[place] = sources.size();
        sources.push_back(m_sources[place]);
        shares.push_back(m_shares[place]);
        if (!m_shadedLooks.empty())
            shadedLooks.push_back(std::move(m_shadedLooks[place]));
    }
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        const std::size_t one = newPlace[m_edges[edge].one], other = newPlace[m_edges[edge].other];
        if (std::max(one, other) == m_sources.size())
            continue;
        edges.push_back({one, other});
        edgeLooks.push_back(std::move(m_edgeLooks[edge]));
    }
    shares.push_back(m_shares.back());
    double total = 0;
    for (double& share : shares)
        total += share = std::max(share, leastStart);
    for (double& share : shares)
        share /= total;
    m_sources = std::move(sources);
    m_shares = std::move(shares);
    m_edges = std::move(edges);
    m_edgeLooks = std::move(edgeLooks);
    m_shadedLooks = std::move(shadedLooks);
    fillLikelihoods();
}

double Mixture::logLikelihood() const
{
    const std::vector<float> sums = mixed(componentWeights(m_shares));
    double result = 0;
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin)
        result += m_bins[bin].weight * std::log(static_cast<double>(sums[bin]));
    return result;
}

std::vector<float> Mixture::posteriors() const
{
    const std::vector<double> weights = componentWeights(m_shares);
    const std::vector<float> sums = mixed(weights);
    const std::size_t count = m_shares.size();
    std::vector<float> result(ColorHistogram::binCount * count);
    const auto credit = [&](std::size_t component, std::size_t color, double part) {
        const auto weight = static_cast<float>(part * weights[component]);
        for (std::size_t bin = 0; bin < m_bins.size(); ++bin)
            result[m_bins[bin].place * count + color]
                += weight * m_likelihoods[component][bin] / sums[bin];
    };
    for (std::size_t color = 0; color < count; ++color)
        credit(color, color, 1);
    for (std::size_t edge = 0; edge < m_edges.size(); ++edge) {
        credit(count + edge, m_edges[edge].one, 0.5);
        credit(count + edge, m_edges[edge].other, 0.5);
    }
    for (std::size_t color = 0; color < m_shadedLooks.size(); ++color)
        credit(count + m_edges.size() + color, color, 1);
    return result;
}

std::vector<float> Mixture::relativeLightness() const
{
    const std::size_t count = m_shares.size(), colors = count - 1;
    const std::vector<float> posterior = posteriors();
    std::vector<double> sum(colors), mass(colors);
    for (const Bin& bin : m_bins) {
        for (std::size_t color = 0; color < colors; ++color) {
            const double part = bin.weight * posterior[bin.place * count + color];
            sum[color] += part * bin.lab[0];
            mass[color] += part;
        }
    }
    std::vector<float> result(ColorHistogram::binCount);
    for (const Bin& bin : m_bins) {
        double lightness = 0, explained = 0;
        for (std::size_t color = 0; color < colors; ++color) {
            if (mass[color] <= 0 || sum[color] <= 0)
                continue;
            const double part = posterior[bin.place * count + color];
            lightness += part * bin.lab[0] * mass[color] / sum[color];
            explained += part;
        }
        if (explained > 0.5)
            result[bin.place] = static_cast<float>(lightness / explained);
    }
    return result;
}

} // namespace tilewright
