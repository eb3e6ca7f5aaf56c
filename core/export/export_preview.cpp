// How a picture will look, on a screen.
#include <algorithm>
#include <cmath>

#include "core/export/image_export.h"
#include "core/export/tile_pixels.h"

namespace tilewright {
namespace {

using Pixel = std::array<std::uint8_t, 3>;

constexpr Pixel white{255, 255, 255};
constexpr Pixel chequer{216, 216, 216};
constexpr int chequerSide = 8; // pixels
constexpr Pixel trimLine{230, 0, 126}; // magenta, as printers mark what is not printed
constexpr int smallestContent = 1;

/// Content of which the longer side fills what margin and bleed leave of the preview.
ContentSize fitted(const ContentSize& full, std::uint32_t rims, int longest)
{
    const std::uint32_t longer = std::max(full.width, full.height);
    const double reduction = std::min(1.0, static_cast<double>(longest) / (longer + 2 * rims));
    const auto side = [&](std::uint32_t pixels) {
        return static_cast<std::uint32_t>(
            std::max<double>(smallestContent, std::floor(pixels * reduction)));
    };
    return {side(full.width), side(full.height)};
}

Expected<Image> contentImage(const Image& tile, const Resampling& resampling)
{
    ResampledRows rows(tile, resampling);
    Image image(static_cast<int>(rows.header().width), static_cast<int>(rows.header().height));
    std::vector<std::uint16_t> row(rows.header().width * 3);
    for (int y = 0; y < image.height; ++y) {
        if (const auto read = rows.readRow(reinterpret_cast<std::uint8_t*>(row.data())); !read)
            return tl::unexpected(read.error());
        std::transform(row.begin(), row.end(), image.pixel(0, y),
            [](std::uint16_t sample) { return static_cast<std::uint8_t>((sample + 128) / 257); });
    }
    return image;
}

Image framed(const Image& content, int margin, bool isTransparent)
{
    if (margin == 0)
        return content;
    Image image(content.width + 2 * margin, content.height + 2 * margin);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const bool isDark = (x / chequerSide + y / chequerSide) % 2 != 0;
            const Pixel& ground = isTransparent && isDark ? chequer : white;
            std::copy(ground.begin(), ground.end(), image.pixel(x, y));
        }
    }
    for (int y = 0; y < content.height; ++y)
        std::copy_n(content.pixel(0, y), static_cast<std::size_t>(content.width) * 3,
            image.pixel(margin, margin + y));
    return image;
}

/// What will be cut off is paler, beyond a line.
void markBleed(Image& image, int bleed)
{
    if (bleed == 0)
        return;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const int inside = std::min({x, y, image.width - 1 - x, image.height - 1 - y}) - bleed;
            if (inside >= 0)
                continue;
            std::uint8_t* pixel = image.pixel(x, y);
            if (inside == -1)
                std::copy(trimLine.begin(), trimLine.end(), pixel);
            else
                std::transform(pixel, pixel + 3, pixel,
                    [](int level) { return static_cast<std::uint8_t>((level + 255) / 2); });
        }
    }
}

} // namespace

Expected<Image> previewExport(const Article& article, const ImageExport& settings, int longestSide)
{
    if (const auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    const auto converter = ColorConverter::create(settings.color);
    if (!converter)
        return tl::unexpected(converter.error());
    const auto pixels = tilePixels(article, settings, nullptr, [](double) {}, {});
    if (!pixels)
        return tl::unexpected(pixels.error());
    const ContentSize full = contentSize(pixels->area, article.product, settings);
    const PictureLayout planned = layOut(pixels->area, article.product, settings, full);
    const PictureLayout layout = layOut(pixels->area, article.product, settings,
        fitted(full, planned.bleed + planned.margin, std::max(longestSide, smallestContent)));
    auto content = contentImage(pixels->tile.image, layout.resampling);
    if (!content)
        return tl::unexpected(content.error());

    // White paper is proofed with the tile; a transparent ground is nothing that is printed.
    const bool isTransparent = settings.ground == ImageGround::Transparent;
    const int margin = static_cast<int>(layout.margin);
    const bool isProofed = settings.color.space == ColorSpace::Profile;
    if (isProofed && isTransparent)
        *content = (*converter)->softProof(*content);
    Image image = framed(*content, margin, isTransparent);
    if (isProofed && !isTransparent)
        image = (*converter)->softProof(image);
    markBleed(image, static_cast<int>(layout.bleed));
    return image;
}

} // namespace tilewright
