#include "core/image/png.h"

#include <algorithm>
#include <limits>
#include <new>
#include <spdlog/fmt/fmt.h>
#include <vector>

#include "core/image/image_rows.h"
#include "core/image/picture_writer.h"
#include "core/image/png_reader.h"

namespace tilewright {
namespace {

constexpr std::uint64_t maximumPixels = 100'000'000;

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

    for (const auto& [keyword, text] : picture.text)
        if (keyword.empty() || keyword.size() > 79)
            return cannotWrite(fmt::format("\"{}\" is no keyword for text in a PNG", keyword));
    WriteOptions options{.kind = PictureKind::Png, .dotsPerInch = 0, .metadata = {}};
    options.metadata.provenance = picture.text;
    ImageRows rows(image);
    return writePicture(path, rows, options);
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
