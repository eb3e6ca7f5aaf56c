#include "core/image/png_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <spdlog/spdlog.h>
#include <string_view>

#include "core/image/orientation.h"

namespace tilewright {
namespace {

constexpr std::size_t maximumChunkBytes = std::size_t{16} << 20;
constexpr int maximumChunks = 1000;
constexpr std::uint64_t maximumInflation = 1100; // deflate reaches at most 1032 : 1
constexpr std::uint64_t maximumInterlacedBytes = std::uint64_t{512} << 20;

void take(png_structp png, png_bytep data, png_size_t size)
{
    auto* stream = static_cast<std::FILE*>(png_get_io_ptr(png));
    if (std::fread(data, 1, size, stream) != size)
        png_error(png, "the file ends too early");
}

/// Without a profile a file may still say that its values are not encoded as sRGB's are.
bool hasGammaOfItsOwn(png_const_structp png, png_const_infop info, png_fixed_point& gamma)
{
    constexpr png_fixed_point usual = 45455, tolerance = 2500;
    return !png_get_valid(png, info, PNG_INFO_iCCP) && !png_get_valid(png, info, PNG_INFO_sRGB)
        && png_get_gAMA_fixed(png, info, &gamma) && std::abs(gamma - usual) > tolerance;
}

std::string utf8FromLatin1(std::string_view latin1)
{
    std::string utf8;
    for (const char c : latin1) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            utf8 += c;
        } else {
            utf8 += static_cast<char>(0xc0 | byte >> 6);
            utf8 += static_cast<char>(0x80 | (byte & 0x3f));
        }
    }
    return utf8;
}

} // namespace

void onPngError(png_structp png, png_const_charp message)
{
    auto& text = *static_cast<PngErrorText*>(png_get_error_ptr(png));
    std::strncpy(text.data(), message, text.size() - 1);
    png_longjmp(png, 1);
}

void onPngWarning(png_structp, png_const_charp message)
{
    spdlog::debug("libpng: {}", message);
}

PngReader::PngReader(const InputFile& file)
    : m_file(file)
    , m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, &m_error, onPngError, onPngWarning))
    , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
{
}

Expected<std::unique_ptr<PngReader>> PngReader::open(const InputFile& file)
{
    std::unique_ptr<PngReader> reader(new PngReader(file));
    if (!reader->readHeader())
        return damaged(file, reader->m_error.data());
    reader->fillHeader();
    const PictureHeader& header = reader->header();
    // Before memory is taken for a picture that cannot be in so few bytes.
    if (std::uint64_t{png_get_rowbytes(reader->m_png, reader->m_info)} * header.height
        > file.size() * maximumInflation)
        return damaged(file, "the file is too short for its picture");
    return reader;
}

bool PngReader::readHeader()
{
    if (!m_png || !m_info || setjmp(png_jmpbuf(m_png)))
        return false;
    png_set_read_fn(m_png, m_file.stream(), take);
    png_set_user_limits(m_png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_chunk_malloc_max(m_png, maximumChunkBytes);
    png_set_chunk_cache_max(m_png, maximumChunks);
    png_read_info(m_png, m_info);
    png_set_expand(m_png);
    if constexpr (std::endian::native == std::endian::little)
        png_set_swap(m_png);
    png_fixed_point gamma = 0;
    if (hasGammaOfItsOwn(m_png, m_info, gamma))
        png_set_gamma_fixed(m_png, PNG_DEFAULT_sRGB, gamma);
    m_isInterlaced = png_set_interlace_handling(m_png) > 1;
    return true;
}

void PngReader::fillHeader()
{
    m_header.width = png_get_image_width(m_png, m_info);
    m_header.height = png_get_image_height(m_png, m_info);
    const int type = png_get_color_type(m_png, m_info);
    m_header.format.model = type & PNG_COLOR_MASK_COLOR ? ColorModel::Rgb : ColorModel::Grey;
    m_header.format.bits = png_get_bit_depth(m_png, m_info) == 16 ? 16 : 8;
    m_header.format.hasAlpha
        = (type & PNG_COLOR_MASK_ALPHA) || png_get_valid(m_png, m_info, PNG_INFO_tRNS);
    png_charp name = nullptr;
    png_bytep profile = nullptr;
    png_uint_32 size = 0;
    int compression = 0;
    if (png_get_iCCP(m_png, m_info, &name, &compression, &profile, &size))
        m_header.profile.assign(profile, profile + size);
}

Expected<void> PngReader::readRow(std::uint8_t* row)
{
    if (m_isInterlaced) {
        if (m_interlaced.empty())
            if (const auto read = readInterlaced(); !read)
                return read;
        const std::size_t bytes = m_header.width * m_header.format.bytes();
        std::copy_n(m_interlaced.data() + m_nextRow * bytes, bytes, row);
    } else if (!decodeRow(row)) {
        return damaged(m_file, m_error.data());
    }
    if (++m_nextRow == m_header.height && !readEnd())
        return damaged(m_file, m_error.data());
    return {};
}

Expected<void> PngReader::readInterlaced()
{
    const std::size_t bytes = m_header.width * m_header.format.bytes();
    if (bytes * m_header.height > maximumInterlacedBytes)
        return unsupported(m_file, "it is interlaced, and too large for that",
            "Save it as PNG without interlacing");
    m_interlaced.resize(bytes * m_header.height);
    std::vector<png_bytep> rows(m_header.height);
    for (std::size_t y = 0; y < rows.size(); ++y)
        rows[y] = m_interlaced.data() + y * bytes;
    if (!decodeAll(rows.data()))
        return damaged(m_file, m_error.data());
    return {};
}

bool PngReader::decodeRow(std::uint8_t* row)
{
    if (setjmp(png_jmpbuf(m_png)))
        return false;
    png_read_row(m_png, row, nullptr);
    return true;
}

bool PngReader::decodeAll(png_bytepp rows)
{
    if (setjmp(png_jmpbuf(m_png)))
        return false;
    png_read_image(m_png, rows);
    return true;
}

bool PngReader::readEnd()
{
    if (setjmp(png_jmpbuf(m_png)))
        return false;
    png_read_end(m_png, m_info);
    return true;
}

int PngReader::orientation() const
{
    png_bytep exif = nullptr;
    png_uint_32 size = 0;
    return png_get_eXIf_1(m_png, m_info, &size, &exif) ? exifOrientation({exif, size}) : 1;
}

std::map<std::string, std::string> PngReader::text() const
{
    png_textp chunks = nullptr;
    const int count = png_get_text(m_png, m_info, &chunks, nullptr);
    std::map<std::string, std::string> text;
    for (const png_text& chunk : std::span(chunks, static_cast<std::size_t>(count))) {
        const bool isUtf8 = chunk.compression >= PNG_ITXT_COMPRESSION_NONE;
        const std::size_t size = isUtf8 ? chunk.itxt_length : chunk.text_length;
        const std::string_view value(chunk.text ? chunk.text : "", chunk.text ? size : 0);
        text.emplace(
            utf8FromLatin1(chunk.key), isUtf8 ? std::string(value) : utf8FromLatin1(value));
    }
    return text;
}

Expected<std::unique_ptr<RowReader>> openPng(const InputFile& file)
{
    auto reader = PngReader::open(file);
    if (!reader)
        return tl::unexpected(reader.error());
    return std::unique_ptr<RowReader>(std::move(*reader));
}

} // namespace tilewright
