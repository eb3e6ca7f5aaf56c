#include <QtTest>
#include <cmath>
#include <numbers>
#include <rapidcheck.h>
#include <sys/resource.h>

#include "core/color/color.h"
#include "core/export/resampled_rows.h"
#include "support/granule_fixture.h"
#include "support/row_sources.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

constexpr PixelFormat rgb8{ColorModel::Rgb, 8, false};
constexpr PixelFormat rgb16{ColorModel::Rgb, 16, false};
constexpr PixelFormat rgba16{ColorModel::Rgb, 16, true};
constexpr PixelFormat grey16{ColorModel::Grey, 16, false};

Image arbitraryImage(int width, int height, std::uint32_t seed)
{
    Image image(width, height);
    for (std::uint8_t& sample : image.rgb)
        sample = static_cast<std::uint8_t>((seed = seed * 1664525u + 1013904223u) >> 24);
    return image;
}

/// Smooth, and the same again at each edge.
Image wavyImage(int side)
{
    Image image(side, side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double angle = 2 * std::numbers::pi / side;
            for (int i = 0; i < 3; ++i)
                image.pixel(x, y)[i] = static_cast<std::uint8_t>(
                    128 + 60 * std::sin(angle * (2 * x + i)) + 50 * std::cos(angle * (3 * y - i)));
        }
    }
    return image;
}

Samples resampled(const Image& image, const Resampling& resampling)
{
    ResampledRows rows(image, resampling);
    const auto samples = readAll(rows);
    if (!samples)
        qFatal("%s", samples.error().message.c_str());
    return *samples;
}

double rootMeanSquare(const Samples& first, const Samples& second)
{
    double sum = 0;
    for (std::size_t i = 0; i < first.values.size(); ++i)
        sum += std::pow(first.values[i] - second.values[i], 2);
    return std::sqrt(sum / static_cast<double>(first.values.size()));
}

Image granuleImage()
{
    GranuleSettings settings;
    settings.width = settings.height = 192;
    settings.seed = 7;
    settings.seamless = true;
    return renderGranules(settings, threeColors(), sixColors()).value();
}

} // namespace

class ResampledRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSizeIsTheSamePicture()
    {
        rc::check([] {
            const int width = *rc::gen::inRange(1, 40), height = *rc::gen::inRange(1, 40);
            const Image image = arbitraryImage(width, height, *rc::gen::arbitrary<std::uint32_t>());
            const auto edges = *rc::gen::element(Edges::Mirror, Edges::Wrap);
            const Samples samples = resampled(image,
                {static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), edges, {}});
            for (std::size_t i = 0; i < image.rgb.size(); ++i)
                RC_ASSERT(samples.values[i] == image.rgb[i] * 257);
        });
    }

    void sixteenBitsOfTheSameSizeStayAsTheyAre()
    {
        const auto sample = [](std::uint32_t x, std::uint32_t y, std::size_t channel) {
            return static_cast<int>((x * 40503u + y * 30011u + channel * 977u) & 65535u);
        };
        FunctionRows source(90, 70, rgb16, sample);
        ResampledRows rows(source, {90, 70});
        const auto samples = readAll(rows);
        QVERIFY(samples);
        for (std::uint32_t y = 0; y < 70; ++y)
            for (std::uint32_t x = 0; x < 90; ++x)
                for (std::size_t i = 0; i < 3; ++i)
                    QCOMPARE(samples->at(x, y, i), sample(x, y, i));
    }

    void oneColorStaysThatColor()
    {
        rc::check([] {
            const auto sides = *rc::gen::container<std::vector<std::uint32_t>>(
                4, rc::gen::inRange<std::uint32_t>(1, 60));
            const auto color = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(0, 65536));
            const auto edges = *rc::gen::element(Edges::Mirror, Edges::Wrap);
            const auto bleed = *rc::gen::inRange<std::uint32_t>(0, 9);
            FunctionRows source(sides[0], sides[1], rgb16,
                [&](std::uint32_t, std::uint32_t, std::size_t channel) { return color[channel]; });
            ResampledRows rows(source, Resampling::withBleed(sides[2], sides[3], edges, bleed));
            const auto samples = readAll(rows);
            RC_ASSERT(samples.has_value());
            RC_ASSERT(samples->width == sides[2] + 2 * bleed);
            RC_ASSERT(samples->height == sides[3] + 2 * bleed);
            for (std::size_t i = 0; i < samples->values.size(); ++i)
                RC_ASSERT(samples->values[i] == color[i % 3]);
        });
    }

    void smallerKeepsTheLight()
    {
        // Black and white pixels in turn send half of white's light.
        FunctionRows source(64, 64, rgb16, [](std::uint32_t x, std::uint32_t y, std::size_t) {
            return (x + y) % 2 == 0 ? 65535 : 0;
        });
        ResampledRows rows(source, {8, 8});
        const auto samples = readAll(rows);
        QVERIFY(samples);
        for (const int value : samples->values)
            QVERIFY2(std::abs(value - 65535 * linearToSrgb(0.5)) < 300,
                qPrintable(QString::number(value)));
    }

    void largerAndSmallerAgainIsThePicture()
    {
        const Image image = granuleImage();
        const auto side = static_cast<std::uint32_t>(image.width);
        const Samples original = resampled(image, {side, side, Edges::Wrap, {}});
        ResampledRows larger(image, {side * 4, side * 4, Edges::Wrap, {}});
        ResampledRows back(larger, {side, side, Edges::Wrap, {}});
        const auto samples = readAll(back);
        QVERIFY(samples);
        // Edges of granules are as sharp as pixels, and give a little of it to the filter.
        const double error = rootMeanSquare(*samples, original) / 257;
        QVERIFY2(error < 4, qPrintable(QString::number(error)));

        const Image smooth = wavyImage(60);
        ResampledRows largerSmooth(smooth, {240, 240, Edges::Wrap, {}});
        ResampledRows backSmooth(largerSmooth, {60, 60, Edges::Wrap, {}});
        const auto smoothSamples = readAll(backSmooth);
        QVERIFY(smoothSamples);
        const double smoothError
            = rootMeanSquare(*smoothSamples, resampled(smooth, {60, 60, Edges::Wrap, {}})) / 257;
        QVERIFY2(smoothError < 0.7, qPrintable(QString::number(smoothError)));
    }

    void wrappedPictureHasNoSeam()
    {
        rc::check([] {
            // What lies beyond one edge is what lies within the opposite one.
            const int width = *rc::gen::inRange(1, 30), height = *rc::gen::inRange(1, 30);
            const Image image = arbitraryImage(width, height, *rc::gen::arbitrary<std::uint32_t>());
            const auto newWidth = *rc::gen::inRange<std::uint32_t>(1, 70);
            const auto newHeight = *rc::gen::inRange<std::uint32_t>(1, 70);
            const auto bleed = *rc::gen::inRange<std::uint32_t>(1, 20);
            const Samples samples
                = resampled(image, Resampling::withBleed(newWidth, newHeight, Edges::Wrap, bleed));
            for (std::uint32_t y = 0; y + newHeight < samples.height; ++y)
                for (std::uint32_t x = 0; x < samples.width; ++x)
                    RC_ASSERT(std::abs(samples.at(x, y) - samples.at(x, y + newHeight)) <= 1);
            for (std::uint32_t y = 0; y < samples.height; ++y)
                for (std::uint32_t x = 0; x + newWidth < samples.width; ++x)
                    RC_ASSERT(std::abs(samples.at(x, y) - samples.at(x + newWidth, y)) <= 1);
        });
    }

    void bleedOfWrappedGranulesIsAsSmoothAsTheirMiddle()
    {
        const Image image = granuleImage();
        const std::uint32_t side = 480, bleed = 12;
        const Samples samples
            = resampled(image, Resampling::withBleed(side, side, Edges::Wrap, bleed));
        const auto stepAt = [&](std::uint32_t x) {
            double sum = 0;
            for (std::uint32_t y = 0; y < samples.height; ++y)
                sum += std::abs(samples.at(x, y) - samples.at(x - 1, y));
            return sum / samples.height;
        };
        double usual = 0;
        for (std::uint32_t x = bleed + 20; x < bleed + 120; ++x)
            usual += stepAt(x) / 100;
        for (const std::uint32_t seam : {bleed, bleed + side})
            QVERIFY2(stepAt(seam) < 1.6 * usual, qPrintable(QString::number(stepAt(seam) / usual)));
    }

    void mirroredBleedIsTheEdgeSeenInAMirror()
    {
        rc::check([] {
            const int width = *rc::gen::inRange(1, 30), height = *rc::gen::inRange(1, 30);
            const Image image = arbitraryImage(width, height, *rc::gen::arbitrary<std::uint32_t>());
            const auto newWidth = *rc::gen::inRange<std::uint32_t>(1, 60);
            const auto newHeight = *rc::gen::inRange<std::uint32_t>(1, 60);
            const auto bleed
                = *rc::gen::inRange<std::uint32_t>(1, std::min(newWidth, newHeight) + 1);
            const Samples samples = resampled(
                image, Resampling::withBleed(newWidth, newHeight, Edges::Mirror, bleed));
            for (std::uint32_t y = 0; y < samples.height; ++y) {
                for (std::uint32_t i = 0; i < bleed; ++i) {
                    RC_ASSERT(
                        std::abs(samples.at(bleed - 1 - i, y) - samples.at(bleed + i, y)) <= 1);
                    RC_ASSERT(std::abs(samples.at(bleed + newWidth + i, y)
                                  - samples.at(bleed + newWidth - 1 - i, y))
                        <= 1);
                }
            }
            for (std::uint32_t x = 0; x < samples.width; ++x)
                for (std::uint32_t i = 0; i < bleed; ++i)
                    RC_ASSERT(
                        std::abs(samples.at(x, bleed - 1 - i) - samples.at(x, bleed + i)) <= 1);
        });
    }

    void windowIsAPartOfTheWhole()
    {
        const Image image = arbitraryImage(33, 21, 5);
        const Samples whole = resampled(image, {100, 50});
        const Samples part
            = resampled(image, {100, 50, Edges::Mirror, Resampling::Window{30, 12, 40, 20}});
        for (std::uint32_t y = 0; y < part.height; ++y)
            for (std::uint32_t x = 0; x < part.width; ++x)
                QCOMPARE(part.at(x, y), whole.at(x + 30, y + 12));
    }

    void rowsAndImageGiveTheSame()
    {
        rc::check([] {
            const Image image = arbitraryImage(*rc::gen::inRange(1, 25), *rc::gen::inRange(1, 25),
                *rc::gen::arbitrary<std::uint32_t>());
            const Resampling resampling = Resampling::withBleed(
                *rc::gen::inRange<std::uint32_t>(1, 60), *rc::gen::inRange<std::uint32_t>(1, 60),
                *rc::gen::element(Edges::Mirror, Edges::Wrap),
                *rc::gen::inRange<std::uint32_t>(0, 30));
            FunctionRows source = rowsOf(image);
            ResampledRows rows(source, resampling);
            const auto samples = readAll(rows);
            RC_ASSERT(samples.has_value());
            RC_ASSERT(*samples == resampled(image, resampling));
        });
    }

    void edgesOvershootLittle()
    {
        // Lanczos of three lobes overshoots a step by an eighth at most, and a corner twice over.
        for (const bool isCorner : {false, true}) {
            FunctionRows source(40, 40, grey16, [&](std::uint32_t x, std::uint32_t y, std::size_t) {
                return x < 20 && (!isCorner || y < 20) ? 16384 : 49152;
            });
            ResampledRows rows(source, {400, 400});
            const auto samples = readAll(rows);
            QVERIFY(samples);
            const double bound = 32768 * (isCorner ? 0.26 : 0.125);
            const auto [least, most]
                = std::minmax_element(samples->values.begin(), samples->values.end());
            QVERIFY2(*least > 16384 - bound, qPrintable(QString::number(*least)));
            QVERIFY2(*most < 49152 + bound, qPrintable(QString::number(*most)));
        }
    }

    void whiteAndBlackAreNotOvershot()
    {
        for (const std::uint32_t side : {13u, 40u, 333u}) {
            FunctionRows source(40, 40, grey16,
                [](std::uint32_t x, std::uint32_t, std::size_t) { return x < 20 ? 0 : 65535; });
            ResampledRows rows(source, {side, side});
            const auto samples = readAll(rows);
            QVERIFY(samples);
            QCOMPARE(samples->at(0, side / 2), 0);
            QCOMPARE(samples->at(side - 1, side / 2), 65535);
            for (std::uint32_t x = 0; x < side * 3 / 8; ++x)
                QVERIFY(samples->at(x, side / 2) < 16384);
        }
    }

    void clearPixelsLendNoColor()
    {
        // Red, and green that cannot be seen.
        FunctionRows source(
            40, 10, rgba16, [](std::uint32_t x, std::uint32_t, std::size_t channel) {
                const bool isRed = x < 20;
                return channel == 3                ? (isRed ? 65535 : 0)
                    : channel == (isRed ? 0u : 1u) ? 60000
                                                   : 0;
            });
        ResampledRows rows(source, {100, 25});
        const auto samples = readAll(rows);
        QVERIFY(samples);
        for (std::uint32_t x = 0; x < 100; ++x) {
            if (samples->at(x, 12, 3) == 0)
                continue;
            QVERIFY(std::abs(samples->at(x, 12, 0) - 60000) <= 4);
            QCOMPARE(samples->at(x, 12, 1), 0);
        }
        QCOMPARE(samples->at(10, 12, 3), 65535);
        QCOMPARE(samples->at(90, 12, 3), 0);
    }

    void hugePictureTakesLittleMemory()
    {
        // In 16 bits the picture would take 2.4 GB, and at the new width still 180 MB.
        FunctionRows source(20000, 20000, rgb8,
            [](std::uint32_t x, std::uint32_t y, std::size_t) { return int(x ^ y) & 255; });
        ResampledRows rows(source, Resampling::withBleed(1500, 20000, Edges::Mirror, 35));
        std::vector<std::uint16_t> row(std::size_t{rows.header().width} * 3);
        struct rusage before {
        }, after{};
        getrusage(RUSAGE_SELF, &before);
        for (int y = 0; y < 200; ++y)
            QVERIFY(rows.readRow(reinterpret_cast<std::uint8_t*>(row.data())));
        getrusage(RUSAGE_SELF, &after);
        QVERIFY2(after.ru_maxrss - before.ru_maxrss < 32 << 10,
            qPrintable(QString::number(after.ru_maxrss - before.ru_maxrss)));
        // No more is read than the rows up to now ask for.
        QVERIFY2(source.rowsRead() < 210, qPrintable(QString::number(source.rowsRead())));
    }

    void oneRowAndOneColumnAreEnough()
    {
        const Image image = arbitraryImage(300, 200, 9);
        const Samples one = resampled(image, {1, 1});
        QCOMPARE(one.values.size(), std::size_t{3});
        for (std::size_t channel = 0; channel < 3; ++channel) {
            double light = 0;
            for (std::size_t i = channel; i < image.rgb.size(); i += 3)
                light += srgbToLinear(image.rgb[i] / 255.0) * 3
                    / static_cast<double>(image.rgb.size());
            QVERIFY(std::abs(one.values[channel] - 65535 * linearToSrgb(light)) < 2000);
        }
        const Image dot = arbitraryImage(1, 1, 3);
        for (const Edges edges : {Edges::Mirror, Edges::Wrap}) {
            const Samples many = resampled(dot, Resampling::withBleed(5, 7, edges, 4));
            for (std::size_t i = 0; i < many.values.size(); ++i)
                QCOMPARE(many.values[i], dot.rgb[i % 3] * 257);
        }
    }

    void damagedSourceIsTold()
    {
        FunctionRows source(
            50, 50, rgb8, [](std::uint32_t, std::uint32_t, std::size_t) { return 9; });
        source.failFrom(20);
        ResampledRows rows(source, {100, 100});
        const auto samples = readAll(rows);
        QVERIFY(!samples);
        QCOMPARE(samples.error().kind, ErrorKind::BadData);
    }
};

QTEST_GUILESS_MAIN(ResampledRowsTest)
#include "resampled_rows_test.moc"
