// The shares of colours in a picture, by both meters.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <rapidcheck.h>

#include "core/granule/granule_shader.h"
#include "core/measure/fidelity_meter.h"
#include "core/measure/mixture.h"
#include "core/measure/nearest_color.h"
#include "core/measure/share_estimator.h"
#include "core/measure/tile_area.h"
#include "support/arbitrary_mix.h"
#include "support/measuring.h"

using namespace tilewright;
using tilewright::test::bundledPalette;
using tilewright::test::Errors;
using tilewright::test::granules;

namespace {

struct Tile {
    Image picture;
    std::vector<std::string> names;
    std::vector<double> percent;
};

Tile tileOf(const std::vector<std::pair<std::string, double>>& weights, std::uint64_t seed)
{
    const Mix mix = Mix::fromWeights(weights).value();
    GranuleSettings settings;
    settings.seed = seed;
    Tile tile{renderGranules(settings, mix, bundledPalette()).value(), {}, {}};
    for (const MixShare& share : mix.shares()) {
        tile.names.push_back(share.color);
        tile.percent.push_back(share.percent());
    }
    return tile;
}

const Tile& plainTile()
{
    static const Tile tile = tileOf({{"red", 50}, {"black", 30}, {"pearl", 20}}, 42);
    return tile;
}

/// Always the same mixes of 2 to 6 colours, in steps of 5 %.
std::vector<Tile> someTiles(int count)
{
    std::uint32_t state = 2463534242;
    const auto below = [&](std::size_t limit) { // xorshift
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state % limit;
    };
    std::vector<Tile> tiles;
    for (int i = 0; i < count; ++i) {
        std::vector<std::string> names;
        for (const GranuleColor& color : bundledPalette().colors())
            names.push_back(color.name);
        const std::size_t colors = 2 + static_cast<std::size_t>(i) % 5;
        std::vector<std::pair<std::string, double>> weights;
        for (std::size_t k = 0; k < colors; ++k) {
            const std::size_t chosen = below(names.size());
            weights.emplace_back(names[chosen], 5);
            names.erase(names.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
        for (std::size_t k = colors; k < 20; ++k)
            weights[below(colors)].second += 5;
        tiles.push_back(tileOf(weights, 9000 + static_cast<std::uint64_t>(i)));
    }
    return tiles;
}

double worstError(
    const Tile& tile, const Image& picture, const std::vector<std::uint8_t>& coverage = {})
{
    const auto estimate = estimateShares(picture, coverage, granules(), tile.names);
    Errors errors;
    errors.add(estimate.value().shares, tile.percent);
    return errors.worst;
}

/// The tile in the middle of white paper.
Image onPaper(const Image& tile, int margin)
{
    Image picture(tile.width + 2 * margin, tile.height + 2 * margin);
    std::fill(picture.rgb.begin(), picture.rgb.end(), std::uint8_t{253});
    for (int y = 0; y < tile.height; ++y)
        std::copy_n(tile.pixel(0, y), 3 * tile.width, picture.pixel(margin, y + margin));
    return picture;
}

/// Darker towards the corners and towards the left, as bright as before on the whole.
Image unevenlyLit(const Image& tile)
{
    const auto gainAt = [&](int x, int y) {
        const double u = 2.0 * x / tile.width - 1, v = 2.0 * y / tile.height - 1;
        return 1 - 0.25 * (u * u + v * v - 2.0 / 3) + 0.15 * u;
    };
    Image picture = tile;
    for (int y = 0; y < tile.height; ++y) {
        for (int x = 0; x < tile.width; ++x) {
            const double gain = gainAt(x, y);
            for (int i = 0; i < 3; ++i) {
                const double light = gain * srgbToLinear(tile.pixel(x, y)[i] / 255.0);
                picture.pixel(x, y)[i] = static_cast<std::uint8_t>(
                    std::lround(255 * linearToSrgb(std::min(1.0, light))));
            }
        }
    }
    return picture;
}

Image painted(const Image& tile, double part, Srgb color)
{
    Image picture = tile;
    const int rows = static_cast<int>(part * tile.height);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < tile.width; ++x) {
            picture.pixel(x, y)[0] = color.r;
            picture.pixel(x, y)[1] = color.g;
            picture.pixel(x, y)[2] = color.b;
        }
    }
    return picture;
}

} // namespace

class MeasureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mixtureOfHistogramsIsExact();
    void fieldsAreReadBack();
    void orderOfColorsDoesNotMatter();
    void sharesSumToOne();
    void foreignColorIsUnexplained_data();
    void foreignColorIsUnexplained();
    void groundAndTransparencyDoNotCount();
    void whiteTileIsNoGround();
    void unevenLightDoesNotHurt();
    void otherExposureAndWhiteDoNotHurt();
    void colorsAreFoundWithoutNames();
    void nearestColorReadsFields();
    void fidelityOfAFieldIsTrue();
    void unusualPictures_data();
    void unusualPictures();
    void unknownColorsAreRefused();
};

void MeasureTest::mixtureOfHistogramsIsExact()
{
    rc::check("weights of summed histograms are found", [] {
        const Mix mix = tilewright::test::arbitraryMix();
        ColorHistogram sum;
        std::vector<const Calibration::Look*> looks;
        for (const MixShare& share : mix.shares()) {
            const Calibration::Look* const look = granules().find(share.color);
            looks.push_back(look);
            for (std::size_t bin = 0; bin < ColorHistogram::binCount; ++bin)
                sum.add(bin, look->pixels.counts()[bin] * static_cast<float>(share.perMille));
        }
        Mixture mixture(sum, looks);
        mixture.fitShares();
        for (std::size_t i = 0; i < mix.size(); ++i)
            RC_ASSERT(std::abs(100 * mixture.shares()[i] - mix.shares()[i].percent()) < 0.5);
    });
}

void MeasureTest::fieldsAreReadBack()
{
    Errors errors;
    for (const Tile& tile : someTiles(30)) {
        const auto estimate = estimateShares(tile.picture, {}, granules(), tile.names);
        QVERIFY(estimate.has_value());
        QVERIFY2(estimate->unexplained < 0.01, qPrintable(QString::number(estimate->unexplained)));
        errors.add(estimate->shares, tile.percent);
    }
    qInfo("fields: mean %.2f, worst %.2f points", errors.mean(), errors.worst);
    QVERIFY(errors.mean() <= 0.5);
    QVERIFY(errors.worst <= 4);
}

void MeasureTest::orderOfColorsDoesNotMatter()
{
    const Tile& tile = plainTile();
    std::vector<std::string> names = tile.names;
    const auto expected = estimateShares(tile.picture, {}, granules(), names).value();
    std::reverse(names.begin(), names.end());
    auto found = estimateShares(tile.picture, {}, granules(), names).value();
    std::reverse(found.shares.begin(), found.shares.end());
    for (std::size_t i = 0; i < names.size(); ++i)
        QVERIFY(std::abs(found.shares[i] - expected.shares[i]) < 0.001);
}

void MeasureTest::sharesSumToOne()
{
    rc::check("whatever colours are asked of whatever picture", [] {
        const auto width = *rc::gen::inRange(1, 40), height = *rc::gen::inRange(1, 40);
        Image picture(width, height);
        const auto noise = *rc::gen::container<std::vector<std::uint8_t>>(
            picture.rgb.size(), rc::gen::arbitrary<std::uint8_t>());
        picture.rgb = noise;
        std::vector<std::string> names;
        const Mix mix = tilewright::test::arbitraryMix();
        for (const MixShare& share : mix.shares())
            names.push_back(share.color);
        const auto estimate = estimateShares(picture, {}, granules(), names);
        if (!estimate)
            return;
        const double sum = std::accumulate(estimate->shares.begin(), estimate->shares.end(), 0.0);
        RC_ASSERT(std::abs(sum - 1) < 1e-6);
        for (const double share : estimate->shares)
            RC_ASSERT(share >= 0);
        RC_ASSERT(estimate->unexplained >= 0 && estimate->unexplained <= 1);
    });
}

void MeasureTest::foreignColorIsUnexplained_data()
{
    QTest::addColumn<QByteArray>("color");
    QTest::addColumn<double>("part");
    for (const char* color : {"#00ffff", "#ff00ff", "#00c800"}) {
        for (const double part : {0.0, 0.05, 0.1, 0.2})
            QTest::addRow("%s %g", color, part) << QByteArray(color) << part;
    }
}

void MeasureTest::foreignColorIsUnexplained()
{
    QFETCH(QByteArray, color);
    QFETCH(double, part);
    const Tile& tile = plainTile();
    const Image picture
        = painted(tile.picture, part, srgbFromHex(std::string_view(color.constData())).value());
    const auto estimate = estimateShares(picture, {}, granules(), tile.names).value();
    QVERIFY2(std::abs(estimate.unexplained - part) < 0.015,
        qPrintable(QString::number(estimate.unexplained)));
}

void MeasureTest::groundAndTransparencyDoNotCount()
{
    const Tile& tile = plainTile();
    const double alone = worstError(tile, tile.picture);
    QVERIFY(worstError(tile, onPaper(tile.picture, 60)) < alone + 0.5);

    // A transparent lower half that would be all emerald.
    Image picture(tile.picture.width, 2 * tile.picture.height);
    const Srgb emerald = bundledPalette().find("emerald")->srgb;
    std::vector<std::uint8_t> coverage(picture.rgb.size() / 3);
    picture = painted(picture, 1, emerald);
    std::copy(tile.picture.rgb.begin(), tile.picture.rgb.end(), picture.rgb.begin());
    std::fill_n(coverage.begin(), coverage.size() / 2, std::uint8_t{255});
    QVERIFY(worstError(tile, picture, coverage) < alone + 0.01);
}

void MeasureTest::whiteTileIsNoGround()
{
    const Tile tile = tileOf({{"white", 1}}, 5);
    const auto area = tileArea(tile.picture);
    QCOMPARE(std::count(area.begin(), area.end(), 1), std::ptrdiff_t(area.size()));
    const auto onWhite = tileArea(onPaper(tile.picture, 50));
    const auto found = static_cast<double>(std::count(onWhite.begin(), onWhite.end(), 1));
    QVERIFY(std::abs(found / static_cast<double>(area.size()) - 1) < 0.03);
}

void MeasureTest::unevenLightDoesNotHurt()
{
    Errors even, uneven;
    for (const Tile& tile : {plainTile(), tileOf({{"green apple", 40}, {"blue", 60}}, 3),
             tileOf({{"yellow", 70}, {"violet", 20}, {"black", 10}}, 4)}) {
        even.add(
            estimateShares(tile.picture, {}, granules(), tile.names).value().shares, tile.percent);
        uneven.add(
            estimateShares(unevenlyLit(tile.picture), {}, granules(), tile.names).value().shares,
            tile.percent);
    }
    qInfo("even %.2f, uneven %.2f points", even.mean(), uneven.mean());
    QVERIFY(uneven.mean() < even.mean() + 0.7);
}

void MeasureTest::otherExposureAndWhiteDoNotHurt()
{
    const Tile tile = tileOf({{"red", 50}, {"black", 20}, {"yellow", 30}}, 8);
    Image picture = tile.picture;
    const std::array<double, 3> gain{0.8, 0.72, 0.62};
    for (std::size_t i = 0; i < picture.rgb.size(); ++i)
        picture.rgb[i] = static_cast<std::uint8_t>(
            std::lround(255 * linearToSrgb(gain[i % 3] * srgbToLinear(picture.rgb[i] / 255.0))));
    QVERIFY(worstError(tile, picture) < 2.5);
}

void MeasureTest::colorsAreFoundWithoutNames()
{
    int right = 0, wrong = 0;
    for (const Tile& tile : someTiles(15)) {
        auto found = findColors(tile.picture, {}, granules()).value();
        QVERIFY(found.colors.size() <= 6);
        QVERIFY(std::is_sorted(found.estimate.shares.rbegin(), found.estimate.shares.rend()));
        std::vector<std::string> names = tile.names;
        std::sort(names.begin(), names.end());
        std::sort(found.colors.begin(), found.colors.end());
        ++(found.colors == names ? right : wrong);
    }
    qInfo("%d of %d sets of colours are right", right, right + wrong);
    QVERIFY(wrong <= 1);

    const auto two = findColors(plainTile().picture, {}, granules(), 2).value();
    QCOMPARE(two.colors.size(), std::size_t(2));
    QCOMPARE(two.colors[0], std::string("red"));
}

void MeasureTest::nearestColorReadsFields()
{
    Errors errors;
    for (const Tile& tile : someTiles(20)) {
        std::vector<GranuleColor> colors;
        for (const std::string& name : tile.names)
            colors.push_back(*bundledPalette().find(name));
        errors.add(nearestShares(tile.picture, tileArea(tile.picture), colors), tile.percent);
    }
    qInfo("nearest colour: mean %.2f, worst %.2f points", errors.mean(), errors.worst);
    QVERIFY(errors.mean() <= 3);
}

void MeasureTest::fidelityOfAFieldIsTrue()
{
    const Tile& tile = plainTile();
    std::vector<AskedShare> asked;
    for (std::size_t i = 0; i < tile.names.size(); ++i)
        asked.push_back({tile.names[i], tile.percent[i]});
    asked[1].color = "BLACK"; // codes are names too
    const Fidelity fidelity
        = measureFidelity(tile.picture, {}, asked, bundledPalette(), granules()).value();
    QCOMPARE(fidelity.verdict(), Verdict::True);
    QCOMPARE(fidelity.colors[1].color, std::string("black"));
    QVERIFY(fidelity.unexplained < 1);
    for (const ColorFidelity& color : fidelity.colors) {
        QVERIFY(color.deltaE.has_value());
        QVERIFY2(*color.deltaE < 5, qPrintable(QString::number(*color.deltaE)));
        QVERIFY(!color.granules.has_value());
    }

    const auto unknown
        = measureFidelity(tile.picture, {}, {{"mauve", 100}}, bundledPalette(), granules());
    QVERIFY(!unknown.has_value());
    QVERIFY(unknown.error().message.find("mauve") != std::string::npos);
}

void MeasureTest::unusualPictures_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("level");
    QTest::newRow("empty") << 0 << 0 << 0;
    QTest::newRow("one pixel") << 1 << 1 << 90;
    QTest::newRow("one row") << 300 << 1 << 90;
    QTest::newRow("one column") << 1 << 300 << 90;
    QTest::newRow("black") << 64 << 64 << 0;
    QTest::newRow("grey") << 64 << 64 << 128;
    QTest::newRow("light grey") << 64 << 64 << 200;
    QTest::newRow("white") << 64 << 64 << 255;
}

void MeasureTest::unusualPictures()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, level);
    Image picture(width, height);
    std::fill(picture.rgb.begin(), picture.rgb.end(), static_cast<std::uint8_t>(level));
    const auto fidelity
        = measureFidelity(picture, {}, {{"red", 40}, {"gray", 60}}, bundledPalette(), granules());
    if (fidelity) {
        double sum = 0;
        for (const ColorFidelity& color : fidelity->colors) {
            QVERIFY(std::isfinite(color.measured) && std::isfinite(color.nearest));
            sum += color.measured;
        }
        QVERIFY(std::abs(sum - 100) < 1e-3);
        QVERIFY(std::isfinite(fidelity->unexplained));
    } else {
        QCOMPARE(fidelity.error().kind, ErrorKind::BadData);
        QVERIFY(!fidelity.error().message.empty());
    }
    const auto found = findColors(picture, {}, granules());
    QVERIFY(found.has_value() || found.error().kind == ErrorKind::BadData);
    const std::vector<std::uint8_t> nothing(picture.rgb.size() / 3);
    if (!nothing.empty())
        QVERIFY(!estimateShares(picture, nothing, granules(), {"red"}).has_value());
}

void MeasureTest::unknownColorsAreRefused()
{
    const Image& picture = plainTile().picture;
    for (const std::vector<std::string>& names :
        {std::vector<std::string>{}, {"red", "mauve"}, {"red", "red"}}) {
        const auto estimate = estimateShares(picture, {}, granules(), names);
        QVERIFY(!estimate.has_value());
        QCOMPARE(estimate.error().kind, ErrorKind::Usage);
    }
    QVERIFY(!findColors(picture, {}, granules(), 0).has_value());
    QVERIFY(!findColors(picture, {}, Calibration(), 6).has_value());
}

QTEST_GUILESS_MAIN(MeasureTest)
#include "measure_test.moc"
