#include "core/image/png.h"

#include <algorithm>
#include <limits>
#include <new>
#include <spdlog/fmt/fmt.h>
#include <vector>

#include "core/image/png_reader.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

constexpr std::uint64_t maximumPixels = 100'000'000;

bool isAscii(const std::string& text)
{
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

class Writer {
public:
    Writer()
        : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, &m_error, onPngError, onPngWarning))
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

    PngErrorText m_error{};
    std::vector<std::byte> m_bytes;
    png_structp m_png;
    png_infop m_info;
};

/// In the encoded values, as browsers and picture viewers do it.
void layOverWhite(const std::vector<std::uint8_t>& coverage, Image& image)
{
    for (std::size_t i = 0; i < image.rgb.size() && !coverage.empty(); ++i) {
        const unsigned alpha = coverage[i / 3];
        image.rgb[i]
            = static_cast<std::uint8_t>((image.rgb[i] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
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
        const Expected<InputFile> file = InputFile::open(path);
        if (!file)
            return tl::unexpected(file.error());
        const Expected<std::unique_ptr<PngReader>> reader = PngReader::open(*file);
        if (!reader)
            return tl::unexpected(reader.error());
        const ReadLimits limits{
            .longestSide = std::numeric_limits<int>::max(), .pixels = maximumPixels};
        Expected<Picture> picture = assemble(*file, **reader, limits);
        if (!picture)
            return tl::unexpected(picture.error());
        layOverWhite(picture->coverage, picture->image);
        return PngPicture{std::move(picture->image), (*reader)->text()};
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::BadData,
            fmt::format("There is not enough memory to open {}.", path.string()));
    }
}

} // namespace tilewright
