#include "core/image/png.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <png.h>
#include <span>
#include <spdlog/fmt/fmt.h>
#include <vector>

#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

constexpr std::uint64_t maximumPixels = 100'000'000;
constexpr std::size_t maximumFileBytes = std::size_t{512} << 20;
constexpr std::size_t maximumChunkBytes = std::size_t{16} << 20;
constexpr int maximumChunks = 1000;
constexpr std::uint64_t maximumInflation = 1100; // deflate reaches at most 1032 : 1

/// libpng reports errors with longjmp, which must not jump over destructors. So libpng is called
/// only in functions that hold no object with one; what they work on lives in the caller.
using ErrorText = std::array<char, 160>;

[[noreturn]] void onError(png_structp png, png_const_charp message)
{
    auto& text = *static_cast<ErrorText*>(png_get_error_ptr(png));
    std::strncpy(text.data(), message, text.size() - 1);
    png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) { }

bool isAscii(const std::string& text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
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

class Writer {
public:
    Writer()
        : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, &m_error, onError, onWarning))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { png_destroy_write_struct(&m_png, &m_info); }

    bool encode(const Image& image, std::vector<png_text>& text)
    {
        if (!m_png || !m_info || setjmp(png_jmpbuf(m_png)))
            return false;
        png_set_write_fn(m_png, &m_bytes, append, nullptr);
        png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(image.width),
            static_cast<png_uint_32>(image.height), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
            PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_sRGB_gAMA_and_cHRM(m_png, m_info, PNG_sRGB_INTENT_PERCEPTUAL);
        png_set_text(m_png, m_info, text.data(), static_cast<int>(text.size()));
        png_write_info(m_png, m_info);
        for (int y = 0; y < image.height; ++y)
            png_write_row(m_png, image.pixel(0, y));
        png_write_end(m_png, m_info);
        return true;
    }

    const std::vector<std::byte>& bytes() const { return m_bytes; }
    std::string error() const { return m_error.data(); }

private:
    static void append(png_structp png, png_bytep data, png_size_t size)
    {
        auto& bytes = *static_cast<std::vector<std::byte>*>(png_get_io_ptr(png));
        const auto* first = reinterpret_cast<const std::byte*>(data);
        bool isStored = false;
        try {
            bytes.insert(bytes.end(), first, first + size);
            isStored = true;
        } catch (const std::bad_alloc&) {
            // Told below: neither an exception nor longjmp may leave from here.
        }
        if (!isStored)
            png_error(png, "there is not enough memory");
    }

    ErrorText m_error{};
    std::vector<std::byte> m_bytes;
    png_structp m_png;
    png_infop m_info;
};

class Reader {
public:
    explicit Reader(std::string_view file)
        : m_rest(file)
        , m_fileSize(file.size())
        , m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, &m_error, onError, onWarning))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }

    /// Fills the size and the number of channels (3 or 4) that readRows() will give.
    bool readHeader()
    {
        if (!m_png || !m_info || setjmp(png_jmpbuf(m_png)))
            return false;
        png_set_read_fn(m_png, &m_rest, take);
        png_set_user_limits(m_png, maximumPixels, maximumPixels);
        png_set_chunk_malloc_max(m_png, maximumChunkBytes);
        png_set_chunk_cache_max(m_png, maximumChunks);
        png_read_info(m_png, m_info);
        m_width = png_get_image_width(m_png, m_info);
        m_height = png_get_image_height(m_png, m_info);
        if (std::uint64_t{m_width} * m_height > maximumPixels)
            png_error(m_png, "more than 100 megapixels");
        // Before memory is taken for a picture that cannot be in so few bytes.
        if (std::uint64_t{png_get_rowbytes(m_png, m_info)} * m_height
            > m_fileSize * maximumInflation)
            png_error(m_png, "the file is too short for its picture");
        png_set_expand(m_png);
        png_set_scale_16(m_png);
        png_set_gray_to_rgb(m_png);
        png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
        m_channels = png_get_channels(m_png, m_info);
        return true;
    }

    bool readRows(std::vector<png_bytep>& rows)
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_read_image(m_png, rows.data());
        png_read_end(m_png, m_info);
        return true;
    }

    std::uint32_t width() const { return m_width; }
    std::uint32_t height() const { return m_height; }
    std::uint32_t channels() const { return m_channels; }
    std::string error() const { return m_error.data(); }

    std::map<std::string, std::string> text() const
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

private:
    static void take(png_structp png, png_bytep data, png_size_t size)
    {
        auto& rest = *static_cast<std::string_view*>(png_get_io_ptr(png));
        if (size > rest.size())
            png_error(png, "the file ends too early");
        std::memcpy(data, rest.data(), size);
        rest.remove_prefix(size);
    }

    ErrorText m_error{};
    std::string_view m_rest;
    std::uint64_t m_fileSize;
    std::uint32_t m_width = 0, m_height = 0, m_channels = 0;
    png_structp m_png;
    png_infop m_info;
};

/// In the encoded values, as browsers and picture viewers do it.
void layOverWhite(const std::vector<std::uint8_t>& rgba, Image& image)
{
    for (std::size_t from = 0, to = 0; from < rgba.size(); from += 4, to += 3) {
        const unsigned alpha = rgba[from + 3];
        for (std::size_t channel = 0; channel < 3; ++channel)
            image.rgb[to + channel] = static_cast<std::uint8_t>(
                (rgba[from + channel] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

Expected<PngPicture> decode(std::string_view file, const std::filesystem::path& path)
{
    Reader reader(file);
    const auto damaged = [&] {
        return fail(ErrorKind::BadData,
            fmt::format(
                "{} is no PNG picture that can be read: {}.", path.string(), reader.error()));
    };
    if (!reader.readHeader())
        return damaged();
    PngPicture picture;
    picture.image = Image(static_cast<int>(reader.width()), static_cast<int>(reader.height()));
    const bool hasAlpha = reader.channels() == 4;
    std::vector<std::uint8_t> rgba(hasAlpha ? picture.image.rgb.size() / 3 * 4 : 0);
    std::uint8_t* first = hasAlpha ? rgba.data() : picture.image.rgb.data();
    std::vector<png_bytep> rows(reader.height());
    for (std::size_t y = 0; y < rows.size(); ++y)
        rows[y] = first + y * reader.width() * reader.channels();
    if (!reader.readRows(rows))
        return damaged();
    if (hasAlpha)
        layOverWhite(rgba, picture.image);
    picture.text = reader.text();
    return picture;
}

} // namespace

Expected<void> writePng(const std::filesystem::path& path, const PngPicture& picture)
{
    const Image& image = picture.image;
    const auto cannotWrite = [&](const std::string& why) {
        return fail(
            ErrorKind::CannotWrite, fmt::format("Cannot write {}: {}.", path.string(), why));
    };
    if (image.width <= 0 || image.height <= 0
        || image.rgb.size() != Image(image.width, image.height).rgb.size())
        return cannotWrite("there is no picture to write");

    std::map<std::string, std::string> texts = picture.text;
    std::vector<png_text> chunks;
    for (auto& [keyword, text] : texts) {
        if (keyword.empty() || keyword.size() > 79)
            return cannotWrite(fmt::format("\"{}\" is no keyword for text in a PNG", keyword));
        std::erase(text, '\0');
        png_text chunk{};
        chunk.compression = isAscii(text) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        chunk.key = const_cast<png_charp>(keyword.c_str()); // libpng copies it
        chunk.text = text.data();
        chunks.push_back(chunk);
    }
    try {
        Writer writer;
        if (!writer.encode(image, chunks))
            return cannotWrite(writer.error());
        return writeFileAtomically(path, writer.bytes());
    } catch (const std::bad_alloc&) {
        return cannotWrite("there is not enough memory");
    }
}

Expected<PngPicture> readPng(const std::filesystem::path& path)
{
    try {
        const Expected<std::string> file = readTextFile(path, maximumFileBytes);
        if (!file)
            return tl::unexpected(file.error());
        return decode(*file, path);
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::BadData,
            fmt::format("There is not enough memory to open {}.", path.string()));
    }
}

} // namespace tilewright
