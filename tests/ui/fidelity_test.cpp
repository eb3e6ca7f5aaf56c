#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/generation/mix_guide.h"
#include "studio_fixture.h"
#include "ui/fidelity/fidelity_view.h"
#include "ui/fidelity/fidelity_words.h"
#include "ui/fidelity/tile_meter.h"
#include "ui/inspector/tile_inspector.h"
#include "ui/shell/application_setup.h"
#include "ui/support/conversion.h"
#include "ui/theme/theme.h"

using namespace tilewright;
using namespace tilewright::ui;

class FidelityTest : public QObject {
    Q_OBJECT
private:
    static ColorFidelity color(const char* name, double asked, double measured)
    {
        ColorFidelity result;
        result.color = name;
        result.asked = asked;
        result.measured = measured;
        result.nearest = measured;
        return result;
    }

    /// 0.6 points off on average.
    static Fidelity trueFidelity()
    {
        Fidelity fidelity;
        fidelity.colors
            = {color("red", 50, 49.1), color("black", 30, 30.6), color("pearl", 20, 20.3)};
        fidelity.colors[0].deltaE = 1.4;
        return fidelity;
    }

    static Tile guidedTile()
    {
        Tile tile;
        tile.request
            = GenerationRequest::forMix(test::smallProfile(), "gone", test::redBlackPearl());
        tile.request.seed = 7;
        tile.image
            = renderGranules(tile.request.granules(), *tile.request.mix, test::rubberPalette())
                  .value();
        return tile;
    }

    static TilePointer stored(const Tile& tile, const std::filesystem::path& folder)
    {
        std::filesystem::create_directories(folder);
        const auto file = folder / "tile-7.png";
        if (!saveTile(file, tile))
            qFatal("The test's own tile could not be saved.");
        return toLoadedTile(tile, file);
    }

private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }

    void verdictsInWords_data()
    {
        QTest::addColumn<double>("off");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("true") << 0.6
                              << QStringLiteral("True to the mix: 0.6 points off on average");
        QTest::newRow("close") << 1.7
                               << QStringLiteral("Close to the mix: 1.7 points off on average");
        QTest::newRow("off") << 4.2 << QStringLiteral("Off the mix: 4.2 points off on average");
    }

    void verdictsInWords()
    {
        QFETCH(double, off);
        QFETCH(QString, sentence);
        Fidelity fidelity;
        fidelity.colors = {color("red", 50, 50 + off), color("black", 50, 50 - off)};
        QCOMPARE(verdictSentence(fidelity), sentence);
    }

    void differencesHaveASign()
    {
        QCOMPARE(displayDifference(0.93), QStringLiteral("+0.9"));
        QCOMPARE(displayDifference(-0.83), QString::fromUtf8("−0.8"));
        QCOMPARE(displayDifference(-0.04), QStringLiteral("0.0"));
    }

    void theViewTellsWhatIsKnown()
    {
        const Palette palette = test::rubberPalette();
        Fidelity fidelity = trueFidelity();
        QString text = FidelityView(fidelity, palette).text();
        QVERIFY(text.startsWith(QStringLiteral("True to the mix: 0.6 points")));
        QVERIFY(text.contains(QStringLiteral("Red: asked 50 %, measured 49.1 %")));
        QVERIFY(text.contains(QString::fromUtf8("ΔE 1.4")));
        QCOMPARE(text.count(QString::fromUtf8("ΔE")), 1);
        QVERIFY(!text.contains(QStringLiteral("palette")));
        QVERIFY(!text.contains(QStringLiteral("kept")));

        fidelity.unexplained = 0.9;
        QVERIFY(!FidelityView(fidelity, palette).text().contains(QStringLiteral("palette")));
        fidelity.unexplained = 3.2;
        fidelity.kept = 98.4;
        text = FidelityView(fidelity, palette).text();
        QVERIFY(text.contains(QStringLiteral("3.2 % is not in the palette")));
        QVERIFY(text.contains(QStringLiteral("98.4 % of the area kept its colour")));
    }

    void theBarsAreAsLongAsTheShares()
    {
        const Palette palette = test::rubberPalette();
        Fidelity fidelity;
        fidelity.colors = {color("red", 100, 50)};
        FidelityView view(fidelity, palette);
        view.resize(view.sizeHint().expandedTo({232, 0}));
        const QImage picture = view.grab().toImage();
        const QColor red = toQColor(palette.find("red")->srgb);
        int longest = 0;
        for (int y = 0; y < picture.height(); ++y) {
            int length = 0;
            for (int x = 40; x < picture.width(); ++x)
                length += picture.pixelColor(x, y) == red;
            longest = std::max(longest, length);
        }
        // The row begins beside the chip of the colour, at about a tenth of the width.
        QVERIFY2(longest > view.width() * 0.3 && longest < view.width() * 0.55,
            qPrintable(QString::number(longest)));
    }

    void theInspectorShowsItOrOffersToMeasure()
    {
        const test::StudioFixture fixture;
        Tile tile = guidedTile();
        TileInspector inspector(test::rubberPalette());
        inspector.show();
        inspector.showTile(stored(tile, fixture.tileFolder()));
        QVERIFY(inspector.fidelityView() == nullptr);
        QVERIFY(inspector.measureButton()->isVisible());
        QSignalSpy wanted(&inspector, &TileInspector::measureWanted);
        inspector.measureButton()->click();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!inspector.measureButton()->isEnabled());

        tile.fidelity = trueFidelity();
        inspector.showTile(stored(tile, fixture.tileFolder()));
        QVERIFY(inspector.fidelityView() != nullptr);
        QVERIFY(!inspector.measureButton()->isVisible());

        tile.fidelity.reset();
        tile.request.mix.reset();
        tile.request.guide = Guide::None;
        inspector.showTile(stored(tile, fixture.tileFolder()));
        QVERIFY(inspector.fidelityView() == nullptr);
        QVERIFY(!inspector.measureButton()->isVisible());
        QVERIFY(!inspector.reuseAllButton()->isEnabled());
    }

    void anOldTileIsMeasuredAndKept()
    {
        const test::StudioFixture fixture;
        const TilePointer tile = stored(guidedTile(), fixture.tileFolder());
        const auto longAgo
            = std::filesystem::last_write_time(tile->file) - std::chrono::hours(1000);
        std::filesystem::last_write_time(tile->file, longAgo);
        TileMeter meter(test::rubberPalette());
        QSignalSpy measured(&meter, &TileMeter::measured);
        meter.measure(tile);
        QVERIFY(measured.wait(60000));
        const auto result = measured[0][0].value<TilePointer>();
        QVERIFY(result->fidelity.has_value());
        QVERIFY2(result->fidelity->meanError() < 2, "the picture is the very granules of the mix");
        QVERIFY(result->fidelity->kept.value_or(0) > 99);
        QVERIFY(result->image == tile->image);
        const auto kept = loadTile(tile->file);
        QVERIFY(kept && kept->fidelity == result->fidelity);
        QVERIFY(std::filesystem::last_write_time(tile->file) == longAgo);
    }

    void whatCannotBeMeasuredIsToldInASentence()
    {
        const test::StudioFixture fixture;
        TileMeter meter(test::rubberPalette());
        QSignalSpy failed(&meter, &TileMeter::failed);
        meter.measure(toLoadedTile(guidedTile(), fixture.tileFolder() / "gone.png"));
        QVERIFY(failed.wait(60000));
        QVERIFY(failed[0][1].toString().contains(QStringLiteral("gone.png")));
        Tile unasked = guidedTile();
        unasked.request.mix.reset();
        const auto fidelity = measureTile(unasked, test::rubberPalette());
        QVERIFY(!fidelity);
        QCOMPARE(fidelity.error().kind, ErrorKind::Usage);
    }
};

QTEST_MAIN(FidelityTest)
#include "fidelity_test.moc"
