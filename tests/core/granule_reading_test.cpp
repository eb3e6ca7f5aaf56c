// What became of the granules of a known field: masks, readings, re-tinting, the guide of a tile.
#include <QTest>
#include <cmath>

#include "core/generation/mix_guide.h"
#include "core/measure/granule_means.h"
#include "core/measure/retint.h"
#include "support/arbitrary_mix.h"

using namespace tilewright;
using test::bundledPalette;

namespace {

GranuleSettings settings()
{
    GranuleSettings result;
    result.width = 256;
    result.height = 192;
    result.millimetresPerPixel = 8.0 / 22;
    result.seed = 4;
    return result;
}

Mix threeColors()
{
    return *Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}});
}

/// A field with all that is needed to read pictures of it.
struct Scene {
    explicit Scene(const Mix& askedMix = threeColors())
        : mix(askedMix)
        , field(std::make_shared<const GranuleField>(settings()))
        , shader(field)
        , mask(*field)
        , picture(*shader.render(mix, bundledPalette()))
        , assignment(field->assignColors(mix))
        , reader(*GranuleReader::create(shader, mask, mix, bundledPalette(), picture))
    {
    }

    /// The picture with all granules of one colour painted as if they were of another.
    Image painted(const std::string& from, const std::string& to) const
    {
        const Image other = *shader.render(*Mix::fromWeights({{to, 1}}), bundledPalette());
        Image result = picture;
        for (std::size_t pixel = 0; pixel < mask.granules().size(); ++pixel) {
            const std::uint32_t granule = mask.granules()[pixel];
            if (granule != GranuleField::gap && mix.shares()[assignment[granule]].color == from)
                std::copy_n(other.rgb.data() + 3 * pixel, 3, result.rgb.data() + 3 * pixel);
        }
        return result;
    }

    std::size_t placeOf(const GranuleReading& reading, const std::string& color) const
    {
        return static_cast<std::size_t>(
            std::find(reading.read.begin(), reading.read.end(), color) - reading.read.begin());
    }

    Mix mix;
    std::shared_ptr<const GranuleField> field;
    GranuleShader shader;
    GranuleMask mask;
    Image picture;
    std::vector<std::uint8_t> assignment;
    GranuleReader reader;
};

/// The picture with another white balance, exposure and blur: what a model might do to it.
Image drifted(const Image& picture)
{
    Image result = picture;
    const float gain[3] = {0.8f, 1.1f, 1.25f};
    for (std::size_t i = 0; i < result.rgb.size(); ++i)
        result.rgb[i] = static_cast<std::uint8_t>(
            std::min(255.0f, static_cast<float>(picture.rgb[i]) * gain[i % 3]));
    return result;
}

double meanDifference(const std::vector<GranuleMean>& first, const std::vector<GranuleMean>& second)
{
    double sum = 0;
    int count = 0;
    for (std::size_t granule = 0; granule < first.size(); ++granule) {
        if (first[granule].pixels < 20)
            continue;
        for (std::size_t i = 0; i < 3; ++i)
            sum += std::abs(first[granule].light[i] - second[granule].light[i]);
        ++count;
    }
    return sum / count;
}

} // namespace

class GranuleReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksFollowTheField();
    void fieldIsReadAsAsked();
    void repaintedGranulesAreFound();
    void halfOfAColorMayChange();
    void retintBringsColorsBack();
    void retintKeepsTexture();
    void retintByDegrees();
    void guideTellsAllThreeReadings();
    void worstReadingDecides();
    void guideNeedsKnownColors();
};

void GranuleReadingTest::masksFollowTheField()
{
    const Scene scene;
    QCOMPARE(scene.mask.granules().size(), std::size_t{256 * 192});
    std::vector<double> seen(scene.field->granuleCount());
    std::size_t inside = 0;
    for (std::size_t pixel = 0; pixel < scene.mask.granules().size(); ++pixel) {
        const std::uint32_t granule = scene.mask.granules()[pixel];
        const std::uint32_t interior = scene.mask.interiors()[pixel];
        QVERIFY(interior == GranuleField::gap || interior == granule);
        inside += interior != GranuleField::gap;
        if (granule != GranuleField::gap)
            seen[granule] += 4;
    }
    QVERIFY(inside > scene.mask.granules().size() / 4);
    // A pixel counts for the granule that most of it shows, so areas agree but for their edges.
    for (std::size_t granule = 0; granule < seen.size(); ++granule) {
        const double area = scene.field->visibleArea()[granule];
        QVERIFY(std::abs(seen[granule] - area) <= 8 + 0.3 * area);
    }
}

void GranuleReadingTest::fieldIsReadAsAsked()
{
    rc::check("a field keeps all of its colours", [] {
        const Mix mix = test::arbitraryMix();
        const Scene scene(mix);
        const GranuleReading reading = scene.reader.read(scene.picture, scene.mask);
        // Gloss that overexposes a granule may hide what it is.
        RC_ASSERT(reading.kept > 0.99);
        double sum = 0;
        for (const double share : reading.confusion)
            sum += share;
        RC_ASSERT(std::abs(sum - 1) < 1e-9);
        const auto visible = scene.field->visibleShares(mix, scene.assignment);
        for (std::size_t i = 0; i < mix.size(); ++i)
            RC_ASSERT(std::abs(reading.shares[i] - visible[i]) < 0.01);
    });
}

void GranuleReadingTest::repaintedGranulesAreFound()
{
    const Scene scene;
    const GranuleReading reading = scene.reader.read(scene.painted("red", "salmon"), scene.mask);
    const std::size_t colors = reading.read.size();
    QVERIFY(std::abs(reading.shares[0]) < 0.01);
    QVERIFY(std::abs(reading.shares[1] - 0.3) < 0.01);
    QVERIFY(
        std::abs(reading.confusion[0 * colors + scene.placeOf(reading, "salmon")] - 0.5) < 0.02);
    QVERIFY(std::abs(reading.confusion[1 * colors + scene.placeOf(reading, "black")] - 0.3) < 0.02);
    QVERIFY(std::abs(reading.kept - 0.5) < 0.02);
}

void GranuleReadingTest::halfOfAColorMayChange()
{
    // The left half of the tile turns: what is read moves by half.
    const Scene scene;
    const Image turned = scene.painted("black", "red");
    Image half = scene.picture;
    for (int y = 0; y < half.height; ++y)
        std::copy_n(turned.pixel(0, y), 3 * half.width / 2, half.pixel(0, y));
    const GranuleReading reading = scene.reader.read(half, scene.mask);
    QVERIFY(reading.shares[0] > 0.6 && reading.shares[0] < 0.7);
    QVERIFY(reading.shares[1] > 0.1 && reading.shares[1] < 0.2);
}

void GranuleReadingTest::retintBringsColorsBack()
{
    const Scene scene;
    const Image drift = drifted(scene.picture);
    const std::size_t count = scene.field->granuleCount();
    const auto wanted = granuleMeans(scene.picture, scene.mask, count);
    const double before = meanDifference(granuleMeans(drift, scene.mask, count), wanted);
    const Image back = retinted(drift, scene.picture, scene.mask, count, 1);
    const double after = meanDifference(granuleMeans(back, scene.mask, count), wanted);
    QVERIFY2(after < 0.15 * before, qPrintable(QStringLiteral("%1 of %2").arg(after).arg(before)));
}

void GranuleReadingTest::retintKeepsTexture()
{
    // The lightness pattern inside the granules of another picture of the same layout must survive.
    const Scene scene;
    Image textured = drifted(scene.picture);
    for (int y = 0; y < textured.height; ++y) {
        for (int x = 0; x < textured.width; ++x) {
            for (int i = 0; i < 3; ++i) {
                std::uint8_t& level = textured.pixel(x, y)[i];
                level = static_cast<std::uint8_t>(level * ((x + y) % 2 == 0 ? 0.8 : 1.0));
            }
        }
    }
    const Image back
        = retinted(textured, scene.picture, scene.mask, scene.field->granuleCount(), 1);
    double darker = 0, lighter = 0;
    for (int y = 0; y < back.height; ++y) {
        for (int x = 0; x < back.width; ++x)
            ((x + y) % 2 == 0 ? darker : lighter) += back.pixel(x, y)[1];
    }
    QVERIFY(std::abs(darker / lighter - 0.8) < 0.04);
}

void GranuleReadingTest::retintByDegrees()
{
    const Scene scene;
    const Image drift = drifted(scene.picture);
    const std::size_t count = scene.field->granuleCount();
    QVERIFY(retinted(drift, scene.picture, scene.mask, count, 0) == drift);
    const auto wanted = granuleMeans(scene.picture, scene.mask, count);
    double last = meanDifference(granuleMeans(drift, scene.mask, count), wanted);
    for (const double strength : {0.25, 0.5, 0.75, 1.0}) {
        const Image image = retinted(drift, scene.picture, scene.mask, count, strength);
        const double now = meanDifference(granuleMeans(image, scene.mask, count), wanted);
        QVERIFY(now < last);
        last = now;
    }
    // What has not drifted is left alone, but for rounding.
    const Image same = retinted(scene.picture, scene.picture, scene.mask, count, 1);
    for (std::size_t i = 0; i < same.rgb.size(); ++i)
        QVERIFY(std::abs(same.rgb[i] - scene.picture.rgb[i]) <= 1);
}

void GranuleReadingTest::guideTellsAllThreeReadings()
{
    GenerationRequest request;
    request.mix = threeColors();
    request.width = 256;
    request.height = 192;
    request.millimetresPerPixel = 8.0 / 22;
    request.seed = 4;
    const auto guide = MixGuide::create(request, bundledPalette());
    QVERIFY(guide);
    QVERIFY((*guide)->picture() == Scene().picture);
    GranuleSettings other = settings();
    other.seed = 5;
    const auto calibration = Calibration::fromGranules(bundledPalette(), other);
    const auto fidelity = (*guide)->measure((*guide)->picture(), bundledPalette(), calibration);
    QVERIFY(fidelity);
    QCOMPARE(fidelity->colors.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(fidelity->colors[i].color, request.mix->shares()[i].color);
        QCOMPARE(*fidelity->colors[i].asked, request.mix->shares()[i].percent());
        QVERIFY(std::abs(fidelity->colors[i].difference()) < 3);
        QVERIFY(std::abs(*fidelity->colors[i].granules - *fidelity->colors[i].asked) < 0.5);
    }
    QVERIFY(*fidelity->kept > 99.9);
}

void GranuleReadingTest::worstReadingDecides()
{
    const auto with = [](double measured, double nearest, double granules) {
        Fidelity fidelity;
        for (const double sign : {1.0, -1.0}) {
            ColorFidelity color;
            color.asked = 50;
            color.measured = 50 + sign * measured;
            color.nearest = 50 + sign * nearest;
            color.granules = 50 + sign * granules;
            fidelity.colors.push_back(color);
        }
        return fidelity;
    };
    const Fidelity bare = with(0.5, 4, 0);
    QCOMPARE(missOf(with(1, 4, 0.2), bare), 1.0);
    QCOMPARE(missOf(with(0.1, 4, 3), bare), 3.0);
    // The nearest-colour reading counts by how far it moved.
    QCOMPARE(missOf(with(0.1, 6, 0.2), bare), 2.0);
    QCOMPARE(missOf(with(0.1, 1, 0.2), bare), 0.2);
}

void GranuleReadingTest::guideNeedsKnownColors()
{
    GenerationRequest request;
    request.mix = *Mix::create({{"red", 500}, {"ultraviolet", 500}});
    request.width = request.height = 64;
    const auto guide = MixGuide::create(request, bundledPalette());
    QVERIFY(!guide);
    QCOMPARE(guide.error().kind, ErrorKind::Usage);
    QVERIFY(guide.error().message.find("ultraviolet") != std::string::npos);
}

QTEST_GUILESS_MAIN(GranuleReadingTest)
#include "granule_reading_test.moc"
