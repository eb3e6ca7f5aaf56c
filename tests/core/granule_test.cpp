// The geometry of granules.
#include <QTest>
#include <numbers>

#include "support/granule_fixture.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

std::uint64_t checksum(const std::vector<std::uint32_t>& values)
{
    std::uint64_t sum = 0xcbf29ce484222325u; // FNV-1a
    for (const std::uint32_t value : values) {
        sum = (sum ^ value) * 0x100000001b3u;
    }
    return sum;
}

/// Area-weighted mean of the visible area of granules, in fine pixels.
double typicalArea(const GranuleField& field)
{
    double sum = 0;
    double squares = 0;
    for (const std::uint32_t area : field.visibleArea()) {
        sum += area;
        squares += static_cast<double>(area) * area;
    }
    return squares / sum;
}

} // namespace

class GranuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seedGivesTheSameTileEverywhere()
    {
        const GranuleField field(settingsOf(128, 96, 22, 42));
        QCOMPARE(checksum(field.granuleMap()), std::uint64_t(0xc4b2a428c3aa8459));
        QCOMPARE(checksum(field.facetMap()), std::uint64_t(0x822ce19546bf45c2));
        const GranuleSettings settings = settingsOf(128, 96, 22, 42);
        QVERIFY(renderGranules(settings, threeColors(), sixColors()).value()
            == renderGranules(settings, threeColors(), sixColors()).value());
    }

    void seedsDiffer()
    {
        const GranuleField other(settingsOf(512, 512, 22, 2));
        const std::vector<std::uint32_t>& a = tile()->granuleMap();
        const std::vector<std::uint32_t>& b = other.granuleMap();
        std::size_t same = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            same += a[i] == b[i] ? 1 : 0;
        }
        QVERIFY(same < a.size() / 2);
        const GranuleShader shader(tile());
        QVERIFY(!(shader.render(threeColors(), sixColors()).value()
            == renderGranules(other.settings(), threeColors(), sixColors()).value()));
    }

    void granulesHaveTheAskedSize_data()
    {
        QTest::addColumn<double>("diameter");
        for (const double diameter : {6.0, 14.0, 22.0, 40.0}) {
            QTest::addRow("%g px", diameter) << diameter;
        }
    }

    void granulesHaveTheAskedSize()
    {
        QFETCH(double, diameter);
        const GranuleField field(settingsOf(512, 512, diameter));
        QCOMPARE(field.fineDiameter(), 2 * diameter);
        // Seen from above, neighbours hide a part of each granule.
        const double seen = std::sqrt(typicalArea(field) * 4 / std::numbers::pi) / 2;
        QVERIFY2(
            std::abs(seen / diameter - 0.93) < 0.08, qPrintable(QString::number(seen / diameter)));
    }

    void mapsAgree()
    {
        const GranuleField& field = *tile();
        std::vector<std::uint32_t> area(field.granuleCount(), 0);
        std::size_t gaps = 0;
        for (std::size_t i = 0; i < field.granuleMap().size(); ++i) {
            const std::uint32_t granule = field.granuleMap()[i];
            if (granule == GranuleField::gap) {
                QCOMPARE(field.facetMap()[i], GranuleField::gap);
                ++gaps;
                continue;
            }
            ++area[granule];
            const std::array<float, 3>& n = field.normals()[field.facetMap()[i]];
            QVERIFY(n[2] > 0);
            QVERIFY(std::abs(n[0] * n[0] + n[1] * n[1] + n[2] * n[2] - 1) < 1e-4f);
        }
        QVERIFY(area == field.visibleArea());
        QVERIFY(gaps < field.granuleMap().size() / 200);
    }

    void visibleCentersAreWhereGranulesAreSeen()
    {
        // Most granules are seen where they lie; all are found within the field.
        const GranuleField& field = *tile();
        double seen = 0;
        double visible = 0;
        for (std::size_t granule = 0; granule < field.granuleCount(); ++granule) {
            const std::array<float, 2>& center = field.visibleCenters()[granule];
            QVERIFY(center[0] >= 0 && center[0] < static_cast<float>(field.fineWidth()));
            QVERIFY(center[1] >= 0 && center[1] < static_cast<float>(field.fineHeight()));
            const std::size_t pixel
                = static_cast<std::size_t>(center[1]) * static_cast<std::size_t>(field.fineWidth())
                + static_cast<std::size_t>(center[0]);
            visible += field.visibleArea()[granule];
            seen += field.granuleMap()[pixel] == granule ? field.visibleArea()[granule] : 0;
        }
        QVERIFY2(seen > 0.95 * visible, qPrintable(QString::number(seen / visible)));
    }

    void gradingHasItsShares_data()
    {
        QTest::addColumn<double>("coarse");
        for (const double coarse : {15.0, 40.0, 60.0, 80.0}) {
            QTest::addRow("%g %% coarse", coarse) << coarse;
        }
    }
    void gradingHasItsShares()
    {
        QFETCH(double, coarse);
        GranuleSettings settings = settingsOf(768, 768, 8, 3); // 1 mm to a pixel
        settings.fractions = {{4, 5, 100 - coarse}, {18, 22, coarse}};
        const GranuleField field(settings);
        // Coarse granules are laid first; no fine one is seen with as much area as a disc of 9 mm.
        constexpr double limit = std::numbers::pi / 4 * 9 * 9 * 4; // fine pixels
        double seen = 0;
        double visible = 0;
        for (const std::uint32_t area : field.visibleArea()) {
            visible += area;
            seen = area > limit ? visible : seen;
        }
        const double percent = 100 * seen / visible;
        QVERIFY2(std::abs(percent - coarse) < 3, qPrintable(QString::number(percent)));
        QVERIFY(visible > 0.99 * static_cast<double>(field.granuleMap().size()));
    }

    void gradingKeepsTheMix()
    {
        GranuleSettings settings = settingsOf(512, 512, 22);
        settings.fractions = {{3, 5, 40}, {5, 9, 35}, {9, 15, 25}};
        const GranuleField field(settings);
        QVERIFY(largestError(field, threeColors()) <= 0.001);
        QCOMPARE(field.fineDiameter(), 2 * 22.0 / 8 * meanMillimetres(settings.fractions));
    }

    void enlargedFieldIsTheSameField_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("diameter");
        QTest::addColumn<bool>("graded");
        for (const double factor : {1.25, 1.5, 2.0, 3.0})
            QTest::addRow("%g times", factor) << factor << 22.0 << false;
        // Without its fine fraction's 3 pixels, which are drawn with 4, it would not be the same.
        QTest::newRow("graded, 2 times") << 2.0 << 12.0 << true;
        QTest::newRow("graded, 1.5 times") << 1.5 << 12.0 << true;
        QTest::newRow("granules of the least size") << 2.0 << 2.5 << false;
    }
    void enlargedFieldIsTheSameField()
    {
        QFETCH(double, factor);
        QFETCH(double, diameter);
        QFETCH(bool, graded);
        GranuleSettings settings = settingsOf(256, 192, diameter, 5);
        if (graded)
            settings.fractions = {{2, 3, 30}, {4, 6, 40}, {9, 15, 30}};
        const GranuleField field(settings);
        GranuleSettings larger = settings;
        larger.width = static_cast<int>(settings.width * factor);
        larger.height = static_cast<int>(settings.height * factor);
        larger.millimetresPerPixel = settings.millimetresPerPixel / factor;
        larger.enlarge = factor;
        QCOMPARE(larger.laid(), settings);
        const GranuleField enlarged(larger);
        QCOMPARE(enlarged.granuleCount(), field.granuleCount());
        QCOMPARE(enlarged.fineDiameter(), factor * field.fineDiameter());

        std::size_t same = 0;
        for (int y = 0; y < field.fineHeight(); ++y) {
            for (int x = 0; x < field.fineWidth(); ++x) {
                const auto at
                    = [&](double place) { return static_cast<int>((place + 0.5) * factor); };
                const std::size_t here = static_cast<std::size_t>(y * field.fineWidth() + x);
                const std::size_t there
                    = static_cast<std::size_t>(at(y) * enlarged.fineWidth() + at(x));
                same += field.granuleMap()[here] == enlarged.granuleMap()[there] ? 1 : 0;
            }
        }
        const double share
            = static_cast<double>(same) / static_cast<double>(field.granuleMap().size());
        // Borders run a little otherwise; of another layout hardly a pixel would agree.
        QVERIFY2(share > 0.75, qPrintable(QString::number(share)));

        // And each granule keeps its colour, whatever the pattern.
        for (const PatternKind kind : {PatternKind::Speckle, PatternKind::Flecks}) {
            Pattern pattern;
            pattern.kind = kind;
            pattern.sizeMillimetres = 40;
            const auto design = TileDesign::create(threeColors(), pattern);
            QVERIFY(design.has_value());
            QVERIFY(field.assignColors(*design) == enlarged.assignColors(*design));
        }
    }

    void gradingIsReadBack()
    {
        const auto fractions = parseGrading("1-3:60, 3-5.5:40 %");
        QVERIFY(fractions.has_value());
        QVERIFY((*fractions == std::vector<GranuleFraction>{{1, 3, 60}, {3, 5.5, 40}}));
        QCOMPARE(formatGrading(*fractions), std::string("1-3:60,3-5.5:40"));
        QCOMPARE(meanMillimetres(*fractions), 0.6 * 2 + 0.4 * 4.25);
        QVERIFY(checkGrading({}).has_value());
    }

    void wrongGradingIsRefused_data()
    {
        QTest::addColumn<QString>("word");
        for (const char* text : {"", "1-3", "1-3:60,", "a-b:100", "1-3:60;3-5:40", "1-3:100x"}) {
            QTest::addRow("\"%s\"", text) << QStringLiteral("1-3:60,3-5:40");
        }
        QTest::newRow("1-3:60") << QStringLiteral("60 %");
        QTest::newRow("3-1:100") << QStringLiteral("3-1 mm");
        QTest::newRow("0-1:100") << QStringLiteral("0.1");
        QTest::newRow("1-3000:100") << QStringLiteral("1-3000 mm");
        QTest::newRow("nan-3:100") << QStringLiteral("nan-3 mm");
        QTest::newRow("1-3:-5,3-5:105") << QStringLiteral("-5 %");
        QTest::newRow("1-2:10,1-2:10,1-2:10,1-2:10,1-2:10,1-2:10,1-2:10,1-2:10,1-2:20")
            << QStringLiteral("9 fractions");
    }
    void wrongGradingIsRefused()
    {
        QFETCH(QString, word);
        QString text = QString::fromLatin1(QTest::currentDataTag());
        text.remove(QLatin1Char('"'));
        const auto fractions = parseGrading(text.toStdString());
        QVERIFY(!fractions);
        QCOMPARE(fractions.error().kind, ErrorKind::Usage);
        QVERIFY2(fractions.error().message.find(word.toStdString()) != std::string::npos,
            fractions.error().message.c_str());
    }
};

QTEST_GUILESS_MAIN(GranuleTest)
#include "granule_test.moc"
