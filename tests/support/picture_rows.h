// Pictures made row by row, to be written by tests.
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <iterator>
#include <vector>

#include "core/image/row_source.h"
#include "support/picture_files.h"

namespace tilewright::test {

/// The value of a sample, 0…65535; 8-bit pictures get its upper byte.
using Sample = std::function<unsigned(std::uint32_t x, std::uint32_t y, std::size_t sample)>;

/// No two neighbours alike, in any sample.
inline unsigned speckled(std::uint32_t x, std::uint32_t y, std::size_t sample)
{
    return (x * 9973 + y * 31337 + static_cast<unsigned>(sample) * 15013 + x * y * 257) & 0xffff;
}

inline unsigned smooth(std::uint32_t x, std::uint32_t y, std::size_t sample)
{
    return 8000 + 800 * (x % 48) + 300 * (y % 48) + 2000 * static_cast<unsigned>(sample);
}

class SampleRows : public RowSource {
public:
    SampleRows(std::uint32_t width, std::uint32_t height, const PixelFormat& format,
        Bytes profile = {}, Sample sample = speckled)
        : m_sample(std::move(sample))
    {
        m_header = {width, height, format, std::move(profile)};
    }

    Expected<void> readRow(std::uint8_t* row) override
    {
        if (onRow)
            onRow(m_next);
        if (m_next == failsAt)
            return fail(ErrorKind::BadData, "The source is damaged.");
        for (std::uint32_t x = 0; x < m_header.width; ++x)
            for (std::size_t i = 0; i < m_header.format.samples(); ++i)
                row = put(m_sample(x, m_next, i), row);
        ++m_next;
        return {};
    }

    /// All rows, from the first on.
    Bytes all()
    {
        Bytes bytes(m_header.width * m_header.format.bytes() * m_header.height);
        SampleRows copy = *this;
        copy.m_next = 0;
        for (std::uint8_t* row = bytes.data(); copy.m_next < m_header.height;
             row += m_header.width * m_header.format.bytes())
            static_cast<void>(copy.readRow(row));
        return bytes;
    }

    std::function<void(std::uint32_t y)> onRow; ///< called before a row is given
    std::uint32_t failsAt = UINT32_MAX;

private:
    std::uint8_t* put(unsigned value, std::uint8_t* to) const
    {
        if (m_header.format.bits == 8) {
            *to = static_cast<std::uint8_t>(value >> 8);
            return to + 1;
        }
        const auto sample = static_cast<std::uint16_t>(value);
        std::memcpy(to, &sample, sizeof sample);
        return to + sizeof sample;
    }

    Sample m_sample;
    std::uint32_t m_next = 0;
};

inline Bytes profileOf(ColorModel model)
{
    const cmsCIExyYTRIPLE wide{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
    return model == ColorModel::Grey ? greyProfile(1.8)
        : model == ColorModel::Rgb   ? rgbProfile(wide)
                                     : greyInksProfile();
}

inline std::size_t entriesOf(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(
        std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

} // namespace tilewright::test
