#include <QtTest>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

#include "core/color/color.h"
#include "core/color/color_difference.h"
#include "core/mix/palette.h"
#include "core/support/paths.h"

using namespace tilewright;

namespace {

bool isNear(const Lab& a, const Lab& b, double tolerance)
{
    return std::hypot(a.L - b.L, a.a - b.a, a.b - b.b) <= tolerance;
}

Srgb arbitraryColor()
{
    return {*rc::gen::arbitrary<std::uint8_t>(), *rc::gen::arbitrary<std::uint8_t>(),
        *rc::gen::arbitrary<std::uint8_t>()};
}

Lab arbitraryLab()
{
    const auto between
        = [](int least, int most) { return *rc::gen::inRange(least * 100, most * 100) / 100.0; };
    return {between(0, 101), between(-128, 128), between(-128, 128)};
}

} // namespace

class ColorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownColors_data()
    {
        // Published CIE L*a*b* (D65) values of the corners of sRGB.
        QTest::addColumn<QString>("hex");
        QTest::addColumn<double>("L");
        QTest::addColumn<double>("a");
        QTest::addColumn<double>("b");
        QTest::newRow("white") << QStringLiteral("#ffffff") << 100.0 << 0.0 << 0.0;
        QTest::newRow("black") << QStringLiteral("#000000") << 0.0 << 0.0 << 0.0;
        QTest::newRow("grey") << QStringLiteral("#777777") << 50.03 << 0.0 << 0.0;
        QTest::newRow("red") << QStringLiteral("#ff0000") << 53.24 << 80.09 << 67.20;
        QTest::newRow("green") << QStringLiteral("#00ff00") << 87.73 << -86.18 << 83.18;
        QTest::newRow("blue") << QStringLiteral("#0000ff") << 32.30 << 79.19 << -107.86;
    }

    void knownColors()
    {
        QFETCH(QString, hex);
        QFETCH(double, L);
        QFETCH(double, a);
        QFETCH(double, b);
        const auto color = srgbFromHex(hex.toStdString());
        QVERIFY(color);
        QVERIFY(isNear(toLab(*color), {L, a, b}, 0.03));
    }

    void transferCurveIsContinuousAndInverse()
    {
        QVERIFY(std::abs(srgbToLinear(0.04045) - srgbToLinear(0.0404501)) < 1e-6);
        for (int i = 0; i <= 1000; ++i)
            QVERIFY(std::abs(linearToSrgb(srgbToLinear(i / 1000.0)) - i / 1000.0) < 1e-6);
    }

    void greysHaveNoChroma()
    {
        for (int level = 0; level < 256; ++level) {
            const auto byte = static_cast<std::uint8_t>(level);
            const Lab lab = toLab(Srgb{byte, byte, byte});
            QVERIFY(std::hypot(lab.a, lab.b) < 1e-9);
        }
    }

    void roundTrips()
    {
        QVERIFY(rc::check("sRGB to L*a*b* and back", [] {
            const Srgb color = arbitraryColor();
            RC_ASSERT(toSrgb(toLinear(toLab(color))) == color);
            RC_ASSERT(toSrgb(toLinear(color)) == color);
        }));
        QVERIFY(rc::check("sRGB to hex and back", [] {
            const Srgb color = arbitraryColor();
            RC_ASSERT(srgbFromHex(toHex(color)) == color);
        }));
    }

    void outOfGamutIsClipped()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(toSrgb({-1.0, 2.0, 0.0}) == (Srgb{0, 255, 0}));
        QVERIFY(toSrgb({nan, 1e300, -1e300}) == (Srgb{0, 255, 0}));
    }

    void hexIsStrict()
    {
        QVERIFY(srgbFromHex("D25144") == (Srgb{0xd2, 0x51, 0x44}));
        for (const char* text :
            {"", "#", "#12345", "#1234567", "12345g", "+12345", "-12345", "##12345"})
            QVERIFY2(!srgbFromHex(text), text);
    }

    void paletteAgreesWithItself()
    {
        // The palette's Lab values are measured apart from its sRGB values, which are rounded.
        const auto palette = Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
        QVERIFY(palette);
        for (const GranuleColor& color : palette->colors())
            QVERIFY2(isNear(toLab(color.srgb), color.lab, 1.0), color.name.c_str());
    }

    void differencesOfSharmasPairs()
    {
        struct Pair {
            Lab first, second;
            double difference;
        };
        // clang-format off
        const std::vector<Pair> pairs{
            {{50.0000, 2.6772, -79.7751}, {50.0000, 0.0000, -82.7485}, 2.0425},
            {{50.0000, 3.1571, -77.2803}, {50.0000, 0.0000, -82.7485}, 2.8615},
            {{50.0000, 2.8361, -74.0200}, {50.0000, 0.0000, -82.7485}, 3.4412},
            {{50.0000, -1.3802, -84.2814}, {50.0000, 0.0000, -82.7485}, 1.0000},
            {{50.0000, -1.1848, -84.8006}, {50.0000, 0.0000, -82.7485}, 1.0000},
            {{50.0000, -0.9009, -85.5211}, {50.0000, 0.0000, -82.7485}, 1.0000},
            {{50.0000, 0.0000, 0.0000}, {50.0000, -1.0000, 2.0000}, 2.3669},
            {{50.0000, -1.0000, 2.0000}, {50.0000, 0.0000, 0.0000}, 2.3669},
            {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0009}, 7.1792},
            {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0010}, 7.1792},
            {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0011}, 7.2195},
            {{50.0000, 2.4900, -0.0010}, {50.0000, -2.4900, 0.0012}, 7.2195},
            {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0009, -2.4900}, 4.8045},
            {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0010, -2.4900}, 4.8045},
            {{50.0000, -0.0010, 2.4900}, {50.0000, 0.0011, -2.4900}, 4.7461},
            {{50.0000, 2.5000, 0.0000}, {50.0000, 0.0000, -2.5000}, 4.3065},
            {{50.0000, 2.5000, 0.0000}, {73.0000, 25.0000, -18.0000}, 27.1492},
            {{50.0000, 2.5000, 0.0000}, {61.0000, -5.0000, 29.0000}, 22.8977},
            {{50.0000, 2.5000, 0.0000}, {56.0000, -27.0000, -3.0000}, 31.9030},
            {{50.0000, 2.5000, 0.0000}, {58.0000, 24.0000, 15.0000}, 19.4535},
            {{50.0000, 2.5000, 0.0000}, {50.0000, 3.1736, 0.5854}, 1.0000},
            {{50.0000, 2.5000, 0.0000}, {50.0000, 3.2972, 0.0000}, 1.0000},
            {{50.0000, 2.5000, 0.0000}, {50.0000, 1.8634, 0.5757}, 1.0000},
            {{50.0000, 2.5000, 0.0000}, {50.0000, 3.2592, 0.3350}, 1.0000},
            {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
            {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
            {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
            {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
            {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
            {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
            {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, 0.0447}, 1.4441},
            {{90.9257, -0.5406, -0.9208}, {88.6381, -0.8985, -0.7239}, 1.5381},
            {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377},
            {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
        };
        // clang-format on
        QCOMPARE(pairs.size(), std::size_t{34});
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const double difference = deltaE2000(pairs[i].first, pairs[i].second);
            QVERIFY2(std::abs(difference - pairs[i].difference) <= 0.5001e-4,
                qPrintable(QStringLiteral("pair %1: %2").arg(i + 1).arg(difference, 0, 'f', 6)));
        }
    }

    void differenceIsSymmetricAndZeroForEqual()
    {
        QVERIFY(rc::check("the order of two colours does not matter", [] {
            const Lab first = arbitraryLab(), second = arbitraryLab();
            const double difference = deltaE2000(first, second);
            RC_ASSERT(std::isfinite(difference));
            RC_ASSERT(difference >= 0);
            RC_ASSERT(std::abs(difference - deltaE2000(second, first)) < 1e-9);
            RC_ASSERT((difference == 0) == (first == second));
        }));
        QVERIFY(rc::check("a colour does not differ from itself", [] {
            const Lab color = arbitraryLab();
            RC_ASSERT(deltaE2000(color, color) == 0);
        }));
    }
};

QTEST_GUILESS_MAIN(ColorTest)
#include "color_test.moc"
