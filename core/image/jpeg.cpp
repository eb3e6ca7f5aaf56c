// JPEG files: grey, YCbCr, RGB, CMYK and YCCK, baseline and progressive.
#include <algorithm>
#include <cstdlib>
#include <span>

#include "core/image/jpeg_error.h"
#include "core/image/orientation.h"
#include "core/image/row_reader.h"

namespace tilewright {
namespace {

/// A progressive picture is kept whole, as coefficients: 6 bytes per pixel at most, 8 for CMYK.
constexpr long maximumMemory = 1L << 30;
/// Honest files have about ten; each costs a pass over the picture.
constexpr int maximumScans = 200;
constexpr unsigned markerLength = 0xffff;

/// Negative levels are warnings: data is missing or wrong, and libjpeg would fill up with grey.
void onMessage(j_common_ptr info, int level)
{
    if (level >= 0)
        return;
    switch (info->err->msg_code) {
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
    case JWRN_NOT_SEQUENTIAL:
    case JWRN_BOGUS_PROGRESSION:
        JpegErrors::leave(info);
    default: // oddities beside the picture, such as spare bytes between two markers
        break;
    }
}

void onProgress(j_common_ptr info)
{
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > maximumScans) {
        info->err->msg_code = JERR_BAD_PROGRESSION;
        JpegErrors::leave(info);
    }
}

class JpegReader : public RowReader {
public:
    explicit JpegReader(const InputFile& file) : m_file(file)
    {
        m_info.err = &m_errors.base;
        m_errors.base.emit_message = onMessage;
    }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;
    ~JpegReader() override
    {
        jpeg_destroy_decompress(&m_info);
        std::free(m_profile);
    }

    Expected<void> open()
    {
        if (!readHeader())
            return failure();
        m_header.width = m_info.image_width;
        m_header.height = m_info.image_height;
        m_header.format.model = m_info.out_color_space == JCS_GRAYSCALE ? ColorModel::Grey
            : m_info.out_color_space == JCS_CMYK                        ? ColorModel::Cmyk
                                                                        : ColorModel::Rgb;
        m_header.profile.assign(m_profile, m_profile + m_profileSize);
        for (const jpeg_marker_struct* marker = m_info.marker_list; marker; marker = marker->next) {
            const std::span<const std::uint8_t> data(marker->data, marker->data_length);
            if (marker->marker == JPEG_APP0 + 1 && data.size() > 4 && data[0] == 'E'
                && data[1] == 'x')
                m_orientation = exifOrientation(data);
        }
        return {};
    }

    Expected<void> readRow(std::uint8_t* row) override
    {
        if ((!m_isStarted && !start()) || !decodeRow(row))
            return failure();
        // Photoshop stores inks inverted, and everybody followed.
        if (m_info.out_color_space == JCS_CMYK && m_info.saw_Adobe_marker)
            std::transform(row, row + std::size_t{m_header.width} * 4, row,
                [](std::uint8_t ink) { return static_cast<std::uint8_t>(255 - ink); });
        return {};
    }

    int orientation() const override { return m_orientation; }

private:
    bool readHeader()
    {
        if (setjmp(m_errors.jump))
            return false;
        jpeg_create_decompress(&m_info);
        m_info.mem->max_memory_to_use = maximumMemory;
        m_progress.progress_monitor = onProgress;
        m_info.progress = &m_progress;
        jpeg_stdio_src(&m_info, m_file.stream());
        jpeg_save_markers(&m_info, JPEG_APP0 + 1, markerLength);
        jpeg_save_markers(&m_info, JPEG_APP0 + 2, markerLength);
        jpeg_read_header(&m_info, TRUE);
        if (m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK)
            m_info.out_color_space = JCS_CMYK;
        else if (m_info.jpeg_color_space != JCS_GRAYSCALE)
            m_info.out_color_space = JCS_RGB;
        jpeg_read_icc_profile(&m_info, &m_profile, &m_profileSize);
        return true;
    }

    bool start()
    {
        if (setjmp(m_errors.jump))
            return false;
        jpeg_start_decompress(&m_info);
        m_isStarted = true;
        return true;
    }

    bool decodeRow(std::uint8_t* row)
    {
        if (setjmp(m_errors.jump))
            return false;
        return jpeg_read_scanlines(&m_info, &row, 1) == 1;
    }

    tl::unexpected<Error> failure() const
    {
        switch (m_errors.code) {
        case JERR_NO_BACKING_STORE:
        case JERR_OUT_OF_MEMORY:
            return unsupported(m_file, "it is a progressive JPEG picture, and too large for that",
                "Save it as a baseline JPEG or make it smaller");
        case JERR_BAD_PRECISION:
        case JERR_SOF_UNSUPPORTED:
        case JERR_CONVERSION_NOTIMPL:
            return unsupported(m_file,
                "it is a JPEG picture of a rare kind (lossless, or of more than 8 bits)",
                "Save it as an ordinary JPEG, PNG or TIFF");
        default:
            return damaged(m_file, m_errors.text.data());
        }
    }

    const InputFile& m_file;
    JpegErrors m_errors;
    jpeg_progress_mgr m_progress{};
    jpeg_decompress_struct m_info{};
    JOCTET* m_profile = nullptr;
    unsigned m_profileSize = 0;
    bool m_isStarted = false;
    int m_orientation = 1;
};

} // namespace

Expected<std::unique_ptr<RowReader>> openJpeg(const InputFile& file)
{
    auto reader = std::make_unique<JpegReader>(file);
    if (const auto opened = reader->open(); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<RowReader>(std::move(reader));
}

} // namespace tilewright
