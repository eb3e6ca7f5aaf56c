// How often each colour occurs among the pixels of a picture.
#pragma once

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
    /// `coverage` weighs each pixel (0…255); empty: all alike.
    explicit ColorHistogram(const Image& image, const std::vector<std::uint8_t>& coverage = {});

    static std::size_t binOf(Srgb color);

    void add(std::size_t bin, float weight);
    ColorHistogram& operator+=(const ColorHistogram& other);

    /// Weight of the pixels in each bin, lightness outermost, then a, then b.
    const std::vector<float>& counts() const { return m_counts; }
    double total() const { return m_total; }

    /// Spread over the neighbouring bins by a Gaussian (standard deviation in bins), so that a few
    /// reference pictures stand for all that could be.
    ColorHistogram smoothed(double deviation) const;

private:
    std::vector<float> m_counts;
    double m_total = 0;
};

} // namespace tilewright
