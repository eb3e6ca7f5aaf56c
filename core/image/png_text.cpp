#include "core/image/png_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <zlib.h>

#include "core/image/png.h"
#include "core/image/row_reader.h"

namespace tilewright {
namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";
constexpr std::uint32_t maximumTextBytes = std::uint32_t{16} << 20;
constexpr std::uint32_t maximumSide = 0x7fffffff;

struct Chunk {
    std::uint32_t bytes = 0; ///< of its data
    std::string type;
};

std::uint32_t bigEndian(const char* bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

class ChunkReader {
public:
    explicit ChunkReader(const InputFile& file) : m_file(file) { }

    bool readSignature()
    {
        std::string bytes(signature.size(), '\0');
        return read(bytes) && bytes == signature;
    }

    /// False at the end of the file.
    bool next(Chunk& chunk)
    {
        std::string header(8, '\0');
        if (!read(header))
            return false;
        chunk = {bigEndian(header.data()), header.substr(4)};
        // Data and checksum must lie in the file.
        return m_position + chunk.bytes + 4 <= m_file.size();
    }

    /// Empty when the checksum is wrong.
    std::string data(const Chunk& chunk)
    {
        std::string bytes(chunk.bytes, '\0'), checksum(4, '\0');
        if (!read(bytes) || !read(checksum))
            return {};
        const auto crc = [](uLong start, const std::string& text) {
            return crc32(
                start, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size()));
        };
        return crc(crc(0, chunk.type), bytes) == bigEndian(checksum.data()) ? bytes : std::string();
    }

    bool skip(const Chunk& chunk)
    {
        m_position += std::uint64_t{chunk.bytes} + 4;
        return ::fseeko(m_file.stream(), static_cast<off_t>(m_position), SEEK_SET) == 0;
    }

private:
    bool read(std::string& bytes)
    {
        m_position += bytes.size();
        return std::fread(bytes.data(), 1, bytes.size(), m_file.stream()) == bytes.size();
    }

    const InputFile& m_file;
    std::uint64_t m_position = 0;
};

/// The text of a chunk's data after the keyword; none where it is stored in a way that only a full
/// reader understands (compressed, or not in ASCII).
std::optional<std::string> plainText(const Chunk& chunk, const std::string& data, std::size_t start)
{
    std::string text = data.substr(start);
    if (chunk.type == "tEXt") {
        const bool isAscii = std::all_of(
            text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        return isAscii ? std::optional(text) : std::nullopt;
    }
    // iTXt: compression flag and method, language, translated keyword, text.
    if (chunk.type != "iTXt" || text.size() < 2 || text[0] != 0)
        return std::nullopt;
    std::size_t position = 2;
    for (int field = 0; field < 2; ++field) {
        position = text.find('\0', position);
        if (position == std::string::npos)
            return std::nullopt;
        ++position;
    }
    return text.substr(position);
}

bool hasKeyword(const std::string& data, const std::string& keyword)
{
    return data.size() > keyword.size() && data[keyword.size()] == '\0'
        && data.compare(0, keyword.size(), keyword) == 0;
}

Expected<PngText> readWhole(const std::filesystem::path& path, const std::string& keyword)
{
    const auto picture = readPng(path);
    if (!picture)
        return tl::unexpected(picture.error());
    PngText result{picture->image.width, picture->image.height, {}};
    if (const auto text = picture->text.find(keyword); text != picture->text.end())
        result.text = text->second;
    return result;
}

} // namespace

Expected<PngText> readPngText(const std::filesystem::path& path, const std::string& keyword)
{
    const Expected<InputFile> file = InputFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    ChunkReader reader(*file);
    if (!reader.readSignature())
        return damaged(*file, "no PNG signature");
    PngText result;
    for (Chunk chunk; reader.next(chunk);) {
        if (chunk.type == "IEND") {
            if (result.width == 0)
                return damaged(*file, "there is no header");
            return result;
        }
        const bool isText = chunk.type == "tEXt" || chunk.type == "iTXt" || chunk.type == "zTXt";
        if (chunk.type == "IHDR" && chunk.bytes == 13) {
            const std::string header = reader.data(chunk);
            const std::uint32_t width = header.empty() ? 0 : bigEndian(header.data());
            const std::uint32_t height = header.empty() ? 0 : bigEndian(header.data() + 4);
            if (width == 0 || height == 0 || width > maximumSide || height > maximumSide)
                return damaged(*file, "the header is wrong");
            result.width = static_cast<int>(width);
            result.height = static_cast<int>(height);
        } else if (isText && !result.text && chunk.bytes <= maximumTextBytes) {
            const std::string data = reader.data(chunk);
            if (!hasKeyword(data, keyword))
                continue;
            result.text = plainText(chunk, data, keyword.size() + 1);
            if (!result.text)
                return readWhole(path, keyword);
        } else if (!reader.skip(chunk)) {
            break;
        }
    }
    return damaged(*file, "the file ends too early");
}

} // namespace tilewright
