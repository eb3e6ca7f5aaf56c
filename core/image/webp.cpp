// WebP files. libwebp decodes a picture in one go; the format's largest is 16383 pixels a side.
#include <algorithm>
#include <spdlog/fmt/fmt.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "core/image/orientation.h"
#include "core/image/row_reader.h"

namespace tilewright {
namespace {

constexpr std::uint64_t maximumFileBytes = std::uint64_t{512} << 20;
constexpr std::uint64_t maximumPixels = 100'000'000;

struct DeleteDemuxer {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};

class WebpReader : public RowReader {
public:
    WebpReader(const InputFile& file, std::vector<std::uint8_t> bytes)
        : m_file(file), m_bytes(std::move(bytes))
    {
    }

    Expected<void> open()
    {
        WebPBitstreamFeatures features{};
        const VP8StatusCode status = WebPGetFeatures(m_bytes.data(), m_bytes.size(), &features);
        if (status != VP8_STATUS_OK)
            return damaged(m_file, fmt::format("WebPGetFeatures: status {}", int{status}));
        if (features.has_animation)
            return unsupported(m_file, "it is an animation", "Save one picture of it");
        m_header.width = static_cast<std::uint32_t>(features.width);
        m_header.height = static_cast<std::uint32_t>(features.height);
        m_header.format.hasAlpha = features.has_alpha != 0;
        if (std::uint64_t{m_header.width} * m_header.height > maximumPixels)
            return unsupported(m_file,
                fmt::format("a WebP picture of {} × {} pixels is too large", m_header.width,
                    m_header.height),
                "Save it as JPEG or PNG, or make it smaller");
        const WebPData data{m_bytes.data(), m_bytes.size()};
        const std::unique_ptr<WebPDemuxer, DeleteDemuxer> demuxer(WebPDemux(&data));
        if (!demuxer)
            return damaged(m_file, "WebPDemux: the file is not complete");
        m_header.profile = chunk(demuxer.get(), "ICCP");
        m_orientation = exifOrientation(chunk(demuxer.get(), "EXIF"));
        return {};
    }

    Expected<void> readRow(std::uint8_t* row) override
    {
        const std::size_t rowBytes = m_header.width * m_header.format.bytes();
        if (m_pixels.empty()) {
            m_pixels.resize(rowBytes * m_header.height);
            const auto decode = m_header.format.hasAlpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto;
            if (!decode(m_bytes.data(), m_bytes.size(), m_pixels.data(), m_pixels.size(),
                    static_cast<int>(rowBytes)))
                return damaged(m_file, "the picture cannot be decoded");
        }
        std::copy_n(m_pixels.data() + m_nextRow++ * rowBytes, rowBytes, row);
        return {};
    }

    int orientation() const override { return m_orientation; }

private:
    static std::vector<std::uint8_t> chunk(const WebPDemuxer* demuxer, const char* name)
    {
        std::vector<std::uint8_t> bytes;
        WebPChunkIterator iterator{};
        if (WebPDemuxGetChunk(demuxer, name, 1, &iterator))
            bytes.assign(iterator.chunk.bytes, iterator.chunk.bytes + iterator.chunk.size);
        WebPDemuxReleaseChunkIterator(&iterator);
        return bytes;
    }

    const InputFile& m_file;
    std::vector<std::uint8_t> m_bytes; ///< the file
    std::vector<std::uint8_t> m_pixels; ///< empty until the first row is asked for
    std::size_t m_nextRow = 0;
    int m_orientation = 1;
};

} // namespace

Expected<std::unique_ptr<RowReader>> openWebp(const InputFile& file)
{
    if (file.size() > maximumFileBytes)
        return unsupported(file,
            fmt::format("a WebP file of {} megabytes is too large", file.size() >> 20),
            "Save it as JPEG or PNG");
    std::vector<std::uint8_t> bytes(file.size());
    if (std::fread(bytes.data(), 1, bytes.size(), file.stream()) != bytes.size())
        return damaged(file, "the file changed or could not be read to its end");
    auto reader = std::make_unique<WebpReader>(file, std::move(bytes));
    if (const auto opened = reader->open(); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<RowReader>(std::move(reader));
}

} // namespace tilewright
