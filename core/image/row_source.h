// A picture row by row from the top, so that one of any size passes through little memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

enum class ColorModel { Grey, Rgb, Cmyk };

/// Interleaved samples without padding, in the byte order of the machine. Cmyk: full is full ink.
struct PixelFormat {
    ColorModel model = ColorModel::Rgb;
    int bits = 8; ///< per sample, 8 or 16
    bool hasAlpha = false; ///< the last sample, 0 transparent; the colours are not multiplied by it

    std::size_t colors() const
    {
        return model == ColorModel::Grey ? 1 : model == ColorModel::Rgb ? 3 : 4;
    }
    std::size_t samples() const { return colors() + (hasAlpha ? 1 : 0); }
    std::size_t bytes() const { return samples() * static_cast<std::size_t>(bits) / 8; }
    bool operator==(const PixelFormat&) const = default;
};

struct PictureHeader {
    std::uint32_t width = 0, height = 0; ///< pixels
    PixelFormat format;
    std::vector<std::uint8_t> profile; ///< ICC; empty: none
};

/// What reads a file, what changes rows on their way, what a writer draws from.
class RowSource {
public:
    virtual ~RowSource() = default;
    const PictureHeader& header() const { return m_header; }

    /// Writes the next row, width × format.bytes() bytes. Not to be called more than `height`
    /// times, nor after an error. Errors: BadData, Retryable (not enough memory).
    virtual Expected<void> readRow(std::uint8_t* row) = 0;

protected:
    PictureHeader m_header;
};

} // namespace tilewright
