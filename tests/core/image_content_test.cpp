// What of a tile its picture shows, and where the pixels come from.
#include <QtTest>

#include "core/color/color_difference.h"
#include "core/export/image_export.h"
#include "core/export/seamless_cut.h"
#include "core/image/png.h"
#include "core/support/paths.h"
#include "support/export_fixture.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

Q_DECLARE_METATYPE(std::function<void(ImageExport&)>)

namespace {

const fs::path coated = resourceFolder() / "profiles" / "FOGRA39L_coated.icc";

/// Half a millimetre to a pixel, as the tiles of the fixture have.
ImageExport inTrueSize(ImageContent content)
{
    ImageExport settings = plain();
    settings.content = content;
    settings.dotsPerInch = 50.8;
    return settings;
}

Image part(const Image& image, int left, int top, int width, int height)
{
    Image result(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int fromX = ((left + x) % image.width + image.width) % image.width;
            const int fromY = ((top + y) % image.height + image.height) % image.height;
            std::copy_n(image.pixel(fromX, fromY), 3, result.pixel(x, y));
        }
    return result;
}

/// Mean of squares of `factor` pixels a side.
Image reduced(const Image& image, int factor)
{
    Image result(image.width / factor, image.height / factor);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x)
            for (int i = 0; i < 3; ++i) {
                int sum = 0;
                for (int step = 0; step < factor * factor; ++step)
                    sum += image.pixel(x * factor + step % factor, y * factor + step / factor)[i];
                result.pixel(x, y)[i] = static_cast<std::uint8_t>(sum / (factor * factor));
            }
    return result;
}

/// Of all samples, -1…1.
double correlation(const Image& a, const Image& b)
{
    const auto count = static_cast<double>(a.rgb.size());
    const double meanA = std::accumulate(a.rgb.begin(), a.rgb.end(), 0.0) / count;
    const double meanB = std::accumulate(b.rgb.begin(), b.rgb.end(), 0.0) / count;
    double both = 0, squaresA = 0, squaresB = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        both += (a.rgb[i] - meanA) * (b.rgb[i] - meanB);
        squaresA += (a.rgb[i] - meanA) * (a.rgb[i] - meanA);
        squaresB += (b.rgb[i] - meanB) * (b.rgb[i] - meanB);
    }
    return both / std::sqrt(squaresA * squaresB);
}

/// Mean step from a column to the one on its right; the last one's neighbour is the first.
double stepAfter(const Image& image, int column)
{
    double sum = 0;
    for (int y = 0; y < image.height; ++y)
        for (int i = 0; i < 3; ++i)
            sum += std::abs(
                image.pixel(column, y)[i] - image.pixel((column + 1) % image.width, y)[i]);
    return sum / image.height;
}

/// How much larger the step across the seam is than the mean one inside.
double seamOf(const Image& image)
{
    double inside = 0;
    for (int x = 0; x + 1 < image.width; ++x)
        inside += stepAfter(image, x);
    return stepAfter(image, image.width - 1) / (inside / (image.width - 1));
}

Image transposed(const Image& image)
{
    Image result(image.height, image.width);
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            std::copy_n(image.pixel(x, y), 3, result.pixel(y, x));
    return result;
}

double meanDifference(const Image& a, const Image& b)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x, ++count) {
            const std::uint8_t* p = a.pixel(x, y);
            const std::uint8_t* q = b.pixel(x, y);
            sum += deltaE2000(toLab(Srgb{p[0], p[1], p[2]}), toLab(Srgb{q[0], q[1], q[2]}));
        }
    return sum / count;
}

} // namespace

class ImageContentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ExportFixture>(); }

    void sizesAreAsPlanned_data()
    {
        QTest::addColumn<std::function<void(ImageExport&)>>("change");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("enlarged");
        const auto row = [](const char* name, int width, int height, bool enlarged,
                             std::function<void(ImageExport&)> change) {
            QTest::newRow(name) << change << width << height << enlarged;
        };
        // The tile has 96 x 192 pixels and shows 48 x 96 mm; the product is 50 x 100 mm.
        row("as generated", 96, 192, false, [](ImageExport&) {});
        row("in pixels", 50, 100, false, [](ImageExport& s) { s.size = 100; });
        row("enlarged", 200, 400, true, [](ImageExport& s) { s.size = 400; });
        row("in millimetres", 118, 236, true, [](ImageExport& s) {
            s.size = 20;
            s.isInMillimetres = true;
        });
        row("with a bleed", 118 + 70, 236 + 70, true, [](ImageExport& s) {
            s.size = 20;
            s.isInMillimetres = true;
            s.bleedMillimetres = 3;
        });
        row("with a margin", 100, 150, false, [](ImageExport& s) {
            s.size = 100;
            s.dotsPerInch = 254;
            s.marginMillimetres = 2.5;
        });
        row("the product at 50.8 dpi", 100, 200, true, [](ImageExport& s) {
            s.content = ImageContent::Outline;
            s.dotsPerInch = 50.8;
        });
        row("the product in pixels", 30, 60, true, [](ImageExport& s) {
            s.content = ImageContent::Outline;
            s.size = 60;
        });
        row("a swatch, cut", 84, 168, false,
            [](ImageExport& s) { s.content = ImageContent::Swatch; });
        row("a swatch of a size", 64, 128, false, [](ImageExport& s) {
            s.content = ImageContent::Swatch;
            s.size = 128;
        });
    }
    void sizesAreAsPlanned()
    {
        QFETCH(std::function<void(ImageExport&)>, change);
        Article article = m_fixture->article(1, "a", 96, 192);
        article.product.widthMillimetres = 100;
        ImageExport settings = plain();
        change(settings);
        const PlannedSize planned = plannedSize(article, settings);
        QTEST(planned.width, "width");
        QTEST(planned.height, "height");
        QTEST(planned.isEnlarged, "enlarged");
        const auto report = exportImages({article}, settings, m_fixture->output(), nullptr);
        QVERIFY(report);
        QVERIFY2(report->failures.empty(),
            report->failures.empty() ? "" : report->failures[0].error.message.c_str());
        const Image picture = pictureOf(m_fixture->output() / "a.png");
        QCOMPARE(picture.width, planned.width);
        QCOMPARE(picture.height, planned.height);
        const auto preview = previewExport(article, settings, 60);
        QVERIFY(preview);
        QVERIFY(std::max(preview->width, preview->height) <= 60);
        QVERIFY(std::max(preview->width, preview->height) >= 57);
    }

    void aTileIsWrittenAsItIs()
    {
        const Article article = m_fixture->article(1, "a");
        const Image tile = readPng(article.tile.file)->image;
        QVERIFY(exportOne(article, plain()) == tile);
        QCOMPARE(previewExport(article, plain(), 500).value(), tile);
    }

    void anOutlineIsTheMiddleOfTheTile()
    {
        const Article article = m_fixture->article(1, "a"); // 64 mm, of which 50 are asked
        const Image tile = readPng(article.tile.file)->image;
        const Image outline = exportOne(article, inTrueSize(ImageContent::Outline));
        QVERIFY(outline == part(tile, 14, 14, 100, 100));
        // Its bleed is the tile's own.
        ImageExport settings = inTrueSize(ImageContent::Outline);
        settings.bleedMillimetres = 5;
        QVERIFY(exportOne(article, settings) == part(tile, 4, 4, 120, 120));
    }

    void aSeamlessTileIsRepeatedOverTheOutline()
    {
        Article article = m_fixture->article(1, "a", 128, 128, SeamlessAxes::XY);
        article.product.lengthMillimetres = 150;
        const Image tile = readPng(article.tile.file)->image;
        const Image outline = exportOne(article, inTrueSize(ImageContent::Outline));
        QVERIFY(outline == part(tile, -86, 14, 300, 100));
    }

    void anOpenTileCoversAnOutlineWithoutASeam()
    {
        Article article = m_fixture->article(1, "a", 256, 256);
        article.product.lengthMillimetres = article.product.widthMillimetres = 200;
        const Image outline = exportOne(article, inTrueSize(ImageContent::Outline));
        QCOMPARE(outline.width, 400);
        for (const Image& image : {outline, transposed(outline)}) {
            std::vector<double> steps;
            for (int x = 0; x + 1 < image.width; ++x)
                steps.push_back(stepAfter(image, x));
            std::sort(steps.begin(), steps.end());
            const double ratio = steps.back() / steps[steps.size() / 2];
            QVERIFY2(ratio < 1.8, qPrintable(QString::number(ratio)));
        }
    }

    void aGradientIsDrawnOverTheWholeOutline()
    {
        GenerationRequest request = tileRequest(128, 128, 1);
        request.pattern.kind = PatternKind::LinearGradient;
        request.mix = mixOf({{"black", 1}});
        request.pattern.mixes = {mixOf({{"pearl", 1}})};
        Article article = m_fixture->article(GranuleGenerator::tileOf(request), "a");
        article.product.lengthMillimetres = article.product.widthMillimetres = 256;
        const Image outline = exportOne(article, inTrueSize(ImageContent::Outline));
        QCOMPARE(outline.width, 512);
        const auto brightness = [&](int left) {
            const Image band = part(outline, left, 0, 60, 512);
            return std::accumulate(band.rgb.begin(), band.rgb.end(), 0.0)
                / static_cast<double>(band.rgb.size());
        };
        const QString told = QStringLiteral("%1 %2 %3")
                                 .arg(brightness(0))
                                 .arg(brightness(226))
                                 .arg(brightness(452));
        QVERIFY2(brightness(0) + 25 < brightness(226), qPrintable(told));
        QVERIFY2(brightness(226) + 25 < brightness(452), qPrintable(told));
    }

    void aSwatchRepeats_data()
    {
        QTest::addColumn<bool>("seamless");
        QTest::newRow("seamless already") << true;
        QTest::newRow("cut") << false;
    }
    void aSwatchRepeats()
    {
        QFETCH(bool, seamless);
        const Article article = m_fixture->article(
            3, "a", 256, 192, seamless ? SeamlessAxes::XY : SeamlessAxes::None);
        Image swatch = exportOne(article, inTrueSize(ImageContent::Swatch));
        if (seamless)
            QVERIFY(swatch == readPng(article.tile.file)->image);
        QVERIFY2(seamOf(swatch) < 1.3, qPrintable(QString::number(seamOf(swatch))));
        swatch = transposed(swatch);
        QVERIFY2(seamOf(swatch) < 1.3, qPrintable(QString::number(seamOf(swatch))));
    }

    void aPictureWithoutASeamIsMadeByCutting()
    {
        const Image whole = GranuleGenerator::tileOf(tileRequest(300, 260, 9)).image;
        const Image open = part(whole, 20, 20, 256, 200);
        QVERIFY(seamOf(open) > 1.8 && seamOf(transposed(open)) > 1.8);
        const Image closed = seamlessCut(open);
        QCOMPARE(closed.width, 256 - seamOverlap(256));
        QCOMPARE(closed.height, 200 - seamOverlap(200));
        QVERIFY2(seamOf(closed) < 1.25, qPrintable(QString::number(seamOf(closed))));
        QVERIFY(seamOf(transposed(closed)) < 1.25);
        // Nor did the seam move inside.
        for (const Image& image : {closed, transposed(closed)})
            for (int x = 0; x + 1 < image.width; ++x)
                QVERIFY(stepAfter(image, x) < 2.2 * stepAfter(open, 100));
        QVERIFY(seamlessCut(part(whole, 0, 0, 40, 100)) == part(whole, 0, 0, 40, 100));
    }

    void aLargerTileIsMadeAgainFromTheSameGranules()
    {
        const Article article = m_fixture->article(4, "a", 256, 256);
        ImageExport settings = plain();
        settings.size = 512;
        settings.enlarging = Enlarging::Regenerate;
        GranuleGenerator generator;
        const auto report = exportImages({article}, settings, m_fixture->output(), &generator);
        QVERIFY(report && report->failures.empty());
        QVERIFY(!report->files[0].wasResampled);
        QCOMPARE(report->files[0].note, std::string());
        const Image tile = readPng(article.tile.file)->image;
        const Image larger = pictureOf(m_fixture->output() / "a.png");
        QCOMPARE(larger.width, 512);
        const Image other = GranuleGenerator::tileOf(tileRequest(512, 512, 4).enlarged(1)).image;
        QVERIFY(correlation(reduced(larger, 2), tile) > 0.85);
        QVERIFY(correlation(reduced(other, 2), tile) < 0.3);
        QVERIFY(larger == GranuleGenerator::tileOf(generator.requests[0]).image);
    }

    void aSwatchIsMadeAgainWithoutASeam()
    {
        const Article article = m_fixture->article(4, "a");
        ImageExport settings = plain();
        settings.content = ImageContent::Swatch;
        settings.enlarging = Enlarging::Regenerate;
        GranuleGenerator generator;
        const auto report = exportImages({article}, settings, m_fixture->output(), &generator);
        QVERIFY(report && report->failures.empty());
        QCOMPARE(generator.requests.size(), std::size_t(1));
        QCOMPARE(generator.requests[0].seamless, SeamlessAxes::XY);
        QCOMPARE(generator.requests[0].width, 128);
        QCOMPARE(pictureOf(report->files[0].file).width, 128);
    }

    void anOutlineIsMadeAgainWhereTheTileIsTooSmall()
    {
        Article article = m_fixture->article(4, "a");
        article.product.lengthMillimetres = 100;
        ImageExport settings = inTrueSize(ImageContent::Outline);
        settings.enlarging = Enlarging::Regenerate;
        GranuleGenerator generator;
        const auto report = exportImages({article}, settings, m_fixture->output(), &generator);
        QVERIFY(report && report->failures.empty());
        QCOMPARE(generator.requests[0].width, 224); // 200 pixels, as multiples of 32
        QCOMPARE(generator.requests[0].height, 128);
        const Image outline = pictureOf(report->files[0].file);
        QCOMPARE(outline.width, 200);
        QVERIFY(outline
            == part(GranuleGenerator::tileOf(generator.requests[0]).image, 12, 14, 200, 100));
    }

    void whatCannotBeMadeAgainIsResampled_data()
    {
        QTest::addColumn<QString>("case_");
        QTest::addColumn<QString>("note");
        QTest::newRow("no model") << QStringLiteral("none") << QStringLiteral("no model");
        QTest::newRow("the model fails") << QStringLiteral("fails") << QStringLiteral("is gone");
        QTest::newRow("a prompt alone") << QStringLiteral("prompt") << QStringLiteral("prompt");
        QTest::newRow("too large") << QStringLiteral("large") << QStringLiteral("2048");
    }
    void whatCannotBeMadeAgainIsResampled()
    {
        QFETCH(QString, case_);
        QFETCH(QString, note);
        GenerationRequest request = tileRequest(128, 128, 4);
        Tile tile = GranuleGenerator::tileOf(request);
        if (case_ == QLatin1String("prompt"))
            tile.request.guide = Guide::None;
        const Article article = m_fixture->article(tile, "a");
        ImageExport settings = plain();
        settings.size = case_ == QLatin1String("large") ? 2100 : 256;
        settings.enlarging = Enlarging::Regenerate;
        GranuleGenerator generator;
        if (case_ == QLatin1String("fails"))
            generator.error = Error{ErrorKind::BadData, "The model is gone.", {}};
        generator.draws = false;
        const auto report = exportImages({article}, settings, m_fixture->output(),
            case_ == QLatin1String("none") ? nullptr : &generator);
        QVERIFY(report && report->failures.empty());
        const ExportedFile& file = report->files[0];
        QVERIFY(file.wasResampled);
        QVERIFY2(file.note.find(note.toStdString()) != std::string::npos, file.note.c_str());
        QCOMPARE(pictureOf(file.file).width, static_cast<int>(settings.size));
        if (case_ == QLatin1String("large"))
            QCOMPARE(generator.requests[0].width, 2048);
    }

    void aTransparentGroundSurroundsTheTile()
    {
        const Article article = m_fixture->article(1, "a");
        ImageExport settings = plain();
        settings.dotsPerInch = 254;
        settings.marginMillimetres = 2;
        settings.ground = ImageGround::Transparent;
        const auto report = exportImages({article}, settings, m_fixture->output(), nullptr);
        QVERIFY(report && report->files.size() == 1);
        const auto picture = readPicture(report->files[0].file);
        QVERIFY(picture);
        QCOMPARE(picture->image.width, 128 + 40);
        const auto coverage = [&](int x, int y) {
            return picture->coverage[static_cast<std::size_t>(y * picture->image.width + x)];
        };
        QCOMPARE(int{coverage(19, 80)}, 0);
        QCOMPARE(int{coverage(20, 20)}, 255);
        QCOMPARE(int{coverage(147, 147)}, 255);
        QCOMPARE(int{coverage(80, 148)}, 0);
        const Image preview = previewExport(article, settings, 1000).value();
        QVERIFY(part(preview, 20, 20, 128, 128) == readPng(article.tile.file)->image);
    }

    void aPreviewShowsWhatIsCut()
    {
        const Article article = m_fixture->article(1, "a");
        ImageExport settings = plain();
        settings.dotsPerInch = 254;
        settings.bleedMillimetres = 1;
        const Image preview = previewExport(article, settings, 1000).value();
        QCOMPARE(preview.width, 148);
        QVERIFY(part(preview, 10, 10, 128, 128) == readPng(article.tile.file)->image);
        const auto color = [&](int x, int y) {
            const std::uint8_t* pixel = preview.pixel(x, y);
            return std::array<int, 3>{pixel[0], pixel[1], pixel[2]};
        };
        QCOMPARE(color(9, 70), color(138, 9)); // the line
        QVERIFY(color(9, 70) != color(8, 70));
        for (const int sample : color(3, 70))
            QVERIFY(sample >= 127);
    }

    void inksLookAsTheProofSaid()
    {
        const Article article = m_fixture->article(1, "a");
        ImageExport settings = plain();
        settings.kind = PictureKind::Tiff;
        settings.color.space = ColorSpace::Profile;
        settings.color.profile = coated;
        settings.color.inkLimit = 150;
        for (const int bits : {8, 16}) {
            settings.bits = bits;
            settings.collision = Collision::Replace;
            const auto report = exportImages({article}, settings, m_fixture->output(), nullptr);
            QVERIFY(report && report->files.size() == 1);
            QVERIFY(report->files[0].ink.maximum > 150 && report->files[0].ink.maximum < 400);
            QVERIFY(report->files[0].ink.overLimit > 0 && report->files[0].ink.overLimit < 100);
            const Image printed = pictureOf(report->files[0].file);
            const Image proof = previewExport(article, settings, 1000).value();
            const double difference = meanDifference(printed, proof);
            QVERIFY2(difference < 1, qPrintable(QString::number(difference)));
            QVERIFY(meanDifference(printed, readPng(article.tile.file)->image) > difference);
        }
    }

private:
    /// As it was written, without a model.
    Image exportOne(const Article& article, const ImageExport& settings) const
    {
        const auto report = exportImages({article}, settings, m_fixture->output(), nullptr);
        if (!report || report->files.size() != 1)
            qFatal("not exported");
        return pictureOf(report->files[0].file);
    }

    std::unique_ptr<ExportFixture> m_fixture;
};

QTEST_GUILESS_MAIN(ImageContentTest)
#include "image_content_test.moc"
