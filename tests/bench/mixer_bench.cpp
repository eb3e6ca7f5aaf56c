// From a slider's value to the preview that shows it, end to end: the editor works the mix out, the
// renderer colours the granules on its thread, the picture comes back into the window's thread.
// Beside it the colouring alone, in the same run: what is above that is the window's own.
#include <QCoreApplication>
#include <QEventLoop>
#include <benchmark/benchmark.h>

#include "core/granule/granule_shader.h"
#include "core/support/paths.h"
#include "ui/canvas/preview_renderer.h"
#include "ui/mixer/mix_editor.h"

using namespace tilewright;
using namespace tilewright::ui;

namespace {

Palette rubberPalette()
{
    return Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
}

Mix mixOf(int colors)
{
    const char* const names[] = {"red", "black", "pearl", "sand", "blue", "dark green"};
    std::vector<std::pair<std::string, double>> weights;
    for (int i = 0; i < colors; ++i)
        weights.emplace_back(names[i], 6 - i);
    return Mix::fromWeights(weights).value();
}

/// As the window asks for it while a slider moves.
GranuleSettings previewSettings()
{
    GranuleSettings settings;
    settings.width = settings.height = 512;
    settings.millimetresPerPixel = 500.0 / 512;
    settings.granuleMillimetres = 8;
    return settings;
}

/// A slider that goes to and fro.
int valueOf(int step)
{
    constexpr int span = 600;
    const int at = step * 10 % (2 * span);
    return 200 + (at < span ? at : 2 * span - at);
}

void sliderToPreview(benchmark::State& state)
{
    MixEditor editor(rubberPalette(), mixOf(static_cast<int>(state.range(0))));
    PreviewRenderer renderer(cachingGranuleRender(editor.palette()));
    const GranuleSettings settings = previewSettings();
    QEventLoop loop;
    QObject::connect(&renderer, &PreviewRenderer::rendered, &loop, &QEventLoop::quit);
    QObject::connect(&editor, &MixEditor::draftChanged, &renderer,
        [&] { renderer.request(settings, *editor.design()); });
    int step = 0;
    editor.beginGesture();
    editor.setShare("red", 111); // the granules are laid once
    loop.exec();
    for (auto _ : state) {
        editor.setShare("red", valueOf(step++));
        if (renderer.isBusy())
            loop.exec();
    }
}

void coloringAlone(benchmark::State& state)
{
    const Palette palette = rubberPalette();
    const GranuleShader shader(std::make_shared<const GranuleField>(previewSettings()));
    const Mix start = mixOf(static_cast<int>(state.range(0)));
    int step = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(shader.render(start.withShare("red", valueOf(step++)), palette));
}

} // namespace

BENCHMARK(coloringAlone)->Arg(3)->Arg(6)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sliderToPreview)->Arg(3)->Arg(6)->Unit(benchmark::kMillisecond)->UseRealTime();

int main(int count, char** arguments)
{
    const QCoreApplication application(count, arguments);
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
