#include "core/image/jpeg_writer.h"

#include <cstdlib>

#include "core/image/jpeg_error.h"

namespace tilewright {
namespace {

class JpegWriter {
public:
    JpegWriter() { m_info.err = &m_errors.base; }
    JpegWriter(const JpegWriter&) = delete;
    JpegWriter& operator=(const JpegWriter&) = delete;
    ~JpegWriter()
    {
        jpeg_destroy_compress(&m_info);
        std::free(m_bytes);
    }

    bool encode(const Image& image, int quality)
    {
        if (setjmp(m_errors.jump))
            return false;
        jpeg_create_compress(&m_info);
        jpeg_mem_dest(&m_info, &m_bytes, &m_size);
        m_info.image_width = static_cast<JDIMENSION>(image.width);
        m_info.image_height = static_cast<JDIMENSION>(image.height);
        m_info.input_components = 3;
        m_info.in_color_space = JCS_RGB;
        jpeg_set_defaults(&m_info);
        jpeg_set_quality(&m_info, quality, TRUE);
        jpeg_start_compress(&m_info, TRUE);
        while (m_info.next_scanline < m_info.image_height) {
            auto* row
                = const_cast<JSAMPROW>(image.pixel(0, static_cast<int>(m_info.next_scanline)));
            jpeg_write_scanlines(&m_info, &row, 1);
        }
        jpeg_finish_compress(&m_info);
        return true;
    }

    std::vector<std::byte> bytes() const
    {
        const auto* first = reinterpret_cast<const std::byte*>(m_bytes);
        return {first, first + m_size};
    }
    bool lacksMemory() const { return m_errors.code == JERR_OUT_OF_MEMORY; }
    const char* error() const { return m_errors.text.data(); }

private:
    JpegErrors m_errors;
    jpeg_compress_struct m_info{};
    unsigned char* m_bytes = nullptr; ///< from malloc
    unsigned long m_size = 0;
};

} // namespace

Expected<std::vector<std::byte>> encodeJpeg(const Image& image, int quality)
{
    JpegWriter writer;
    if (image.empty() || !writer.encode(image, quality))
        return fail(writer.lacksMemory() ? ErrorKind::Retryable : ErrorKind::Internal,
            writer.lacksMemory() ? "There is not enough memory to make a JPEG of the picture."
                                 : "The picture could not be written as JPEG.",
            image.empty() ? "there is no picture" : writer.error());
    return writer.bytes();
}

} // namespace tilewright
