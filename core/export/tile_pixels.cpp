#include "core/export/tile_pixels.h"

#include <algorithm>
#include <cmath>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>

#include "core/export/seamless_cut.h"

namespace tilewright {
namespace {

bool spansTile(PatternKind kind)
{
    return kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient
        || kind == PatternKind::Mask;
}

TileArea areaOf(const Tile& tile)
{
    return {tile.image.width, tile.image.height, tile.request.millimetresPerPixel,
        tile.request.seamless == SeamlessAxes::XY,
        tile.request.mix && spansTile(tile.request.pattern.kind)};
}

/// What a tile lacks for a picture.
struct Want {
    bool seamless = false;
    bool area = false;
    double scale = 1; ///< pixels of the picture for one of the tile

    bool anything() const { return seamless || area || scale > 1.001; }
};

Want wantOf(const TileArea& area, const Product& product, const ImageExport& settings)
{
    Want want;
    want.seamless = settings.content == ImageContent::Swatch && !area.isSeamless;
    want.area = !area.isSeamless && !coversContent(area, product, settings);
    // As large as if nothing had to be stretched over the content.
    TileArea real = area;
    real.spansPattern = false;
    want.scale = contentScale(real, product, settings, contentSize(real, product, settings));
    return want;
}

GenerationRequest requestFor(
    const Tile& tile, const Want& want, const Product& product, std::string& note)
{
    GenerationRequest request = tile.request;
    request.device = {}; // the one it was made on may be far away
    if (want.seamless)
        request.seamless = SeamlessAxes::XY;
    if (want.area) {
        const auto side = [&](double millimetres) {
            constexpr int liked = 32; // pixels; see GenerationRequest::enlarged()
            return liked
                * static_cast<int>(std::ceil(millimetres / request.millimetresPerPixel / liked));
        };
        request.width = side(product.lengthMillimetres);
        request.height = side(product.widthMillimetres);
    }
    const double possible
        = static_cast<double>(longestGeneratedSide) / std::max(request.width, request.height);
    if (possible < std::max(want.scale, 1.0))
        note = fmt::format(
            "It was made again with {} pixels; the rest is enlarged.", longestGeneratedSide);
    if (const double factor = std::min(want.scale, possible); factor > 1)
        return request.enlarged(factor);
    return request;
}

/// Why a model would not give this tile again; empty: it would.
std::string hindrance(const Tile& tile, const Want& want, const Product& product)
{
    if (tile.request.guide != Guide::Mix)
        return "It was made from its prompt alone, and made again it would be another tile.";
    const double longest
        = std::max(want.area ? std::max(product.lengthMillimetres, product.widthMillimetres)
                    / tile.request.millimetresPerPixel
                             : 0,
            static_cast<double>(std::max(tile.image.width, tile.image.height)));
    const bool onlyEnlarges = !want.seamless && !want.area;
    if (longest > longestGeneratedSide || (onlyEnlarges && longest == longestGeneratedSide))
        return fmt::format("It would need {:.0f} pixels, and models make at most {}.",
            onlyEnlarges ? longest * want.scale : longest, longestGeneratedSide);
    return {};
}

/// Of the way to a tile; phases that cannot be told in parts are passed in one step.
double fractionOf(const GenerationEvent& event)
{
    constexpr double denoiseBegin = 0.1, decodeBegin = 0.8;
    if (const auto* progress = std::get_if<Progress>(&event); progress && progress->units > 0) {
        const double part = static_cast<double>(progress->done) / progress->units;
        if (progress->phase == Phase::Denoise)
            return denoiseBegin + part * (decodeBegin - denoiseBegin);
        if (progress->phase == Phase::Decode)
            return decodeBegin + part * (1 - decodeBegin);
        return progress->phase == Phase::Load ? part * denoiseBegin : 0;
    }
    return 0;
}

/// Leaves the tile as it is, and says why, where it cannot be made again. Errors: Cancelled.
Expected<void> regenerate(TilePixels& pixels, const Want& want, const Product& product,
    Generator& generator, const std::function<void(double)>& progress, const std::stop_token& stop)
{
    pixels.note = hindrance(pixels.tile, want, product);
    if (!pixels.note.empty())
        return {};
    const GenerationRequest request = requestFor(pixels.tile, want, product, pixels.note);
    double reached = 0;
    auto made = generator.generate(
        request,
        [&](const GenerationEvent& event) {
            // An attempt that is made again does not go back.
            reached = std::max(reached, fractionOf(event));
            progress(reached);
        },
        stop);
    if (made) {
        pixels.tile = std::move(*made);
        return {};
    }
    if (made.error().kind == ErrorKind::Cancelled)
        return tl::unexpected(made.error());
    spdlog::warn("Not made again: {} {}", made.error().message, made.error().detail);
    pixels.note = made.error().message;
    return {};
}

} // namespace

Expected<TilePixels> tilePixels(const Article& article, const ImageExport& settings,
    Generator* generator, const std::function<void(double)>& progress, std::stop_token stop)
{
    auto loaded = loadTile(article.tile.file);
    if (!loaded)
        return tl::unexpected(loaded.error());
    TilePixels pixels;
    pixels.tile = std::move(*loaded);
    const Want want = wantOf(areaOf(pixels.tile), article.product, settings);
    if (settings.enlarging == Enlarging::Regenerate && want.anything()) {
        if (!generator)
            pixels.note = "There was no model to make it again.";
        else if (auto done = regenerate(pixels, want, article.product, *generator, progress, stop);
                 !done)
            return tl::unexpected(done.error());
    }
    pixels.area = areaOf(pixels.tile);
    // Repeated as it is, its seams would show; mirrored, its granules would make butterflies.
    const bool repeats = settings.content == ImageContent::Swatch
        || (!coversContent(pixels.area, article.product, settings) && !pixels.area.spansPattern);
    if (repeats && !pixels.area.isSeamless) {
        pixels.tile.image = seamlessCut(pixels.tile.image);
        pixels.area.width = pixels.tile.image.width;
        pixels.area.height = pixels.tile.image.height;
        pixels.area.isSeamless = true;
    }
    return pixels;
}

} // namespace tilewright
