#include "core/export/wide_row.h"

#include <algorithm>
#include <new>

namespace tilewright {

void widen(std::span<const std::uint8_t> from, std::span<std::uint16_t> to)
{
    std::transform(from.begin(), from.end(), to.begin(),
        [](std::uint8_t sample) { return static_cast<std::uint16_t>(sample * 257); });
}

Expected<std::span<const std::uint16_t>> WideRow::read(RowSource& rows)
{
    const PictureHeader& header = rows.header();
    const std::size_t samples = header.width * header.format.samples();
    m_samples.resize(samples);
    if (header.format.bits == 16) {
        if (const auto read = rows.readRow(reinterpret_cast<std::uint8_t*>(m_samples.data()));
            !read)
            return tl::unexpected(read.error());
        return m_samples;
    }
    m_bytes.resize(samples);
    if (const auto read = rows.readRow(m_bytes.data()); !read)
        return tl::unexpected(read.error());
    widen(m_bytes, m_samples);
    return m_samples;
}

} // namespace tilewright
