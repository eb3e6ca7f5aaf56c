#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>
#include <fstream>

#include "core/granule/granule_shader.h"
#include "studio_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/jobs/message_bar.h"
#include "ui/photo/palette_meter.h"
#include "ui/settings/guide_settings.h"
#include "ui/settings/seed_field.h"
#include "ui/settings/settings_panel.h"
#include "ui/shell/application_setup.h"
#include "ui/support/conversion.h"

using namespace tilewright;
using namespace tilewright::ui;
using tilewright::test::StudioFixture;

class PhotoTest : public QObject {
    Q_OBJECT
private:
    static QString stored(const QImage& image, const StudioFixture& fixture, const char* name)
    {
        std::filesystem::create_directories(fixture.tileFolder());
        const QString file = pathToQString(fixture.tileFolder() / name);
        if (!image.save(file))
            qFatal("The test's own picture could not be saved.");
        return file;
    }

    /// As a camera would bring it: granules that no request of the window made.
    static QImage granulePhoto(const Mix& mix)
    {
        GranuleSettings settings;
        settings.width = settings.height = 384;
        settings.seed = 99;
        return toQImage(renderGranules(settings, mix, test::rubberPalette()).value());
    }

    static void open(StudioWindow& window)
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY(!window.stage()->canvas()->image().isNull());
    }

    static void drop(StudioWindow& window, const QString& file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        const QPoint middle = window.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &dropped);
    }

    static PhotoReader::Measure finding(std::vector<std::pair<std::string, double>> shares)
    {
        return [shares](const Picture&) -> Expected<Fidelity> {
            Fidelity fidelity;
            for (const auto& [name, percent] : shares) {
                ColorFidelity color;
                color.color = name;
                color.measured = percent;
                fidelity.colors.push_back(color);
            }
            fidelity.unexplained = 2.6;
            return fidelity;
        };
    }

private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }

    void aPhotographBecomesAMix()
    {
        const StudioFixture fixture;
        const QString file = stored(QImage(64, 64, QImage::Format_RGB32), fixture, "sample.png");
        PhotoReader reader(
            finding({{"pearl", 19.8}, {"black", 31.9}, {"red", 48.1}, {"sand", 0.2}}));
        QSignalSpy measured(&reader, &PhotoReader::photoMeasured);
        reader.read(qStringToPath(file));
        QVERIFY(measured.wait());
        const auto photo = measured[0][0].value<PhotoPointer>();
        QCOMPARE(photo->mix.size(), std::size_t{3});
        QCOMPARE(photo->mix.shares()[0].color, std::string("red"));
        QCOMPARE(photo->mix.shares()[0].perMille, 482);
        QCOMPARE(photo->unexplained, 2.6);
        QCOMPARE(photo->image.size(), QSize(64, 64));
    }

    void transparencyIsKept()
    {
        Picture picture;
        picture.image = Image(2, 1);
        picture.coverage = {0, 255};
        const QImage image = toQImage(picture);
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        QCOMPARE(qAlpha(image.pixel(1, 0)), 255);
    }

    void problemsAreSentences_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("no picture") << QByteArray("once upon a time");
        QTest::newRow("cut off") << QByteArray("\x89PNG\r\n\x1a\n");
    }

    void problemsAreSentences()
    {
        QFETCH(QByteArray, content);
        const StudioFixture fixture;
        const auto file = fixture.tileFolder() / "holiday.png";
        if (!content.isEmpty()) {
            std::filesystem::create_directories(fixture.tileFolder());
            std::ofstream(file) << content.toStdString();
        }
        StudioWindow window(fixture.context());
        open(window);
        const Mix before = window.editor().mix();
        window.openPicture(pathToQString(file));
        QTRY_VERIFY(!window.messages()->text().startsWith(QStringLiteral("Measuring")));
        QVERIFY2(window.messages()->text().contains(QStringLiteral("holiday.png")),
            qPrintable(window.messages()->text()));
        QCOMPARE(window.editor().mix(), before);
        QVERIFY(!window.stage()->sample()->isVisible());
    }

    void anotherPaletteIsUsedFromNowOn()
    {
        const StudioFixture fixture;
        const QString file = stored(QImage(64, 64, QImage::Format_RGB32), fixture, "sample.png");
        PhotoReader reader(finding({{"red", 100}}));
        QSignalSpy measured(&reader, &PhotoReader::photoMeasured);
        reader.setMeasure(finding({{"sea", 100}}));
        reader.read(qStringToPath(file));
        QVERIFY(measured.wait());
        const auto photo = measured[0][0].value<PhotoPointer>();
        QCOMPARE(photo->mix.shares()[0].color, std::string("sea"));
    }

    void noColourOfThePaletteIsAProblem()
    {
        const StudioFixture fixture;
        PhotoReader reader(finding({{"red", 0.1}}));
        QSignalSpy failed(&reader, &PhotoReader::failed);
        reader.read(
            qStringToPath(stored(QImage(64, 64, QImage::Format_RGB32), fixture, "sky.png")));
        QVERIFY(failed.wait());
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("sky.png")));
    }

    void aDroppedPhotoFillsTheSliders()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        open(window);
        const Mix before = window.editor().mix();
        const Mix shown = test::mixOf({{"blue", 70}, {"yellow", 30}});
        drop(window, stored(granulePhoto(shown), fixture, "sample.png"));
        QTRY_VERIFY_WITH_TIMEOUT(window.editor().mix() != before, 60000);
        const MixShare* blue = window.editor().mix().find("blue");
        QVERIFY(blue && std::abs(blue->percent() - 70) < 6);
        const QString message = window.messages()->text();
        QVERIFY2(
            message.startsWith(QStringLiteral("The photograph shows Blue")), qPrintable(message));
        QVERIFY(window.stage()->sample()->isVisible());
        QCOMPARE(window.stage()->sample()->label(), QStringLiteral("sample.png"));
        QVERIFY(window.stage()->canvas()->isVisible());

        // Until the mix is changed; undo is a change.
        window.editor().undoStack()->undo();
        QCOMPARE(window.editor().mix(), before);
        QVERIFY(!window.stage()->sample()->isVisible());
    }

    void aDroppedTileOpensWithItsSettings()
    {
        const StudioFixture fixture;
        Tile tile;
        tile.request = GenerationRequest::forMix(
            test::smallProfile(), "small", test::mixOf({{"sand", 60}, {"white", 40}}));
        tile.request.seed = 4711;
        tile.request.hold = 0.25;
        tile.request.attempts = 5;
        tile.request.seamless = SeamlessAxes::XY;
        tile.request.width = tile.request.height = 384;
        tile.image = test::FakeGenerator::picture(tile.request, 384, 384);
        std::filesystem::create_directories(fixture.tileFolder());
        const auto file = fixture.tileFolder() / "elsewhere.png";
        QVERIFY(saveTile(file, tile));
        StudioWindow window(fixture.context());
        open(window);
        drop(window, pathToQString(file));
        QTRY_VERIFY(window.inspector()->tile() != nullptr);
        QCOMPARE(window.stage()->canvas()->label(), QStringLiteral("Tile, seed 4711"));
        QCOMPARE(window.editor().mix(), *tile.request.mix);
        const GenerationRequest request = window.settings()->request(window.editor().mix());
        QVERIFY(request == tile.request);
    }

    void onlyFilesAreTaken()
    {
        const StudioFixture fixture;
        StudioWindow window(fixture.context());
        QMimeData data;
        data.setText(QStringLiteral("red"));
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(!enter.isAccepted());
    }
};

QTEST_MAIN(PhotoTest)
#include "photo_test.moc"
