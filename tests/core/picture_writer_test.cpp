#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <filesystem>

#include "core/image/picture.h"
#include "core/image/picture_writer.h"
#include "core/image/row_reader.h"
#include "core/support/atomic_file.h"
#include "support/picture_libraries.h"
#include "support/picture_rows.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t width = 61, height = 37;

/// Through our own readers.
Found readOurselves(const fs::path& path, PictureKind kind, PixelFormat& format)
{
    const auto file = InputFile::open(path);
    auto reader = kind == PictureKind::Png ? openPng(*file)
        : kind == PictureKind::Jpeg        ? openJpeg(*file)
        : kind == PictureKind::Tiff        ? openTiff(*file)
                                           : openWebp(*file);
    const PictureHeader& header = (*reader)->header();
    format = header.format;
    Found found{header.width, header.height, {}, header.profile, 0};
    const std::size_t rowBytes = header.width * format.bytes();
    found.samples.resize(rowBytes * header.height);
    for (std::uint32_t y = 0; y < header.height; ++y)
        if (!(*reader)->readRow(found.samples.data() + y * rowBytes))
            found.samples.clear();
    return found;
}

/// Every form that the kind of file can hold, one row each.
void addForms(const std::vector<PictureKind>& kinds)
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("model");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("hasAlpha");
    QTest::addColumn<bool>("hasProfile");
    const std::array models{"grey", "RGB", "CMYK"};
    for (const PictureKind kind : kinds)
        for (const auto model : {ColorModel::Grey, ColorModel::Rgb, ColorModel::Cmyk})
            for (const int bits : {8, 16})
                for (const bool hasAlpha : {false, true})
                    for (const bool hasProfile : {false, true}) {
                        const PictureHeader header{1, 1, {model, bits, hasAlpha}, {}};
                        if (!checkPicture(kind, header))
                            continue;
                        QTest::addRow("%s %s %d%s%s", toText(kind).data(),
                            models[static_cast<std::size_t>(model)], bits, hasAlpha ? " alpha" : "",
                            hasProfile ? " profile" : "")
                            << int(kind) << int(model) << bits << hasAlpha << hasProfile;
                    }
}

} // namespace

class PictureWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = fs::path(m_temporary->path().toStdString()) / "picture";
    }

    void kindsHaveNames()
    {
        for (const auto kind :
            {PictureKind::Png, PictureKind::Jpeg, PictureKind::Tiff, PictureKind::Webp}) {
            QCOMPARE(*parsePictureKind(toText(kind)), kind);
            QCOMPARE(*parsePictureKind(suffixOf(kind).substr(1)), kind);
        }
        QCOMPARE(*parsePictureKind("JPG"), PictureKind::Jpeg);
    }

    void unknownKindsAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("advice");
        QTest::newRow("near") << QByteArray("jpeg-2000") << QByteArray("Did you mean jpeg?");
        QTest::newRow("near, with dot") << QByteArray(".png") << QByteArray("Did you mean png?");
        QTest::newRow("far") << QByteArray("gif") << QByteArray("png, jpeg, tiff, webp");
        QTest::newRow("empty") << QByteArray() << QByteArray("png, jpeg, tiff, webp");
    }

    void unknownKindsAreTold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, advice);
        const auto kind = parsePictureKind(text.toStdString());
        QVERIFY(!kind);
        QCOMPARE(kind.error().kind, ErrorKind::Usage);
        const auto message = QByteArray::fromStdString(kind.error().message);
        QVERIFY2(message.contains("\"" + text + "\"") && message.contains(advice), message);
    }

    void refusesWhatAKindCannotHold_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("model");
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("hasAlpha");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, PictureKind kind, PixelFormat format, int columns,
                             int rows, const char* word) {
            QTest::newRow(name) << int(kind) << int(format.model) << format.bits << format.hasAlpha
                                << columns << rows << QByteArray(word);
        };
        const PixelFormat rgb, alpha{ColorModel::Rgb, 8, true}, deep{ColorModel::Rgb, 16, false};
        const PixelFormat inks{ColorModel::Cmyk, 8, false}, grey{ColorModel::Grey, 8, false};
        row("JPEG alpha", PictureKind::Jpeg, alpha, 8, 8, "transparent");
        row("JPEG deep", PictureKind::Jpeg, deep, 8, 8, "16 bits");
        row("JPEG wide", PictureKind::Jpeg, rgb, 65'501, 8, "65500");
        row("JPEG high", PictureKind::Jpeg, rgb, 8, 65'501, "65501");
        row("WebP deep", PictureKind::Webp, deep, 8, 8, "16 bits");
        row("WebP inks", PictureKind::Webp, inks, 8, 8, "CMYK");
        row("WebP grey", PictureKind::Webp, grey, 8, 8, "grey");
        row("WebP wide", PictureKind::Webp, rgb, 16'384, 8, "16383");
        row("PNG inks", PictureKind::Png, inks, 8, 8, "CMYK");
        row("PNG wide", PictureKind::Png, rgb, 1'000'001, 1, "1000000");
        row("TIFF high", PictureKind::Tiff, rgb, 1, 1'000'001, "1000000");
        row("no rows", PictureKind::Tiff, rgb, 8, 0, "8 × 0");
        row("no columns", PictureKind::Png, rgb, 0, 8, "0 × 8");
        row("bits", PictureKind::Png, {ColorModel::Rgb, 12, false}, 8, 8, "12 bits");
    }

    void refusesWhatAKindCannotHold()
    {
        QFETCH(int, kind);
        QFETCH(int, model);
        QFETCH(int, bits);
        QFETCH(bool, hasAlpha);
        QFETCH(int, columns);
        QFETCH(int, rows);
        QFETCH(QByteArray, word);
        SampleRows source(static_cast<std::uint32_t>(columns), static_cast<std::uint32_t>(rows),
            {static_cast<ColorModel>(model), bits, hasAlpha});
        const auto written = writePicture(
            m_file, source, {.kind = static_cast<PictureKind>(kind), .metadata = {}});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Usage);
        QVERIFY2(QByteArray::fromStdString(written.error().message).contains(word),
            written.error().message.c_str());
        QCOMPARE(entriesOf(m_file.parent_path()), std::size_t{0});
    }

    void refusesOptions()
    {
        for (const WriteOptions& options : {WriteOptions{.quality = 0, .metadata = {}},
                 WriteOptions{.quality = 101, .metadata = {}},
                 WriteOptions{.dotsPerInch = -1, .metadata = {}},
                 WriteOptions{.dotsPerInch = 1e9, .metadata = {}},
                 WriteOptions{.dotsPerInch = std::nan(""), .metadata = {}}}) {
            SampleRows rows(4, 4, {});
            const auto written = writePicture(m_file, rows, options);
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::Usage);
        }
    }

    void refusesProfiles()
    {
        Bytes damaged = profileOf(ColorModel::Rgb);
        damaged.resize(100);
        for (const Bytes& profile :
            {damaged, profileOf(ColorModel::Cmyk), Bytes{1, 2, 3}, profileOf(ColorModel::Grey)})
            for (const auto kind : {PictureKind::Png, PictureKind::Tiff}) {
                SampleRows rows(4, 4, {}, profile);
                const auto written = writePicture(m_file, rows, {.kind = kind, .metadata = {}});
                QVERIFY(!written);
                QCOMPARE(written.error().kind, ErrorKind::Usage);
                QVERIFY(written.error().message.find("profile") != std::string::npos);
            }
    }

    void losslessKindsAreExact_data()
    {
        addForms({PictureKind::Png, PictureKind::Tiff, PictureKind::Webp});
    }

    void losslessKindsAreExact()
    {
        QFETCH(int, kind);
        QFETCH(int, model);
        QFETCH(int, bits);
        QFETCH(bool, hasAlpha);
        QFETCH(bool, hasProfile);
        const auto form = static_cast<PictureKind>(kind);
        const auto colors = static_cast<ColorModel>(model);
        const Bytes profile = hasProfile ? profileOf(colors) : Bytes{};
        const PixelFormat format{colors, bits, hasAlpha};
        SampleRows rows(width, height, format, profile);
        const WriteOptions options{
            .kind = form, .isLossless = true, .dotsPerInch = 254, .metadata = {}};
        const auto written = writePicture(m_file, rows, options);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QCOMPARE(entriesOf(m_file.parent_path()), std::size_t{1});

        const Found theirs = form == PictureKind::Png ? readWithLibpng(m_file)
            : form == PictureKind::Tiff               ? readWithLibtiff(m_file)
                                                      : readWithLibwebp(m_file, hasAlpha);
        QCOMPARE(theirs.width, width);
        QCOMPARE(theirs.height, height);
        QCOMPARE(theirs.samples, rows.all());
        if (form != PictureKind::Webp) {
            QCOMPARE(theirs.profile, profile);
            QVERIFY(std::abs(theirs.dotsPerInch - 254) < 0.02);
        }
        PixelFormat read;
        const Found ours = readOurselves(m_file, form, read);
        QVERIFY(read == format);
        QCOMPARE(ours.samples, rows.all());
        QCOMPARE(ours.profile, profile);
        QVERIFY(readPicture(m_file));
    }

    void jpegIsNear_data() { addForms({PictureKind::Jpeg}); }

    void jpegIsNear()
    {
        QFETCH(int, model);
        QFETCH(bool, hasProfile);
        const auto colors = static_cast<ColorModel>(model);
        const Bytes profile = hasProfile ? profileOf(colors) : Bytes{};
        SampleRows rows(width, height, {colors, 8, false}, profile, smooth);
        const WriteOptions options{
            .kind = PictureKind::Jpeg, .quality = 100, .dotsPerInch = 300, .metadata = {}};
        QVERIFY(writePicture(m_file, rows, options));
        PixelFormat read;
        const Found ours = readOurselves(m_file, PictureKind::Jpeg, read);
        QVERIFY(read == rows.header().format);
        QCOMPARE(ours.profile, profile);
        const Bytes expected = rows.all();
        QCOMPARE(ours.samples.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(ours.samples[i] - expected[i]) <= 4);
        const JpegFacts facts = readWithLibjpeg(m_file);
        QCOMPARE(facts.dotsPerInch, 300.0);
        QCOMPARE(facts.hasAdobeMarker, colors == ColorModel::Cmyk);
        if (colors == ColorModel::Cmyk) {
            QCOMPARE(facts.stored, JCS_CMYK);
            QCOMPARE(facts.adobeTransform, 0);
        }
        QVERIFY(readPicture(m_file));
    }

    void jpegKeepsChromaWhenItIsToBeGood()
    {
        for (const auto& [quality, sampling] : {std::pair{89, 2}, {90, 1}, {100, 1}, {1, 2}}) {
            SampleRows rows(width, height, {}, {}, smooth);
            QVERIFY(writePicture(
                m_file, rows, {.kind = PictureKind::Jpeg, .quality = quality, .metadata = {}}));
            QCOMPARE(readWithLibjpeg(m_file).luminanceSampling, sampling);
        }
    }

    void lossyWebpIsNear()
    {
        for (const bool hasAlpha : {false, true}) {
            const Bytes profile = profileOf(ColorModel::Rgb);
            SampleRows rows(width, height, {ColorModel::Rgb, 8, hasAlpha}, profile, smooth);
            QVERIFY(writePicture(
                m_file, rows, {.kind = PictureKind::Webp, .quality = 95, .metadata = {}}));
            PixelFormat read;
            const Found ours = readOurselves(m_file, PictureKind::Webp, read);
            QCOMPARE(read.hasAlpha, hasAlpha);
            QCOMPARE(ours.profile, profile);
            const Bytes expected = rows.all();
            double difference = 0;
            for (std::size_t i = 0; i < expected.size(); ++i)
                difference += std::abs(ours.samples[i] - expected[i]);
            QVERIFY(difference / static_cast<double>(expected.size()) < 4);
        }
    }

    void withoutResolutionNoneIsNoted()
    {
        const auto write = [&](PictureKind kind) {
            SampleRows rows(4, 4, {});
            return writePicture(m_file, rows, {.kind = kind, .dotsPerInch = 0, .metadata = {}});
        };
        QVERIFY(write(PictureKind::Png));
        QCOMPARE(readWithLibpng(m_file).dotsPerInch, 0.0);
        QVERIFY(write(PictureKind::Tiff));
        QCOMPARE(readWithLibtiff(m_file).dotsPerInch, 0.0);
        QVERIFY(write(PictureKind::Jpeg));
        QCOMPARE(readWithLibjpeg(m_file).dotsPerInch, 0.0);
    }

    void pngWithoutProfileIsTaggedSrgb()
    {
        for (const auto model : {ColorModel::Grey, ColorModel::Rgb}) {
            SampleRows rows(4, 4, {model, 8, false});
            QVERIFY(writePicture(m_file, rows, {.metadata = {}}));
            const auto bytes = readTextFile(m_file);
            for (const char* chunk : {"sRGB", "gAMA", "cHRM"})
                QVERIFY(bytes->find(chunk) != std::string::npos);
            QVERIFY(bytes->find("iCCP") == std::string::npos);
        }
        SampleRows rows(4, 4, {}, profileOf(ColorModel::Rgb));
        QVERIFY(writePicture(m_file, rows, {.metadata = {}}));
        QVERIFY(readTextFile(m_file)->find("sRGB") == std::string::npos);
    }

    void sizesOfOnePixelAndOfManyStrips_data() { addForms({PictureKind::Tiff}); }

    void sizesOfOnePixelAndOfManyStrips()
    {
        QFETCH(int, model);
        QFETCH(int, bits);
        QFETCH(bool, hasAlpha);
        const PixelFormat format{static_cast<ColorModel>(model), bits, hasAlpha};
        for (const auto& [columns, lines] :
            {std::pair{1u, 1u}, {1u, 500u}, {700u, 1u}, {90'000u, 5u}, {400u, 700u}}) {
            SampleRows rows(columns, lines, format);
            QVERIFY(writePicture(m_file, rows, {.kind = PictureKind::Tiff, .metadata = {}}));
            QVERIFY(readWithLibtiff(m_file).samples == rows.all());
        }
    }

    void tiffOfManyGigabytesIsBig()
    {
        for (const auto& [lines, version] : {std::pair{60'000u, '*'}, {800'000u, '+'}}) {
            SampleRows rows(2000, lines, {}, {}, [](auto, auto, auto) { return 0; });
            std::stop_source stop;
            std::string start;
            rows.onRow = [&](std::uint32_t y) {
                if (y != 2000)
                    return;
                const auto temporary = fs::directory_iterator(m_file.parent_path())->path();
                start = readTextFile(temporary)->substr(0, 4);
                stop.request_stop();
            };
            const auto written = writePicture(
                m_file, rows, {.kind = PictureKind::Tiff, .metadata = {}}, {}, stop.get_token());
            QVERIFY(!written);
            QCOMPARE(written.error().kind, ErrorKind::Cancelled);
            QVERIFY(start.find(version) != std::string::npos);
        }
    }

    void equalPicturesAreEqualFiles()
    {
        for (const auto kind :
            {PictureKind::Png, PictureKind::Jpeg, PictureKind::Tiff, PictureKind::Webp}) {
            std::array<std::string, 2> files;
            for (std::string& bytes : files) {
                SampleRows rows(width, height, {}, profileOf(ColorModel::Rgb));
                PictureMetadata metadata;
                metadata.title = "Плитка";
                QVERIFY(writePicture(m_file, rows, {.kind = kind, .metadata = metadata}));
                bytes = *readTextFile(m_file);
            }
            QVERIFY(files[0] == files[1]);
        }
    }

    void progressGrowsToOne()
    {
        for (const auto kind :
            {PictureKind::Png, PictureKind::Jpeg, PictureKind::Tiff, PictureKind::Webp}) {
            std::vector<double> told;
            SampleRows rows(200, 300, {});
            QVERIFY(writePicture(m_file, rows, {.kind = kind, .metadata = {}},
                [&](double fraction) { told.push_back(fraction); }));
            QVERIFY(told.size() >= 10 && told.size() <= 102);
            QVERIFY(std::is_sorted(told.begin(), told.end()));
            QVERIFY(told.front() >= 0);
            QCOMPARE(told.back(), 1.0);
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_file;
};

QTEST_GUILESS_MAIN(PictureWriterTest)
#include "picture_writer_test.moc"
