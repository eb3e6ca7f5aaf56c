#include <QSignalSpy>
#include <QTest>
#include <semaphore>

#include "studio_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/preview_renderer.h"
#include "ui/canvas/stage.h"

using namespace tilewright;
using namespace tilewright::ui;
using tilewright::test::mixOf;
using tilewright::test::redBlackPearl;

namespace {
/// A picture as wide as the share of red, in per mille: tells which mix it was made from.
Expected<Image> pictureOf(const Mix& mix)
{
    return Image(mix.find("red")->perMille, 1);
}
Mix withRed(int perMille)
{
    return redBlackPearl().withShare("red", perMille);
}
} // namespace

class CanvasTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLatestRequestWins()
    {
        std::counting_semaphore<> mayRender(0);
        std::atomic<int> renders = 0;
        PreviewRenderer renderer([&](const GranuleSettings&, const TileDesign& design) {
            mayRender.acquire();
            ++renders;
            return pictureOf(design.mix());
        });
        QSignalSpy rendered(&renderer, &PreviewRenderer::rendered);
        for (int red = 1; red <= 100; ++red)
            renderer.request({}, withRed(red));
        mayRender.release(100);
        QTRY_VERIFY(!renderer.isBusy());
        QVERIFY2(renders <= 3, "requests that waited were replaced");
        QCOMPARE(rendered.back()[0].value<QImage>().width(), 100);
    }

    void picturesOfAnotherGeometryAreDropped()
    {
        std::counting_semaphore<> mayRender(0);
        std::binary_semaphore isRendering(0);
        PreviewRenderer renderer([&](const GranuleSettings&, const TileDesign& design) {
            isRendering.release();
            mayRender.acquire();
            return pictureOf(design.mix());
        });
        QSignalSpy rendered(&renderer, &PreviewRenderer::rendered);
        renderer.request({}, withRed(200));
        isRendering.acquire();
        GranuleSettings other;
        other.seed = 9;
        renderer.request(other, withRed(300));
        mayRender.release(2);
        QTRY_VERIFY(!renderer.isBusy());
        QCOMPARE(rendered.count(), 1);
        QCOMPARE(rendered[0][0].value<QImage>().width(), 300);
    }

    void anotherPaletteIsUsedFromNowOn()
    {
        const Palette palette = test::rubberPalette();
        const Mix sea = Mix::fromWeights({{"sea", 1}}).value();
        PreviewRenderer renderer(cachingGranuleRender(palette));
        QSignalSpy failed(&renderer, &PreviewRenderer::failed);
        QSignalSpy rendered(&renderer, &PreviewRenderer::rendered);
        renderer.request({}, sea);
        QTRY_COMPARE(failed.count(), 1);
        renderer.setRender(
            cachingGranuleRender(palette.with({GranuleColor::of("sea", {0, 96, 138})}).value()));
        renderer.request({}, sea);
        QTRY_COMPARE(rendered.count(), 1);
        QCOMPARE(failed.count(), 1);
    }

    void aFailureIsTold()
    {
        PreviewRenderer renderer([](const GranuleSettings&, const TileDesign&) -> Expected<Image> {
            return fail(ErrorKind::Usage, "No such colour.");
        });
        QSignalSpy failed(&renderer, &PreviewRenderer::failed);
        renderer.request({}, redBlackPearl());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("No such colour."));
    }

    void destroyedWhileRendering()
    {
        std::binary_semaphore isRendering(0);
        std::counting_semaphore<> mayRender(0);
        auto renderer = std::make_unique<PreviewRenderer>(
            [&](const GranuleSettings&, const TileDesign& design) {
                isRendering.release();
                mayRender.acquire();
                return pictureOf(design.mix());
            });
        renderer->request({}, redBlackPearl());
        isRendering.acquire();
        mayRender.release();
        renderer.reset();
        QCoreApplication::processEvents();
    }

    void theRealRendererFollowsTheMix()
    {
        PreviewRenderer renderer(cachingGranuleRender(test::rubberPalette()));
        QSignalSpy rendered(&renderer, &PreviewRenderer::rendered);
        GranuleSettings settings;
        settings.width = settings.height = 64;
        renderer.request(settings, mixOf({{"red", 1}}));
        QTRY_COMPARE(rendered.count(), 1);
        renderer.request(settings, mixOf({{"blue", 1}}));
        QTRY_COMPARE(rendered.count(), 2);
        const QColor red = rendered[0][0]
                               .value<QImage>()
                               .scaled(1, 1, {}, Qt::SmoothTransformation)
                               .pixelColor(0, 0);
        const QColor blue = rendered[1][0]
                                .value<QImage>()
                                .scaled(1, 1, {}, Qt::SmoothTransformation)
                                .pixelColor(0, 0);
        QVERIFY(red.red() > red.blue());
        QVERIFY(blue.blue() > blue.red());
    }

    void thePictureFitsAndZooms()
    {
        Canvas canvas;
        canvas.resize(800, 600);
        QImage picture(2000, 1000, QImage::Format_RGB32);
        picture.fill(Qt::red);
        canvas.show(picture, QStringLiteral("Tile"));
        const QRectF fitted = canvas.pictureRect();
        QVERIFY(QRectF(canvas.rect()).contains(fitted));
        QVERIFY(std::abs(fitted.width() - 2 * fitted.height()) <= 2);
        QVERIFY(canvas.isFitted());
        canvas.toggleZoom();
        QVERIFY(!canvas.isFitted());
        QCOMPARE(canvas.pictureRect().size() * canvas.devicePixelRatioF(), QSizeF(2000, 1000));
        canvas.toggleZoom();
        QCOMPARE(canvas.pictureRect(), fitted);
        QCOMPARE(canvas.accessibleName(), QStringLiteral("Tile"));
    }

    void aStepTakesThePlaceOfTheTile()
    {
        Canvas canvas;
        canvas.resize(800, 600);
        canvas.show(QImage(512, 512, QImage::Format_RGB32), QStringLiteral("Tile"));
        const QRectF tile = canvas.pictureRect();
        canvas.show(QImage(64, 64, QImage::Format_RGB32), QStringLiteral("Step"), {512, 512});
        QCOMPARE(canvas.pictureRect(), tile);
        QVERIFY(!canvas.grab().isNull());
    }

    void stageTogglesBetweenPreviewAndPhotograph()
    {
        Stage stage;
        QSignalSpy pictures(&stage, &Stage::pictureChanged);
        stage.setPreview(QImage(8, 8, QImage::Format_RGB32), {8, 8});
        QCOMPARE(stage.canvas()->label(), QStringLiteral("Preview"));
        stage.toggleView();
        QCOMPARE(stage.view(), Stage::View::Preview);
        stage.setView(Stage::View::Photograph);
        JobStatus status;
        status.done = 3;
        status.units = 8;
        status.size = {64, 64};
        stage.setStep(status, QImage(8, 8, QImage::Format_RGB32));
        QCOMPARE(stage.canvas()->label(), QStringLiteral("Step 3 of 8"));
        QCOMPARE(pictures.back()[0].toBool(), false);
        stage.dropStep();
        QCOMPARE(stage.canvas()->label(), QStringLiteral("Preview"));
        LoadedTile tile;
        tile.image = QImage(64, 64, QImage::Format_RGB32);
        tile.provenance.draft = true;
        stage.setTile(std::make_shared<LoadedTile>(tile));
        QVERIFY(stage.canvas()->label().startsWith(QStringLiteral("Draft")));
        QCOMPARE(pictures.back()[0].toBool(), true);
        stage.toggleView();
        QCOMPARE(stage.canvas()->label(), QStringLiteral("Preview"));
        stage.toggleView();
        QVERIFY(stage.canvas()->label().startsWith(QStringLiteral("Draft")));
    }
};

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"
