#include "core/export/resampled_rows.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numbers>
#include <numeric>

#include "core/export/light_curve.h"

namespace tilewright {
namespace {

constexpr int lobes = 3;
constexpr float full = 65535;

double lanczos(double x)
{
    if (x == 0)
        return 1;
    if (std::abs(x) >= lobes)
        return 0;
    const double angle = std::numbers::pi * x;
    return lobes * std::sin(angle) * std::sin(angle / lobes) / (angle * angle);
}

/// The sample of the source, 0…size - 1, that stands at any place within or beyond it.
std::uint32_t placeWithin(std::int64_t place, std::uint32_t size, Edges edges)
{
    const std::int64_t period = edges == Edges::Wrap ? std::int64_t{size} : 2 * std::int64_t{size};
    place %= period;
    if (place < 0)
        place += period;
    if (place >= size)
        place = period - 1 - place;
    return static_cast<std::uint32_t>(place);
}

std::uint16_t rounded(float sample)
{
    return static_cast<std::uint16_t>(std::clamp(sample, 0.0f, full) + 0.5f);
}

} // namespace

Resampling Resampling::withBleed(
    std::uint32_t width, std::uint32_t height, Edges edges, std::uint32_t bleed)
{
    const int begin = -static_cast<int>(bleed);
    return {width, height, edges, Window{begin, begin, width + 2 * bleed, height + 2 * bleed}};
}

ResampledRows::ResampledRows(const Image& image, const Resampling& resampling) : m_image(&image)
{
    plan(
        {static_cast<std::uint32_t>(image.width), static_cast<std::uint32_t>(image.height), {}, {}},
        resampling);
}

ResampledRows::ResampledRows(RowSource& rows, const Resampling& resampling) : m_rows(&rows)
{
    plan(rows.header(), resampling);
}

ResampledRows::Axis ResampledRows::makeAxis(
    std::uint32_t sourceSize, std::uint32_t size, int from, std::uint32_t count)
{
    const double scale = static_cast<double>(sourceSize) / size;
    const double stretch = std::max(1.0, scale);
    Axis axis;
    axis.taps = 2 * static_cast<int>(std::ceil(lobes * stretch)) + 1;
    axis.first.reserve(count);
    axis.weights.reserve(std::size_t{count} * static_cast<std::size_t>(axis.taps));
    std::vector<double> weights(static_cast<std::size_t>(axis.taps));
    for (std::uint32_t i = 0; i < count; ++i) {
        const double center = (from + static_cast<double>(i) + 0.5) * scale - 0.5;
        const int first = static_cast<int>(std::floor(center)) - axis.taps / 2;
        for (std::size_t tap = 0; tap < weights.size(); ++tap) {
            const double weight = lanczos((first + static_cast<double>(tap) - center) / stretch);
            // Zeros of the filter that rounding hides: with them gone, a picture of the same size
            // is copied.
            weights[tap] = std::abs(weight) < 1e-9 ? 0 : weight;
        }
        const double sum = std::reduce(weights.begin(), weights.end());
        const std::size_t begin = axis.weights.size();
        double rest = 1;
        for (const double weight : weights) {
            axis.weights.push_back(static_cast<float>(weight / sum));
            rest -= double{axis.weights.back()};
        }
        *std::max_element(
            axis.weights.begin() + static_cast<std::ptrdiff_t>(begin), axis.weights.end())
            += static_cast<float>(rest);
        axis.first.push_back(first);
    }
    return axis;
}

void ResampledRows::plan(const PictureHeader& source, const Resampling& resampling)
{
    const Resampling::Window window
        = resampling.window.value_or(Resampling::Window{0, 0, resampling.width, resampling.height});
    m_header.width = window.width;
    m_header.height = window.height;
    m_header.format = source.format;
    m_header.format.bits = 16;
    m_sourceWidth = source.width;
    m_sourceHeight = source.height;
    m_edges = resampling.edges;
    // Smaller, a pixel stands for many granules, and the light that they send together is what an
    // eye would see; a mean of encoded values would be darker, the more so the livelier the mix.
    // Larger, the filter's undershoot beside a light granule would, in linear light, be several
    // times as deep in the dark one next to it as the eye allows: black rims. Encoded values are
    // even to the eye, and rims stay faint on both sides.
    m_isLinear = resampling.width < source.width || resampling.height < source.height;
    m_horizontal = makeAxis(source.width, resampling.width, window.left, window.width);
    m_vertical = makeAxis(source.height, resampling.height, window.top, window.height);
}

/// Pixels of the source's columns from m_lineStart on, so that the filter finds all in one line.
void ResampledRows::loadLine(std::span<const std::uint16_t> samples)
{
    const LightCurve& curve = LightCurve::instance();
    const std::size_t count = m_header.format.samples(), colors = m_header.format.colors();
    const std::size_t columns = m_line.size() / count;
    float* pixel = m_line.data();
    for (std::size_t column = 0; column < columns; ++column, pixel += count) {
        const std::uint32_t x
            = placeWithin(m_lineStart + static_cast<std::int64_t>(column), m_sourceWidth, m_edges);
        const std::uint16_t* source = samples.data() + x * count;
        for (std::size_t i = 0; i < colors; ++i)
            pixel[i] = m_isLinear ? curve.decode(source[i]) : source[i] / full;
        if (count > colors) {
            const float alpha = source[colors] / full;
            for (std::size_t i = 0; i < colors; ++i)
                pixel[i] *= alpha;
            pixel[colors] = alpha;
        }
    }
}

void ResampledRows::scaleLine(float* scaled) const
{
    const std::size_t count = m_header.format.samples();
    const auto taps = static_cast<std::size_t>(m_horizontal.taps);
    const float* weights = m_horizontal.weights.data();
    for (const int first : m_horizontal.first) {
        const float* pixel = m_line.data() + static_cast<std::size_t>(first - m_lineStart) * count;
        float sums[5] = {};
        for (std::size_t tap = 0; tap < taps; ++tap, pixel += count)
            for (std::size_t i = 0; i < count; ++i)
                sums[i] += weights[tap] * pixel[i];
        scaled = std::copy_n(sums, count, scaled);
        weights += taps;
    }
}

std::size_t ResampledRows::rowsToKeep() const
{
    const auto taps = static_cast<std::size_t>(m_vertical.taps);
    if (m_image)
        return std::min<std::size_t>(taps, m_sourceHeight);
    // Rows come once and in their order: what is read is kept until no row of the result needs it.
    std::int64_t read = -1, kept = 1;
    for (std::size_t i = 0; i < m_vertical.weights.size(); ++i) {
        if (m_vertical.weights[i] == 0)
            continue;
        const std::int64_t row
            = placeWithin(m_vertical.first[i / taps] + static_cast<std::int64_t>(i % taps),
                m_sourceHeight, m_edges);
        read = std::max(read, row);
        kept = std::max(kept, read - row + 1);
    }
    return static_cast<std::size_t>(kept);
}

Expected<const float*> ResampledRows::scaledRow(std::uint32_t sourceRow)
{
    const std::size_t length = m_sum.size();
    const auto slotOf = [&](std::uint32_t row) { return row % m_bandRows.size(); };
    if (m_bandRows[slotOf(sourceRow)] != sourceRow && m_image) {
        std::vector<std::uint16_t> samples(m_sourceWidth * m_header.format.samples());
        widen({m_image->pixel(0, static_cast<int>(sourceRow)), samples.size()}, samples);
        loadLine(samples);
        scaleLine(m_band.data() + slotOf(sourceRow) * length);
        m_bandRows[slotOf(sourceRow)] = sourceRow;
    }
    while (m_bandRows[slotOf(sourceRow)] != sourceRow) {
        const auto samples = m_wideRow.read(*m_rows);
        if (!samples)
            return tl::unexpected(samples.error());
        const std::uint32_t row = m_nextSourceRow++;
        loadLine(*samples);
        scaleLine(m_band.data() + slotOf(row) * length);
        m_bandRows[slotOf(row)] = row;
    }
    return m_band.data() + slotOf(sourceRow) * length;
}

void ResampledRows::store(std::uint16_t* row) const
{
    const LightCurve& curve = LightCurve::instance();
    const std::size_t count = m_header.format.samples(), colors = m_header.format.colors();
    const float* pixel = m_sum.data();
    for (std::uint32_t x = 0; x < m_header.width; ++x, pixel += count, row += count) {
        float opacity = 1;
        if (count > colors) {
            row[colors] = rounded(pixel[colors] * full);
            opacity = row[colors] == 0 ? 1 : pixel[colors];
        }
        for (std::size_t i = 0; i < colors; ++i) {
            const float value = pixel[i] / opacity;
            row[i] = rounded(m_isLinear ? curve.encode(value) : value * full);
        }
    }
}

Expected<void> ResampledRows::readRow(std::uint8_t* row)
{
    try {
        if (m_band.empty()) {
            const std::size_t count = m_header.format.samples();
            const auto [least, greatest]
                = std::minmax_element(m_horizontal.first.begin(), m_horizontal.first.end());
            m_lineStart = *least;
            m_line.resize(static_cast<std::size_t>(*greatest - *least + m_horizontal.taps) * count);
            m_sum.resize(m_header.width * count);
            m_bandRows.assign(rowsToKeep(), -1);
            m_band.resize(m_bandRows.size() * m_sum.size());
        }
        const auto taps = static_cast<std::size_t>(m_vertical.taps);
        const std::uint32_t y = m_nextRow++;
        std::fill(m_sum.begin(), m_sum.end(), 0.0f);
        for (std::size_t tap = 0; tap < taps; ++tap) {
            const float weight = m_vertical.weights[y * taps + tap];
            if (weight == 0)
                continue;
            const auto scaled = scaledRow(placeWithin(
                m_vertical.first[y] + static_cast<std::int64_t>(tap), m_sourceHeight, m_edges));
            if (!scaled)
                return tl::unexpected(scaled.error());
            std::transform(m_sum.begin(), m_sum.end(), *scaled, m_sum.begin(),
                [weight](float sum, float value) { return sum + weight * value; });
        }
        store(reinterpret_cast<std::uint16_t*>(row));
        return {};
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable,
            "There is not enough memory to scale the picture; choose a smaller size.");
    }
}

} // namespace tilewright
