#include "core/catalog/tile_picture.h"

#include <algorithm>
#include <cmath>
#include <new>

#include <spdlog/fmt/fmt.h>

#include "core/color/light_table.h"
#include "core/export/seamless_cut.h"
#include "core/generation/tile.h"
#include "core/granule/wrap.h"
#include "core/image/area_weights.h"

namespace tilewright {
namespace {

/// One side of the product laid over the same side of the picture.
struct Side {
    int source = 0; ///< pixels of the picture
    double seen = 0; ///< pixels of the picture that the product is long; may be more than there are
    int pixels = 0; ///< of the result

    AreaWeights weights() const
    {
        AreaWeights result;
        result.reserve(static_cast<std::size_t>(pixels));
        const double start = seen < source ? (source - seen) / 2 : 0;
        for (int pixel = 0; pixel < pixels; ++pixel)
            result.add(start + seen * pixel / pixels, start + seen * (pixel + 1) / pixels);
        return result;
    }

    std::size_t pixelAt(int position) const
    {
        return static_cast<std::size_t>(wrapped(position, source));
    }
};

/// A row of the picture, scaled to the result's length, in linear light.
void scaleRow(const Image& tile, std::size_t row, const Side& side, const AreaWeights& weights,
    std::vector<float>& light)
{
    const LightOfByte& lightOf = lightOfByte();
    const std::uint8_t* source = tile.pixel(0, static_cast<int>(row));
    for (int x = 0; x < side.pixels; ++x) {
        const AreaWeights::Pixel pixel = weights[x];
        float sum[3] = {};
        for (int i = 0; i < pixel.count; ++i) {
            const std::uint8_t* rgb = source + side.pixelAt(pixel.first + i) * 3;
            for (int channel = 0; channel < 3; ++channel)
                sum[channel] += pixel.weights[i] * static_cast<float>(lightOf[rgb[channel]]);
        }
        std::copy_n(sum, 3, light.begin() + x * 3);
    }
}

Image scaled(const Image& tile, const Side& across, const Side& down)
{
    const AreaWeights columns = across.weights(), rows = down.weights();
    const ByteOfLight& byteOf = byteOfLight();
    Image result(across.pixels, down.pixels);
    const auto samples = static_cast<std::size_t>(across.pixels) * 3;
    std::vector<float> line(samples), sum(samples);
    for (int y = 0; y < down.pixels; ++y) {
        std::fill(sum.begin(), sum.end(), 0.0f);
        const AreaWeights::Pixel pixel = rows[y];
        for (int i = 0; i < pixel.count; ++i) {
            scaleRow(tile, down.pixelAt(pixel.first + i), across, columns, line);
            for (std::size_t sample = 0; sample < samples; ++sample)
                sum[sample] += pixel.weights[i] * line[sample];
        }
        std::uint8_t* target = result.pixel(0, y);
        for (std::size_t sample = 0; sample < samples; ++sample)
            target[sample] = byteOf[static_cast<std::size_t>(
                std::clamp(sum[sample] + 0.5f, 0.0f, static_cast<float>(lightLevels - 1)))];
    }
    return result;
}

bool covers(const Image& image, const Article& article)
{
    return image.width * article.millimetresPerPixel >= article.product.lengthMillimetres
        && image.height * article.millimetresPerPixel >= article.product.widthMillimetres;
}

/// Patterns of which a part, or two beside each other, would be another pattern.
bool spansTile(const GenerationRequest& request)
{
    const PatternKind kind = request.pattern.kind;
    return kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient
        || kind == PatternKind::Mask;
}

} // namespace

Image productPicture(const Image& tile, double millimetresPerPixel, double lengthMillimetres,
    double widthMillimetres, int longestSide)
{
    if (tile.empty())
        return {};
    const bool isKnown = millimetresPerPixel > 0;
    Side across{tile.width, isKnown ? lengthMillimetres / millimetresPerPixel : tile.width, 0};
    Side down{tile.height, isKnown ? widthMillimetres / millimetresPerPixel : tile.height, 0};
    const double longerSide = std::max(lengthMillimetres, widthMillimetres);
    const double native = lengthMillimetres >= widthMillimetres ? across.seen : down.seen;
    const double pixels = std::clamp(std::round(native), 1.0, static_cast<double>(longestSide));
    across.pixels
        = std::max(1, static_cast<int>(std::lround(pixels * lengthMillimetres / longerSide)));
    down.pixels
        = std::max(1, static_cast<int>(std::lround(pixels * widthMillimetres / longerSide)));
    return scaled(tile, across, down);
}

Expected<Image> productPicture(const Article& article, int longestSide)
{
    const auto tile = loadTile(article.tile.file);
    if (!tile)
        return tl::unexpected(tile.error());
    try {
        const Product& product = article.product;
        const auto picture = [&](const Image& image, double millimetresPerPixel) {
            return productPicture(image, millimetresPerPixel, product.lengthMillimetres,
                product.widthMillimetres, longestSide);
        };
        if (covers(tile->image, article) || article.isSeamless)
            return picture(tile->image, article.millimetresPerPixel);
        if (spansTile(tile->request) || article.millimetresPerPixel <= 0)
            return picture(tile->image, 0);
        return picture(seamlessCut(tile->image), article.millimetresPerPixel);
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::Retryable,
            fmt::format("There is not enough memory for the picture of {}. Choose a smaller size.",
                articleName(article, "en")));
    }
}

} // namespace tilewright
