// A gallery of 100,000 tiles: the first page, scrolling, a refresh; beside a plain list view over a
// standard item model with the same rows.
#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QUndoStack>
#include <benchmark/benchmark.h>

#include "core/mix/prompt_format.h"
#include "core/support/paths.h"
#include "support/memory_library.h"
#include "ui/gallery/gallery_view.h"
#include "ui/gallery/tile_cell_delegate.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;

namespace {

constexpr int rows = 100'000;
constexpr int mixes = 2'000;
const QSize windowSize(1600, 1000);

const Palette& palette()
{
    static const Palette bundled
        = Palette::load(resourceFolder() / "palettes" / "rubber-29.json").value();
    return bundled;
}

test::MemoryLibrary& library()
{
    static test::MemoryLibrary store = [] {
        test::MemoryLibrary filled;
        const std::filesystem::path picture
            = std::filesystem::temp_directory_path() / "tilewright-gallery-bench.jpg";
        QImage image(256, 256, QImage::Format_RGB32);
        for (int y = 0; y < 256; ++y)
            for (int x = 0; x < 256; ++x)
                image.setPixel(x, y, qRgb(x * 37 % 256, y * 91 % 256, (x * y) % 256));
        image.save(pathToQString(picture), "jpg", 90);
        for (int i = 0; i < rows; ++i) {
            const auto red = 1 + i % mixes % 999;
            TileRecord tile;
            tile.mix = Mix::fromWeights({{"red", red}, {"black", 1000 - red}}).value();
            tile.mixKey = mixKey(*tile.mix);
            tile.seed = static_cast<std::uint64_t>(1'700'000 + i);
            tile.prompt = "ohwx_rubber_tile, " + tile.mixKey;
            tile.file = "/tiles/tile-" + std::to_string(i) + ".png";
            tile.thumbnail = picture;
            tile.width = tile.height = 1024;
            tile.error = i % 30 / 10.0;
            tile.marks.rating = i % 6;
            filled.add(tile);
        }
        return filled;
    }();
    return store;
}

void waitFor(const std::function<bool()>& isDone)
{
    while (!isDone())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

void show(QWidget& view)
{
    view.resize(windowSize);
    view.show();
    QCoreApplication::processEvents();
}

struct OpenGallery {
    explicit OpenGallery(bool isGrouped)
    {
        show(view);
        TileQuery query;
        query.groupByMix = isGrouped;
        model.setQuery(query);
    }
    bool isSeen(int row) const { return model.recordAt(row) != nullptr; }
    bool hasPictures(int first, int last) const
    {
        for (int row = first; row <= last; ++row)
            if (model.index(row).data(Qt::DecorationRole).isNull())
                return false;
        return true;
    }
    std::pair<int, int> seenRows() const
    {
        const int top = view.verticalScrollBar()->value();
        return view.gridLayout().rowsBetween(top, top + view.viewport()->height());
    }

    QUndoStack undo;
    TileLibrary tiles{library().factory(), undo};
    LibraryModel model{tiles, palette()};
    GalleryView view{model, palette()};
};

/// From the question to a page with all its records, and then with its pictures.
void firstPage(benchmark::State& state)
{
    library();
    for (auto _ : state) {
        OpenGallery gallery(state.range(0) != 0);
        waitFor([&] { return gallery.model.rowCount() == rows && gallery.isSeen(0); });
        gallery.view.viewport()->repaint();
        benchmark::DoNotOptimize(gallery.model.rowCount());
    }
}

void firstPictures(benchmark::State& state)
{
    library();
    for (auto _ : state) {
        OpenGallery gallery(false);
        waitFor([&] {
            const auto [first, last] = gallery.seenRows();
            return gallery.model.rowCount() == rows && gallery.hasPictures(first, last);
        });
    }
}

/// One frame of a scroll through all tiles, a page further each time.
void scrollFrame(benchmark::State& state)
{
    OpenGallery gallery(state.range(0) != 0);
    waitFor([&] { return gallery.model.rowCount() == rows && gallery.isSeen(0); });
    QScrollBar* bar = gallery.view.verticalScrollBar();
    for (auto _ : state) {
        bar->setValue(
            bar->value() + bar->pageStep() < bar->maximum() ? bar->value() + bar->pageStep() : 0);
        gallery.view.viewport()->repaint();
        state.PauseTiming();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        state.ResumeTiming();
    }
}

/// A frame over cells that all have their pictures.
void fullFrame(benchmark::State& state)
{
    OpenGallery gallery(false);
    waitFor([&] {
        const auto [first, last] = gallery.seenRows();
        return gallery.model.rowCount() == rows && gallery.hasPictures(first, last);
    });
    for (auto _ : state)
        gallery.view.viewport()->repaint();
}

/// A new tile comes first: the new list is compared, inserted and laid out.
void refresh(benchmark::State& state)
{
    OpenGallery gallery(false);
    waitFor([&] { return gallery.model.rowCount() == rows; });
    int expected = rows;
    for (auto _ : state) {
        state.PauseTiming();
        TileRecord extra = library().tile(1);
        extra.id = 0;
        extra = library().add(extra);
        state.ResumeTiming();
        gallery.model.refresh();
        waitFor([&] { return gallery.model.rowCount() == expected + 1; });
        state.PauseTiming();
        library().remove(extra.id);
        gallery.model.refresh();
        waitFor([&] { return gallery.model.rowCount() == expected; });
        state.ResumeTiming();
    }
}

/// Plain items with the delegate of the gallery, in a stock list view in icon mode.
void plainFirstPage(benchmark::State& state)
{
    for (auto _ : state) {
        QStandardItemModel model;
        for (int i = 0; i < rows; ++i)
            model.appendRow(new QStandardItem(QString::number(1'700'000 + i)));
        QListView view;
        view.setViewMode(QListView::IconMode);
        view.setUniformItemSizes(true);
        view.setItemDelegate(new TileCellDelegate(GalleryView::defaultSide, &view));
        view.setModel(&model);
        show(view);
        view.viewport()->repaint();
    }
}

void plainScrollFrame(benchmark::State& state)
{
    QStandardItemModel model;
    for (int i = 0; i < rows; ++i)
        model.appendRow(new QStandardItem(QString::number(1'700'000 + i)));
    QListView view;
    view.setViewMode(QListView::IconMode);
    view.setUniformItemSizes(true);
    view.setItemDelegate(new TileCellDelegate(GalleryView::defaultSide, &view));
    view.setModel(&model);
    show(view);
    QScrollBar* bar = view.verticalScrollBar();
    for (auto _ : state) {
        bar->setValue(
            bar->value() + bar->pageStep() < bar->maximum() ? bar->value() + bar->pageStep() : 0);
        view.viewport()->repaint();
    }
}

BENCHMARK(firstPage)
    ->ArgName("grouped")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(firstPictures)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(scrollFrame)
    ->ArgName("grouped")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(fullFrame)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(refresh)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(plainFirstPage)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(plainScrollFrame)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

int main(int count, char** arguments)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(count, arguments);
    benchmark::Initialize(&count, arguments);
    benchmark::RunSpecifiedBenchmarks();
}
