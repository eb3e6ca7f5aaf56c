#include <QPainter>
#include <QProxyStyle>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <semaphore>

#include "studio_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/preview_renderer.h"
#include "ui/canvas/screen_scale.h"
#include "ui/canvas/stage.h"
#include "ui/canvas/view_switch.h"
#include "ui/theme/theme.h"

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
QImage plain(const QSize& size, const QColor& color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

/// Left half red, right half blue.
QImage twoHalves(const QSize& size)
{
    QImage image = plain(size, Qt::red);
    QPainter(&image).fillRect(size.width() / 2, 0, size.width(), size.height(), Qt::blue);
    return image;
}

void turnWheel(Canvas& canvas, const QPointF& position, int notches,
    Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWheelEvent event(position, canvas.mapToGlobal(position), {}, {0, 120 * notches}, Qt::NoButton,
        modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas, &event);
}

class StyleWithoutAnimation : public QProxyStyle {
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returnData) const override
    {
        return hint == SH_Widget_Animation_Duration
            ? 0
            : QProxyStyle::styleHint(hint, option, widget, returnData);
    }
};
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

    void theWheelZoomsAtThePointer()
    {
        Canvas canvas;
        canvas.resize(800, 600);
        canvas.show(plain({1024, 1024}, Qt::red), {});
        QSignalSpy views(&canvas, &Canvas::viewChanged);
        turnWheel(canvas, {400, 300}, 8);
        const QPointF pointer(300, 250);
        const QPointF place = canvas.viewport().placeAt(pointer);
        const double zoom = canvas.viewport().zoom();
        turnWheel(canvas, pointer, 1);
        QVERIFY(canvas.viewport().zoom() > zoom);
        QVERIFY(QLineF(canvas.viewport().placeAt(pointer), place).length() < 1e-6);
        turnWheel(canvas, pointer, -2, Qt::ControlModifier);
        QVERIFY(canvas.viewport().zoom() < zoom);
        QVERIFY(QLineF(canvas.viewport().placeAt(pointer), place).length() < 1e-6);
        QCOMPARE(views.count(), 3);
    }

    void keysZoomAndMove()
    {
        Canvas canvas;
        canvas.resize(400, 400);
        canvas.show(plain({1024, 1024}, Qt::red), {});
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(!canvas.isFitted());
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QTest::keyClick(&canvas, Qt::Key_Plus);
        const double zoom = canvas.viewport().zoom();
        const QPointF center = canvas.viewport().center();
        QTest::keyClick(&canvas, Qt::Key_Right);
        QVERIFY(canvas.viewport().center().x() > center.x());
        QTest::keyClick(&canvas, Qt::Key_Up);
        QVERIFY(canvas.viewport().center().y() < center.y());
        QTest::keyClick(&canvas, Qt::Key_Minus);
        QVERIFY(canvas.viewport().zoom() < zoom);
        QTest::keyClick(&canvas, Qt::Key_0);
        QVERIFY(canvas.isFitted());
    }

    void draggingMovesThePicture()
    {
        Canvas canvas;
        canvas.resize(400, 400);
        canvas.show(plain({1024, 1024}, Qt::red), {});
        QTest::mouseDClick(&canvas, Qt::LeftButton, {}, {200, 200});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {200, 200});
        const QRectF before = canvas.pictureRect();
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {200, 200});
        QCOMPARE(canvas.cursor().shape(), Qt::ClosedHandCursor);
        QTest::mouseMove(&canvas, {170, 210});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {170, 210});
        QCOMPARE(canvas.pictureRect().topLeft() - before.topLeft(), QPointF(-30, 10));
        QCOMPARE(canvas.cursor().shape(), Qt::OpenHandCursor);
    }

    void lifeSizeIsThatOfTheScreen()
    {
        const test::StudioFixture settings;
        Canvas canvas;
        canvas.resize(400, 400);
        canvas.show(plain({1000, 1000}, Qt::red), {});
        canvas.showLifeSize();
        QVERIFY2(canvas.isFitted(), "nothing is known of the scale");
        canvas.setMillimetresPerPixel(0.5);
        canvas.showLifeSize();
        QCOMPARE(canvas.zoomText(), QStringLiteral("1:1"));
        const double dots = dotsPerMillimetre(canvas);
        QVERIFY(
            std::abs(canvas.pictureRect().width() * canvas.devicePixelRatioF() - 500 * dots) <= 1);
        storeScreenCalibration(canvas, 1.2);
        QCOMPARE(dotsPerMillimetre(canvas), 1.2 * dots);
        canvas.showLifeSize();
        QVERIFY(
            std::abs(canvas.pictureRect().width() * canvas.devicePixelRatioF() - 600 * dots) <= 1);
    }

    void theScreenShowsWhatThePictureHolds_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("wheel");
        QTest::newRow("fitted") << 1024 << 0;
        QTest::newRow("a huge one, fitted") << 4096 << 0;
        QTest::newRow("a small one, fitted") << 32 << 0;
        QTest::newRow("nearer") << 1024 << 6;
        QTest::newRow("to the pixels") << 1024 << 18;
        QTest::newRow("farther") << 1024 << -6;
    }

    void theScreenShowsWhatThePictureHolds()
    {
        QFETCH(int, side);
        QFETCH(int, wheel);
        Canvas canvas;
        canvas.resize(500, 400);
        canvas.show(twoHalves({side, side}), {});
        turnWheel(canvas, {250, 200}, wheel);
        const QImage seen = canvas.grab().toImage();
        const double ratio = seen.devicePixelRatio();
        const auto at
            = [&](double x) { return seen.pixelColor(qRound(x * ratio), qRound(200 * ratio)); };
        const double seam = canvas.pictureRect().center().x();
        QCOMPARE(at(seam - 3), QColor(Qt::red));
        QCOMPARE(at(seam + 3), QColor(Qt::blue));
        if (canvas.pictureRect().left() > 4)
            QCOMPARE(at(canvas.pictureRect().left() - 3).rgb(),
                canvas.palette().color(role::canvas).rgb());
    }

    void repeatsMeetWithoutAGap()
    {
        Canvas canvas;
        canvas.resize(500, 500);
        canvas.setMargin(0);
        canvas.show(plain({100, 100}, Qt::red), {});
        canvas.setRepeated(true);
        QVERIFY(canvas.isRepeated());
        turnWheel(canvas, {250, 250}, 1);
        const QImage seen = canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (int i = 0; i < seen.width(); ++i) {
            QCOMPARE(seen.pixelColor(i, seen.height() / 2), QColor(Qt::red));
            QCOMPARE(seen.pixelColor(seen.width() / 2, i), QColor(Qt::red));
        }
        canvas.setSeamShown(true);
        QVERIFY(canvas.grab().toImage() != seen);
        canvas.setRepeated(false);
        QVERIFY(!canvas.isRepeated());
    }

    void theGroundIsChosen()
    {
        Stage stage;
        stage.resize(600, 500);
        QSet<QRgb> seen;
        for (const CanvasGround ground :
            {CanvasGround::Light, CanvasGround::Neutral, CanvasGround::Dark}) {
            QRgb ofTheme = 0;
            for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
                applyAppearance(*qApp, appearance, ground);
                const QRgb shown = stage.grab().toImage().pixel(4, 4);
                QVERIFY(ofTheme == 0 || shown == ofTheme); // the same under both themes
                ofTheme = shown;
            }
            seen.insert(ofTheme);
        }
        QCOMPARE(seen.size(), 3);
        applyAppearance(*qApp, Appearance::Light);
        QCOMPARE(stage.grab().toImage().pixelColor(4, 4), Theme::light().canvas);
    }

    void aPhotographFadesIn()
    {
        Canvas canvas;
        canvas.resize(300, 300);
        static_cast<QWidget&>(canvas).show();
        canvas.show(plain({64, 64}, Qt::red), {});
        QVERIFY(!canvas.isFading());
        canvas.show(plain({64, 64}, Qt::blue), {}, {}, Canvas::Transition::Fade);
        QVERIFY(canvas.isFading());
        QTRY_VERIFY(!canvas.isFading());
        const QImage seen = canvas.grab().toImage();
        QCOMPARE(seen.pixelColor(seen.rect().center()), QColor(Qt::blue));

        StyleWithoutAnimation style;
        canvas.setStyle(&style);
        canvas.show(plain({64, 64}, Qt::red), {}, {}, Canvas::Transition::Fade);
        QVERIFY(!canvas.isFading());
    }

    void theSwitchTellsAndTurns()
    {
        Stage stage;
        ViewSwitch* view = stage.viewSwitch();
        stage.setPreview(plain({8, 8}, Qt::red), {8, 8});
        QVERIFY(view->previewButton()->isChecked());
        QVERIFY(!view->photographButton()->isEnabled());
        LoadedTile tile;
        tile.image = plain({64, 64}, Qt::blue);
        stage.setTile(std::make_shared<LoadedTile>(tile));
        QVERIFY2(view->previewButton()->isChecked(), "the mix is being edited");
        view->photographButton()->click();
        QCOMPARE(stage.view(), Stage::View::Photograph);
        QCOMPARE(stage.canvas()->image(), tile.image);
        stage.toggleView();
        QVERIFY(view->previewButton()->isChecked());
        view->photographButton()->click();
        view->previewButton()->click();
        QCOMPARE(stage.view(), Stage::View::Preview);
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
