#include "core/granule/fleck_noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/granule/random.h"

namespace tilewright {

namespace {

// White noise on a lattice under a Gaussian kernel. Such a field changes its sign every
// π √2 standard deviations of the kernel, which makes that the width of a fleck of a half/half mix.
constexpr double pointsPerFleck = 4;
constexpr double kernelWidth = pointsPerFleck / (std::numbers::pi * std::numbers::sqrt2); // points

std::size_t pointCount(int length, double spacing)
{
    constexpr double fewest = 8; // more than the kernel reaches over
    return static_cast<std::size_t>(std::max(fewest, std::round(length / spacing)));
}

} // namespace

FleckNoise::FleckNoise(const GranuleField& field, double diameter) : m_seed(field.settings().seed)
{
    const double spacing = std::max(diameter, field.fineDiameter()) / pointsPerFleck;
    m_columns = pointCount(field.fineWidth(), spacing);
    m_rows = pointCount(field.fineHeight(), spacing);
    m_across.reserve(field.granuleCount());
    m_down.reserve(field.granuleCount());
    for (const std::array<float, 2>& center : field.visibleCenters()) {
        m_across.push_back(reachOf(
            static_cast<double>(center[0]) / field.fineWidth() * static_cast<double>(m_columns),
            m_columns));
        m_down.push_back(reachOf(
            static_cast<double>(center[1]) / field.fineHeight() * static_cast<double>(m_rows),
            m_rows));
    }
}

FleckNoise::Reach FleckNoise::reachOf(double place, std::size_t points)
{
    constexpr int before = taps / 2 - 1;
    const int nearest = static_cast<int>(std::floor(place));
    Reach reach;
    reach.first = (static_cast<std::size_t>(nearest) + points - before) % points;
    for (std::size_t i = 0; i < taps; ++i) {
        const double distance = (nearest - before + static_cast<int>(i) - place) / kernelWidth;
        reach.weights[i] = static_cast<float>(std::exp(-0.5 * distance * distance));
    }
    return reach;
}

std::vector<double> FleckNoise::draws(std::uint64_t name) const
{
    std::vector<float> lattice;
    lattice.reserve(m_columns * m_rows);
    for (std::size_t i = 0; i < m_columns * m_rows; ++i) {
        lattice.push_back(Random(m_seed ^ name, RandomPurpose::Fleck, i).gaussian());
    }

    std::vector<double> values;
    values.reserve(m_across.size());
    double sum = 0;
    double squares = 0;
    for (std::size_t granule = 0; granule < m_across.size(); ++granule) {
        const Reach& across = m_across[granule];
        const Reach& down = m_down[granule];
        float value = 0;
        for (std::size_t y = 0; y < taps; ++y) {
            const float* const row = lattice.data() + (down.first + y) % m_rows * m_columns;
            float line = 0;
            for (std::size_t x = 0; x < taps; ++x) {
                std::size_t column = across.first + x;
                column = column < m_columns ? column : column - m_columns;
                line += across.weights[x] * row[column];
            }
            value += down.weights[y] * line;
        }
        values.push_back(value);
        sum += value;
        squares += static_cast<double>(value) * value;
    }

    const double count = static_cast<double>(values.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(squares / count - mean * mean, 1e-12));
    for (double& value : values) {
        // The normal distribution function makes it even; never quite 0 or 1.
        const double even = 0.5 * std::erfc((mean - value) / deviation / std::numbers::sqrt2);
        value = std::clamp(even, 1e-9, 1 - 1e-9);
    }
    return values;
}

} // namespace tilewright
