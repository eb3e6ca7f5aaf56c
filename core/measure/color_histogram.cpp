#include "core/measure/color_histogram.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tilewright {
namespace {

constexpr double lightnessStep = 100.0 / ColorHistogram::lightnessBins;
constexpr double chromaStep = 200.0 / ColorHistogram::chromaBins;

std::size_t binOf(const Lab& lab)
{
    const auto bin = [](double value, double step, int count) {
        return static_cast<std::size_t>(
            std::clamp(static_cast<int>(std::floor(value / step)), 0, count - 1));
    };
    const std::size_t lightness = bin(lab.L, lightnessStep, ColorHistogram::lightnessBins);
    const std::size_t a = bin(lab.a + 100, chromaStep, ColorHistogram::chromaBins);
    const std::size_t b = bin(lab.b + 100, chromaStep, ColorHistogram::chromaBins);
    return (lightness * ColorHistogram::chromaBins + a) * ColorHistogram::chromaBins + b;
}

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
                tilewright::binOf(toLab(Srgb{level(i >> 12), level(i >> 6), level(i)})));
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

ColorHistogram::ColorHistogram(const Image& image, const std::vector<std::uint8_t>& coverage)
    : m_counts(binCount)
{
    const BinTable& table = binTable();
    const std::size_t pixels = image.rgb.size() / 3;
    for (std::size_t i = 0; i < pixels; ++i) {
        const float weight = coverage.empty() ? 1.0f : static_cast<float>(coverage[i]) / 255.0f;
        m_counts[table(image.rgb[3 * i], image.rgb[3 * i + 1], image.rgb[3 * i + 2])] += weight;
        m_total += weight;
    }
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

std::size_t ColorHistogram::binOf(Srgb color)
{
    return binTable()(color.r, color.g, color.b);
}

ColorHistogram ColorHistogram::smoothed(double deviation) const
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
    ColorHistogram result = *this;
    smoothAxis(result.m_counts, chromaBins, 1, kernel);
    smoothAxis(result.m_counts, chromaBins, chromaBins, kernel);
    smoothAxis(result.m_counts, lightnessBins, chromaBins * chromaBins, kernel);
    return result;
}

} // namespace tilewright
