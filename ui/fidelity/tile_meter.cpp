#include "ui/fidelity/tile_meter.h"

#include "core/generation/mix_guide.h"
#include "core/generation/model_meter.h"
#include "ui/support/conversion.h"

namespace tilewright::ui {
namespace {

/// With the model's calibration if the model can be found.
Expected<Fidelity> measureWith(const Tile& tile, const Palette& palette, ModelMeter* meter)
{
    const GenerationRequest& request = tile.request;
    const auto whole = (meter ? meter->palette() : palette).with(request.colors);
    if (!whole)
        return tl::unexpected(whole.error());
    const Palette& colors = *whole;
    GranuleSettings granules = request.granules();
    granules.seed = ~granules.seed; // not the picture that is measured
    const Calibration calibration = meter
        ? meter->calibrationFor(request.granules(), request.colors)
        : Calibration::fromGranules(colors, granules);
    if (request.guide == Guide::Mix) {
        const auto guide = MixGuide::create(request, colors);
        if (!guide)
            return tl::unexpected(guide.error());
        return (*guide)->measure(tile.image, colors, calibration);
    }
    const auto design = request.design();
    if (!design)
        return tl::unexpected(design.error());
    std::vector<AskedShare> asked;
    const Mix mix = design->overallMix();
    for (const MixShare& share : mix.shares())
        asked.push_back({share.color, share.percent()});
    return measureFidelity(tile.image, {}, asked, colors, calibration);
}

/// In place of the tile without it; the strip is in order of time, so that is kept.
Expected<void> store(const std::filesystem::path& file, const Tile& tile)
{
    std::error_code error;
    const auto time = std::filesystem::last_write_time(file, error);
    const auto saved = saveTile(file, tile);
    if (saved && !error)
        std::filesystem::last_write_time(file, time, error);
    return saved;
}

} // namespace

Expected<Fidelity> measureTile(const Tile& tile, const Palette& palette)
{
    if (!tile.request.mix)
        return fail(ErrorKind::Usage,
            "This tile was made from a prompt without a mix, so there is nothing to measure it "
            "against.");
    const std::filesystem::path model = tile.request.model;
    std::error_code error;
    if (std::filesystem::is_directory(model, error))
        if (const auto profile = ModelProfile::load(model))
            if (auto meter = ModelMeter::load(model, *profile))
                return measureWith(tile, palette, &*meter);
    return measureWith(tile, palette, nullptr);
}

TileMeter::TileMeter(Palette palette, QObject* parent)
    : QObject(parent), m_palette(std::move(palette))
{
    m_thread.setMaxThreadCount(1);
}

void TileMeter::measure(const TilePointer& tile)
{
    ++m_pending;
    m_thread.start([this, tile, palette = m_palette] {
        TilePointer result;
        QString problem;
        QString storeProblem;
        Expected<Tile> read = loadTile(tile->file);
        const Expected<Fidelity> fidelity
            = read ? measureTile(*read, palette) : tl::unexpected(read.error());
        if (fidelity) {
            read->fidelity = *fidelity;
            result = toLoadedTile(*read, tile->file);
            if (const auto stored = store(tile->file, *read); !stored)
                storeProblem = toQString(stored.error().message);
        } else {
            problem = toQString(fidelity.error().message);
        }
        QMetaObject::invokeMethod(
            this,
            [this, tile, result, problem, storeProblem] {
                --m_pending;
                if (!result) {
                    Q_EMIT failed(tile, problem);
                    return;
                }
                Q_EMIT measured(result);
                if (!storeProblem.isEmpty())
                    Q_EMIT notStored(storeProblem);
            },
            Qt::QueuedConnection);
    });
}

} // namespace tilewright::ui
