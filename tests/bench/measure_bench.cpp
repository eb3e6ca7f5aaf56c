// From a picture to its fidelity, by number of colours, and the parts of it.
#include <benchmark/benchmark.h>

#include "core/granule/granule_shader.h"
#include "core/measure/fidelity_meter.h"
#include "core/measure/nearest_color.h"
#include "core/measure/share_estimator.h"
#include "core/measure/tile_area.h"
#include "core/support/paths.h"

using namespace tilewright;

namespace {

const Palette& palette()
{
    static const Palette bundled
        = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
    return bundled;
}

const Calibration& calibration()
{
    static const Calibration granules = [] {
        GranuleSettings settings;
        settings.seed = 777;
        return Calibration::fromGranules(palette(), settings);
    }();
    return granules;
}

/// A tile of 1024 x 1024 pixels with every fourth colour of the palette.
struct Tile {
    explicit Tile(int count)
    {
        std::vector<std::pair<std::string, double>> weights;
        for (int i = 0; i < count; ++i)
            weights.emplace_back(palette().colors()[static_cast<std::size_t>(4 * i)].name, 1.0 + i);
        const Mix mix = Mix::fromWeights(weights).value();
        GranuleSettings settings;
        settings.width = settings.height = 1024;
        picture = renderGranules(settings, mix, palette()).value();
        for (const MixShare& share : mix.shares()) {
            asked.push_back({share.color, share.percent()});
            names.push_back(share.color);
            colors.push_back(*palette().find(share.color));
        }
    }

    Image picture;
    std::vector<AskedShare> asked;
    std::vector<std::string> names;
    std::vector<GranuleColor> colors;
};

void fidelity(benchmark::State& state)
{
    const Tile tile(static_cast<int>(state.range(0)));
    benchmark::DoNotOptimize(calibration());
    for (auto _ : state)
        benchmark::DoNotOptimize(
            measureFidelity(tile.picture, {}, tile.asked, palette(), calibration()));
}

void mixture(benchmark::State& state)
{
    const Tile tile(static_cast<int>(state.range(0)));
    benchmark::DoNotOptimize(calibration());
    for (auto _ : state)
        benchmark::DoNotOptimize(estimateShares(tile.picture, {}, calibration(), tile.names));
}

void nearest(benchmark::State& state)
{
    const Tile tile(static_cast<int>(state.range(0)));
    const auto area = tileArea(tile.picture);
    for (auto _ : state)
        benchmark::DoNotOptimize(nearestShares(tile.picture, area, tile.colors));
}

void withoutNames(benchmark::State& state)
{
    const Tile tile(static_cast<int>(state.range(0)));
    benchmark::DoNotOptimize(calibration());
    for (auto _ : state)
        benchmark::DoNotOptimize(findColors(tile.picture, {}, calibration()));
}

BENCHMARK(fidelity)->Arg(2)->Arg(3)->Arg(6)->Unit(benchmark::kMillisecond);
BENCHMARK(mixture)->Arg(2)->Arg(6)->Unit(benchmark::kMillisecond);
BENCHMARK(nearest)->Arg(2)->Arg(6)->Unit(benchmark::kMillisecond);
BENCHMARK(withoutNames)->Arg(3)->Arg(6)->Unit(benchmark::kMillisecond);

} // namespace
