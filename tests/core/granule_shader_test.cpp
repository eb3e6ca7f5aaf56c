// The picture of granules.
#include <QTest>
#include <limits>

#include "support/granule_fixture.h"

using namespace tilewright;
using namespace tilewright::test;

class GranuleShaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
            = renderGranules(settingsOf(width, height, diameter), threeColors(), sixColors())
                  .value();

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

    void granulesHaveTheirPaletteColor()
    {
        const Palette colors = sixColors();
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
        const Image image = GranuleShader(field).render(threeColors(), sixColors()).value();
        QCOMPARE(image.width, width);
        QCOMPARE(image.height, height);
        QCOMPARE(image.rgb.size(),
            static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    }

    void unknownColorIsRefused()
    {
        const Expected<Image> image = renderGranules(
            settingsOf(64, 64, 22), mixOf({{"red", 50}, {"perl", 50}}), sixColors());
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Usage);
        QVERIFY(image.error().message.find("perl") != std::string::npos);
        QVERIFY(image.error().message.find("pearl") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(GranuleShaderTest)
#include "granule_shader_test.moc"
