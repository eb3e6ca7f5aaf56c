// What all kinds of picture files have in common while they are read: rows from top to bottom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/image/input_file.h"
#include "core/image/picture.h"
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
};

struct PictureHeader {
    std::uint32_t width = 0, height = 0;
    PixelFormat format;
    std::vector<std::uint8_t> profile; ///< ICC; empty: none
};

/// Takes memory in proportion to the picture only when the first row is asked for, so that the
/// header can be checked before.
class RowReader {
public:
    virtual ~RowReader() = default;
    const PictureHeader& header() const { return m_header; }

    /// Writes the next row, width × format.bytes() bytes. Errors: BadData.
    virtual Expected<void> readRow(std::uint8_t* row) = 0;

    /// 1…8 as in EXIF; known for certain after the last row.
    virtual int orientation() const = 0;

protected:
    PictureHeader m_header;
};

/// One for each kind of file; `file` has to outlive the reader and stands at its beginning.
Expected<std::unique_ptr<RowReader>> openJpeg(const InputFile& file);
Expected<std::unique_ptr<RowReader>> openPng(const InputFile& file);
Expected<std::unique_ptr<RowReader>> openTiff(const InputFile& file);
Expected<std::unique_ptr<RowReader>> openWebp(const InputFile& file);

/// Checks the header against the limits, then reads all rows. `file` is the reader's, for messages.
/// Errors: as readPicture().
Expected<Picture> assemble(const InputFile& file, RowReader& reader, const ReadLimits& limits);

/// The two errors of a reader. `detail` is what the library says.
tl::unexpected<Error> damaged(const InputFile& file, const std::string& detail);
tl::unexpected<Error> unsupported(
    const InputFile& file, const std::string& what, const std::string& advice);

} // namespace tilewright
