#include <QtTest>
#include <cmath>
#include <lcms2.h>
#include <rapidcheck.h>

#include "core/export/output_color.h"
#include "support/granule_fixture.h"
#include "support/output_colors.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr PixelFormat rgb8{ColorModel::Rgb, 8, false};
constexpr PixelFormat rgb16{ColorModel::Rgb, 16, false};
constexpr PixelFormat rgba16{ColorModel::Rgb, 16, true};

const OutputColor adobeRgb{ColorSpace::AdobeRgb, {}, RenderingIntent::Relative, true, 320};

} // namespace

/// sRGB and Adobe RGB, whose profiles are our own.
class ScreenColorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void srgbStaysAsItIs()
    {
        const auto converter = converterOf({});
        QCOMPARE(converter->profileName(), std::string("sRGB"));
        const auto sample = [](std::uint32_t x, std::uint32_t y, std::size_t channel) {
            return static_cast<int>((x * 2053u + y * 509u + channel * 30011u) & 65535u);
        };
        FunctionRows source(1024, 16, rgba16, sample), untouched(1024, 16, rgba16, sample);
        QVERIFY(converted(*converter, source) == readAll(untouched).value());

        const Image image
            = renderGranules(settingsOf(64, 64, 8), threeColors(), sixColors()).value();
        FunctionRows rows = rowsOf(image), same = rowsOf(image);
        QVERIFY(converted(*converter, rows, 8) == readAll(same).value());
        QCOMPARE(converter->softProof(image), image);
    }

    void builtInProfilesAreSmallPlainAndAlwaysTheSame_data()
    {
        QTest::addColumn<int>("space");
        QTest::addColumn<QVector<double>>("red");
        QTest::addColumn<QVector<double>>("green");
        QTest::addColumn<QVector<double>>("blue");
        // Media-relative XYZ under D50, as published in the profiles of HP and Microsoft, and in
        // Adobe RGB (1998) Color Image Encoding, 4.3.5.3.
        QTest::newRow("sRGB") << int(ColorSpace::Srgb) << QVector<double>{0.4361, 0.2225, 0.0139}
                              << QVector<double>{0.3851, 0.7169, 0.0971}
                              << QVector<double>{0.1431, 0.0606, 0.7141};
        QTest::newRow("Adobe RGB")
            << int(ColorSpace::AdobeRgb) << QVector<double>{0.60974, 0.31111, 0.01947}
            << QVector<double>{0.20528, 0.62567, 0.06087}
            << QVector<double>{0.14919, 0.06322, 0.74457};
    }

    void builtInProfilesAreSmallPlainAndAlwaysTheSame()
    {
        QFETCH(int, space);
        OutputColor color;
        color.space = static_cast<ColorSpace>(space);
        const auto converter = converterOf(color);
        QCOMPARE(converter->model(), ColorModel::Rgb);
        const Bytes& bytes = converter->profile();
        QVERIFY(bytes.size() < 4096);
        QCOMPARE(converterOf(color)->profile(), bytes);
        cmsHPROFILE profile
            = cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()));
        QVERIFY(profile);
        QCOMPARE(cmsGetEncodedICCversion(profile) >> 24, 2u);
        QVERIFY(cmsIsMatrixShaper(profile));
        QVERIFY(!cmsIsTag(profile, cmsSigAToB0Tag));
        const std::pair<cmsTagSignature, const char*> colorants[] = {
            {cmsSigRedColorantTag, "red"},
            {cmsSigGreenColorantTag, "green"},
            {cmsSigBlueColorantTag, "blue"},
        };
        for (const auto& [tag, column] : colorants) {
            const auto expected = *static_cast<QVector<double>*>(
                QTest::qData(column, qMetaTypeId<QVector<double>>()));
            const auto* xyz = static_cast<const cmsCIEXYZ*>(cmsReadTag(profile, tag));
            QVERIFY(xyz);
            QVERIFY(std::abs(xyz->X - expected[0]) < 0.0005);
            QVERIFY(std::abs(xyz->Y - expected[1]) < 0.0005);
            QVERIFY(std::abs(xyz->Z - expected[2]) < 0.0005);
        }
        std::array<char, 100> name{};
        cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", name.data(), name.size());
        QCOMPARE(converter->profileName(), std::string(name.data()));
        cmsCloseProfile(profile);
    }

    void ownSrgbProfileIsSrgb()
    {
        // As a file's reader sees it, who rounds light to 16 bits: in the dark, one level of it is
        // thirteen of the sample.
        const Bytes own = converterOf({})->profile();
        cmsHPROFILE profile
            = cmsOpenProfileFromMem(own.data(), static_cast<cmsUInt32Number>(own.size()));
        cmsHPROFILE exact = cmsCreate_sRGBProfile();
        cmsHTRANSFORM transform = cmsCreateTransform(profile, TYPE_RGB_16, exact, TYPE_RGB_16,
            INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
        for (int value = 0; value < 65536; value += 97) {
            const auto sample = static_cast<std::uint16_t>(value);
            const std::uint16_t rgb[3] = {sample, sample, sample};
            std::uint16_t result[3] = {};
            cmsDoTransform(transform, rgb, result, 1);
            for (const std::uint16_t channel : result)
                QVERIFY2(std::abs(channel - value) <= 14, qPrintable(QString::number(value)));
        }
        cmsDeleteTransform(transform);
        cmsCloseProfile(profile);
        cmsCloseProfile(exact);
    }

    void adobeRgbHasThePublishedColors_data()
    {
        QTest::addColumn<QVector<int>>("srgb");
        QTest::addColumn<QVector<int>>("adobe");
        using Row = QVector<int>;
        QTest::newRow("white") << Row{255, 255, 255} << Row{255, 255, 255};
        QTest::newRow("black") << Row{0, 0, 0} << Row{0, 0, 0};
        QTest::newRow("red") << Row{255, 0, 0} << Row{219, 0, 0};
        QTest::newRow("green") << Row{0, 255, 0} << Row{144, 255, 60};
        QTest::newRow("blue") << Row{0, 0, 255} << Row{0, 0, 250};
        QTest::newRow("grey") << Row{128, 128, 128} << Row{127, 127, 127};
    }

    void adobeRgbHasThePublishedColors()
    {
        QFETCH(QVector<int>, srgb);
        QFETCH(QVector<int>, adobe);
        FunctionRows source(1, 1, rgb8,
            [&](std::uint32_t, std::uint32_t, std::size_t channel) { return srgb[int(channel)]; });
        const auto converter = converterOf(adobeRgb);
        const Samples samples = converted(*converter, source);
        for (int i = 0; i < 3; ++i)
            QVERIFY2(std::abs(samples.values[std::size_t(i)] / 257.0 - adobe[i]) < 1,
                qPrintable(QString::number(samples.values[std::size_t(i)] / 257.0)));
    }

    void adobeRgbIsExact()
    {
        // The product of the published matrices: red and blue have the same places in both.
        const double matrix[3][3] = {{0.71513, 0.28487, 0}, {0, 1, 0}, {0, 0.04116, 0.95884}};
        const auto converter = converterOf(adobeRgb);
        rc::check([&] {
            const auto rgb
                = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(4000, 65536));
            FunctionRows source(1, 1, rgb16,
                [&](std::uint32_t, std::uint32_t, std::size_t channel) { return rgb[channel]; });
            const Samples samples = converted(*converter, source);
            for (std::size_t i = 0; i < 3; ++i) {
                double light = 0;
                for (std::size_t j = 0; j < 3; ++j)
                    light += matrix[i][j] * srgbToLinear(rgb[j] / 65535.0);
                RC_ASSERT(std::abs(samples.values[i] - 65535 * std::pow(light, 256.0 / 563)) < 12);
            }
        });
    }
};

QTEST_GUILESS_MAIN(ScreenColorTest)
#include "screen_color_test.moc"
