#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "core/color/color.h"
#include "core/image/picture.h"
#include "support/picture_files.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

const fs::path pictures = fs::path(TEST_DATA) / "pictures";

using Colors = std::vector<Srgb>;

/// The 3 x 2 fields of the pictures in tests/data/pictures.
const Colors fields{
    {200, 30, 40}, {30, 160, 60}, {40, 70, 190}, {0, 0, 0}, {255, 255, 255}, {128, 128, 128}};

Colors greys(const std::vector<int>& levels)
{
    Colors colors;
    for (const int level : levels) {
        const auto byte = static_cast<std::uint8_t>(level);
        colors.push_back({byte, byte, byte});
    }
    return colors;
}

Bytes native16(const std::vector<std::uint16_t>& samples)
{
    Bytes bytes(samples.size() * 2);
    std::memcpy(bytes.data(), samples.data(), bytes.size());
    return bytes;
}

/// AdobeRGB (1998).
const cmsCIExyYTRIPLE widePrimaries{{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
/// sRGB's, but the first channel is blue and the third red.
const cmsCIExyYTRIPLE swappedPrimaries{{0.15, 0.06, 1}, {0.30, 0.60, 1}, {0.64, 0.33, 1}};

} // namespace

class PictureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = fs::path(m_temporary->path().toStdString()) / "picture";
    }

    void readsEveryForm_data()
    {
        QTest::addColumn<QString>("file");
        for (const auto& entry : fs::directory_iterator(pictures))
            if (entry.path().extension() != ".sh")
                QTest::newRow(entry.path().filename().c_str())
                    << QString::fromStdString(entry.path().string());
    }

    void readsEveryForm()
    {
        QFETCH(QString, file);
        const bool isGrey = file.contains(QLatin1String("grey"));
        const bool isBilevel = file.contains(QLatin1String("bilevel"));
        const bool hasAlpha = file.contains(QLatin1String("alpha"));
        const Colors expected = isGrey ? greys({67, 125, 72, 0, 255, 128})
            : isBilevel                ? greys({0, 255, 0, 0, 255, 255})
                                       : fields;
        const int coverages[3] = {255, 153, 0};

        const auto picture = readPicture(file.toStdString());
        QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
        QCOMPARE(picture->scale, 1);
        QCOMPARE(picture->image.width, 48);
        QCOMPARE(picture->image.height, 32);
        QCOMPARE(picture->coverage.size(), std::size_t{hasAlpha ? 48u * 32u : 0u});
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 48; ++x) {
                const auto field = static_cast<std::size_t>(y / 16 * 3 + x / 16);
                const auto pixel = static_cast<std::size_t>(y * 48 + x);
                if (hasAlpha)
                    QCOMPARE(int{picture->coverage[pixel]}, coverages[x / 16]);
                // The codec of lossy WebP and subsampled JPEG smears the borders of fields.
                const bool isInside = x % 16 > 1 && x % 16 < 14 && y % 16 > 1 && y % 16 < 14;
                const bool isLossy = file.contains(QLatin1String("lossy"))
                    || file.contains(QLatin1String("rgb420"));
                if ((!isInside && isLossy) || (hasAlpha && coverages[x / 16] == 0))
                    continue;
                const Srgb color = colorAt(picture->image, x, y);
                const int tolerance = file.contains(QLatin1String("lossy")) ? 4 : 2;
                QVERIFY2(isNear(color, expected[field], tolerance),
                    qPrintable(QStringLiteral("%1 at %2, %3")
                                   .arg(QString::fromStdString(toHex(color)))
                                   .arg(x)
                                   .arg(y)));
            }
        }
    }

    void readsInksOfEveryJpeg_data()
    {
        QTest::addColumn<int>("stored");
        QTest::newRow("CMYK") << int{JCS_CMYK};
        QTest::newRow("YCCK") << int{JCS_YCCK};
    }

    void readsInksOfEveryJpeg()
    {
        QFETCH(int, stored);
        // Inverted, as libjpeg's Adobe marker says: 20 %, 60 %, 0 % and 10 % of ink.
        writeJpegFile(m_file, 16, 16, flat({204, 102, 255, 230}, 16),
            {.from = JCS_CMYK, .stored = static_cast<J_COLOR_SPACE>(stored)});
        const auto picture = readPicture(m_file);
        QVERIFY(picture);
        QVERIFY(isNear(colorAt(picture->image, 8, 8), {184, 92, 230}));
    }

    void readsInksWithoutAdobeMarkerAsTheyAre()
    {
        writeJpegFile(
            m_file, 16, 16, flat({51, 153, 0, 26}, 16), {.from = JCS_CMYK, .stored = JCS_CMYK});
        auto bytes = contents(m_file);
        const auto marker = std::search(bytes.begin(), bytes.end(), "Adobe", "Adobe" + 5);
        QVERIFY(marker != bytes.end());
        *marker = 'a';
        store(bytes);
        const auto picture = readPicture(m_file);
        QVERIFY(picture);
        QVERIFY(isNear(colorAt(picture->image, 8, 8), {184, 92, 230}));
    }

    void profileDecidesColors()
    {
        // What AdobeRGB calls (100, 180, 90), in sRGB: computed with the published matrices.
        const Bytes wide = rgbProfile(widePrimaries);
        const Srgb expected = fromWide({100, 180, 90});
        QVERIFY(!isNear(expected, {100, 180, 90}, 10));
        writePngFile(m_file, 8, 8, flat({100, 180, 90}, 8), {.profile = wide});
        QVERIFY(isNear(firstColor(), expected));
        writeJpegFile(m_file, 8, 8, flat({100, 180, 90}, 8), {.profile = wide});
        QVERIFY(isNear(firstColor(), expected));
        writeTiffFile(m_file, 8, 8, flat({100, 180, 90}, 8), {.profile = wide});
        QVERIFY(isNear(firstColor(), expected));
        writeTiffFile(
            m_file, 8, 8, flat(native16({25700, 46260, 23130}), 8), {.bits = 16, .profile = wide});
        QVERIFY(isNear(firstColor(), expected));
    }

    void profileMayMixUpChannels()
    {
        const Bytes swapped = rgbProfile(swappedPrimaries);
        writePngFile(m_file, 8, 8, flat({210, 120, 40, 128}, 8),
            {.colorType = PNG_COLOR_TYPE_RGB_ALPHA, .profile = swapped});
        const auto light = [](int value) { return std::pow(value / 255.0, 2.2); };
        QVERIFY(isNear(firstColor(), toSrgb(LinearRgb{light(40), light(120), light(210)})));
        QCOMPARE(int{readPicture(m_file)->coverage.front()}, 128);
    }

    void profileOfGrey()
    {
        // Linear light: a fifth of the light is a grey of 124.
        writePngFile(m_file, 8, 8, flat({51}, 8),
            {.colorType = PNG_COLOR_TYPE_GRAY, .profile = greyProfile(1.0)});
        QVERIFY(isNear(firstColor(), {124, 124, 124}));
        writeJpegFile(m_file, 8, 8, flat({51}, 8),
            {.from = JCS_GRAYSCALE, .stored = JCS_GRAYSCALE, .profile = greyProfile(1.0)});
        QVERIFY(isNear(firstColor(), {124, 124, 124}));
    }

    void profileOfInks()
    {
        // A mean of 40 % ink leaves a lightness of 60, whatever the names of the inks.
        const Srgb expected = toSrgb(toLinear(Lab{60, 0, 0}));
        writeTiffFile(m_file, 8, 8, flat({255, 51, 102, 0}, 8),
            {.photometric = PHOTOMETRIC_SEPARATED, .samples = 4, .profile = greyInksProfile()});
        QVERIFY(isNear(firstColor(), expected));
        writeJpegFile(m_file, 8, 8, flat({0, 204, 153, 255}, 8),
            {.from = JCS_CMYK, .stored = JCS_CMYK, .profile = greyInksProfile()});
        QVERIFY(isNear(firstColor(), expected));
    }

    void uselessProfileIsLeftAside()
    {
        Bytes damaged = rgbProfile(widePrimaries);
        damaged.resize(100);
        for (const Bytes& profile : {damaged, greyProfile(1.0), greyInksProfile(), Bytes{1}}) {
            writeTiffFile(m_file, 8, 8, flat({100, 180, 90}, 8), {.profile = profile});
            QVERIFY(isNear(firstColor(), {100, 180, 90}, 0));
        }
    }

    void gammaOfPngCounts()
    {
        const FillRow fill = flat({0x33, 0x33, 0x80, 0x00, 0xff, 0xff}, 8); // .2, .5, 1
        writePngFile(m_file, 8, 8, fill, {.bits = 16, .gamma = 100000});
        QVERIFY(isNear(firstColor(), {124, 188, 255}));
        writePngFile(m_file, 8, 8, fill, {.bits = 16, .gamma = 45455});
        QVERIFY(isNear(firstColor(), {51, 128, 255}, 0));
    }

    void webpBringsProfileAndOrientation()
    {
        const auto plain = readPicture(pictures / "lossless.webp");
        QVERIFY(plain);
        store(withProfileAndExif(contents(pictures / "lossless.webp"), 48, 32,
            rgbProfile(swappedPrimaries), exifOf(6, true, false)));
        const auto picture = readPicture(m_file);
        QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
        QCOMPARE(picture->image.width, 32);
        QCOMPARE(picture->image.height, 48);
        // The red field is now at the right upper corner, and its red is called blue.
        QVERIFY(isNear(colorAt(picture->image, 24, 8), {40, 30, 200}, 9));
    }

private:
    Srgb firstColor() const
    {
        const auto picture = readPicture(m_file);
        if (!picture)
            qWarning("%s", picture.error().message.c_str());
        return picture ? colorAt(picture->image, 0, 0) : Srgb{};
    }

    /// AdobeRGB to sRGB through XYZ (D65), after the AdobeRGB (1998) encoding, section 4.3.5.3.
    static Srgb fromWide(Srgb color)
    {
        const auto light = [](std::uint8_t value) { return std::pow(value / 255.0, 2.2); };
        const double r = light(color.r), g = light(color.g), b = light(color.b);
        const double x = 0.57667 * r + 0.18556 * g + 0.18823 * b;
        const double y = 0.29734 * r + 0.62736 * g + 0.07529 * b;
        const double z = 0.02703 * r + 0.07069 * g + 0.99134 * b;
        return toSrgb(LinearRgb{3.2406 * x - 1.5372 * y - 0.4986 * z,
            -0.9689 * x + 1.8758 * y + 0.0415 * z, 0.0557 * x - 0.2040 * y + 1.0570 * z});
    }

    static Bytes contents(const fs::path& path)
    {
        std::ifstream stream(path, std::ios::binary);
        return Bytes(std::istreambuf_iterator<char>(stream), {});
    }

    void store(const Bytes& bytes) const
    {
        std::ofstream(m_file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()),
                static_cast<std::streamsize>(bytes.size()));
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(PictureTest)
#include "picture_test.moc"
