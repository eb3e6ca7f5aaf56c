#include <QTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/support/paths.h"
#include "fidelity/protocol.h"
#include "fidelity/report.h"
#include "fidelity/sharpness.h"
#include "fidelity/statistics.h"

using namespace tilewright;
using namespace tilewright::fidelity;

namespace {

Palette rubber()
{
    return *Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
}

/// Stripes of a period in pixels, from 64 to 192.
Image stripes(int size, double period)
{
    Image image(size, size);
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const double wave = std::cos(2 * M_PI * x / period);
            const auto level = static_cast<std::uint8_t>(std::lround(128 + 64 * wave));
            std::fill_n(image.pixel(x, y), 3, level);
        }
    }
    return image;
}

/// A guided tile that has `error` points too much of red.
TileRecord guidedTile(double error)
{
    TileRecord record;
    record.request.mix = *Mix::create({{"red", 500}, {"black", 500}});
    record.request.guide = Guide::Mix;
    const auto fidelity = [](double points) {
        Fidelity result;
        result.colors = {{"red", 50, 50 + points, 50 + 2 * points, 50 + points / 2, {}},
            {"black", 50, 50 - points, 50 - 2 * points, 50 - points / 2, {}}};
        result.kept = 99;
        return result;
    };
    record.reading = {fidelity(error), error};
    record.field = Reading{fidelity(0), 0};
    record.fineDetail = 0;
    record.signalToNoise = 25;
    return record;
}

Results someResults()
{
    Results results{{}, rubber(), "granules", false, {}, {}};
    for (const double error : {3.0, 1.0, 2.0}) {
        results.records.push_back(guidedTile(error));
        TileRecord free = guidedTile(10 * error);
        free.series = Series::Free;
        free.request.guide = Guide::None;
        free.field.reset();
        free.fineDetail.reset();
        free.signalToNoise.reset();
        results.records.push_back(free);
    }
    return results;
}

} // namespace

class FidelityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mixesAreFixed();
    void mixesAreValid();
    void fewerMixesAreTheFirstOfMore();
    void everyShareOccurs();
    void everyColorOccurs();
    void plannedTiles();
    void trialsHaveOneAttempt();

    void summaryOfValues();
    void summaryOfNothing();
    void percentiles_data();
    void percentiles();

    void finePower_data();
    void finePower();
    void finePowerOfOneColor();
    void signalToNoise();

    void tilesByTruth();
    void errorsOfSingleColors();
    void tableHasOneLinePerTile();
    void documentTellsWhatWasMeasured();
};

void FidelityTest::mixesAreFixed()
{
    const auto mixes = randomMixes(rubber(), 60);
    QCOMPARE(mixes.size(), std::size_t{60});
    QVERIFY(mixes == randomMixes(rubber(), 60));
    // Published results are of these mixes.
    QCOMPARE(QString::fromStdString(formatMix(mixes.front())),
        QStringLiteral("95% turquoise, 5% violet"));
    QCOMPARE(QString::fromStdString(formatMix(mixes.back())),
        QStringLiteral("10% green apple, 30% white, 10% yellow, 20% sky blue, 5% orange, "
                       "25% light green"));
}

void FidelityTest::mixesAreValid()
{
    std::map<std::size_t, int> counts;
    std::set<std::string> texts;
    for (const Mix& mix : randomMixes(rubber(), 60)) {
        ++counts[mix.size()];
        texts.insert(formatMix(mix));
        int sum = 0;
        std::set<std::string> colors;
        for (const MixShare& share : mix.shares()) {
            QVERIFY(share.perMille >= 50);
            QCOMPARE(share.perMille % 50, 0);
            sum += share.perMille;
            colors.insert(share.color);
        }
        QCOMPARE(sum, Mix::total);
        QCOMPARE(colors.size(), mix.size());
    }
    QCOMPARE(texts.size(), std::size_t{60});
    const std::map<std::size_t, int> expected{{2, 12}, {3, 12}, {4, 12}, {5, 12}, {6, 12}};
    QVERIFY(counts == expected);
}

void FidelityTest::fewerMixesAreTheFirstOfMore()
{
    const auto few = randomMixes(rubber(), 7);
    const auto many = randomMixes(rubber(), 60);
    QVERIFY(std::equal(few.begin(), few.end(), many.begin()));
}

void FidelityTest::everyShareOccurs()
{
    // Of two colours every share from 5 to 95 % is equally likely.
    std::set<int> shares;
    for (const Mix& mix : randomMixes(rubber(), 1500)) {
        if (mix.size() == 2)
            shares.insert(mix.shares().front().perMille);
    }
    QCOMPARE(shares.size(), std::size_t{19});
}

void FidelityTest::everyColorOccurs()
{
    std::set<std::string> colors;
    for (const Mix& mix : randomMixes(rubber(), 60)) {
        for (const MixShare& share : mix.shares())
            colors.insert(share.color);
    }
    QCOMPARE(colors.size(), rubber().colors().size());
    QCOMPARE(singleColors(rubber(), 60).size(), rubber().colors().size());
    QCOMPARE(singleColors(rubber(), 4).size(), std::size_t{4});
}

void FidelityTest::plannedTiles()
{
    const auto profile = *ModelProfile::load(starterModelFolder());
    const auto plan = planTiles(profile, "model", rubber(), {});
    std::map<Series, int> counts;
    std::map<Series, std::set<std::uint64_t>> seeds;
    for (const PlannedTile& tile : plan) {
        ++counts[tile.series];
        seeds[tile.series].insert(tile.request.seed);
        QVERIFY(tile.request.check());
        QVERIFY(tile.request.seed != calibrationSeed);
        QCOMPARE(tile.request.guide, tile.series == Series::Free ? Guide::None : Guide::Mix);
    }
    QCOMPARE(counts[Series::Guided], 60 * 3 + 29);
    QCOMPARE(counts[Series::Free], 60 * 3 + 29);
    QCOMPARE(seeds[Series::Guided].size(), std::size_t{60 * 3 + 29});
    QCOMPARE(seeds[Series::Free].size(), std::size_t{60 * 3 + 29});
}

void FidelityTest::trialsHaveOneAttempt()
{
    const auto profile = *ModelProfile::load(starterModelFolder());
    int own = 0;
    int roundTrips = 0;
    for (const PlannedTile& tile : planTiles(profile, "model", rubber(), {})) {
        if (tile.series != Series::Trial)
            continue;
        QCOMPARE(tile.request.attempts, 1);
        QCOMPARE(tile.request.retint, 0.0);
        own += tile.request.strength == profile.guide->strength
            && tile.request.hold == profile.guide->hold;
        roundTrips += tile.request.strength == 0;
    }
    QCOMPARE(own, retintMixes);
    QCOMPARE(roundTrips, retintMixes);
}

void FidelityTest::summaryOfValues()
{
    const Summary summary = summarize({4, 1, 3, 2, 10});
    QCOMPARE(summary.count, std::size_t{5});
    QCOMPARE(summary.mean, 4.0);
    QCOMPARE(summary.median, 3.0);
    QCOMPARE(summary.percentile95, 8.8);
    QCOMPARE(summary.worst, 10.0);
}

void FidelityTest::summaryOfNothing()
{
    QCOMPARE(summarize({}).count, std::size_t{0});
    QCOMPARE(summarize({}).worst, 0.0);
}

void FidelityTest::percentiles_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<double>("expected");
    QTest::newRow("least") << 0.0 << 1.0;
    QTest::newRow("quarter") << 25.0 << 1.75;
    QTest::newRow("median") << 50.0 << 2.5;
    QTest::newRow("greatest") << 100.0 << 4.0;
}

void FidelityTest::percentiles()
{
    QFETCH(double, percent);
    QFETCH(double, expected);
    QCOMPARE(percentile({1, 2, 3, 4}, percent), expected);
    QCOMPARE(percentile({7}, percent), 7.0);
}

void FidelityTest::finePower_data()
{
    QTest::addColumn<double>("period");
    QTest::addColumn<double>("percent");
    QTest::newRow("three pixels") << 3.0 << 100.0;
    QTest::newRow("eight pixels") << 8.0 << 0.0;
}

void FidelityTest::finePower()
{
    QFETCH(double, period);
    QFETCH(double, percent);
    QVERIFY(std::abs(tilewright::fidelity::finePower(stripes(128, period)) - percent) < 0.5);
}

void FidelityTest::finePowerOfOneColor()
{
    QCOMPARE(tilewright::fidelity::finePower(Image(32, 32)), 0.0);
}

void FidelityTest::signalToNoise()
{
    Image grey(8, 8);
    Image brighter = grey;
    for (auto& byte : brighter.rgb)
        byte = 51; // a fifth of the range
    QVERIFY(std::abs(peakSignalToNoise(brighter, grey) - 20 * std::log10(5)) < 1e-9);
    QVERIFY(std::isinf(peakSignalToNoise(grey, grey)));
}

void FidelityTest::tilesByTruth()
{
    const Results results = someResults();
    const auto records = byTruth(results);
    QCOMPARE(records.size(), std::size_t{3});
    QCOMPARE(mixtureError(records.front()->reading), 1.0);
    QCOMPARE(mixtureError(records.back()->reading), 3.0);
    QCOMPARE(summaryOf(records, mixtureError).mean, 2.0);
    QCOMPARE(summaryOf(records, nearestError).mean, 4.0);
    QCOMPARE(summaryOf(records, granulesError).mean, 1.0);
    QCOMPARE(summaryOf(records, mixtureError, Subject::Field).mean, 0.0);
}

void FidelityTest::errorsOfSingleColors()
{
    const Results results = someResults();
    const auto free = select(results, inSeries(Series::Free));
    const Summary summary = colorSummary(free, &ColorFidelity::measured);
    QCOMPARE(summary.count, std::size_t{6});
    QCOMPARE(summary.mean, 20.0);
    QCOMPARE(summary.worst, 30.0);
}

void FidelityTest::tableHasOneLinePerTile()
{
    const auto lines = QString::fromStdString(fidelityCsv(someResults()))
                           .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines[1].startsWith(
        QStringLiteral("guided,\"50% red, 50% black\",2,0,0.4,0.5,1,3.00,3.00,6.00,1.50,99.00,")));
    QVERIFY(lines[2].startsWith(QStringLiteral("free,\"50% red, 50% black\",2,0,,,,30.00,")));
    // The quoted mix of two colours holds one comma more.
    for (const QString& line : lines.mid(1))
        QCOMPARE(line.count(QLatin1Char(',')), lines.front().count(QLatin1Char(',')) + 1);
}

void FidelityTest::documentTellsWhatWasMeasured()
{
    const QString document = QString::fromStdString(fidelityDocument(someResults()));
    QVERIFY(document.contains(
        QStringLiteral("| **guided**, mixture | 3 | 2.00 | 2.00 | 2.90 | 3.00 |")));
    QVERIFY(document.contains(
        QStringLiteral("| **free**, mixture | 3 | 20.00 | 20.00 | 29.00 | 30.00 |")));
    QVERIFY(document.contains(QStringLiteral("| mixture, mean, points | ≤ 1 | 2.00 | **no** |")));
    QVERIFY(document.contains(QStringLiteral(
        "| granules, mean; after re-tinting nearly by construction | ≤ 1 | 1.00 | yes |")));
}

QTEST_GUILESS_MAIN(FidelityTest)
#include "fidelity_test.moc"
