#include "core/image/picture.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <spdlog/fmt/fmt.h>
#include <string_view>

#include "core/image/box_scaler.h"
#include "core/image/orientation.h"
#include "core/image/row_reader.h"
#include "core/image/srgb_converter.h"

namespace tilewright {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t longestSide = 1'000'000; // a row of a picture has to fit in memory

using Open = Expected<std::unique_ptr<RowReader>> (*)(const InputFile&);

/// What a file begins with, and at `offset` goes on with.
struct Signature {
    std::string_view start;
    std::size_t offset = 0;
    std::string_view then = {};
    Open open = nullptr; ///< null: known, but not read
    std::string_view name = {};
};

constexpr std::array signatures{
    Signature{"\xff\xd8\xff"sv, 0, {}, openJpeg},
    Signature{"\x89PNG\r\n\x1a\n"sv, 0, {}, openPng},
    Signature{"II*\0"sv, 0, {}, openTiff},
    Signature{"MM\0*"sv, 0, {}, openTiff},
    Signature{"II+\0"sv, 0, {}, openTiff},
    Signature{"MM\0+"sv, 0, {}, openTiff},
    Signature{"RIFF"sv, 8, "WEBP"sv, openWebp},
    Signature{""sv, 4, "ftyphei"sv, nullptr, "a HEIC picture"},
    Signature{""sv, 4, "ftypmif1"sv, nullptr, "a HEIC picture"},
    Signature{""sv, 4, "ftypavif"sv, nullptr, "an AVIF picture"},
    Signature{"GIF8"sv, 0, {}, nullptr, "a GIF picture"},
    Signature{"BM"sv, 6, "\0\0\0\0"sv, nullptr, "a BMP picture"},
    Signature{"8BPS"sv, 0, {}, nullptr, "a Photoshop document"},
    Signature{"%PDF"sv, 0, {}, nullptr, "a PDF document"},
    Signature{"\xff\x0a"sv, 0, {}, nullptr, "a JPEG XL picture"},
    Signature{"\0\0\0\x0cJXL "sv, 0, {}, nullptr, "a JPEG XL picture"},
    Signature{"\0\0\0\x0cjP  "sv, 0, {}, nullptr, "a JPEG 2000 picture"},
};

Expected<std::unique_ptr<RowReader>> openReader(const InputFile& file)
{
    std::array<char, 16> buffer{};
    const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.stream());
    std::rewind(file.stream());
    const std::string_view start(buffer.data(), size);
    const auto has = [&](std::size_t offset, std::string_view bytes) {
        return start.size() >= offset && start.substr(offset).starts_with(bytes);
    };
    const auto* signature = std::find_if(signatures.begin(), signatures.end(),
        [&](const Signature& s) { return has(0, s.start) && has(s.offset, s.then); });
    if (signature == signatures.end())
        return fail(ErrorKind::BadData,
            fmt::format("{} is no picture that can be read. Choose a JPEG, PNG, TIFF or WebP file.",
                file.name()));
    if (!signature->open)
        return unsupported(
            file, fmt::format("it is {}", signature->name), "Save it as JPEG, PNG, TIFF or WebP");
    return signature->open(file);
}

Expected<void> checkSize(
    const InputFile& file, const PictureHeader& header, const ReadLimits& limits)
{
    if (header.width == 0 || header.height == 0)
        return damaged(file, "a side of 0 pixels");
    const bool isTooLong = std::max(header.width, header.height) > longestSide;
    if (isTooLong || std::uint64_t{header.width} * header.height > limits.pixels)
        return unsupported(file,
            fmt::format("it is too large with {} × {} pixels", header.width, header.height),
            fmt::format("Make it smaller; at most {} megapixels, and {} in a row, are read",
                limits.pixels / 1'000'000, longestSide));
    return {};
}

} // namespace

Expected<Picture> assemble(const InputFile& file, RowReader& reader, const ReadLimits& limits)
{
    const PictureHeader& header = reader.header();
    if (const auto checked = checkSize(file, header, limits); !checked)
        return tl::unexpected(checked.error());
    const auto longest = static_cast<int>(std::max(header.width, header.height));
    const int most = std::max(1, limits.longestSide);
    const int scale = (longest - 1) / most + 1;
    const SrgbConverter converter(header.format, header.profile);
    BoxScaler scaler(header.width, header.height, scale, header.format.hasAlpha);
    std::vector<std::uint8_t> row(header.width * header.format.bytes());
    std::vector<std::uint8_t> rgb(std::size_t{header.width} * 3);
    std::vector<std::uint8_t> coverage(header.format.hasAlpha ? header.width : 0);
    for (std::uint32_t y = 0; y < header.height; ++y) {
        if (const auto read = reader.readRow(row.data()); !read)
            return tl::unexpected(read.error());
        converter.convert(row.data(), header.width, rgb.data());
        if (header.format.hasAlpha)
            converter.readCoverage(row.data(), header.width, coverage.data());
        scaler.add(rgb.data(), header.format.hasAlpha ? coverage.data() : nullptr);
    }
    Picture picture = scaler.take();
    if (std::all_of(picture.coverage.begin(), picture.coverage.end(),
            [](std::uint8_t alpha) { return alpha == 255; }))
        picture.coverage.clear();
    return upright(std::move(picture), reader.orientation());
}

tl::unexpected<Error> damaged(const InputFile& file, const std::string& detail)
{
    return fail(ErrorKind::BadData,
        fmt::format("{} is damaged or cut off. Copy it again from where it came, or save it anew.",
            file.name()),
        detail);
}

tl::unexpected<Error> unsupported(
    const InputFile& file, const std::string& what, const std::string& advice)
{
    return fail(
        ErrorKind::BadData, fmt::format("{} cannot be read: {}. {}.", file.name(), what, advice));
}

Expected<Picture> readPicture(const std::filesystem::path& path, const ReadLimits& limits)
{
    try {
        const Expected<InputFile> file = InputFile::open(path);
        if (!file)
            return tl::unexpected(file.error());
        const Expected<std::unique_ptr<RowReader>> reader = openReader(*file);
        if (!reader)
            return tl::unexpected(reader.error());
        return assemble(*file, **reader, limits);
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable,
            fmt::format("There is not enough memory to open {}. Close something and try again.",
                path.string()));
    }
}

} // namespace tilewright
