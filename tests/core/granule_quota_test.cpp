// Patterns keep the shares of the mix, and change no more than they must.
#include <QTest>

#include "core/granule/region_quota.h"
#include "support/pattern_fixture.h"

using namespace tilewright;
using namespace tilewright::test;

class GranuleQuotaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreMet_data() { addKinds(); }

    void sharesAreMet()
    {
        QFETCH(PatternKind, kind);
        QVERIFY(rc::check("every share is met to 0.1 percentage points", [kind] {
            const TileDesign design = anyDesign(kind);
            const double error = largestError(*tile(), design);
            RC_LOG() << "off by " << error;
            RC_ASSERT(error <= 0.001);
        }));
    }

    void restsOfRegionsDoNotAddUp()
    {
        // Two regions of 1000 granules each; red has 6 too many in either.
        const std::vector<std::uint32_t> areas(2000, 10);
        std::vector<std::size_t> regions(areas.size(), 0);
        std::vector<std::uint8_t> assignment(areas.size(), 0);
        std::fill_n(regions.begin(), 1000, std::size_t(1));
        std::fill_n(assignment.begin(), 494, std::uint8_t(1));
        std::fill_n(assignment.begin() + 1000, 494, std::uint8_t(1));
        const std::vector<std::uint8_t> before = assignment;
        RegionQuota(areas, regions, {{0.5, 0.5}, {0.5, 0.5}}, m_order).mend(assignment);
        std::size_t changed = 0;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            changed += assignment[i] == before[i] ? 0 : 1;
        }
        QCOMPARE(changed, std::size_t(11)); // one granule off is near enough
        QCOMPARE(std::count(assignment.begin(), assignment.end(), 0), 1001);
    }

    void regionOfOneGranuleHasTheLargestShare()
    {
        std::vector<std::uint32_t> areas(2001, 10);
        areas[0] = 100;
        std::vector<std::size_t> regions(areas.size(), 1);
        regions[0] = 0;
        const RegionQuota quota(areas, regions, {{0.45, 0.55}, {1, 0}}, m_order);
        QCOMPARE(quota.weights(), (std::vector<std::vector<double>>{{0, 1}, {1, 0}}));
    }

    void tileOfFewGranulesKeepsItsMixes()
    {
        const std::vector<std::uint32_t> areas(24, 10);
        std::vector<std::size_t> regions(areas.size(), 0);
        std::fill_n(regions.begin(), 12, std::size_t(1));
        const std::vector<std::vector<double>> weights{{0.45, 0.55}, {0.7, 0.3}};
        QCOMPARE(RegionQuota(areas, regions, weights, m_order).weights(), weights);
    }

    void askedSharesAreThoseOfTheMix_data() { addKinds(); }

    void askedSharesAreThoseOfTheMix()
    {
        QFETCH(PatternKind, kind);
        QVERIFY(rc::check("they sum to 1, and are the mix's where there is only one", [kind] {
            const TileDesign design = anyDesign(kind);
            const std::vector<double> asked = tile()->askedShares(design);
            RC_ASSERT(std::abs(std::accumulate(asked.begin(), asked.end(), 0.0) - 1) < 1e-9);
            for (std::size_t i = 0; design.mixes().size() == 1 && i < asked.size(); ++i) {
                RC_ASSERT(std::abs(asked[i] - design.mix().shares()[i].perMille / 1000.0) < 1e-9);
            }
        }));
    }

    void sliderRecolorsLittle_data()
    {
        QTest::addColumn<PatternKind>("kind");
        QTest::addColumn<int>("colors");
        QTest::addColumn<double>("most");
        const auto rows = [](PatternKind kind, double two, double three, double six) {
            const std::string name(toText(kind));
            QTest::addRow("%s, 2 colours", name.c_str()) << kind << 2 << two;
            QTest::addRow("%s, 3 colours", name.c_str()) << kind << 3 << three;
            QTest::addRow("%s, 6 colours", name.c_str()) << kind << 6 << six;
        };
        rows(PatternKind::Speckle, 0.02, 0.02, 0.04);
        rows(PatternKind::Flecks, 0.02, 0.02, 0.04);
        // One end of two moves, so half as much must change.
        rows(PatternKind::LinearGradient, 0.02, 0.02, 0.04);
        rows(PatternKind::RadialGradient, 0.02, 0.02, 0.04);
        // The first colour pushes all others along.
        rows(PatternKind::Stripes, 0.02, 0.03, 0.06);
        rows(PatternKind::Checks, 0.02, 0.03, 0.06);
        rows(PatternKind::Grid, 0.02, 0.03, 0.06);
    }

    void sliderRecolorsLittle()
    {
        QFETCH(PatternKind, kind);
        QFETCH(int, colors);
        QFETCH(double, most);
        const bool isGradient
            = kind == PatternKind::LinearGradient || kind == PatternKind::RadialGradient;
        const Mix mix = risingMix(colors);
        const TileDesign design = designOf(mix,
            patternOf(
                kind, isGradient ? std::vector<Mix>{mixOf({{"pearl", 1}})} : std::vector<Mix>{}));
        double largest = 0;
        for (int perMille = 0; perMille < Mix::total; perMille += 20) {
            largest = std::max(largest,
                recolored(*tile(), design.withMix(0, mix.withShare("red", perMille)),
                    design.withMix(0, mix.withShare("red", perMille + 10))));
        }
        QVERIFY2(largest <= most, qPrintable(QString::number(largest)));
    }

    void anyStepRecolorsLittle_data()
    {
        QTest::addColumn<PatternKind>("kind");
        for (const PatternKind kind : {PatternKind::Speckle, PatternKind::Flecks}) {
            QTest::newRow(std::string(toText(kind)).c_str()) << kind;
        }
    }

    void anyStepRecolorsLittle()
    {
        QFETCH(PatternKind, kind);
        QVERIFY(rc::check("a step of 1 % recolours 2 % of the area, 4 % with many colours", [kind] {
            const Mix mix = *anyMix(2);
            const MixShare share = *rc::gen::elementOf(mix.shares());
            RC_PRE(share.perMille <= 990);
            const TileDesign before = designOf(mix, patternOf(kind));
            const TileDesign after
                = before.withMix(0, mix.withShare(share.color, share.perMille + 10));
            const double changed = recolored(*wideTile(), before, after);
            RC_LOG() << changed << " of the area changed";
            RC_ASSERT(changed <= (mix.size() <= 3 ? 0.02 : 0.04));
        }));
    }

    void orderOfColorsDoesNotMatter_data()
    {
        QTest::addColumn<PatternKind>("kind");
        for (const PatternKind kind : {PatternKind::Speckle, PatternKind::Flecks,
                 PatternKind::LinearGradient, PatternKind::RadialGradient, PatternKind::Mask}) {
            QTest::newRow(std::string(toText(kind)).c_str()) << kind;
        }
    }

    void orderOfColorsDoesNotMatter()
    {
        QFETCH(PatternKind, kind);
        QVERIFY(rc::check("the same granules have the same colours", [kind] {
            const TileDesign design = anyDesign(kind);
            const Mix& mix = design.mix();
            std::vector<std::size_t> order(mix.size());
            std::iota(order.begin(), order.end(), 0);
            std::reverse(order.begin(), order.end());
            RC_ASSERT(recolored(*tile(), design, design.withMix(0, mix.reordered(order))) == 0);
        }));
    }

    void overallMixIsWhatTheTileHas_data() { addKinds(); }

    void overallMixIsWhatTheTileHas()
    {
        QFETCH(PatternKind, kind);
        QVERIFY(rc::check("within a few points of the shares of a tile", [kind] {
            const TileDesign design = anyDesign(kind);
            RC_PRE(design.pattern().sizeMillimetres <= 60);
            const Mix overall = design.overallMix();
            const std::vector<double> asked = wideTile()->askedShares(design);
            const std::vector<std::string> colors = design.colors();
            RC_PRE(colors.size() <= Mix::maximumColors);
            for (std::size_t i = 0; i < asked.size(); ++i) {
                const double share = overall.find(colors[i])->perMille / 1000.0;
                RC_ASSERT(std::abs(share - asked[i]) < 0.08);
            }
        }));
    }

private:
    const std::vector<std::size_t> m_order{0, 1};
};

QTEST_GUILESS_MAIN(GranuleQuotaTest)
#include "granule_quota_test.moc"
