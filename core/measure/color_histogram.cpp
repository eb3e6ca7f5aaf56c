#include "core/measure/color_histogram.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tilewright {
namespace {

constexpr double lightnessStep = 100.0 / ColorHistogram::lightnessBins;
constexpr double chromaStep = 200.0 / ColorHistogram::chromaBins;

/// Bins of all colours of six bits a channel: a conversion per pixel would take a hundred times as
/// long.
class BinTable {
public:
    BinTable() : m_bins(std::size_t{1} << 18)
    {
        for (std::size_t i = 0; i < m_bins.size(); ++i) {
            const auto level = [](std::size_t six) {
                return static_cast<std::uint8_t>((six & 63) << 2 | (six & 63) >> 4);
            };
            m_bins[i] = static_cast<std::uint16_t>(
                ColorHistogram::binOf(toLab(Srgb{level(i >> 12), level(i >> 6), level(i)})));
        }
    }

    std::size_t operator()(std::uint8_t r, std::uint8_t g, std::uint8_t b) const
    {
        return m_bins[static_cast<std::size_t>(r >> 2) << 12 | static_cast<std::size_t>(g >> 2) << 6
            | static_cast<std::size_t>(b >> 2)];
    }

private:
    std::vector<std::uint16_t> m_bins;
    static_assert(ColorHistogram::binCount <= 65536);
};

const BinTable& binTable()
{
    static const BinTable table;
    return table;
}

std::vector<float> gaussian(double deviation)
{
    const int reach = static_cast<int>(std::ceil(3 * deviation));
    std::vector<float> kernel;
    float sum = 0;
    for (int k = -reach; k <= reach; ++k) {
        kernel.push_back(static_cast<float>(std::exp(-0.5 * k * k / (deviation * deviation))));
        sum += kernel.back();
    }
    for (float& weight : kernel)
        weight /= sum;
    return kernel;
}

/// One pass along an axis of `count` bins that lie `stride` apart.
void smoothAxis(
    std::vector<float>& values, int count, std::size_t stride, const std::vector<float>& kernel)
{
    const int reach = static_cast<int>(kernel.size()) / 2;
    std::vector<float> line(static_cast<std::size_t>(count));
    const std::size_t block = stride * static_cast<std::size_t>(count);
    for (std::size_t outer = 0; outer < values.size(); outer += block) {
        for (std::size_t inner = 0; inner < stride; ++inner) {
            float* const first = values.data() + outer + inner;
            std::fill(line.begin(), line.end(), 0.0f);
            for (int i = 0; i < count; ++i) {
                const float value = first[static_cast<std::size_t>(i) * stride];
                if (value == 0)
                    continue;
                for (int k = -reach; k <= reach; ++k)
                    // What would fall off the end stays in the last bin.
                    line[static_cast<std::size_t>(std::clamp(i + k, 0, count - 1))]
                        += value * kernel[static_cast<std::size_t>(k + reach)];
            }
            for (int i = 0; i < count; ++i)
                first[static_cast<std::size_t>(i) * stride] = line[static_cast<std::size_t>(i)];
        }
    }
}

} // namespace

ColorHistogram::ColorHistogram(const Image& image, const std::vector<std::uint8_t>& area)
    : m_counts(binCount)
{
    const BinTable& table = binTable();
    std::vector<std::uint32_t> counts(binCount);
    const std::size_t pixels = image.rgb.size() / 3;
    for (std::size_t i = 0; i < pixels; ++i) {
        if (area.empty() || area[i] != 0)
            ++counts[table(image.rgb[3 * i], image.rgb[3 * i + 1], image.rgb[3 * i + 2])];
    }
    for (std::size_t bin = 0; bin < binCount; ++bin) {
        m_counts[bin] = static_cast<float>(counts[bin]);
        m_total += counts[bin];
    }
}

std::array<double, 3> ColorHistogram::centerOf(std::size_t bin)
{
    const std::size_t b = bin % chromaBins, a = bin / chromaBins % chromaBins;
    const std::size_t lightness = bin / (std::size_t{chromaBins} * chromaBins);
    return {(static_cast<double>(lightness) + 0.5) * lightnessStep,
        (static_cast<double>(a) + 0.5) * chromaStep - 100,
        (static_cast<double>(b) + 0.5) * chromaStep - 100};
}

double ColorHistogram::interpolate(
    const std::vector<float>& values, const std::array<double, 3>& lab)
{
    const auto split = [](double position, int count) {
        const double inside = std::clamp(position - 0.5, 0.0, count - 1.001);
        const double below = std::floor(inside);
        return std::pair{static_cast<std::size_t>(below), static_cast<float>(inside - below)};
    };
    const auto [lightness, l] = split(lab[0] / lightnessStep, lightnessBins);
    const auto [a, u] = split((lab[1] + 100) / chromaStep, chromaBins);
    const auto [b, v] = split((lab[2] + 100) / chromaStep, chromaBins);
    constexpr std::size_t row = chromaBins, plane = row * row;
    const float* const first = values.data() + lightness * plane + a * row + b;
    const auto square = [&](const float* corner) {
        return (1 - u) * ((1 - v) * corner[0] + v * corner[1])
            + u * ((1 - v) * corner[row] + v * corner[row + 1]);
    };
    return (1 - l) * square(first) + l * square(first + plane);
}

void ColorHistogram::add(std::size_t bin, float weight)
{
    m_counts[bin] += weight;
    m_total += weight;
}

ColorHistogram& ColorHistogram::operator+=(const ColorHistogram& other)
{
    for (std::size_t bin = 0; bin < binCount; ++bin)
        m_counts[bin] += other.m_counts[bin];
    m_total += other.m_total;
    return *this;
}

std::size_t ColorHistogram::binOf(const Lab& lab)
{
    const auto bin = [](double value, double step, int count) {
        return static_cast<std::size_t>(
            std::clamp(static_cast<int>(std::floor(value / step)), 0, count - 1));
    };
    const std::size_t lightness = bin(lab.L, lightnessStep, lightnessBins);
    const std::size_t a = bin(lab.a + 100, chromaStep, chromaBins);
    const std::size_t b = bin(lab.b + 100, chromaStep, chromaBins);
    return (lightness * chromaBins + a) * chromaBins + b;
}

std::size_t ColorHistogram::binOf(Srgb color)
{
    return binTable()(color.r, color.g, color.b);
}

ColorHistogram ColorHistogram::scaledTo(double total) const
{
    ColorHistogram result;
    for (std::size_t bin = 0; m_total > 0 && bin < binCount; ++bin)
        result.add(bin, std::round(static_cast<float>(m_counts[bin] * total / m_total)));
    return result;
}

ColorHistogram ColorHistogram::smoothed(const Smoothing& smoothing) const
{
    const std::vector<float> lightness = gaussian(smoothing.lightness);
    const std::vector<float> chroma = gaussian(smoothing.chroma);
    ColorHistogram result = *this;
    smoothAxis(result.m_counts, chromaBins, 1, chroma);
    smoothAxis(result.m_counts, chromaBins, chromaBins, chroma);
    smoothAxis(result.m_counts, lightnessBins, chromaBins * chromaBins, lightness);
    return result;
}

} // namespace tilewright
