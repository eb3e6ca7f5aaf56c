// How often each colour occurs among the pixels of a picture.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/color/color.h"
#include "core/image/image.h"

namespace tilewright {

/// Pixels counted in bins of CIELAB, without their places.
class ColorHistogram {
public:
    static constexpr int lightnessBins = 20; ///< over 0…100
    static constexpr int chromaBins = 40; ///< of a and of b, over ±100
    static constexpr std::size_t binCount
        = static_cast<std::size_t>(lightnessBins) * chromaBins * chromaBins;

    ColorHistogram() : m_counts(binCount) { }
    /// Of the pixels that `area` has as 1, see tileArea(); empty: of all.
    explicit ColorHistogram(const Image& image, const std::vector<std::uint8_t>& area = {});

    static std::size_t binOf(const Lab& color);
    static std::size_t binOf(Srgb color);
    static std::size_t binOf(const std::uint8_t* rgb)
    {
        return binOf(Srgb{rgb[0], rgb[1], rgb[2]});
    }
    static std::array<double, 3> centerOf(std::size_t bin); ///< L, a, b
    /// A value per bin, read between the centres of the bins.
    static double interpolate(const std::vector<float>& values, const std::array<double, 3>& lab);

    void add(std::size_t bin, float weight);
    ColorHistogram& operator+=(const ColorHistogram& other);

    /// Weight of the pixels in each bin, lightness outermost, then a, then b.
    const std::vector<float>& counts() const { return m_counts; }
    double total() const { return m_total; }

    /// With counts in proportion that are whole and sum to about `total`.
    ColorHistogram scaledTo(double total) const;

    /// Standard deviations in bins.
    struct Smoothing {
        double lightness = 1;
        double chroma = 1;
    };
    /// Spread over the neighbouring bins by a Gaussian, so that a few reference pictures stand for
    /// all that could be.
    ColorHistogram smoothed(const Smoothing& smoothing) const;

private:
    std::vector<float> m_counts;
    double m_total = 0;
};

} // namespace tilewright
