// A picture as a mixture of the looks of some colours.
#pragma once

#include <array>
#include <vector>

#include "core/measure/calibration.h"
#include "core/measure/color_histogram.h"

namespace tilewright {

/// Shares as the weights of a mixture of the colours' looks, by expectation maximisation (Dempster,
/// Laird, Rubin 1977). Every pixel is explained by all colours in proportion to how well they do,
/// so shadows and gloss that several colours have in common favour none. Beside the colours stands
/// one that may be anything, all bins alike. Histogram and looks are smoothed alike, so smoothing
/// shifts no share.
class Mixture {
public:
    Mixture(const ColorHistogram& picture, const std::vector<const Calibration::Look*>& looks);

    /// With the looks as they are: the likelihood has one maximum, so the answer depends neither on
    /// the start nor on the order of the colours.
    void fitShares();
    /// Moves each look in Lab to where the picture has it, as far as a prior lets it: another
    /// exposure and white than those of the calibration (common to all colours), another batch of
    /// granules (of each). Shadows move less than lit faces. Where that explains the picture hardly
    /// better, everything stays.
    void fitLooks();
    /// Adds the pixels on the edges between granules: half of one colour and half of another, as
    /// many of each pair as granules thrown at random would touch. Without them what is brighter
    /// would seem larger, as it outshines the other on their common edge. Adds also the pixels in
    /// shadow that the calibration does not show, the same part of every colour: without them
    /// shaded white would pass for black.
    void fitEdgesAndShade();
    /// Keeps these colours of the ones it has, in this order; fitShares is due.
    void keep(const std::vector<std::size_t>& places);

    /// One per colour and, last, what is unexplained; sums to 1.
    const std::vector<double>& shares() const { return m_shares; }
    /// Mean over the pixels of ln(likelihood).
    double logLikelihood() const;
    /// Probability of each colour (and last the unexplained) for the pixels of every bin of
    /// ColorHistogram, bin by bin; zeros where the picture has no pixels.
    std::vector<float> posteriors() const;
    /// Per bin of ColorHistogram how light it is in relation to the mean of its colour in this
    /// picture; 0 where the picture has no pixels or no colour explains them.
    std::vector<float> relativeLightness() const;

private:
    using Triple = std::array<double, 3>; ///< L, a, b
    struct Bin {
        std::size_t place = 0; ///< in ColorHistogram
        Triple lab{};
        double weight = 0; ///< share of the pixels
    };
    struct Source {
        const Calibration::Look* look = nullptr;
        Triple mean{}, variance{};
        Triple move{};
    };
    struct Edge {
        std::size_t one = 0, other = 0; ///< colours
    };

    void fillLikelihoods();
    std::vector<double> componentWeights(const std::vector<double>& shares) const;
    /// Likelihood of every bin under the mixture.
    std::vector<float> mixed(const std::vector<double>& componentWeights) const;
    /// Per component the sum over the bins of `factors` times its likelihood.
    std::vector<double> gains(const std::vector<float>& factors) const;
    /// One round of expectation and maximisation; returns the edge density and the shade.
    std::array<double, 2> improve(const std::vector<double>& from, std::vector<double>& to) const;
    bool moveLooks(); ///< false when they rest

    std::vector<Bin> m_bins;
    std::vector<Source> m_sources;
    std::vector<Edge> m_edges;
    std::vector<std::vector<float>> m_edgeLooks;
    double m_edgeDensity = 0; ///< edges per pair of different neighbours
    std::vector<std::vector<float>> m_shadedLooks; ///< per colour, or none
    double m_shade = 0; ///< part of every colour that lies in shadow
    /// Of every bin, by component: every colour, the unexplained, every edge, every colour in
    /// shadow.
    std::vector<std::vector<float>> m_likelihoods;
    std::vector<float> m_weights; ///< of the bins once more, as the sums need them
    std::vector<double> m_shares;
};

} // namespace tilewright
