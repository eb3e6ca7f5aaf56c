// WebP files. libwebp encodes a picture in one go, so all of it is in memory meanwhile.
#include <spdlog/fmt/fmt.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include "core/image/picture_encoder.h"
#include "core/image/xmp.h"

namespace tilewright {
namespace {

struct DeleteMux {
    void operator()(WebPMux* mux) const { WebPMuxDelete(mux); }
};

class WebpEncoder : public PictureEncoder {
public:
    WebpEncoder(AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
        : m_file(file), m_header(header), m_options(options)
    {
        WebPMemoryWriterInit(&m_stream);
        WebPDataInit(&m_assembled);
    }
    WebpEncoder(const WebpEncoder&) = delete;
    WebpEncoder& operator=(const WebpEncoder&) = delete;
    ~WebpEncoder() override
    {
        WebPPictureFree(&m_picture);
        WebPMemoryWriterClear(&m_stream);
        WebPDataClear(&m_assembled);
    }

    bool start() override
    {
        if (!WebPPictureInit(&m_picture))
            return fails("WebPPictureInit: another version of the library");
        m_picture.use_argb = 1;
        m_picture.width = static_cast<int>(m_header.width);
        m_picture.height = static_cast<int>(m_header.height);
        if (!WebPPictureAlloc(&m_picture))
            return failsToEncode("WebPPictureAlloc");
        return true;
    }

    bool writeRow(std::uint8_t* row) override
    {
        const std::size_t samples = m_header.format.samples();
        std::uint32_t* to = m_picture.argb + std::ptrdiff_t{m_picture.argb_stride} * m_nextRow++;
        for (std::uint32_t x = 0; x < m_header.width; ++x, row += samples) {
            const std::uint32_t alpha = m_header.format.hasAlpha ? row[3] : 255u;
            *to++ = alpha << 24 | std::uint32_t{row[0]} << 16 | std::uint32_t{row[1]} << 8 | row[2];
        }
        return true;
    }

    bool finish(const std::function<bool(double)>& goesOn) override
    {
        return encode(goesOn) && assemble()
            && m_file.write(
                {reinterpret_cast<const std::byte*>(m_assembled.bytes), m_assembled.size});
    }

    std::string error() const override { return m_error; }
    double shareOfRows() const override { return 0.1; }

private:
    bool fails(std::string error)
    {
        m_error = std::move(error);
        return false;
    }

    bool failsToEncode(const char* function)
    {
        if (m_picture.error_code == VP8_ENC_ERROR_OUT_OF_MEMORY
            || m_picture.error_code == VP8_ENC_ERROR_BITSTREAM_OUT_OF_MEMORY)
            throw std::bad_alloc();
        return fails(fmt::format("{}: error {}", function, int{m_picture.error_code}));
    }

    bool encode(const std::function<bool(double)>& goesOn)
    {
        WebPConfig config{};
        if (!WebPConfigInit(&config))
            return fails("WebPConfigInit: another version of the library");
        config.quality = static_cast<float>(m_options.quality);
        if (m_options.isLossless) {
            constexpr int usualEffort = 6;
            WebPConfigLosslessPreset(&config, usualEffort);
            config.exact = 1; // the colours under what is transparent as well
        } else {
            config.use_sharp_yuv = 1; // grains keep their colour
        }
        m_picture.writer = WebPMemoryWrite;
        m_picture.custom_ptr = &m_stream;
        m_picture.user_data = const_cast<std::function<bool(double)>*>(&goesOn);
        m_picture.progress_hook = [](int percent, const WebPPicture* picture) -> int {
            return (*static_cast<const std::function<bool(double)>*>(picture->user_data))(
                percent / 100.0);
        };
        const bool isEncoded = WebPEncode(&config, &m_picture) != 0;
        WebPPictureFree(&m_picture); // before the file is assembled: it is large
        return isEncoded || failsToEncode("WebPEncode");
    }

    /// The picture with its profile and metadata.
    bool assemble()
    {
        const std::unique_ptr<WebPMux, DeleteMux> mux(WebPMuxNew());
        if (!mux)
            throw std::bad_alloc();
        const std::string xmp
            = xmpPacket(m_options.metadata, {.dotsPerInch = m_options.dotsPerInch});
        const auto add = [&](const char* chunk, const std::uint8_t* bytes, std::size_t size) {
            const WebPData data{bytes, size};
            constexpr int refer = 0; // all lives until the file is assembled
            return size == 0 || WebPMuxSetChunk(mux.get(), chunk, &data, refer) == WEBP_MUX_OK;
        };
        const WebPData picture{m_stream.mem, m_stream.size};
        const bool isAssembled = WebPMuxSetImage(mux.get(), &picture, 0) == WEBP_MUX_OK
            && add("ICCP", m_header.profile.data(), m_header.profile.size())
            && add("XMP ", reinterpret_cast<const std::uint8_t*>(xmp.data()), xmp.size())
            && WebPMuxAssemble(mux.get(), &m_assembled) == WEBP_MUX_OK;
        return isAssembled || fails("WebPMux: the chunks cannot be put together");
    }

    AtomicFile& m_file;
    const PictureHeader& m_header;
    const WriteOptions& m_options;
    std::string m_error;
    WebPPicture m_picture{};
    std::uint32_t m_nextRow = 0;
    WebPMemoryWriter m_stream{};
    WebPData m_assembled{};
};

} // namespace

std::unique_ptr<PictureEncoder> makeWebpEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
{
    return std::make_unique<WebpEncoder>(file, header, options);
}

} // namespace tilewright
