// From a slider's movement to the picture, for every pattern; and what a new geometry costs.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <map>
#include <unistd.h>

#include "core/granule/granule_shader.h"
#include "core/image/png.h"
#include "core/support/paths.h"

using namespace tilewright;

namespace {

const Palette& palette()
{
    static const Palette bundled
        = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
    return bundled;
}

Mix sixColors(int step)
{
    return Mix::fromWeights({{"red", 30 + step}, {"black", 25}, {"pearl", 20}, {"blue", 10},
                                {"yellow", 10}, {"emerald", 5}})
        .value();
}

/// Half a metre, whatever the number of pixels.
GranuleSettings settingsOf(int side)
{
    GranuleSettings settings;
    settings.width = settings.height = side;
    settings.millimetresPerPixel = 500.0 / side;
    settings.seed = 1;
    return settings;
}

const GranuleShader& shaderOf(int side)
{
    static std::map<int, GranuleShader> shaders;
    const auto found = shaders.find(side);
    if (found != shaders.end())
        return found->second;
    return shaders
        .emplace(side, GranuleShader(std::make_shared<const GranuleField>(settingsOf(side))))
        .first->second;
}

TileDesign designOf(PatternKind kind)
{
    Pattern pattern;
    pattern.kind = kind;
    if (kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient)
        pattern.mixes = {Mix::fromWeights({{"white", 60}, {"gray", 40}}).value()};
    if (kind != PatternKind::Mask)
        return TileDesign::create(sixColors(0), pattern).value();
    Image halves(64, 64);
    std::fill(halves.rgb.begin() + static_cast<std::ptrdiff_t>(halves.rgb.size() / 2),
        halves.rgb.end(), std::uint8_t{255});
    const auto file = std::filesystem::temp_directory_path()
        / ("tilewright-bench-" + std::to_string(getpid()) + ".png");
    pattern.mask = file.string();
    pattern.mixes = {Mix::fromWeights({{"white", 60}, {"gray", 40}}).value()};
    const auto design = writePng(
        file, {halves, {}}).and_then([&] { return TileDesign::create(sixColors(0), pattern); });
    std::filesystem::remove(file);
    return design.value();
}

void slider(benchmark::State& state, PatternKind kind)
{
    const GranuleShader& shader = shaderOf(static_cast<int>(state.range(0)));
    const TileDesign design = designOf(kind);
    int step = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            shader.render(design.withMix(0, sixColors(++step % 50)), palette()));
}

void geometry(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(GranuleField(settingsOf(static_cast<int>(state.range(0)))));
}

void gradedGeometry(benchmark::State& state)
{
    GranuleSettings settings = settingsOf(static_cast<int>(state.range(0)));
    settings.fractions = {{4, 6, 30}, {6, 10, 40}, {10, 16, 30}};
    for (auto _ : state)
        benchmark::DoNotOptimize(GranuleField(settings));
}

void lighting(benchmark::State& state)
{
    const auto field
        = std::make_shared<const GranuleField>(settingsOf(static_cast<int>(state.range(0))));
    for (auto _ : state)
        benchmark::DoNotOptimize(GranuleShader(field));
}

#define SIDES Arg(512)->Arg(1024)->Unit(benchmark::kMillisecond)
BENCHMARK_CAPTURE(slider, speckle, PatternKind::Speckle)->SIDES;
BENCHMARK_CAPTURE(slider, flecks, PatternKind::Flecks)->SIDES;
BENCHMARK_CAPTURE(slider, stripes, PatternKind::Stripes)->SIDES;
BENCHMARK_CAPTURE(slider, checks, PatternKind::Checks)->SIDES;
BENCHMARK_CAPTURE(slider, grid, PatternKind::Grid)->SIDES;
BENCHMARK_CAPTURE(slider, linear_gradient, PatternKind::LinearGradient)->SIDES;
BENCHMARK_CAPTURE(slider, radial_gradient, PatternKind::RadialGradient)->SIDES;
BENCHMARK_CAPTURE(slider, mask, PatternKind::Mask)->SIDES;
BENCHMARK(geometry)->SIDES;
BENCHMARK(gradedGeometry)->SIDES;
BENCHMARK(lighting)->SIDES;

} // namespace
