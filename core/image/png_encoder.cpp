// PNG files, written row by row.
#include <algorithm>
#include <bit>
#include <cmath>
#include <png.h>

#include "core/image/picture_encoder.h"
#include "core/image/png_error.h"
#include "core/image/xmp.h"

namespace tilewright {
namespace {

constexpr double inchesPerMetre = 1 / 0.0254;

bool isAscii(const std::string& text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// By keyword; those of the PNG specification for what it has one for.
std::map<std::string, std::string> textOf(const PictureMetadata& metadata)
{
    std::map<std::string, std::string> text = metadata.provenance;
    text.emplace("Title", metadata.title);
    text.emplace("Description", metadata.description);
    text.emplace("Author", metadata.creator);
    text.emplace("Copyright", metadata.copyright);
    text.emplace("Software", metadata.software);
    PictureMetadata words = metadata;
    words.provenance.clear(); // has a chunk of its own already
    text.emplace("XML:com.adobe.xmp", xmpPacket(words));
    for (const char* keyword :
        {"Title", "Description", "Author", "Copyright", "Software", "XML:com.adobe.xmp"})
        if (text[keyword].empty())
            text.erase(keyword);
    for (auto& [keyword, value] : text)
        std::erase(value, '\0'); // which PNG cannot hold
    return text;
}

class PngEncoder : public PictureEncoder {
public:
    PngEncoder(AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
        : m_file(file)
        , m_header(header)
        , m_dotsPerMetre(
              static_cast<png_uint_32>(std::llround(options.dotsPerInch * inchesPerMetre)))
        , m_text(textOf(options.metadata))
        , m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, &m_error, onPngError, onPngWarning))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
        for (auto& [keyword, text] : m_text) {
            png_text chunk{};
            // tEXt where that suffices, which more programs read; XMP is iTXt by its specification.
            const bool isPlain = isAscii(text) && keyword != "XML:com.adobe.xmp";
            chunk.compression = isPlain ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
            chunk.key = const_cast<png_charp>(keyword.c_str()); // libpng copies it
            chunk.text = text.data();
            m_chunks.push_back(chunk);
        }
    }
    PngEncoder(const PngEncoder&) = delete;
    PngEncoder& operator=(const PngEncoder&) = delete;
    ~PngEncoder() override { png_destroy_write_struct(&m_png, &m_info); }

    bool start() override
    {
        if (!m_png || !m_info)
            throw std::bad_alloc();
        return writeHeader();
    }

    bool writeRow(std::uint8_t* row) override
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_write_row(m_png, row);
        return true;
    }

    bool finish(const std::function<bool(double)>&) override
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_write_end(m_png, m_info);
        return true;
    }

    std::string error() const override { return m_error.data(); }

private:
    static void append(png_structp png, png_bytep data, png_size_t size)
    {
        auto& file = *static_cast<AtomicFile*>(png_get_io_ptr(png));
        if (!file.write({reinterpret_cast<const std::byte*>(data), size}))
            png_error(png, "the file cannot be written");
    }

    bool writeHeader()
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_set_write_fn(m_png, &m_file, append, nullptr);
        png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        const int color = m_header.format.model == ColorModel::Grey ? 0 : PNG_COLOR_MASK_COLOR;
        const int alpha = m_header.format.hasAlpha ? PNG_COLOR_MASK_ALPHA : 0;
        png_set_IHDR(m_png, m_info, m_header.width, m_header.height, m_header.format.bits,
            color | alpha, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
            PNG_FILTER_TYPE_DEFAULT);
        setColors();
        if (m_dotsPerMetre > 0)
            png_set_pHYs(m_png, m_info, m_dotsPerMetre, m_dotsPerMetre, PNG_RESOLUTION_METER);
        png_set_text(m_png, m_info, m_chunks.data(), static_cast<int>(m_chunks.size()));
        png_write_info(m_png, m_info);
        if (m_header.format.bits == 16 && std::endian::native == std::endian::little)
            png_set_swap(m_png);
        return true;
    }

    void setColors()
    {
        if (m_header.profile.empty()) {
            png_set_sRGB_gAMA_and_cHRM(m_png, m_info, PNG_sRGB_INTENT_PERCEPTUAL);
            return;
        }
        png_set_iCCP(m_png, m_info, "ICC profile", PNG_COMPRESSION_TYPE_BASE,
            m_header.profile.data(), static_cast<png_uint_32>(m_header.profile.size()));
        // libpng would go on without a profile that it does not like.
        if (!png_get_valid(m_png, m_info, PNG_INFO_iCCP))
            png_error(m_png, "the ICC profile is refused");
    }

    AtomicFile& m_file;
    const PictureHeader& m_header;
    png_uint_32 m_dotsPerMetre;
    std::map<std::string, std::string> m_text;
    std::vector<png_text> m_chunks;
    PngErrorText m_error{};
    png_structp m_png;
    png_infop m_info;
};

} // namespace

std::unique_ptr<PictureEncoder> makePngEncoder(
    AtomicFile& file, const PictureHeader& header, const WriteOptions& options)
{
    return std::make_unique<PngEncoder>(file, header, options);
}

} // namespace tilewright
