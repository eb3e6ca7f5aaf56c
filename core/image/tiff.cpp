// TIFF files: the first page of scans and of what picture editors save.
#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <spdlog/fmt/fmt.h>

#include "core/image/row_reader.h"
#include "core/image/tiff_file.h"

namespace tilewright {
namespace {

constexpr std::uint64_t maximumBandBytes = std::uint64_t{256} << 20;
constexpr int maximumSamples = 16;

class TiffReader : public RowReader {
public:
    explicit TiffReader(const InputFile& file) : m_file(file) { }

    Expected<void> open();
    Expected<void> readRow(std::uint8_t* row) override;
    int orientation() const override { return field<std::uint16_t>(TIFFTAG_ORIENTATION); }

private:
    template <typename T> T field(std::uint32_t tag) const
    {
        T value{};
        TIFFGetFieldDefaulted(m_tiff.get(), tag, &value);
        return value;
    }

    Expected<void> readColorModel();
    Expected<void> readPalette();
    void readAlpha();
    void planBands();
    bool loadBand();
    bool loadTile(std::uint32_t x, std::uint16_t plane);
    bool loadPlane(std::uint16_t plane);
    void spread(const std::uint8_t* from, std::size_t fromRowBytes, std::uint32_t left,
        std::uint32_t columns, std::uint16_t plane);
    void unpackSmall(const std::uint8_t* from, std::uint8_t* row) const;
    template <typename Sample> void unpack(const std::uint8_t* from, std::uint8_t* row) const;

    const InputFile& m_file;
    TiffErrorText m_error{};
    TiffHandle m_tiff;

    int m_bits = 0; ///< per sample: 1, 2, 4, 8 or 16
    std::size_t m_samples = 0; ///< per pixel
    std::size_t m_alpha = 0; ///< index among the samples; 0: none
    bool m_isPremultiplied = false;
    bool m_isInverted = false; ///< grey, and 0 is white
    std::vector<std::array<std::uint8_t, 3>> m_palette;

    // Rows lie in the file in strips or tiles, with the samples of a pixel together or each in a
    // plane of its own. A band is what has to be loaded at once; in it the samples are together.
    bool m_isTiled = false, m_isPlanar = false;
    std::uint32_t m_tileWidth = 0;
    std::uint32_t m_bandHeight = 1;
    std::size_t m_rowBytes = 0;
    std::uint32_t m_nextRow = 0;
    std::vector<std::uint8_t> m_band;
    std::vector<std::uint8_t> m_block; ///< a tile, or a strip of one plane
};

Expected<void> TiffReader::open()
{
    m_tiff = openTiffFile(m_file, m_error);
    if (!m_tiff)
        return damaged(m_file, m_error.data());
    m_header.width = field<std::uint32_t>(TIFFTAG_IMAGEWIDTH);
    m_header.height = field<std::uint32_t>(TIFFTAG_IMAGELENGTH);
    m_bits = field<std::uint16_t>(TIFFTAG_BITSPERSAMPLE);
    m_samples = field<std::uint16_t>(TIFFTAG_SAMPLESPERPIXEL);
    const auto compression = field<std::uint16_t>(TIFFTAG_COMPRESSION);
    if (!TIFFIsCODECConfigured(compression))
        return unsupported(m_file,
            fmt::format("its compression (number {}) is not known here", compression),
            "Save it without compression, or with LZW or ZIP");
    if (const auto read = readColorModel(); !read)
        return read;
    readAlpha();
    std::uint32_t size = 0;
    const std::uint8_t* profile = nullptr;
    if (TIFFGetField(m_tiff.get(), TIFFTAG_ICCPROFILE, &size, &profile) && profile)
        m_header.profile.assign(profile, profile + size);
    return {};
}

Expected<void> TiffReader::readColorModel()
{
    const auto format = field<std::uint16_t>(TIFFTAG_SAMPLEFORMAT);
    const auto isOneOf = [&](std::initializer_list<int> bits) {
        return std::find(bits.begin(), bits.end(), m_bits) != bits.end();
    };
    if ((format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID) || !isOneOf({1, 2, 4, 8, 16})
        || (m_bits < 8 && m_samples != 1) || m_samples < 1 || m_samples > maximumSamples)
        return unsupported(m_file,
            fmt::format("it holds {} numbers of {} bits per pixel{}", m_samples, m_bits,
                format == SAMPLEFORMAT_IEEEFP ? " with a decimal point" : ""),
            "Save it with 8 or 16 bits per channel");
    std::uint16_t photometric = m_samples < 3 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB;
    TIFFGetField(m_tiff.get(), TIFFTAG_PHOTOMETRIC, &photometric);
    m_header.format.bits = std::max(8, m_bits);
    switch (photometric) {
    case PHOTOMETRIC_MINISWHITE:
    case PHOTOMETRIC_MINISBLACK:
        m_isInverted = photometric == PHOTOMETRIC_MINISWHITE;
        m_header.format.model = ColorModel::Grey;
        break;
    case PHOTOMETRIC_PALETTE:
        return readPalette();
    case PHOTOMETRIC_YCBCR:
        if (field<std::uint16_t>(TIFFTAG_COMPRESSION) != COMPRESSION_JPEG)
            return unsupported(
                m_file, "it holds its colours as YCbCr without JPEG", "Save it as RGB");
        TIFFSetField(m_tiff.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        break;
    case PHOTOMETRIC_RGB:
        break;
    case PHOTOMETRIC_SEPARATED:
        if (field<std::uint16_t>(TIFFTAG_INKSET) != INKSET_CMYK)
            return unsupported(m_file, "it has other inks than CMYK", "Save it as RGB");
        m_header.format.model = ColorModel::Cmyk;
        break;
    default:
        return unsupported(m_file,
            fmt::format("its colour model (number {}) is not known here", photometric),
            "Save it as RGB or CMYK");
    }
    if (m_samples < m_header.format.colors())
        return damaged(m_file, "too few samples per pixel");
    return {};
}

Expected<void> TiffReader::readPalette()
{
    std::uint16_t* maps[3] = {};
    if (m_bits > 8 || m_samples != 1
        || !TIFFGetField(m_tiff.get(), TIFFTAG_COLORMAP, &maps[0], &maps[1], &maps[2]))
        return damaged(m_file, "no palette");
    m_header.format = {ColorModel::Rgb, 8, false};
    m_palette.resize(std::size_t{1} << m_bits);
    // Some writers put 8-bit values where the format wants 16.
    const bool isSmall = std::all_of(std::begin(maps), std::end(maps), [&](const auto* map) {
        return std::all_of(map, map + m_palette.size(), [](unsigned value) { return value < 256; });
    });
    for (std::size_t i = 0; i < m_palette.size(); ++i)
        for (std::size_t channel = 0; channel < 3; ++channel)
            m_palette[i][channel]
                = static_cast<std::uint8_t>(isSmall ? maps[channel][i] : maps[channel][i] >> 8);
    return {};
}

/// Samples beyond the colours may be alpha, spot colours or selections: the file says which.
void TiffReader::readAlpha()
{
    std::uint16_t count = 0;
    const std::uint16_t* kinds = nullptr;
    const std::size_t colors = m_header.format.colors();
    if (!m_palette.empty() || !TIFFGetField(m_tiff.get(), TIFFTAG_EXTRASAMPLES, &count, &kinds))
        return;
    for (std::size_t i = 0; i < count && colors + i < m_samples; ++i) {
        if (kinds[i] != EXTRASAMPLE_ASSOCALPHA && kinds[i] != EXTRASAMPLE_UNASSALPHA)
            continue;
        m_alpha = colors + i;
        m_isPremultiplied = kinds[i] == EXTRASAMPLE_ASSOCALPHA;
        m_header.format.hasAlpha = true;
        return;
    }
}

void TiffReader::planBands()
{
    m_isTiled = TIFFIsTiled(m_tiff.get()) != 0;
    m_isPlanar
        = m_samples > 1 && field<std::uint16_t>(TIFFTAG_PLANARCONFIG) == PLANARCONFIG_SEPARATE;
    m_rowBytes
        = (std::size_t{m_header.width} * m_samples * static_cast<std::size_t>(m_bits) + 7) / 8;
    if (m_isTiled) {
        m_tileWidth = field<std::uint32_t>(TIFFTAG_TILEWIDTH);
        m_bandHeight = field<std::uint32_t>(TIFFTAG_TILELENGTH);
    } else if (m_isPlanar) {
        m_bandHeight = std::min(m_header.height, field<std::uint32_t>(TIFFTAG_ROWSPERSTRIP));
    }
}

Expected<void> TiffReader::readRow(std::uint8_t* row)
{
    if (m_band.empty()) {
        planBands();
        const auto block = static_cast<std::uint64_t>(m_isTiled ? TIFFTileSize(m_tiff.get())
                : m_isPlanar                                    ? TIFFStripSize(m_tiff.get())
                                                                : TIFFScanlineSize(m_tiff.get()));
        if (m_bandHeight == 0 || block == 0 || (m_isTiled && m_tileWidth % 16 != 0))
            return damaged(m_file, "a strip or tile of impossible size");
        if (std::uint64_t{m_rowBytes} * m_bandHeight > maximumBandBytes || block > maximumBandBytes)
            return unsupported(m_file, "its strips or tiles are too large",
                "Save it anew, with the channels interleaved");
        m_band.resize(m_rowBytes * m_bandHeight);
        m_block.resize(block);
    }
    if (m_nextRow % m_bandHeight == 0 && !loadBand())
        return damaged(m_file, m_error.data());
    const std::uint8_t* from = m_band.data() + m_nextRow++ % m_bandHeight * m_rowBytes;
    if (m_bits < 8 || !m_palette.empty())
        unpackSmall(from, row);
    else if (m_bits == 8)
        unpack<std::uint8_t>(from, row);
    else
        unpack<std::uint16_t>(from, row);
    return {};
}

bool TiffReader::loadBand()
{
    if (!m_isTiled && !m_isPlanar) {
        if (TIFFReadScanline(m_tiff.get(), m_block.data(), m_nextRow) != 1)
            return false;
        std::copy_n(m_block.data(), std::min(m_rowBytes, m_block.size()), m_band.data());
        return true;
    }
    const auto planes = static_cast<std::uint16_t>(m_isPlanar ? m_samples : 1);
    for (std::uint16_t plane = 0; plane < planes; ++plane) {
        if (!m_isTiled && !loadPlane(plane))
            return false;
        for (std::uint32_t x = 0; m_isTiled && x < m_header.width; x += m_tileWidth)
            if (!loadTile(x, plane))
                return false;
    }
    return true;
}

bool TiffReader::loadPlane(std::uint16_t plane)
{
    const std::uint32_t strip = TIFFComputeStrip(m_tiff.get(), m_nextRow, plane);
    const std::size_t rowBytes = std::size_t{m_header.width} * static_cast<std::size_t>(m_bits) / 8;
    const std::size_t rows = std::min(m_bandHeight, m_header.height - m_nextRow);
    const auto size = static_cast<tmsize_t>(rows * rowBytes);
    if (m_block.size() < rows * rowBytes
        || TIFFReadEncodedStrip(m_tiff.get(), strip, m_block.data(), size) != size)
        return false;
    spread(m_block.data(), rowBytes, 0, m_header.width, plane);
    return true;
}

bool TiffReader::loadTile(std::uint32_t x, std::uint16_t plane)
{
    const std::uint32_t tile = TIFFComputeTile(m_tiff.get(), x, m_nextRow, 0, plane);
    const auto size = static_cast<tmsize_t>(m_block.size());
    if (TIFFReadEncodedTile(m_tiff.get(), tile, m_block.data(), size) != size)
        return false;
    const std::size_t samples = m_isPlanar ? 1 : m_samples;
    const std::size_t rowBytes
        = std::size_t{m_tileWidth} * samples * static_cast<std::size_t>(m_bits) / 8;
    if (m_block.size() < rowBytes * m_bandHeight)
        return false;
    spread(m_block.data(), rowBytes, x, std::min(m_tileWidth, m_header.width - x), plane);
    return true;
}

/// Puts rows of a tile, or of a plane of one sample per pixel, where they belong in the band.
void TiffReader::spread(const std::uint8_t* from, std::size_t fromRowBytes, std::uint32_t left,
    std::uint32_t columns, std::uint16_t plane)
{
    const std::uint32_t rows = std::min(m_bandHeight, m_header.height - m_nextRow);
    const std::size_t pixelBits = m_samples * static_cast<std::size_t>(m_bits);
    for (std::uint32_t y = 0; y < rows; ++y, from += fromRowBytes) {
        std::uint8_t* to = m_band.data() + y * m_rowBytes + left * pixelBits / 8;
        if (!m_isPlanar) {
            std::copy_n(from, (columns * pixelBits + 7) / 8, to);
            continue;
        }
        const std::size_t sampleBytes = static_cast<std::size_t>(m_bits) / 8;
        for (std::size_t x = 0; x < columns; ++x)
            std::copy_n(
                from + x * sampleBytes, sampleBytes, to + (x * m_samples + plane) * sampleBytes);
    }
}

/// One sample of at most 8 bits per pixel: grey or an index into the palette.
void TiffReader::unpackSmall(const std::uint8_t* from, std::uint8_t* row) const
{
    const auto bits = static_cast<std::size_t>(m_bits);
    const unsigned most = (1u << bits) - 1;
    for (std::size_t x = 0; x < m_header.width; ++x) {
        const std::size_t position = x * bits;
        const unsigned value = from[position / 8] >> (8 - bits - position % 8) & most;
        if (m_palette.empty())
            *row++ = static_cast<std::uint8_t>((m_isInverted ? most - value : value) * 255 / most);
        else
            row = std::copy_n(m_palette[value].data(), 3, row);
    }
}

template <typename Sample>
void TiffReader::unpack(const std::uint8_t* from, std::uint8_t* row) const
{
    constexpr unsigned most = std::numeric_limits<Sample>::max();
    const std::size_t colors = m_header.format.colors();
    std::array<Sample, maximumSamples> samples{};
    for (std::size_t x = 0; x < m_header.width; ++x) {
        std::memcpy(samples.data(), from, m_samples * sizeof(Sample));
        from += m_samples * sizeof(Sample);
        const Sample alpha = samples[m_alpha];
        for (std::size_t i = 0; i < colors; ++i) {
            if (m_isPremultiplied && alpha != 0)
                samples[i]
                    = static_cast<Sample>(std::min(most, (samples[i] * most + alpha / 2u) / alpha));
            if (m_isInverted)
                samples[i] = static_cast<Sample>(most - samples[i]);
        }
        if (m_alpha != 0)
            samples[colors] = alpha;
        const std::size_t bytes = m_header.format.bytes();
        std::memcpy(row, samples.data(), bytes);
        row += bytes;
    }
}

} // namespace

Expected<std::unique_ptr<RowReader>> openTiff(const InputFile& file)
{
    auto reader = std::make_unique<TiffReader>(file);
    if (const auto opened = reader->open(); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<RowReader>(std::move(reader));
}

} // namespace tilewright
