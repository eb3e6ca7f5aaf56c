// JPEG files, written row by row: baseline, so that nothing of the picture is kept in memory.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/image/iptc.h"
#include "core/image/jpeg_error.h"
#include "core/image/jpeg_segments.h"
#include "core/image/picture_encoder.h"

namespace tilewright {
namespace {

constexpr int fullChromaQuality = 90;

/// Where libjpeg puts its bytes.
struct Destination {
    jpeg_destination_mgr base{}; ///< first, so that libjpeg's pointer to it is one to this
    AtomicFile* file = nullptr;
    std::array<JOCTET, 1 << 16> buffer{};

    explicit Destination(AtomicFile& target) : file(&target)
    {
        base.init_destination = [](j_compress_ptr info) { of(info).rewind(); };
        base.empty_output_buffer = [](j_compress_ptr info) -> boolean {
            of(info).flush(info, of(info).buffer.size());
            of(info).rewind();
            return TRUE;
        };
        base.term_destination = [](j_compress_ptr info) {
            of(info).flush(info, of(info).buffer.size() - of(info).base.free_in_buffer);
        };
    }

    static Destination& of(j_compress_ptr info)
    {
        return *reinterpret_cast<Destination*>(info->dest);
    }

    void rewind()
    {
        base.next_output_byte = buffer.data();
        base.free_in_buffer = buffer.size();
    }

    void flush(j_compress_ptr info, std::size_t size) const
    {
        if (!file->write({reinterpret_cast<const std::byte*>(buffer.data()), size}))
            ERREXIT(info, JERR_FILE_WRITE);
    }
};

class JpegEncoder : public PictureEncoder {
public:
    JpegEncoder(AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
        : m_header(header)
        , m_quality(options.quality)
        , m_density(static_cast<UINT16>(std::lround(options.dotsPerInch)))
        , m_segments(metadataSegments(options.metadata, options.dotsPerInch))
        , m_destination(file)
    {
        m_info.err = &m_errors.base;
    }
    JpegEncoder(const JpegEncoder&) = delete;
    JpegEncoder& operator=(const JpegEncoder&) = delete;
    ~JpegEncoder() override { jpeg_destroy_compress(&m_info); }

    bool start() override { return isDone(writeHeader()); }

    bool writeRow(std::uint8_t* row) override
    {
        // Photoshop stores inks inverted, and everybody followed.
        if (m_header.format.model == ColorModel::Cmyk)
            std::transform(row, row + std::size_t{m_header.width} * 4, row,
                [](std::uint8_t ink) { return static_cast<std::uint8_t>(255 - ink); });
        return isDone(compressRow(row));
    }

    bool finish(const std::function<bool(double)>&) override { return isDone(writeEnd()); }

    std::string error() const override { return m_errors.text.data(); }

private:
    bool isDone(bool isSuccess) const
    {
        if (!isSuccess && m_errors.code == JERR_OUT_OF_MEMORY)
            throw std::bad_alloc();
        return isSuccess;
    }

    bool writeHeader()
    {
        if (setjmp(m_errors.jump))
            return false;
        jpeg_create_compress(&m_info);
        m_info.dest = &m_destination.base;
        m_info.image_width = m_header.width;
        m_info.image_height = m_header.height;
        m_info.input_components = static_cast<int>(m_header.format.samples());
        m_info.in_color_space = m_header.format.model == ColorModel::Grey ? JCS_GRAYSCALE
            : m_header.format.model == ColorModel::Rgb                    ? JCS_RGB
                                                                          : JCS_CMYK;
        jpeg_set_defaults(&m_info); // an Adobe marker for CMYK among them
        jpeg_set_quality(&m_info, m_quality, TRUE);
        if (m_quality >= fullChromaQuality)
            m_info.comp_info[0].h_samp_factor = m_info.comp_info[0].v_samp_factor = 1;
        // Not foreseen for CMYK, but the place where programs look for the resolution.
        m_info.write_JFIF_header = TRUE;
        if (m_density > 0) {
            m_info.density_unit = 1; // inch
            m_info.X_density = m_info.Y_density = m_density;
        }
        jpeg_start_compress(&m_info, TRUE);
        for (const JpegSegment& segment : m_segments)
            jpeg_write_marker(&m_info, JPEG_APP0 + segment.number, segment.data.data(),
                static_cast<unsigned>(segment.data.size()));
        if (!m_header.profile.empty())
            jpeg_write_icc_profile(
                &m_info, m_header.profile.data(), static_cast<unsigned>(m_header.profile.size()));
        return true;
    }

    bool compressRow(JSAMPROW row)
    {
        if (setjmp(m_errors.jump))
            return false;
        return jpeg_write_scanlines(&m_info, &row, 1) == 1;
    }

    bool writeEnd()
    {
        if (setjmp(m_errors.jump))
            return false;
        jpeg_finish_compress(&m_info);
        return true;
    }

    const PictureHeader& m_header;
    int m_quality;
    UINT16 m_density;
    std::vector<JpegSegment> m_segments;
    Destination m_destination;
    JpegErrors m_errors;
    jpeg_compress_struct m_info{};
};

} // namespace

std::unique_ptr<PictureEncoder> makeJpegEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
{
    return std::make_unique<JpegEncoder>(file, header, options);
}

} // namespace tilewright
