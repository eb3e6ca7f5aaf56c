// Regions of a painted picture.
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/granule/mask.h"

using namespace tilewright;

namespace {

using Color = std::array<std::uint8_t, 3>;

constexpr Color black{0, 0, 0};
constexpr Color blue{20, 40, 200};
constexpr Color red{220, 30, 30};
constexpr Color white{255, 255, 255};

template <typename ColorAt> Image painted(int width, int height, ColorAt colorAt)
{
    Image image(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const Color color = colorAt(x, y);
            std::copy(color.begin(), color.end(), image.pixel(x, y));
        }
    }
    return image;
}

/// A disc on a ground, its edge blended over two pixels.
Image disc(const Color& inside, const Color& outside)
{
    return painted(200, 200, [&](int x, int y) {
        const double distance = std::hypot(x - 99.5, y - 99.5);
        const double blend = std::clamp((distance - 59) / 2, 0.0, 1.0);
        Color color{};
        for (std::size_t i = 0; i < color.size(); ++i) {
            color[i] = static_cast<std::uint8_t>(inside[i] + blend * (outside[i] - inside[i]));
        }
        return color;
    });
}

} // namespace

class GranuleMaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void regionsGoFromDarkToLight()
    {
        const std::array<Color, 4> bars{white, black, red, blue};
        const auto mask = MaskRegions::fromImage(
            painted(80, 40, [&](int x, int) { return bars[static_cast<std::size_t>(x / 20)]; }));
        QVERIFY(mask.has_value());
        QCOMPARE(mask->count(), std::size_t{4});
        QCOMPARE(mask->at(0.1, 0.5), std::size_t{3});
        QCOMPARE(mask->at(0.4, 0.5), std::size_t{0});
        QCOMPARE(mask->at(0.6, 0.5), std::size_t{2});
        QCOMPARE(mask->at(0.9, 0.5), std::size_t{1});
        for (const double share : mask->shares()) {
            QCOMPARE(share, 0.25);
        }
    }

    void blendedEdgesAreNoRegion_data()
    {
        QTest::addColumn<int>("inside");
        QTest::addColumn<int>("outside");
        QTest::newRow("white on black") << 255 << 0;
        QTest::newRow("black on white") << 0 << 255;
        QTest::newRow("grey on black") << 60 << 0;
    }
    void blendedEdgesAreNoRegion()
    {
        QFETCH(int, inside);
        QFETCH(int, outside);
        const auto grey = [](int level) {
            const auto byte = static_cast<std::uint8_t>(level);
            return Color{byte, byte, byte};
        };
        const auto mask = MaskRegions::fromImage(disc(grey(inside), grey(outside)));
        QVERIFY(mask.has_value());
        QCOMPARE(mask->count(), std::size_t{2});
        const std::size_t region = inside < outside ? 0 : 1;
        QCOMPARE(mask->at(0.5, 0.5), region);
        QCOMPARE(mask->at(0.05, 0.05), 1 - region);
        const double area = std::acos(-1.0) * 60 * 60 / (200 * 200);
        QVERIFY(std::abs(mask->shares()[region] - area) < 0.003);
    }

    void nearlyEqualColorsAreOne()
    {
        // As a camera or a lossy format would make of two flat colours.
        const auto mask = MaskRegions::fromImage(painted(120, 90, [](int x, int y) {
            Color color = x < 60 ? blue : red;
            color[1] = static_cast<std::uint8_t>(color[1] + (x * 7 + y * 5) % 6);
            return color;
        }));
        QVERIFY(mask.has_value());
        QCOMPARE(mask->count(), std::size_t{2});
    }

    void largeMasksAreThinned()
    {
        const auto mask = MaskRegions::fromImage(
            painted(5000, 40, [](int x, int) { return x < 2500 ? black : white; }));
        QVERIFY(mask.has_value());
        QCOMPARE(mask->at(0.49, 0.5), std::size_t{0});
        QCOMPARE(mask->at(0.51, 0.5), std::size_t{1});
    }

    void placesOutsideAreClamped()
    {
        const auto mask = MaskRegions::fromImage(
            painted(40, 40, [](int x, int) { return x < 20 ? black : white; }));
        QCOMPARE(mask->at(-1, 0), std::size_t{0});
        QCOMPARE(mask->at(2, 3), std::size_t{1});
        QCOMPARE(mask->at(std::nan(""), std::nan("")), std::size_t{0});
    }

    void onePixelIsOneRegion()
    {
        const auto mask = MaskRegions::fromImage(painted(1, 1, [](int, int) { return red; }));
        QVERIFY(mask.has_value());
        QCOMPARE(mask->count(), std::size_t{1});
    }

    void unusableMasksAreRefused_data()
    {
        QTest::addColumn<Image>("image");
        QTest::newRow("empty") << Image();
        QTest::newRow("no flat colour")
            << painted(64, 64, [](int x, int y) { return (x + y) % 2 == 0 ? black : white; });
        QTest::newRow("nine colours") << painted(90, 30, [](int x, int) {
            const int bar = x / 10;
            return Color{static_cast<std::uint8_t>(bar % 3 * 100),
                static_cast<std::uint8_t>(bar / 3 * 100), 0};
        });
    }
    void unusableMasksAreRefused()
    {
        QFETCH(Image, image);
        const auto mask = MaskRegions::fromImage(image);
        QVERIFY(!mask);
        QCOMPARE(mask.error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(GranuleMaskTest)
#include "granule_mask_test.moc"
