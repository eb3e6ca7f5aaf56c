#include "core/export/image_export.h"

#include <algorithm>
#include <optional>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>

#include "core/export/export_name.h"
#include "core/export/framed_rows.h"
#include "core/export/tile_pixels.h"
#include "core/support/atomic_file.h"

namespace tilewright {
namespace {

constexpr std::uint32_t longestSide = 65'500; // pixels; what most programs open
constexpr double pixelsPart = 0.8; // of the time, where a model makes them

PixelFormat formatOf(const ImageExport& settings, ColorModel model)
{
    return {model, settings.bits, settings.ground == ImageGround::Transparent};
}

Expected<void> checkLayout(
    const PictureLayout& layout, const ImageExport& settings, ColorModel model)
{
    if (std::max(layout.width(), layout.height()) > longestSide)
        return fail(ErrorKind::Usage,
            fmt::format("The picture would have {} x {} pixels, and {} on a side are possible; "
                        "choose a smaller size or fewer dots per inch.",
                layout.width(), layout.height(), longestSide));
    return checkPicture(
        settings.kind, {layout.width(), layout.height(), formatOf(settings, model), {}});
}

Expected<void> prepareFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(ErrorKind::CannotWrite,
            fmt::format("The folder {} cannot be made ({}). Choose another one.", folder.string(),
                error.message()));
    return checkWritable(folder / "picture");
}

/// One run of an export.
class Run {
public:
    Run(const ImageExport& settings, const ColorConverter& converter, Generator* generator,
        std::stop_token stop)
        : m_settings(settings)
        , m_converter(converter)
        , m_generator(generator)
        , m_stop(std::move(stop))
    {
    }

    /// Errors: as writePicture() and tilePixels().
    Expected<ExportedFile> write(const Article& article, const std::filesystem::path& file,
        const std::function<void(double)>& progress) const
    {
        double before = 0;
        const auto pixels = tilePixels(
            article, m_settings, m_generator,
            [&](double fraction) { progress(before = pixelsPart * fraction); }, m_stop);
        if (!pixels)
            return tl::unexpected(pixels.error());
        const PictureLayout layout
            = layOut(pixels->area, article.product, m_settings, contentOf(article, *pixels));
        if (const auto checked = checkLayout(layout, m_settings, m_converter.model()); !checked)
            return tl::unexpected(checked.error());

        ResampledRows scaled(pixels->tile.image, layout.resampling);
        const bool isTransparent = m_settings.ground == ImageGround::Transparent;
        std::optional<FramedRows> framed;
        if (layout.margin > 0 || isTransparent)
            framed.emplace(scaled, Frame::around(layout.margin, isTransparent));
        RowSource* const rows = framed ? static_cast<RowSource*>(&*framed) : &scaled;
        const auto converted = m_converter.convert(*rows, m_settings.bits);

        WriteOptions options;
        options.kind = m_settings.kind;
        options.quality = m_settings.quality;
        options.isLossless = m_settings.isLossless;
        options.dotsPerInch = m_settings.dotsPerInch;
        options.metadata = exportMetadata(article, m_settings, pixels->tile);
        const auto written = writePicture(
            file, *converted, options,
            [&](double fraction) { progress(before + (1 - before) * fraction); }, m_stop);
        if (!written)
            return tl::unexpected(written.error());
        constexpr double rounding = 1.001;
        return ExportedFile{
            article.id, file, converted->inkUse(), layout.scale > rounding, pixels->note};
    }

private:
    /// A swatch that had to be cut is still as large as was planned.
    ContentSize contentOf(const Article& article, const TilePixels& pixels) const
    {
        TileArea planned = pixels.area;
        planned.width = article.tile.width;
        planned.height = article.tile.height;
        planned.isSeamless = article.isSeamless;
        return contentSize(planned, article.product, m_settings);
    }

    const ImageExport& m_settings;
    const ColorConverter& m_converter;
    Generator* m_generator;
    std::stop_token m_stop;
};

} // namespace

Expected<ExportReport> exportImages(const std::vector<Article>& articles,
    const ImageExport& settings, const std::filesystem::path& folder, Generator* generator,
    const ExportObserver& observer, std::stop_token stop)
{
    if (const auto checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    const auto converter = ColorConverter::create(settings.color);
    if (!converter)
        return tl::unexpected(converter.error());
    if (const auto fits
        = checkPicture(settings.kind, {1, 1, formatOf(settings, (*converter)->model()), {}});
        !fits)
        return tl::unexpected(fits.error());
    if (const auto prepared = prepareFolder(folder); !prepared)
        return tl::unexpected(prepared.error());

    ExportReport report;
    FileNames names(folder, std::string(suffixOf(settings.kind)), settings.collision);
    const Run run(settings, **converter, generator, stop);
    ExportProgress progress;
    progress.total = articles.size();
    const auto tell = [&](double fraction) {
        progress.fraction = fraction;
        if (observer)
            observer(progress);
    };
    std::optional<Error> end; // what no further file can be written after
    for (const Article& article : articles) {
        if (stop.stop_requested()) {
            report.wasCancelled = true;
            break;
        }
        if (end) {
            report.failures.push_back({article.id, *end});
            continue;
        }
        const auto name = exportName(article, settings, progress.done + 1);
        if (!name)
            return tl::unexpected(name.error());
        if (const auto file = names.next(*name); !file) {
            report.skipped.push_back(article.id);
        } else {
            progress.name = file->filename().string();
            tell(0);
            auto written = run.write(article, *file, tell);
            if (written) {
                report.files.push_back(std::move(*written));
            } else if (written.error().kind == ErrorKind::Cancelled) {
                report.wasCancelled = true;
                break;
            } else {
                spdlog::warn(
                    "{}: {} {}", file->string(), written.error().message, written.error().detail);
                if (written.error().kind == ErrorKind::CannotWrite)
                    end = written.error();
                report.failures.push_back({article.id, std::move(written.error())});
            }
        }
        ++progress.done;
        tell(0);
    }
    return report;
}

} // namespace tilewright
