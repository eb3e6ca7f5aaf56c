#include "fidelity/experiment.h"

#include <cmath>
#include <spdlog/spdlog.h>

#include "core/measure/share_estimator.h"
#include "fidelity/sharpness.h"
#include "inference/pipeline/torch_generator.h"

namespace tilewright::fidelity {
namespace {

/// What a picture is measured by: its own colours. A single one, alone, would always be read as
/// 100 %; it has to hold its own among all of the palette, behind it in the list.
std::vector<AskedShare> rivals(const std::vector<AskedShare>& asked, const Palette& palette)
{
    std::vector<AskedShare> colors = asked;
    if (asked.size() > 1)
        return colors;
    for (const GranuleColor& color : palette.colors()) {
        if (color.name != asked.front().color)
            colors.push_back({color.name, 0});
    }
    return colors;
}

} // namespace

Experiment::Experiment(std::filesystem::path model, ModelProfile profile, ModelMeter meter,
    std::unique_ptr<Generator> generator, std::stop_token stop)
    : m_model(std::move(model))
    , m_profile(std::move(profile))
    , m_meter(std::move(meter))
    , m_generator(std::move(generator))
    , m_stop(std::move(stop))
{
}

Expected<std::unique_ptr<Experiment>> Experiment::create(
    const std::filesystem::path& model, std::stop_token stop)
{
    auto profile = ModelProfile::load(model);
    if (!profile)
        return tl::unexpected(profile.error());
    auto meter = ModelMeter::load(model, *profile);
    if (!meter)
        return tl::unexpected(meter.error());
    inference::TorchGeneratorOptions options;
    options.previewInterval = 0;
    std::unique_ptr<Experiment> experiment(new Experiment(model, std::move(*profile),
        std::move(*meter), inference::makeTorchGenerator(options), std::move(stop)));
    if (auto good = experiment->warmUp(); !good)
        return tl::unexpected(good.error());
    return experiment;
}

Expected<void> Experiment::warmUp()
{
    // Both this meter and the generator's calibrate by the granules of the first request, if they
    // have to, and so alike.
    const auto mix = singleColors(palette(), 1).front();
    auto request = GenerationRequest::forMix(m_profile, m_model.string(), mix);
    request.seed = calibrationSeed;
    const auto tile = generate(request);
    if (!tile)
        return tl::unexpected(tile.error());
    m_provenance = tile->provenance;
    std::error_code error;
    m_isModelCalibrated = std::filesystem::exists(m_model / "calibration.json", error);
    m_calibration = &m_meter.calibrationFor(request.granules());
    m_fromGranules = Calibration::fromGranules(palette(), request.granules());
    return {};
}

Expected<Tile> Experiment::generate(const GenerationRequest& request)
{
    return m_generator->generate(
        request,
        [](const GenerationEvent& event) {
            if (const auto* notice = std::get_if<Notice>(&event))
                spdlog::debug(notice->message);
        },
        m_stop);
}

Expected<const MixGuide*> Experiment::guideFor(const GenerationRequest& request)
{
    if (m_guide && m_guideMix == request.mix && m_guideGranules == request.granules())
        return m_guide.get();
    auto guide = MixGuide::create(request, palette());
    if (!guide)
        return tl::unexpected(guide.error());
    auto reading = read((*guide)->picture(), **guide, Guide::Mix);
    if (!reading)
        return tl::unexpected(reading.error());
    m_guide = std::move(*guide);
    m_guideMix = request.mix;
    m_guideGranules = request.granules();
    m_fieldReading = std::move(*reading);
    m_fieldFinePower = finePower(m_guide->picture());
    return m_guide.get();
}

Expected<Reading> Experiment::read(const Image& picture, const MixGuide& guide, Guide how) const
{
    // The granules of a tile that was made from the prompt alone lie elsewhere.
    auto fidelity = how == Guide::Mix
        ? guide.measure(picture, palette(), *m_calibration)
        : measureFidelity(picture, {}, guide.asked(), palette(), *m_calibration);
    if (!fidelity)
        return tl::unexpected(fidelity.error());
    const auto colors = rivals(guide.asked(), palette());
    if (colors.size() > guide.asked().size()) {
        const auto contested = measureFidelity(picture, {}, colors, palette(), *m_calibration);
        if (!contested)
            return tl::unexpected(contested.error());
        fidelity->colors.front().measured = contested->colors.front().measured;
        fidelity->colors.front().nearest = contested->colors.front().nearest;
    }
    std::vector<std::string> names;
    for (const AskedShare& share : colors)
        names.push_back(share.color);
    const auto crossCheck = estimateShares(picture, {}, m_fromGranules, names);
    if (!crossCheck)
        return tl::unexpected(crossCheck.error());
    double sum = 0;
    for (std::size_t i = 0; i < guide.asked().size(); ++i)
        sum += std::abs(100 * crossCheck->shares[i] - guide.asked()[i].percent);
    return Reading{std::move(*fidelity), sum / static_cast<double>(guide.asked().size())};
}

Expected<TileRecord> Experiment::recordOf(
    const PlannedTile& planned, const Tile& tile, const Image& picture) const
{
    const Guide how = planned.request.guide;
    auto reading = read(picture, *m_guide, how);
    if (!reading)
        return tl::unexpected(reading.error());
    TileRecord record{planned.series, planned.mix, planned.request, std::move(*reading), {}, {}, {},
        tile.provenance.seconds, tile.provenance.attempts};
    if (how == Guide::Mix) {
        record.field = m_fieldReading;
        record.fineDetail = finePower(picture) - m_fieldFinePower;
        record.signalToNoise = peakSignalToNoise(picture, m_guide->picture());
    }
    return record;
}

Expected<std::vector<TileRecord>> Experiment::run(const PlannedTile& planned)
{
    const auto tile = generate(planned.request);
    if (!tile)
        return tl::unexpected(tile.error());
    const auto guide = guideFor(planned.request);
    if (!guide)
        return tl::unexpected(guide.error());
    std::vector<TileRecord> records;
    const auto add = [&](const PlannedTile& how, const Image& picture) -> Expected<void> {
        auto record = recordOf(how, *tile, picture);
        if (!record)
            return tl::unexpected(record.error());
        records.push_back(std::move(*record));
        return {};
    };
    if (auto good = add(planned, tile->image); !good)
        return tl::unexpected(good.error());
    if (planned.series == Series::Trial) {
        PlannedTile tinted = planned;
        tinted.request.retint = 1;
        if (auto good = add(tinted, (*guide)->retinted(tile->image, 1)); !good)
            return tl::unexpected(good.error());
    }
    return records;
}

Expected<Experiment::Pictures> Experiment::pictures(const TileRecord& record)
{
    const auto tile = generate(record.request);
    if (!tile)
        return tl::unexpected(tile.error());
    const auto guide = guideFor(record.request);
    if (!guide)
        return tl::unexpected(guide.error());
    return Pictures{(*guide)->picture(), tile->image};
}

} // namespace tilewright::fidelity
