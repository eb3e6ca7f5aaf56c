// TIFF files, written row by row: deflate with horizontal differences, in strips.
#include <algorithm>

#include "core/image/iptc.h"
#include "core/image/picture_encoder.h"
#include "core/image/tiff_file.h"
#include "core/image/xmp.h"

namespace tilewright {
namespace {

constexpr std::size_t stripBytes = std::size_t{256} << 10;
/// Positions in an ordinary file have 32 bits. Noise grows a little by being compressed.
constexpr std::uint64_t mostOfOrdinaryFile = 4'000'000'000;

class TiffEncoder : public PictureEncoder {
public:
    TiffEncoder(AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
        : m_file(file), m_header(header), m_options(options)
    {
    }

    bool start() override
    {
        const std::uint64_t rowBytes = std::uint64_t{m_header.width} * m_header.format.bytes();
        m_tiff = createTiffFile(m_file, rowBytes * m_header.height > mostOfOrdinaryFile, m_error);
        return m_tiff && setForm(rowBytes) && setWords();
    }

    bool writeRow(std::uint8_t* row) override
    {
        return TIFFWriteScanline(m_tiff.get(), row, m_nextRow++, 0) == 1;
    }

    bool finish(const std::function<bool(double)>&) override
    {
        const bool isWritten = TIFFWriteDirectory(m_tiff.get()) == 1;
        m_tiff.reset();
        return isWritten;
    }

    std::string error() const override { return m_error.data(); }

private:
    template <typename... Values> bool set(std::uint32_t tag, Values... values)
    {
        return TIFFSetField(m_tiff.get(), tag, values...) == 1;
    }

    bool setForm(std::uint64_t rowBytes)
    {
        const PixelFormat& format = m_header.format;
        const int photometric = format.model == ColorModel::Grey ? PHOTOMETRIC_MINISBLACK
            : format.model == ColorModel::Rgb                    ? PHOTOMETRIC_RGB
                                                                 : PHOTOMETRIC_SEPARATED;
        const std::uint16_t alpha = EXTRASAMPLE_UNASSALPHA;
        const auto rows = static_cast<std::uint32_t>(
            std::clamp<std::uint64_t>(stripBytes / rowBytes, 1, m_header.height));
        return set(TIFFTAG_IMAGEWIDTH, m_header.width) && set(TIFFTAG_IMAGELENGTH, m_header.height)
            && set(TIFFTAG_BITSPERSAMPLE, format.bits)
            && set(TIFFTAG_SAMPLESPERPIXEL, static_cast<int>(format.samples()))
            && set(TIFFTAG_PHOTOMETRIC, photometric)
            && set(TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG)
            && set(TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT)
            && (!format.hasAlpha || set(TIFFTAG_EXTRASAMPLES, 1, &alpha))
            && (format.model != ColorModel::Cmyk || set(TIFFTAG_INKSET, INKSET_CMYK))
            && set(TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE)
            && set(TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL) && set(TIFFTAG_ROWSPERSTRIP, rows)
            && setResolution() && setBytes(TIFFTAG_ICCPROFILE, m_header.profile);
    }

    bool setResolution()
    {
        const double resolution = m_options.dotsPerInch;
        return resolution <= 0
            || (set(TIFFTAG_XRESOLUTION, resolution) && set(TIFFTAG_YRESOLUTION, resolution)
                && set(TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH));
    }

    bool setWords()
    {
        const PictureMetadata& words = m_options.metadata;
        const std::string xmp = xmpPacket(words);
        return setText(TIFFTAG_IMAGEDESCRIPTION,
                   words.description.empty() ? words.title : words.description)
            && setText(TIFFTAG_SOFTWARE, words.software) && setText(TIFFTAG_ARTIST, words.creator)
            && setText(TIFFTAG_COPYRIGHT, words.copyright)
            && setBytes(TIFFTAG_XMLPACKET, {xmp.begin(), xmp.end()})
            && setBytes(TIFFTAG_RICHTIFFIPTC, iptcRecord(words));
    }

    bool setText(std::uint32_t tag, const std::string& text)
    {
        return text.empty() || set(tag, text.c_str());
    }

    bool setBytes(std::uint32_t tag, std::vector<std::uint8_t> bytes)
    {
        if (bytes.empty())
            return true;
        // libtiff counts IPTC in numbers of four bytes, which readers know.
        const TIFFField* field = TIFFFieldWithTag(m_tiff.get(), tag);
        const auto unit = static_cast<std::size_t>(TIFFDataWidth(TIFFFieldDataType(field)));
        bytes.resize((bytes.size() + unit - 1) / unit * unit);
        return set(tag, static_cast<std::uint32_t>(bytes.size() / unit), bytes.data());
    }

    AtomicFile& m_file;
    const PictureHeader& m_header;
    const WriteOptions& m_options;
    TiffErrorText m_error{};
    TiffHandle m_tiff;
    std::uint32_t m_nextRow = 0;
};

} // namespace

std::unique_ptr<PictureEncoder> makeTiffEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
{
    return std::make_unique<TiffEncoder>(file, header, options);
}

} // namespace tilewright
