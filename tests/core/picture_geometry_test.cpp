#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <filesystem>
#include <rapidcheck.h>

#include "core/color/color.h"
#include "core/image/orientation.h"
#include "core/image/picture.h"
#include "support/picture_files.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

/// 24 x 16: the left upper quarter red, the right upper green, the left lower blue, else white.
Srgb quarter(int x, int y, int width = 24, int height = 16)
{
    const bool isLeft = x < width / 2, isUpper = y < height / 2;
    return isUpper ? (isLeft ? Srgb{220, 30, 30} : Srgb{30, 200, 40})
                   : (isLeft ? Srgb{30, 50, 210} : Srgb{255, 255, 255});
}

/// How the quarters look once upright: the corners of the stored picture (left upper 0, right
/// upper 1, left lower 2, right lower 3) in the order of the corners of the result.
const std::vector<std::array<int, 4>> uprightCorners{{0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0},
    {2, 3, 0, 1}, {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2}};

} // namespace

class PictureGeometryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = fs::path(m_temporary->path().toStdString()) / "picture";
    }

    void turnsUpright_data()
    {
        QTest::addColumn<int>("orientation");
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%d", orientation) << orientation;
    }

    void turnsUpright()
    {
        QFETCH(int, orientation);
        const FillRow fill = [](int y, std::uint8_t* row) {
            for (int x = 0; x < 24; ++x) {
                const Srgb color = quarter(x, y);
                for (const std::uint8_t value : {color.r, color.g, color.b})
                    *row++ = value;
            }
        };
        for (const bool isLittleEndian : {false, true}) {
            writeJpegFile(
                m_file, 24, 16, fill, {.exif = exifOf(orientation, isLittleEndian, true)});
            checkUpright(orientation);
            writePngFile(
                m_file, 24, 16, fill, {.exif = exifOf(orientation, isLittleEndian, false)});
            checkUpright(orientation);
        }
        writeTiffFile(m_file, 24, 16, fill, {.orientation = orientation});
        checkUpright(orientation);
    }

    void coverageTurnsWithThePicture()
    {
        writePngFile(m_file, 3, 2,
            [](int y, std::uint8_t* row) {
                for (int x = 0; x < 3; ++x, row += 2) {
                    row[0] = static_cast<std::uint8_t>(100 + y * 3 + x);
                    row[1] = static_cast<std::uint8_t>(y * 3 + x);
                }
            },
            {.colorType = PNG_COLOR_TYPE_GRAY_ALPHA, .exif = exifOf(6, true, false)});
        const auto picture = readPicture(m_file);
        QVERIFY(picture);
        QCOMPARE(picture->coverage, (Bytes{3, 0, 4, 1, 5, 2}));
        QCOMPARE(int{colorAt(picture->image, 0, 0).r}, 103);
    }

    void damagedExifMeansUpright()
    {
        QCOMPARE(exifOrientation({}), 1);
        QVERIFY(rc::check("whatever EXIF data says, the orientation is one of eight", [] {
            auto exif = exifOf(*rc::gen::inRange(0, 256), *rc::gen::arbitrary<bool>(), true);
            exif.resize(*rc::gen::inRange<std::size_t>(0, exif.size() + 1));
            if (!exif.empty())
                exif[*rc::gen::inRange<std::size_t>(0, exif.size())]
                    = *rc::gen::arbitrary<std::uint8_t>();
            const int orientation = exifOrientation(exif);
            RC_ASSERT(orientation >= 1 && orientation <= 8);
        }));
    }

    void scalesDownInLinearLight()
    {
        // Columns of black and white: half of the light is 188, not 128.
        const FillRow stripes = [](int, std::uint8_t* row) {
            for (int x = 0; x < 10; ++x, row += 3)
                std::fill_n(row, 3, static_cast<std::uint8_t>(x % 2 * 255));
        };
        writePngFile(m_file, 10, 5, stripes);
        const auto picture = readPicture(m_file, {.longestSide = 9});
        QVERIFY(picture);
        QCOMPARE(picture->scale, 2);
        QCOMPARE(picture->image.width, 5);
        QCOMPARE(picture->image.height, 3); // the last row is the mean of one
        for (int y = 0; y < 3; ++y)
            for (int x = 0; x < 5; ++x)
                QVERIFY(isNear(colorAt(picture->image, x, y), {188, 188, 188}, 0));
        QCOMPARE(readPicture(m_file, {.longestSide = 10})->scale, 1);
        QCOMPARE(readPicture(m_file, {.longestSide = 3})->image.width, 3); // scale 4: 4 + 4 + 2
        QCOMPARE(readPicture(m_file, {.longestSide = 1})->image,
            readPicture(m_file, {.longestSide = 0})->image);
    }

    void scalesDownByCoverage()
    {
        // Opaque red beside transparent blue: what is left is red, half covered.
        writePngFile(m_file, 4, 2,
            [](int, std::uint8_t* row) {
                for (int x = 0; x < 4; ++x) {
                    const Bytes pixel = x < 2
                        ? (x % 2 == 0 ? Bytes{200, 0, 0, 255} : Bytes{0, 0, 200, 0})
                        : Bytes{9, 9, 9, 0};
                    row = std::copy(pixel.begin(), pixel.end(), row);
                }
            },
            {.colorType = PNG_COLOR_TYPE_RGB_ALPHA});
        const auto picture = readPicture(m_file, {.longestSide = 2});
        QVERIFY(picture);
        QCOMPARE(picture->coverage, (Bytes{128, 0}));
        QCOMPARE(colorAt(picture->image, 0, 0), (Srgb{200, 0, 0}));
    }

    void everyPictureSurvivesScaling()
    {
        const fs::path file = m_file;
        QVERIFY(rc::check("a flat picture stays flat at every scale", [&] {
            const int width = *rc::gen::inRange(1, 60), height = *rc::gen::inRange(1, 60);
            const int longest = *rc::gen::inRange(1, 70);
            const Srgb color{*rc::gen::arbitrary<std::uint8_t>(),
                *rc::gen::arbitrary<std::uint8_t>(), *rc::gen::arbitrary<std::uint8_t>()};
            writePngFile(file, width, height, flat({color.r, color.g, color.b}, width));
            const auto picture = readPicture(file, {.longestSide = longest});
            RC_ASSERT(picture.has_value());
            const auto scaled = [&](int length) { return (length - 1) / picture->scale + 1; };
            RC_ASSERT(picture->image.width == scaled(width));
            RC_ASSERT(picture->image.height == scaled(height));
            RC_ASSERT(std::max(picture->image.width, picture->image.height) <= longest);
            for (int y = 0; y < picture->image.height; ++y)
                for (int x = 0; x < picture->image.width; ++x)
                    RC_ASSERT(colorAt(picture->image, x, y) == color);
        }));
    }

    void everyLayoutOfTiffIsPutTogether()
    {
        const fs::path file = m_file;
        QVERIFY(rc::check("strips, tiles and planes give the same picture", [&] {
            const int width = *rc::gen::inRange(1, 70), height = *rc::gen::inRange(1, 70);
            const TiffForm form{.bits = *rc::gen::element(8, 16),
                .isPlanar = *rc::gen::arbitrary<bool>(),
                .tile = *rc::gen::element(0, 16, 32),
                .rowsPerStrip = *rc::gen::inRange(1, 80)};
            const auto value = [](int x, int y, int channel) {
                return static_cast<std::uint8_t>(x * 5 + y * 11 + channel * 77);
            };
            writeTiffFile(
                file, width, height,
                [&](int y, std::uint8_t* row) {
                    for (int x = 0; x < width; ++x)
                        for (int channel = 0; channel < 3; ++channel)
                            for (int byte = 0; byte < form.bits / 8; ++byte)
                                *row++ = value(x, y, channel); // times 257 in 16 bits
                },
                form);
            const auto picture = readPicture(file);
            RC_ASSERT(picture.has_value());
            RC_ASSERT(picture->image.width == width);
            RC_ASSERT(picture->image.height == height);
            for (int y = 0; y < height; ++y)
                for (int x = 0; x < width; ++x)
                    for (int channel = 0; channel < 3; ++channel)
                        RC_ASSERT(picture->image.pixel(x, y)[channel] == value(x, y, channel));
        }));
    }

private:
    void checkUpright(int orientation) const
    {
        const auto picture = readPicture(m_file);
        QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
        const Image& image = picture->image;
        QCOMPARE(image.width, orientation < 5 ? 24 : 16);
        QCOMPARE(image.height, orientation < 5 ? 16 : 24);
        const auto& corners = uprightCorners[static_cast<std::size_t>(orientation - 1)];
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                const bool isRight = x >= image.width / 2, isLower = y >= image.height / 2;
                const int corner = corners[(isLower ? 2 : 0) + (isRight ? 1 : 0)];
                const Srgb expected = quarter(corner % 2 * 23, corner / 2 * 15);
                // JPEG's blocks of 8 pixels cross the border between the quarters.
                const bool isBorder
                    = std::abs(x - image.width / 2) < 5 || std::abs(y - image.height / 2) < 5;
                QVERIFY(isNear(colorAt(image, x, y), expected, isBorder ? 12 : 2));
            }
        }
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(PictureGeometryTest)
#include "picture_geometry_test.moc"
