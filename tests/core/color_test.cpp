#include <QtTest>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

#include "core/color/color.h"
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
};

QTEST_GUILESS_MAIN(ColorTest)
#include "color_test.moc"
