#include <QtTest>
#include <numeric>
#include <rapidcheck.h>

#include "core/export/dither.h"
#include "core/export/framed_rows.h"
#include "support/row_sources.h"

using namespace tilewright;
using namespace tilewright::test;

namespace {

constexpr PixelFormat rgb8{ColorModel::Rgb, 8, false};
constexpr PixelFormat rgb16{ColorModel::Rgb, 16, false};
constexpr PixelFormat rgba16{ColorModel::Rgb, 16, true};

int sampleAt(std::uint32_t x, std::uint32_t y, std::size_t channel)
{
    return static_cast<int>((x * 4099u + y * 10007u + channel * 20011u) & 65535u);
}

} // namespace

class FramedRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groundSurroundsTheContent()
    {
        rc::check([] {
            const auto sides = *rc::gen::container<std::vector<std::uint32_t>>(
                4, rc::gen::inRange<std::uint32_t>(0, 9));
            const Frame frame{sides[0], sides[1], sides[2], sides[3], *rc::gen::arbitrary<bool>()};
            FunctionRows content(11, 7, rgb16, sampleAt);
            FramedRows rows(content, frame);
            const auto samples = readAll(rows);
            RC_ASSERT(samples.has_value());
            RC_ASSERT(samples->width == 11 + frame.left + frame.right);
            RC_ASSERT(samples->height == 7 + frame.top + frame.bottom);
            RC_ASSERT(samples->channels == (frame.isTransparent ? 4u : 3u));
            for (std::uint32_t y = 0; y < samples->height; ++y) {
                for (std::uint32_t x = 0; x < samples->width; ++x) {
                    const bool isContent = x >= frame.left && x < frame.left + 11 && y >= frame.top
                        && y < frame.top + 7;
                    for (std::size_t i = 0; i < 3; ++i)
                        RC_ASSERT(samples->at(x, y, i)
                            == (isContent ? sampleAt(x - frame.left, y - frame.top, i) : 65535));
                    if (frame.isTransparent)
                        RC_ASSERT(samples->at(x, y, 3) == (isContent ? 65535 : 0));
                }
            }
        });
    }

    void eightBitsAreWidened()
    {
        FunctionRows content(
            256, 1, rgb8, [](std::uint32_t x, std::uint32_t, std::size_t) { return int(x); });
        FramedRows rows(content, Frame::around(2, false));
        QCOMPARE(rows.header().format.bits, 16);
        const auto samples = readAll(rows);
        QVERIFY(samples);
        for (std::uint32_t x = 0; x < 256; ++x)
            QCOMPARE(samples->at(x + 2, 2), static_cast<int>(x) * 257);
    }

    void whiteShowsThroughTheContent()
    {
        const auto content = [](std::uint32_t x, std::uint32_t, std::size_t channel) {
            return channel == 3 ? static_cast<int>(x) * 13107 : 20000;
        };
        FunctionRows forWhite(6, 1, rgba16, content);
        FramedRows white(forWhite, Frame::around(0, false));
        const auto laidOver = readAll(white);
        QVERIFY(laidOver);
        QCOMPARE(laidOver->channels, std::size_t{3});
        for (std::uint32_t x = 0; x < 6; ++x)
            QCOMPARE(laidOver->at(x, 0), 65535 - static_cast<int>(x) * (65535 - 20000) / 5);

        FunctionRows forClear(6, 1, rgba16, content);
        FramedRows clear(forClear, Frame::around(0, true));
        const auto kept = readAll(clear);
        QVERIFY(kept);
        for (std::uint32_t x = 0; x < 6; ++x) {
            QCOMPARE(kept->at(x, 0, 0), 20000);
            QCOMPARE(kept->at(x, 0, 3), static_cast<int>(x) * 13107);
        }
    }

    void damagedContentIsTold()
    {
        FunctionRows content(5, 5, rgb16, sampleAt);
        content.failFrom(3);
        FramedRows rows(content, Frame::around(4, false));
        QVERIFY(!readAll(rows));
        QCOMPARE(content.rowsRead(), 3u);
    }

    void ditherKeepsWhatEightBitsCanHold()
    {
        std::vector<std::uint16_t> row;
        for (int repeated = 0; repeated < 5; ++repeated)
            for (int value = 0; value < 256; ++value)
                row.push_back(static_cast<std::uint16_t>(value * 257));
        std::vector<std::uint8_t> dithered(row.size());
        for (const std::uint32_t y : {0u, 1u, 77u, 4'000'000'000u}) {
            for (const std::uint32_t count : {1u, 3u, 4u, 5u}) {
                dither(row, y, count, dithered.data());
                for (std::size_t i = 0; i < row.size(); ++i)
                    QCOMPARE(dithered[i] * 257, int{row[i]});
            }
        }
    }

    void ditherErrsByLessThanOneLevel()
    {
        rc::check([](const std::vector<std::uint16_t>& row, std::uint32_t y) {
            const auto count = *rc::gen::inRange(1u, 6u);
            std::vector<std::uint8_t> dithered(row.size()), again(row.size());
            dither(row, y, count, dithered.data());
            dither(row, y, count, again.data());
            RC_ASSERT(dithered == again);
            for (std::size_t i = 0; i < row.size(); ++i)
                RC_ASSERT(std::abs(dithered[i] * 257 - row[i]) < 257);
        });
    }

    void ditherKeepsTheMeanOfSmallAreas()
    {
        // Any 8 by 8 pixels of an even colour show it to an eighth of a level.
        constexpr std::uint32_t side = 64, area = 8;
        for (int value = 30000; value < 30257; value += 16) {
            std::vector<std::uint8_t> picture;
            const std::vector<std::uint16_t> row(side * 3, static_cast<std::uint16_t>(value));
            for (std::uint32_t y = 0; y < side; ++y) {
                picture.resize(picture.size() + row.size());
                dither(row, y, 3, picture.data() + std::size_t{y} * row.size());
            }
            for (std::uint32_t y = 0; y + area <= side; y += 5) {
                for (std::uint32_t x = 0; x + area <= side; x += 5) {
                    for (std::uint32_t channel = 0; channel < 3; ++channel) {
                        int sum = 0;
                        for (std::uint32_t i = 0; i < area * area; ++i)
                            sum += picture[(std::size_t{y + i / area} * side + x + i % area) * 3
                                + channel];
                        const double mean = 257.0 * sum / (area * area);
                        QVERIFY2(std::abs(mean - value) < 257.0 / 8,
                            qPrintable(QString::number(mean - value)));
                    }
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(FramedRowsTest)
#include "framed_rows_test.moc"
