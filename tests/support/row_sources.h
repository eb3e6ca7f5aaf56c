// Pictures as rows, and rows as pictures, for tests.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>
#include <vector>

#include "core/image/image.h"
#include "core/image/row_source.h"

namespace tilewright::test {

/// Rows whose samples a function tells, so that a picture of any size takes no memory.
class FunctionRows : public RowSource {
public:
    /// Value of one sample, 0…255 or 0…65535 as the format has it.
    using Sample = std::function<int(std::uint32_t x, std::uint32_t y, std::size_t channel)>;

    FunctionRows(
        std::uint32_t width, std::uint32_t height, const PixelFormat& format, Sample sample)
        : m_sample(std::move(sample))
    {
        m_header = {width, height, format, {}};
    }

    /// Rows from this one on cannot be read.
    void failFrom(std::uint32_t row) { m_failing = row; }
    std::uint32_t rowsRead() const { return m_row; }

    Expected<void> readRow(std::uint8_t* row) override
    {
        if (m_row >= m_failing)
            return fail(ErrorKind::BadData, "The picture is damaged.");
        for (std::uint32_t x = 0; x < m_header.width; ++x) {
            for (std::size_t i = 0; i < m_header.format.samples(); ++i) {
                const int value = m_sample(x, m_row, i);
                if (m_header.format.bits == 8) {
                    *row++ = static_cast<std::uint8_t>(value);
                } else {
                    const auto sample = static_cast<std::uint16_t>(value);
                    std::memcpy(row, &sample, sizeof sample);
                    row += sizeof sample;
                }
            }
        }
        ++m_row;
        return {};
    }

private:
    Sample m_sample;
    std::uint32_t m_row = 0;
    std::uint32_t m_failing = UINT32_MAX;
};

/// The image has to outlive the rows.
inline FunctionRows rowsOf(const Image& image)
{
    return {static_cast<std::uint32_t>(image.width), static_cast<std::uint32_t>(image.height),
        {ColorModel::Rgb, 8, false},
        [&image](std::uint32_t x, std::uint32_t y, std::size_t channel) {
            return int{image.pixel(static_cast<int>(x), static_cast<int>(y))[channel]};
        }};
}

/// All samples of a picture, row by row.
struct Samples {
    std::uint32_t width = 0, height = 0;
    std::size_t channels = 0;
    std::vector<int> values;

    int at(std::uint32_t x, std::uint32_t y, std::size_t channel = 0) const
    {
        return values[(std::size_t{y} * width + x) * channels + channel];
    }
    bool operator==(const Samples&) const = default;
};

inline Expected<Samples> readAll(RowSource& rows)
{
    const PictureHeader& header = rows.header();
    Samples samples{header.width, header.height, header.format.samples(), {}};
    const std::size_t count = samples.width * samples.channels;
    std::vector<std::uint16_t> row(count);
    for (std::uint32_t y = 0; y < header.height; ++y) {
        auto* bytes = reinterpret_cast<std::uint8_t*>(row.data());
        if (const auto read = rows.readRow(bytes); !read)
            return tl::unexpected(read.error());
        if (header.format.bits == 8)
            samples.values.insert(samples.values.end(), bytes, bytes + count);
        else
            samples.values.insert(samples.values.end(), row.begin(), row.end());
    }
    return samples;
}

} // namespace tilewright::test
