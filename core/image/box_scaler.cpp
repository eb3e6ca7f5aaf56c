#include "core/image/box_scaler.h"

#include <algorithm>
#include <cmath>

#include "core/color/light_table.h"

namespace tilewright {
namespace {

int divideUp(std::uint32_t length, std::uint32_t scale)
{
    return static_cast<int>((length + scale - 1) / scale);
}

} // namespace

BoxScaler::BoxScaler(std::uint32_t width, std::uint32_t height, int scale, bool hasCoverage)
    : m_width(width), m_height(height), m_scale(static_cast<std::uint32_t>(scale))
{
    m_picture.scale = scale;
    m_picture.image = Image(divideUp(width, m_scale), divideUp(height, m_scale));
    if (hasCoverage)
        m_picture.coverage.resize(m_picture.image.rgb.size() / 3);
    if (scale > 1)
        m_sums.resize(static_cast<std::size_t>(m_picture.image.width));
}

void BoxScaler::add(const std::uint8_t* rgb, const std::uint8_t* coverage)
{
    if (m_scale == 1) {
        const std::size_t start = std::size_t{m_row} * m_width;
        std::copy_n(rgb, std::size_t{m_width} * 3, m_picture.image.rgb.data() + start * 3);
        if (coverage)
            std::copy_n(coverage, m_width, m_picture.coverage.data() + start);
        ++m_row;
        return;
    }
    const LightOfByte& light = lightOfByte();
    for (std::uint32_t first = 0; first < m_width; first += m_scale) {
        Sum& sum = m_sums[first / m_scale];
        const std::uint32_t end = std::min(m_width, first + m_scale);
        for (std::uint32_t x = first; x < end; ++x) {
            const std::uint64_t weight = coverage ? coverage[x] : 255;
            for (std::size_t channel = 0; channel < 3; ++channel)
                sum.light[channel] += weight * light[rgb[std::size_t{x} * 3 + channel]];
            sum.coverage += weight;
        }
    }
    ++m_row;
    if (m_row % m_scale == 0 || m_row == m_height)
        finishRow();
}

void BoxScaler::finishRow()
{
    const std::uint32_t y = (m_row - 1) / m_scale;
    const std::uint32_t rows = m_row - y * m_scale;
    const std::size_t start = std::size_t{y} * m_sums.size();
    const ByteOfLight& byte = byteOfLight();
    for (std::size_t x = 0; x < m_sums.size(); ++x) {
        const Sum& sum = m_sums[x];
        std::uint8_t* pixel = m_picture.image.rgb.data() + (start + x) * 3;
        for (std::size_t channel = 0; channel < 3; ++channel)
            pixel[channel] = sum.coverage == 0
                ? 255
                : byte[(sum.light[channel] + sum.coverage / 2) / sum.coverage];
        if (!m_picture.coverage.empty()) {
            const auto left = static_cast<std::uint32_t>(x) * m_scale;
            const std::uint64_t area = std::uint64_t{std::min(m_scale, m_width - left)} * rows;
            m_picture.coverage[start + x]
                = static_cast<std::uint8_t>((sum.coverage + area / 2) / area);
        }
    }
    std::fill(m_sums.begin(), m_sums.end(), Sum{});
}

} // namespace tilewright
