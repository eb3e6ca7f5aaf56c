#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <numeric>
#include <thread>

#include "core/color/color_difference.h"
#include "core/export/output_color.h"
#include "core/support/paths.h"
#include "support/granule_fixture.h"
#include "support/output_colors.h"
#include "support/picture_files.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

constexpr PixelFormat rgba16{ColorModel::Rgb, 16, true};

const fs::path coated = resourceFolder() / "profiles" / "FOGRA39L_coated.icc";

/// A press that answers every colour with the same inks, 0…1.
Bytes constantPress(const std::array<double, 4>& inks)
{
    const Bytes oneWay = greyInksProfile();
    cmsHPROFILE profile
        = cmsOpenProfileFromMem(oneWay.data(), static_cast<cmsUInt32Number>(oneWay.size()));
    // Only what has been read is written again.
    cmsPipeline* forth = static_cast<cmsPipeline*>(cmsReadTag(profile, cmsSigAToB0Tag));
    Q_ASSERT(forth);
    std::vector<cmsUInt16Number> table;
    for (int corner = 0; corner < 8; ++corner)
        for (const double ink : inks)
            table.push_back(static_cast<cmsUInt16Number>(ink * 65535 + 0.5));
    cmsPipeline* back = cmsPipelineAlloc(nullptr, 3, 4);
    cmsPipelineInsertStage(back, cmsAT_END, cmsStageAllocCLut16bit(nullptr, 2, 3, 4, table.data()));
    cmsWriteTag(profile, cmsSigBToA0Tag, back);
    cmsPipelineFree(back);
    return bytesOf(profile);
}

Image granuleImage(int side)
{
    GranuleSettings settings;
    settings.width = settings.height = side;
    settings.seed = 11;
    return renderGranules(settings,
        mixOf({{"red", 30}, {"black", 20}, {"pearl", 20}, {"yellow", 15}, {"dark blue", 15}}),
        sixColors())
        .value();
}

double meanDifference(const Image& first, const Image& second)
{
    double sum = 0;
    for (int y = 0; y < first.height; ++y)
        for (int x = 0; x < first.width; ++x)
            sum += deltaE2000(toLab(colorAt(first, x, y)), toLab(colorAt(second, x, y)));
    return sum / first.width / first.height;
}

double difference(Srgb first, Srgb second)
{
    return deltaE2000(toLab(first), toLab(second));
}

OutputColor printed(RenderingIntent intent, bool compensates)
{
    return {ColorSpace::Profile, coated, intent, compensates, 320};
}

} // namespace

class OutputColorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = fs::path(m_temporary->path().toStdString()) / "Press 7.icc";
    }

    void namesAreReadBack()
    {
        for (const auto space : {ColorSpace::Srgb, ColorSpace::AdobeRgb, ColorSpace::Profile})
            QCOMPARE(parseColorSpace(toText(space)).value(), space);
        for (const auto intent : {RenderingIntent::Perceptual, RenderingIntent::Relative,
                 RenderingIntent::Saturation, RenderingIntent::Absolute})
            QCOMPARE(parseRenderingIntent(toText(intent)).value(), intent);
        QCOMPARE(parseColorSpace("cmyk").error().kind, ErrorKind::Usage);
        QCOMPARE(parseRenderingIntent("relativ").error().kind, ErrorKind::Usage);
    }

    void softProofIsWhatThePrintTurnsBackInto_data()
    {
        QTest::addColumn<int>("intent");
        QTest::addColumn<bool>("compensates");
        for (const auto intent : {RenderingIntent::Perceptual, RenderingIntent::Relative,
                 RenderingIntent::Saturation, RenderingIntent::Absolute})
            for (const bool compensates : {false, true})
                QTest::addRow(
                    "%s%s", std::string(toText(intent)).c_str(), compensates ? ", compensated" : "")
                    << int(intent) << compensates;
    }

    void softProofIsWhatThePrintTurnsBackInto()
    {
        QFETCH(int, intent);
        QFETCH(bool, compensates);
        const Image image = granuleImage(128);
        const auto converter
            = converterOf(printed(static_cast<RenderingIntent>(intent), compensates));
        QCOMPARE(converter->model(), ColorModel::Cmyk);
        FunctionRows rows = rowsOf(image);
        const Samples inks = converted(*converter, rows, 8);
        const Bytes bytes(inks.values.begin(), inks.values.end());

        const bool isAbsolute = static_cast<RenderingIntent>(intent) == RenderingIntent::Absolute;
        const Image back = turnedBack(bytes, image.width, image.height,
            isAbsolute ? INTENT_ABSOLUTE_COLORIMETRIC : INTENT_RELATIVE_COLORIMETRIC);
        const double error = meanDifference(converter->softProof(image), back);
        QVERIFY2(error < 0.5, qPrintable(QString::number(error)));
    }

    void printedGranulesKeepTheirColors()
    {
        const Image image = granuleImage(96);
        const auto converter = converterOf(printed(RenderingIntent::Relative, true));
        QCOMPARE(converter->profileName(), std::string("Coated FOGRA39L, 300 % ink"));
        const Image proof = converter->softProof(image);
        const double error = meanDifference(image, proof);
        QVERIFY2(error > 0.2 && error < 4, qPrintable(QString::number(error)));
        // Within the gamut colours come out as they went in; a bright green cannot be printed.
        const auto proofOf = [&](Srgb color) {
            Image one(1, 1);
            one.rgb = {color.r, color.g, color.b};
            return colorAt(converter->softProof(one), 0, 0);
        };
        for (const Srgb color : {Srgb{150, 110, 90}, Srgb{120, 130, 140}, Srgb{200, 190, 170}})
            QVERIFY2(difference(color, proofOf(color)) < 1.5, toHex(proofOf(color)).c_str());
        QVERIFY(difference({0, 255, 0}, proofOf({0, 255, 0})) > 8);
    }

    void paperShowsOnlyInTheAbsoluteProof()
    {
        Image white(1, 1);
        white.rgb = {255, 255, 255};
        for (const auto intent :
            {RenderingIntent::Perceptual, RenderingIntent::Relative, RenderingIntent::Saturation}) {
            const auto proof = converterOf(printed(intent, true))->softProof(white);
            QVERIFY(isNear(colorAt(proof, 0, 0), {255, 255, 255}, 1));
        }
        const auto proof = converterOf(printed(RenderingIntent::Absolute, true))->softProof(white);
        // FOGRA39's paper, L* 95 and b* -2, and on it the yellow that makes it neutral.
        const Lab paper = toLab(colorAt(proof, 0, 0));
        QVERIFY2(paper.L > 93 && paper.L < 95.5 && std::hypot(paper.a, paper.b) < 1.5,
            toHex(colorAt(proof, 0, 0)).c_str());
    }

    void fullIsFullInk()
    {
        FunctionRows rows = rowOf({{255, 255, 255}, {0, 0, 0}});
        const Samples inks
            = converted(*converterOf(printed(RenderingIntent::Relative, true)), rows);
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY2(inks.at(0, 0, i) < 200, qPrintable(QString::number(inks.at(0, 0, i))));
        QVERIFY(inks.at(1, 0, 3) > 0.8 * 65535);
        const int sum = std::accumulate(inks.values.begin() + 4, inks.values.end(), 0);
        QVERIFY(sum > 2.5 * 65535 && sum < 3.01 * 65535);
    }

    void inkIsCounted()
    {
        store(constantPress({0.9, 0.8, 0.7, 0.6}));
        for (const double limit : {299.0, 300.0, 301.0}) {
            const auto converter = converterOf({.space = ColorSpace::Profile,
                .profile = m_file,
                .blackPointCompensation = false,
                .inkLimit = limit});
            const Image image(7, 5);
            FunctionRows rows = rowsOf(image);
            const auto result = converter->convert(rows, 8);
            QCOMPARE(result->inkUse().maximum, 0.0);
            QVERIFY(readAll(*result));
            QVERIFY(std::abs(result->inkUse().maximum - 300) < 0.01);
            QCOMPARE(result->inkUse().overLimit, limit < 300 ? 100.0 : 0.0);
        }
    }

    void inkIsCountedWhereThePictureIs()
    {
        // A quarter is black, a quarter white, and the rest cannot be seen.
        OutputColor color = printed(RenderingIntent::Relative, true);
        color.inkLimit = 200;
        FunctionRows rows(40, 4, rgba16, [](std::uint32_t x, std::uint32_t, std::size_t channel) {
            return channel == 3 ? (x < 20 ? 65535 : 0) : x < 10 || x >= 20 ? 0 : 65535;
        });
        const auto converter = converterOf(color);
        const auto result = converter->convert(rows, 16);
        QVERIFY(readAll(*result));
        QCOMPARE(result->inkUse().overLimit, 50.0);
        QVERIFY(result->inkUse().maximum > 200 && result->inkUse().maximum <= 301);

        FunctionRows onScreen = rowOf({{0, 0, 0}});
        const auto srgb = converterOf({});
        const auto plain = srgb->convert(onScreen, 8);
        QVERIFY(readAll(*plain));
        QCOMPARE(plain->inkUse().maximum, 0.0);
    }

    void greyProfileMakesGrey()
    {
        store(greyProfile(1.0));
        const auto converter = converterOf({.space = ColorSpace::Profile, .profile = m_file});
        QCOMPARE(converter->model(), ColorModel::Grey);
        FunctionRows rows
            = rowOf({{0, 0, 0}, {255, 0, 0}, {0, 255, 0}, {188, 188, 188}, {255, 255, 255}});
        const Samples samples = converted(*converter, rows);
        QCOMPARE(samples.channels, std::size_t{1});
        const double expected[] = {0, 0.2225, 0.7169, srgbToLinear(188 / 255.0), 1};
        for (std::uint32_t x = 0; x < 5; ++x)
            QVERIFY2(std::abs(samples.at(x, 0) / 65535.0 - expected[x]) < 0.002,
                qPrintable(QString::number(samples.at(x, 0) / 65535.0)));
    }

    void alphaPasses()
    {
        for (const fs::path& profile : {coated, fs::path()}) {
            const auto converter = converterOf(
                {.space = profile.empty() ? ColorSpace::AdobeRgb : ColorSpace::Profile,
                    .profile = profile});
            for (const int bits : {8, 16}) {
                const PixelFormat rgba8{ColorModel::Rgb, 8, true};
                FunctionRows rows(256, 1, rgba8,
                    [](std::uint32_t x, std::uint32_t, std::size_t) { return int(x); });
                const auto result = converter->convert(rows, bits);
                QVERIFY(result->header().format.hasAlpha);
                QCOMPARE(result->header().format.bits, bits);
                QCOMPARE(result->header().profile, converter->profile());
                const auto samples = readAll(*result);
                QVERIFY(samples);
                for (std::uint32_t x = 0; x < 256; ++x)
                    QCOMPARE(samples->at(x, 0, samples->channels - 1),
                        static_cast<int>(x) * (bits == 8 ? 1 : 257));
            }
        }
    }

    void threadsShareAConverter()
    {
        const Image image = granuleImage(96);
        const auto converter = converterOf(printed(RenderingIntent::Relative, true));
        FunctionRows rows = rowsOf(image);
        const Samples alone = converted(*converter, rows);
        std::array<Samples, 3> together;
        std::vector<std::jthread> threads;
        for (Samples& samples : together)
            threads.emplace_back([&] {
                FunctionRows own = rowsOf(image);
                samples = converted(*converter, own);
            });
        threads.clear();
        for (const Samples& samples : together)
            QVERIFY(samples == alone);
    }

    void damagedRowsAreTold()
    {
        FunctionRows rows = rowOf({{1, 2, 3}});
        rows.failFrom(0);
        const auto converter = converterOf(printed(RenderingIntent::Relative, true));
        const auto result = converter->convert(rows, 8);
        QCOMPARE(readAll(*result).error().kind, ErrorKind::BadData);
    }

private:
    /// Back to sRGB by the library itself, without its shortcuts.
    static Image turnedBack(const Bytes& inks, int width, int height, cmsUInt32Number intent)
    {
        cmsHPROFILE press = cmsOpenProfileFromFile(coated.c_str(), "r");
        cmsHPROFILE srgb = cmsCreate_sRGBProfile();
        cmsHTRANSFORM transform = cmsCreateTransform(press, TYPE_CMYK_8, srgb, TYPE_RGB_8, intent,
            cmsFLAGS_NOOPTIMIZE | cmsFLAGS_BLACKPOINTCOMPENSATION);
        Image image(width, height);
        cmsDoTransform(transform, inks.data(), image.rgb.data(),
            static_cast<cmsUInt32Number>(image.rgb.size() / 3));
        cmsDeleteTransform(transform);
        cmsCloseProfile(press);
        cmsCloseProfile(srgb);
        return image;
    }

    void store(const Bytes& bytes) const
    {
        std::ofstream(m_file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(OutputColorTest)
#include "output_color_test.moc"
