#include "core/library/thumbnail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <spdlog/fmt/fmt.h>

#include "core/color/color.h"
#include "core/image/jpeg_writer.h"
#include "core/image/png.h"
#include "core/library/library.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

constexpr int quality = 85;

/// Which old pixels make up a new one, and how much each counts; the weights sum to 1.
struct Span {
    int first = 0;
    std::vector<float> weights;
};

std::vector<Span> spansOf(int from, int to)
{
    std::vector<Span> spans(static_cast<std::size_t>(to));
    const double step = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        const double begin = i * step, end = (i + 1) * step;
        Span& span = spans[static_cast<std::size_t>(i)];
        span.first = static_cast<int>(begin);
        for (int x = span.first; x < from && x < end; ++x)
            span.weights.push_back(
                static_cast<float>((std::min(end, x + 1.0) - std::max(begin, double(x))) / step));
    }
    return spans;
}

const std::array<float, 256>& lightOfByte()
{
    static const auto table = [] {
        std::array<float, 256> light{};
        for (std::size_t i = 0; i < light.size(); ++i)
            light[i] = static_cast<float>(srgbToLinear(static_cast<double>(i) / 255));
        return light;
    }();
    return table;
}

std::uint8_t byteOfLight(float light)
{
    return static_cast<std::uint8_t>(
        std::lround(std::clamp(linearToSrgb(static_cast<double>(light)), 0.0, 1.0) * 255));
}

} // namespace

Image scaledDown(const Image& image, int side)
{
    const int longest = std::max(image.width, image.height);
    if (longest <= side)
        return image;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(double(length) * side / longest)));
    };
    Image small(scaled(image.width), scaled(image.height));
    const std::vector<Span> columns = spansOf(image.width, small.width);
    const std::vector<Span> rows = spansOf(image.height, small.height);
    const auto& light = lightOfByte();
    const std::size_t width = static_cast<std::size_t>(small.width) * 3;
    std::vector<float> row(width), sum(width);
    for (int y = 0; y < small.height; ++y) {
        std::fill(sum.begin(), sum.end(), 0.0f);
        const Span& lines = rows[static_cast<std::size_t>(y)];
        for (std::size_t line = 0; line < lines.weights.size(); ++line) {
            const std::uint8_t* source = image.pixel(0, lines.first + static_cast<int>(line));
            std::fill(row.begin(), row.end(), 0.0f);
            for (std::size_t x = 0; x < columns.size(); ++x)
                for (std::size_t i = 0; i < columns[x].weights.size(); ++i)
                    for (std::size_t channel = 0; channel < 3; ++channel)
                        row[x * 3 + channel] += columns[x].weights[i]
                            * light[source[(static_cast<std::size_t>(columns[x].first) + i) * 3
                                + channel]];
            for (std::size_t i = 0; i < width; ++i)
                sum[i] += lines.weights[line] * row[i];
        }
        std::transform(sum.begin(), sum.end(), small.pixel(0, y), byteOfLight);
    }
    return small;
}

Expected<void> writeThumbnail(const std::filesystem::path& file, const Image& image, int side)
{
    const auto jpeg = encodeJpeg(scaledDown(image, side), quality);
    if (!jpeg)
        return tl::unexpected(jpeg.error());
    std::error_code ignored; // told by the writing
    std::filesystem::create_directories(file.parent_path(), ignored);
    return writeFileAtomically(file, std::span(*jpeg));
}

Expected<std::filesystem::path> Library::ensureThumbnail(const TileRecord& tile)
{
    if (tile.thumbnail.empty())
        return fail(ErrorKind::BadData,
            fmt::format("{} is not in the index of the library yet. Sweep the library.",
                tile.file.string()));
    std::error_code error;
    if (std::filesystem::is_regular_file(tile.thumbnail, error))
        return tile.thumbnail;
    const auto picture = readPng(tile.file);
    if (!picture)
        return tl::unexpected(picture.error());
    return writeThumbnail(tile.thumbnail, picture->image, thumbnailSide).map([&] {
        return tile.thumbnail;
    });
}

} // namespace tilewright
