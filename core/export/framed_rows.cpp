#include "core/export/framed_rows.h"

#include <algorithm>

namespace tilewright {
namespace {

constexpr std::uint16_t full = 65535;

std::uint16_t overWhite(std::uint16_t sample, std::uint16_t alpha)
{
    const std::uint32_t sum = std::uint32_t{sample} * alpha + std::uint32_t{full} * (full - alpha);
    return static_cast<std::uint16_t>((sum + full / 2) / full);
}

} // namespace

FramedRows::FramedRows(RowSource& content, const Frame& frame) : m_content(content), m_frame(frame)
{
    m_header.width = content.header().width + frame.left + frame.right;
    m_header.height = content.header().height + frame.top + frame.bottom;
    m_header.format = content.header().format;
    m_header.format.bits = 16;
    m_header.format.hasAlpha = frame.isTransparent;
}

Expected<void> FramedRows::readRow(std::uint8_t* row)
{
    const std::size_t samples = m_header.format.samples(), colors = m_header.format.colors();
    auto* pixel = reinterpret_cast<std::uint16_t*>(row);
    const auto fillGround = [&](std::size_t pixels) {
        // White also where it is transparent, for programs that leave alpha aside.
        for (; pixels > 0; --pixels, pixel += samples) {
            std::fill_n(pixel, colors, full);
            if (m_frame.isTransparent)
                pixel[colors] = 0;
        }
    };

    const std::uint32_t y = m_nextRow++;
    const PictureHeader& content = m_content.header();
    if (y < m_frame.top || y - m_frame.top >= content.height) {
        fillGround(m_header.width);
        return {};
    }
    const auto read = m_contentRow.read(m_content);
    if (!read)
        return tl::unexpected(read.error());

    fillGround(m_frame.left);
    const std::size_t step = content.format.samples();
    const std::uint16_t* source = read->data();
    for (std::uint32_t x = 0; x < content.width; ++x, source += step, pixel += samples) {
        const std::uint16_t alpha = content.format.hasAlpha ? source[colors] : full;
        if (m_frame.isTransparent) {
            std::copy_n(source, colors, pixel);
            pixel[colors] = alpha;
        } else {
            std::transform(source, source + colors, pixel,
                [alpha](std::uint16_t sample) { return overWhite(sample, alpha); });
        }
    }
    fillGround(m_frame.right);
    return {};
}

} // namespace tilewright
