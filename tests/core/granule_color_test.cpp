// Which granule of a speckled tile has which colour.
#include <QTest>

#include "support/granule_fixture.h"

using namespace tilewright;
using namespace tilewright::test;

class GranuleColorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesAreMet()
    {
        QVERIFY(rc::check("every share is met to 0.1 percentage points", [] {
            const Mix mix = *anyMix(1);
            RC_ASSERT(largestError(*tile(), mix) <= 0.001);
        }));
    }

    void sharesAreMetOnOtherTiles_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("diameter");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("fine granules") << 384 << 256 << 6.0 << 0.0005;
        QTest::newRow("narrow") << 1024 << 64 << 14.0 << 0.001;
        QTest::newRow("few granules") << 256 << 256 << 64.0 << 0.02;
    }

    void sharesAreMetOnOtherTiles()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(double, diameter);
        QFETCH(double, tolerance);
        const GranuleField field(settingsOf(width, height, diameter, 5));
        const double error = largestError(field, threeColors());
        QVERIFY2(error <= tolerance, qPrintable(QString::number(error)));
    }

    void colorWithoutShareIsNotLaid()
    {
        const Mix mix
            = Mix::create({{"red", 0, false}, {"black", 999, false}, {"pearl", 1, false}}).value();
        const std::vector<std::uint8_t> colors = tile()->assignColors(mix);
        QCOMPARE(std::count(colors.begin(), colors.end(), 0), 0);
        QVERIFY(largestError(*tile(), mix) <= 0.001);
    }

    void noStepRecolorsMuch()
    {
        QVERIFY(rc::check("a step of 1 % never recolours 5 % of the area", [] {
            const Mix mix = *anyMix(2);
            const auto i = *rc::gen::inRange<std::size_t>(0, mix.size());
            const MixShare share = mix.shares()[i];
            RC_PRE(share.perMille <= 990);
            const Mix after = mix.withShare(share.color, share.perMille + 10);
            RC_ASSERT(recolored(*tile(), mix, after) < 0.05);
        }));
    }

    void sliderRecolorsLittleMoreThanItMust_data()
    {
        QTest::addColumn<int>("colors");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("most");
        // The more colours, the more large granules lie on the border between two.
        QTest::newRow("two colours") << 2 << 0.011 << 0.015;
        QTest::newRow("three colours") << 3 << 0.0125 << 0.025;
        QTest::newRow("six colours") << 6 << 0.018 << 0.035;
    }

    void sliderRecolorsLittleMoreThanItMust()
    {
        QFETCH(int, colors);
        QFETCH(double, mean);
        QFETCH(double, most);
        const Mix mix = risingMix(colors);
        double sum = 0;
        double largest = 0;
        for (int perMille = 0; perMille < Mix::total; perMille += 10) {
            const double changed = recolored(
                *tile(), mix.withShare("red", perMille), mix.withShare("red", perMille + 10));
            sum += changed;
            largest = std::max(largest, changed);
        }
        const QString report = QStringLiteral("mean %1, most %2").arg(sum / 100).arg(largest);
        QVERIFY2(sum / 100 <= mean && largest <= most, qPrintable(report));
    }

    void orderOfColorsDoesNotMatter()
    {
        const GranuleShader shader(tile());
        const Mix mix = threeColors();
        QVERIFY(shader.render(mix, sixColors()).value()
            == shader.render(mix.reordered({2, 0, 1}), sixColors()).value());
    }

    void colorsDoNotCluster()
    {
        // Across the borders of granules, as many neighbours of one colour as chance has it.
        const Mix mix = mixOf({{"red", 50}, {"black", 50}});
        const std::vector<std::uint8_t> colors = tile()->assignColors(mix);
        const std::vector<std::uint32_t>& map = tile()->granuleMap();
        double borders = 0;
        double alike = 0;
        for (std::size_t i = 1; i < map.size(); ++i) {
            if (map[i] != map[i - 1] && map[i] != GranuleField::gap
                && map[i - 1] != GranuleField::gap) {
                borders += 1;
                alike += colors[map[i]] == colors[map[i - 1]] ? 1 : 0;
            }
        }
        QVERIFY2(
            std::abs(alike / borders - 0.5) < 0.04, qPrintable(QString::number(alike / borders)));
    }
};

QTEST_GUILESS_MAIN(GranuleColorTest)
#include "granule_color_test.moc"
