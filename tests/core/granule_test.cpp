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
};

QTEST_GUILESS_MAIN(GranuleTest)
#include "granule_test.moc"
