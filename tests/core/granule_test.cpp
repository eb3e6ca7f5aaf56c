#include "core/granule/granule_field.h"
#include "core/granule/granule_shader.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <rapidcheck.h>

using namespace tilewright;

namespace {

Palette palette()
{
    const auto color = [](const char* code, const char* name, Lab lab) {
        GranuleColor result;
        result.code = code;
        result.name = name;
        result.lab = lab;
        result.srgb = toSrgb(toLinear(lab));
        return result;
    };
    return Palette::create("test",
        {color("RED", "red", {51.78, 49.97, 34.18}), color("BLACK", "black", {23.07, 0, 0}),
            color("PEARL", "pearl", {83.07, -0.56, 6.18}),
            color("DKBLUE", "dark blue", {28.31, 22.84, -47.14}),
            color("YELLOW", "yellow", {83.95, -9.11, 59.29}),
            color("EMERALD", "emerald", {65.42, -35.83, -0.35})})
        .value();
}

Mix mixOf(const std::vector<std::pair<std::string, double>>& weights)
{
    return Mix::fromWeights(weights).value();
}

Mix threeColors()
{
    return mixOf({{"red", 50}, {"black", 30}, {"pearl", 20}});
}

GranuleSettings settingsOf(int width, int height, double diameter, std::uint64_t seed = 1)
{
    GranuleSettings settings;
    settings.width = width;
    settings.height = height;
    settings.granuleMillimetres = 8;
    settings.millimetresPerPixel = 8 / diameter;
    settings.seed = seed;
    return settings;
}

/// 512 x 512 pixels, granules of 22 pixels.
std::shared_ptr<const GranuleField> tile()
{
    static const auto field = std::make_shared<const GranuleField>(settingsOf(512, 512, 22));
    return field;
}

rc::Gen<Mix> anyMix(std::size_t leastColors)
{
    return rc::gen::exec([leastColors] {
        std::vector<std::string> names;
        const Palette colors = palette();
        for (const GranuleColor& color : colors.colors()) {
            names.push_back(color.name);
        }
        const auto size = *rc::gen::inRange(leastColors, names.size() + 1);
        std::vector<std::pair<std::string, double>> weights;
        for (std::size_t i = 0; i < size; ++i) {
            const auto chosen = *rc::gen::inRange<std::size_t>(0, names.size());
            weights.emplace_back(names[chosen], *rc::gen::inRange(1, 100));
            names.erase(names.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
        return mixOf(weights);
    });
}

double largestError(const GranuleField& field, const Mix& mix)
{
    const std::vector<double> shares = field.visibleShares(mix, field.assignColors(mix));
    double error = 0;
    for (std::size_t i = 0; i < mix.size(); ++i) {
        error = std::max(error, std::abs(shares[i] - mix.shares()[i].perMille / 1000.0));
    }
    return error;
}

/// The part of the visible area whose colour differs between two mixes.
double recolored(const GranuleField& field, const Mix& before, const Mix& after)
{
    const std::vector<std::uint8_t> a = field.assignColors(before);
    const std::vector<std::uint8_t> b = field.assignColors(after);
    double changed = 0;
    double visible = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double area = field.visibleArea()[i];
        visible += area;
        changed += before.shares()[a[i]].color == after.shares()[b[i]].color ? 0 : area;
    }
    return changed / visible;
}

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
        std::vector<std::pair<std::string, double>> weights;
        const Palette names = palette();
        for (const GranuleColor& color : names.colors()) {
            if (weights.size() < static_cast<std::size_t>(colors)) {
                weights.emplace_back(color.name, static_cast<double>(weights.size() + 1));
            }
        }
        const Mix mix = mixOf(weights);
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
        QVERIFY(shader.render(mix, palette()).value()
            == shader.render(mix.reordered({2, 0, 1}), palette()).value());
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

    void edgesWrap_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("diameter");
        QTest::newRow("square") << 512 << 512 << 22.0;
        QTest::newRow("oblong") << 301 << 450 << 14.0;
        QTest::newRow("large granules") << 400 << 300 << 60.0;
    }

    void edgesWrap()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(double, diameter);
        const Image image
            = renderGranules(settingsOf(width, height, diameter), threeColors(), palette()).value();

        // The step from the last line to the first must be one like those inside.
        const auto compare = [&](int lines, int length, auto pixelAt) {
            std::vector<double> steps;
            for (int line = 0; line < lines; ++line) {
                double sum = 0;
                for (int i = 0; i < length; ++i) {
                    const std::uint8_t* const a = pixelAt(line, i);
                    const std::uint8_t* const b = pixelAt((line + 1) % lines, i);
                    sum += std::abs(a[0] - b[0]) + std::abs(a[1] - b[1]) + std::abs(a[2] - b[2]);
                }
                steps.push_back(sum / length);
            }
            const double seam = steps.back();
            steps.pop_back();
            const double largest = *std::max_element(steps.begin(), steps.end());
            const double mean = std::accumulate(steps.begin(), steps.end(), 0.0)
                / static_cast<double>(steps.size());
            QVERIFY2(seam <= largest && seam < 1.35 * mean,
                qPrintable(QStringLiteral("seam %1, mean %2, largest %3")
                               .arg(seam)
                               .arg(mean)
                               .arg(largest)));
        };
        compare(width, height, [&](int x, int y) { return image.pixel(x, y); });
        compare(height, width, [&](int y, int x) { return image.pixel(x, y); });
    }

    void seedGivesTheSameTileEverywhere()
    {
        const GranuleField field(settingsOf(128, 96, 22, 42));
        QCOMPARE(checksum(field.granuleMap()), std::uint64_t(0xc4b2a428c3aa8459));
        QCOMPARE(checksum(field.facetMap()), std::uint64_t(0x822ce19546bf45c2));
        const GranuleSettings settings = settingsOf(128, 96, 22, 42);
        QVERIFY(renderGranules(settings, threeColors(), palette()).value()
            == renderGranules(settings, threeColors(), palette()).value());
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
        QVERIFY(!(shader.render(threeColors(), palette()).value()
            == renderGranules(other.settings(), threeColors(), palette()).value()));
    }

    void granulesHaveTheirPaletteColor()
    {
        const Palette colors = palette();
        std::vector<std::pair<std::string, double>> weights;
        for (const GranuleColor& color : colors.colors()) {
            weights.emplace_back(color.name, 1);
        }
        const Mix mix = mixOf(weights);
        const Image image = GranuleShader(tile()).render(mix, colors).value();
        const std::vector<std::uint8_t> assignment = tile()->assignColors(mix);

        // Mean of the pixels that show one granule alone, in linear light.
        std::vector<LinearRgb> sums(mix.size(), LinearRgb{});
        std::vector<double> counts(mix.size(), 0.0);
        const std::size_t fineWidth = static_cast<std::size_t>(tile()->fineWidth());
        const std::vector<std::uint32_t>& map = tile()->granuleMap();
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                const std::size_t i
                    = static_cast<std::size_t>(2 * y) * fineWidth + static_cast<std::size_t>(2 * x);
                const std::uint32_t granule = map[i];
                if (granule == GranuleField::gap || map[i + 1] != granule
                    || map[i + fineWidth] != granule || map[i + fineWidth + 1] != granule) {
                    continue;
                }
                const std::uint8_t* const pixel = image.pixel(x, y);
                const LinearRgb light = toLinear(Srgb{pixel[0], pixel[1], pixel[2]});
                for (std::size_t channel = 0; channel < 3; ++channel) {
                    sums[assignment[granule]][channel] += light[channel];
                }
                counts[assignment[granule]] += 1;
            }
        }
        for (std::size_t i = 0; i < mix.size(); ++i) {
            const Lab asked = colors.find(mix.shares()[i].color)->lab;
            const LinearRgb mean{
                sums[i][0] / counts[i], sums[i][1] / counts[i], sums[i][2] / counts[i]};
            // The palette holds the lit faces, the mean has the shadows too.
            const Lab seen = toLab(mean);
            const QString report = QStringLiteral("%1: %2 %3 %4")
                                       .arg(QString::fromStdString(mix.shares()[i].color))
                                       .arg(seen.L)
                                       .arg(seen.a)
                                       .arg(seen.b);
            QVERIFY2(seen.L < asked.L + 3 && seen.L > asked.L - 12, qPrintable(report));
            QVERIFY2(std::hypot(seen.a - asked.a, seen.b - asked.b) < 10, qPrintable(report));
        }
    }

    void anySizeIsDrawn_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("diameter");
        QTest::newRow("one pixel") << 1 << 1 << 22.0;
        QTest::newRow("one row") << 333 << 1 << 22.0;
        QTest::newRow("odd") << 67 << 129 << 22.0;
        QTest::newRow("granule larger than the tile") << 64 << 64 << 120.0;
        QTest::newRow("wide") << 2048 << 64 << 6.0;
        QTest::newRow("no diameter") << 64 << 64 << 0.0;
        QTest::newRow("absurdly small") << 64 << 64 << 1e-9;
        QTest::newRow("absurdly large") << 64 << 64 << 1e9;
        QTest::newRow("infinite") << 64 << 64 << std::numeric_limits<double>::infinity();
        QTest::newRow("not a number") << 64 << 64 << std::numeric_limits<double>::quiet_NaN();
    }

    void anySizeIsDrawn()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(double, diameter);
        const auto field
            = std::make_shared<const GranuleField>(settingsOf(width, height, diameter));
        for (const std::uint8_t color : field->assignColors(threeColors())) {
            QVERIFY(color < 3);
        }
        const Image image = GranuleShader(field).render(threeColors(), palette()).value();
        QCOMPARE(image.width, width);
        QCOMPARE(image.height, height);
        QCOMPARE(image.rgb.size(),
            static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
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

    void unknownColorIsRefused()
    {
        const Expected<Image> image
            = renderGranules(settingsOf(64, 64, 22), mixOf({{"red", 50}, {"perl", 50}}), palette());
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Usage);
        QVERIFY(image.error().message.find("perl") != std::string::npos);
        QVERIFY(image.error().message.find("pearl") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(GranuleTest)
#include "granule_test.moc"
