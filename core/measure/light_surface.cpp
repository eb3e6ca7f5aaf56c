#include "core/measure/light_surface.h"

#include <algorithm>
#include <cmath>

#include "core/color/color.h"
#include "core/measure/color_histogram.h"

namespace tilewright {
namespace {

using Terms = std::array<double, 6>;

constexpr int cell = 16; // pixels
constexpr int stride = 2; // of four pixels one tells enough of a smooth light
constexpr double leastUnevenness = 0.02; // root of the mean square, of the lightness
constexpr double lowest = 0.4, highest = 1.6; // lightness that is still corrected
constexpr int gainSteps = 96;

Terms termsAt(double x, double y)
{
    return {1, x, y, x * x, x * y, y * y};
}

double dot(const Terms& one, const Terms& other)
{
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        sum += one[i] * other[i];
    return sum;
}

/// Place of the middle of a cell, -1…1.
double placeOf(int first, int size)
{
    return (2.0 * first + cell) / size - 1;
}

/// Gauss elimination of the normal equations; even light when they have no one answer.
Terms solved(std::array<std::array<double, 7>, 6> rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto pivot
            = std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end(),
                [i](const auto& a, const auto& b) { return std::abs(a[i]) < std::abs(b[i]); });
        std::swap(rows[i], *pivot);
        if (std::abs(rows[i][i]) < 1e-6)
            return {};
        for (std::size_t k = 0; k < rows.size(); ++k) {
            if (k == i)
                continue;
            const double factor = rows[k][i] / rows[i][i];
            for (std::size_t j = i; j < rows[k].size(); ++j)
                rows[k][j] -= factor * rows[i][j];
        }
    }
    Terms result{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        result[i] = rows[i][6] / rows[i][i];
    return result;
}

} // namespace

LightSurface LightSurface::fit(const Image& picture, const std::vector<std::uint8_t>& area,
    const std::vector<float>& lightnessOfBin)
{
    std::array<std::array<double, 7>, 6> rows{};
    double total = 0;
    for (int top = 0; top < picture.height; top += cell) {
        for (int left = 0; left < picture.width; left += cell) {
            double sum = 0, count = 0;
            for (int y = top; y < std::min(top + cell, picture.height); y += stride) {
                for (int x = left; x < std::min(left + cell, picture.width); x += stride) {
                    const std::uint8_t* const rgb = picture.pixel(x, y);
                    const auto pixel = static_cast<std::size_t>(rgb - picture.rgb.data()) / 3;
                    if (area[pixel] == 0)
                        continue;
                    const float lightness = lightnessOfBin[ColorHistogram::binOf(rgb)];
                    if (lightness > 0) {
                        sum += lightness;
                        count += 1;
                    }
                }
            }
            const Terms terms = termsAt(placeOf(left, picture.width), placeOf(top, picture.height));
            for (std::size_t i = 0; i < terms.size(); ++i) {
                for (std::size_t j = 0; j < terms.size(); ++j)
                    rows[i][j] += count * terms[i] * terms[j];
                rows[i][6] += sum * terms[i];
            }
            total += count;
        }
    }
    LightSurface surface;
    if (total == 0)
        return surface;
    for (auto& row : rows)
        for (double& value : row)
            value /= total;
    // Mean and mean square of the polynomial over the cells, from the sums that are there.
    surface.m_terms = solved(rows);
    double mean = 0, square = 0;
    for (std::size_t i = 0; i < surface.m_terms.size(); ++i) {
        mean += surface.m_terms[i] * rows[0][i];
        for (std::size_t j = 0; j < surface.m_terms.size(); ++j)
            square += surface.m_terms[i] * surface.m_terms[j] * rows[i][j];
    }
    if (mean <= 0 || std::sqrt(std::max(0.0, square - mean * mean)) < leastUnevenness * mean)
        return {};
    for (double& term : surface.m_terms)
        term /= mean;
    return surface;
}

Image LightSurface::evened(const Image& picture) const
{
    // Lightness goes with the cube root of light.
    std::vector<std::array<std::uint8_t, 256>> levels(gainSteps);
    for (int step = 0; step < gainSteps; ++step) {
        const double lightness = lowest + (highest - lowest) * step / (gainSteps - 1);
        const double gain = 1 / (lightness * lightness * lightness);
        for (int level = 0; level < 256; ++level)
            levels[static_cast<std::size_t>(step)][static_cast<std::size_t>(level)]
                = static_cast<std::uint8_t>(std::lround(
                    255 * linearToSrgb(std::min(1.0, gain * srgbToLinear(level / 255.0)))));
    }
    Image result(picture.width, picture.height);
    for (int top = 0; top < picture.height; top += cell) {
        for (int left = 0; left < picture.width; left += cell) {
            const double lightness
                = dot(m_terms, termsAt(placeOf(left, picture.width), placeOf(top, picture.height)));
            const double step = (lightness - lowest) / (highest - lowest) * (gainSteps - 1);
            const auto& level = levels[static_cast<std::size_t>(
                std::lround(std::clamp(step, 0.0, gainSteps - 1.0)))];
            const int width = std::min(cell, picture.width - left);
            for (int y = top; y < std::min(top + cell, picture.height); ++y) {
                const std::uint8_t* const from = picture.pixel(left, y);
                std::transform(from, from + 3 * width, result.pixel(left, y),
                    [&](std::uint8_t value) { return level[value]; });
            }
        }
    }
    return result;
}

} // namespace tilewright
