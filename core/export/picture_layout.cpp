#include "core/export/picture_layout.h"

#include <algorithm>
#include <cmath>

#include "core/export/seamless_cut.h"

namespace tilewright {
namespace {

constexpr double millimetresPerInch = 25.4;

std::uint32_t pixels(double count)
{
    return static_cast<std::uint32_t>(std::max(1.0, std::round(count)));
}

double pixelsPerMillimetre(const ImageExport& settings)
{
    return settings.dotsPerInch / millimetresPerInch;
}

} // namespace

ContentSize contentSize(const TileArea& tile, const Product& product, const ImageExport& settings)
{
    double width = tile.width, height = tile.height;
    if (settings.content == ImageContent::Outline) {
        width = product.lengthMillimetres * pixelsPerMillimetre(settings);
        height = product.widthMillimetres * pixelsPerMillimetre(settings);
    } else if (settings.content == ImageContent::Swatch && !tile.isSeamless
        && settings.enlarging == Enlarging::Resample) {
        width -= seamOverlap(tile.width);
        height -= seamOverlap(tile.height);
    }
    double scale = 1;
    if (settings.size > 0)
        scale = settings.size * (settings.isInMillimetres ? pixelsPerMillimetre(settings) : 1)
            / std::max({width, height, 1.0});
    return {pixels(width * scale), pixels(height * scale)};
}

double contentScale(const TileArea& tile, const Product& product, const ImageExport& settings,
    const ContentSize& content)
{
    const double longer = std::max(content.width, content.height);
    if (settings.content != ImageContent::Outline)
        return longer / std::max({tile.width, tile.height, 1});
    const double millimetres = std::max(product.lengthMillimetres, product.widthMillimetres);
    const double scale = longer / millimetres * tile.millimetresPerPixel;
    if (coversContent(tile, product, settings) || !tile.spansPattern)
        return scale;
    // What cannot go on is drawn larger until it covers the content.
    return std::max(static_cast<double>(content.width) / tile.width,
        static_cast<double>(content.height) / tile.height);
}

bool coversContent(const TileArea& tile, const Product& product, const ImageExport& settings)
{
    constexpr double tolerance = 1; // pixels of the tile
    return settings.content != ImageContent::Outline
        || ((tile.width + tolerance) * tile.millimetresPerPixel >= product.lengthMillimetres
            && (tile.height + tolerance) * tile.millimetresPerPixel >= product.widthMillimetres);
}

PictureLayout layOut(const TileArea& tile, const Product& product, const ImageExport& settings,
    const ContentSize& content)
{
    const ContentSize full = contentSize(tile, product, settings);
    const double reduction = static_cast<double>(std::max(content.width, content.height))
        / std::max(full.width, full.height);
    // Rounded down, so that a preview does not become larger than it was to be.
    const auto rim = [&](double millimetres) {
        const double whole = std::round(millimetres * pixelsPerMillimetre(settings));
        return static_cast<std::uint32_t>(whole * reduction + 1e-6);
    };
    PictureLayout layout;
    layout.content = content;
    layout.bleed = rim(settings.bleedMillimetres);
    layout.margin = rim(settings.marginMillimetres);
    layout.scale = contentScale(tile, product, settings, content);
    Resampling& resampling = layout.resampling;
    resampling.edges = tile.isSeamless ? Edges::Wrap : Edges::Mirror;
    // Sides that would differ from the content's by rounding alone are the content's.
    const auto whole = [&](int side, std::uint32_t contentSide) {
        const double scaled = side * layout.scale;
        return std::abs(scaled - contentSide) <= layout.scale ? contentSide : pixels(scaled);
    };
    resampling.width = whole(tile.width, content.width);
    resampling.height = whole(tile.height, content.height);
    const auto begin = [&](std::uint32_t wholeSide, std::uint32_t contentSide) {
        return static_cast<int>((std::int64_t{wholeSide} - contentSide) / 2)
            - static_cast<int>(layout.bleed);
    };
    resampling.window = Resampling::Window{begin(resampling.width, content.width),
        begin(resampling.height, content.height), content.width + 2 * layout.bleed,
        content.height + 2 * layout.bleed};
    return layout;
}

PlannedSize plannedSize(const Article& article, const ImageExport& settings)
{
    const TileArea tile{article.tile.width, article.tile.height, article.millimetresPerPixel,
        article.isSeamless, false};
    const ContentSize content = contentSize(tile, article.product, settings);
    const PictureLayout layout = layOut(tile, article.product, settings, content);
    return {static_cast<int>(layout.width()), static_cast<int>(layout.height()),
        layout.resampling.width > static_cast<std::uint32_t>(std::max(tile.width, 1))
            || !coversContent(tile, article.product, settings)};
}

} // namespace tilewright
