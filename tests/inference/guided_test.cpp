// Guided generation: measured, corrected, made again where it misses, without a seam where asked.
#include <QTest>
#include <cmath>

#include "core/generation/mix_guide.h"
#include "core/support/paths.h"
#include "inference/pipeline/torch_generator.h"

using namespace tilewright;
using namespace tilewright::inference;

namespace {

GenerationRequest starterRequest(Guide guide = Guide::Mix)
{
    const std::string folder = starterModelFolder().string();
    const Mix mix = *Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}});
    auto request = GenerationRequest::forMix(*ModelProfile::load(folder), folder, mix, guide);
    request.width = request.height = 192;
    request.seed = 11;
    request.device.kind = DeviceChoice::Kind::Cpu;
    return request;
}

Tile made(const GenerationRequest& request, std::vector<GenerationEvent>* events = nullptr)
{
    const auto tile = makeTorchGenerator({2, 0})->generate(request,
        [&](const GenerationEvent& event) {
            if (events)
                events->push_back(event);
        },
        {});
    if (!tile)
        qFatal("%s", tile.error().message.c_str());
    return *tile;
}

/// How much red outweighs blue in each column.
std::vector<double> rednessOfColumns(const Image& image)
{
    std::vector<double> result(static_cast<std::size_t>(image.width));
    for (int x = 0; x < image.width; ++x) {
        for (int y = 0; y < image.height; ++y)
            result[static_cast<std::size_t>(x)] += image.pixel(x, y)[0] - image.pixel(x, y)[2];
        result[static_cast<std::size_t>(x)] /= image.height;
    }
    return result;
}

/// Mean absolute difference of neighbouring columns: those that meet across the edge, by those
/// inside.
double seamRatio(const Image& image)
{
    const auto step = [&](int left, int right) {
        double sum = 0;
        for (int y = 0; y < image.height; ++y) {
            for (int i = 0; i < 3; ++i)
                sum += std::abs(image.pixel(left, y)[i] - image.pixel(right, y)[i]);
        }
        return sum;
    };
    double inside = 0;
    for (int x = 0; x + 1 < image.width; ++x)
        inside += step(x, x + 1);
    return step(image.width - 1, 0) / (inside / (image.width - 1));
}

Image turned(const Image& image)
{
    Image result(image.height, image.width);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x)
            std::copy_n(image.pixel(x, y), 3, result.pixel(y, x));
    }
    return result;
}

/// Mean absolute difference of neighbours in a row.
double fineness(const Image& image)
{
    double sum = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x + 1 < image.width; ++x)
            sum += std::abs(image.pixel(x, y)[1] - image.pixel(x + 1, y)[1]);
    }
    return sum / static_cast<double>(image.rgb.size() / 3);
}

} // namespace

class GuidedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aColourOfOnesOwnIsPaintedAndMeasured()
    {
        GenerationRequest request = starterRequest();
        request.mix = *Mix::create({{"sea", 500}, {"black", 300}, {"pearl", 200}});
        QVERIFY(!makeTorchGenerator({2, 0})->generate(request, [](const auto&) {}, {}));
        request.colors = {GranuleColor::of("sea", {0, 96, 138})};
        const Tile tile = made(request);
        QVERIFY(tile.fidelity);
        QCOMPARE(tile.fidelity->colors.front().color, std::string("sea"));
        QVERIFY2(std::abs(tile.fidelity->colors.front().measured - 50) < 6,
            std::to_string(tile.fidelity->colors.front().measured).c_str());
        QVERIFY2(
            tile.fidelity->meanError() < 4, std::to_string(tile.fidelity->meanError()).c_str());

        request.guide = Guide::None;
        const Tile plain = made(request);
        QVERIFY(plain.fidelity);
        QCOMPARE(plain.fidelity->colors.front().color, std::string("sea"));
    }

    void tileIsMeasuredInThreeWays();
    void retintKeepsMoreGranules();
    void holdKeepsTheLayout();
    void withinToleranceIsMadeOnce();
    void triesAgainAndKeepsTheTruest();
    void freeTileIsMeasuredToo();
    void promptWithoutMixIsNotMeasured();
    void seamlessTileHasNoSeam();
    void seamlessTileIsAsSmooth();
    void patternReachesThePicture();
    void granuleSizeReachesThePicture();
};

void GuidedTest::tileIsMeasuredInThreeWays()
{
    const Tile tile = made(starterRequest());
    QVERIFY(tile.fidelity);
    QCOMPARE(tile.fidelity->colors.size(), std::size_t{3});
    double sum = 0;
    for (const ColorFidelity& color : tile.fidelity->colors) {
        QVERIFY(color.asked && color.granules);
        sum += color.measured;
    }
    QVERIFY(std::abs(sum - 100) < 1e-6);
    QVERIFY(*tile.fidelity->kept > 90);
    QVERIFY(tile.fidelity->meanError() < 5);
}

void GuidedTest::retintKeepsMoreGranules()
{
    auto request = starterRequest();
    request.strength = 0.6;
    request.hold = 0;
    request.attempts = 1;
    request.retint = 0;
    const Tile plain = made(request);
    request.retint = 1;
    const Tile retinted = made(request);
    QVERIFY(plain.image != retinted.image);
    QVERIFY(*plain.fidelity->kept < 95);
    QVERIFY(*retinted.fidelity->kept > *plain.fidelity->kept + 2);
    // The mixture knows nothing of granules and must not find that this did harm.
    QVERIFY(retinted.fidelity->meanError() < plain.fidelity->meanError() + 1);
}

void GuidedTest::holdKeepsTheLayout()
{
    auto request = starterRequest();
    request.strength = 0.6;
    request.retint = 0;
    request.attempts = 1;
    request.hold = 0;
    const Tile loose = made(request);
    request.hold = 1;
    const Tile held = made(request);
    const auto palette = Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
    const auto guide = MixGuide::create(request, *palette);
    QVERIFY(guide);
    const auto distance = [&](const Image& image) {
        double sum = 0;
        for (std::size_t i = 0; i < image.rgb.size(); ++i)
            sum += std::abs(image.rgb[i] - (*guide)->picture().rgb[i]);
        return sum;
    };
    QVERIFY(distance(held.image) < 0.9 * distance(loose.image));
    QVERIFY(*held.fidelity->kept > *loose.fidelity->kept);
}

void GuidedTest::withinToleranceIsMadeOnce()
{
    auto request = starterRequest();
    request.tolerance = 50;
    request.attempts = 5;
    std::vector<GenerationEvent> events;
    const Tile tile = made(request, &events);
    QCOMPARE(tile.provenance.attempts, 1);
    for (const auto& event : events) {
        QVERIFY(!std::holds_alternative<Notice>(event));
        if (const auto* phase = std::get_if<PhaseBegan>(&event))
            QCOMPARE(phase->attempt, 1);
    }
}

void GuidedTest::triesAgainAndKeepsTheTruest()
{
    auto request = starterRequest();
    request.strength = 0.5;
    request.attempts = 1;
    request.tolerance = 0;
    const Tile first = made(request);
    QCOMPARE(first.provenance.attempts, 1);

    request.attempts = 3;
    std::vector<GenerationEvent> events;
    const Tile best = made(request, &events);
    QCOMPARE(best.provenance.attempts, 3);
    std::vector<int> measured;
    int notices = 0;
    for (const auto& event : events) {
        notices += std::holds_alternative<Notice>(event);
        const auto* phase = std::get_if<PhaseBegan>(&event);
        if (phase && phase->phase == Phase::Measure)
            measured.push_back(phase->attempt);
    }
    QCOMPARE(measured, (std::vector<int>{1, 2, 3}));
    QCOMPARE(notices, 1); // that it still misses
    // With no bias of the meters to take off, the miss of the best is at most that of the first.
    QVERIFY(missOf(*best.fidelity, *first.fidelity) <= missOf(*first.fidelity, *first.fidelity));
    QVERIFY(made(request).image == best.image);
}

void GuidedTest::freeTileIsMeasuredToo()
{
    auto request = starterRequest(Guide::None);
    request.steps = 3;
    const Tile tile = made(request);
    QVERIFY(tile.fidelity);
    QVERIFY(!tile.fidelity->kept);
    QVERIFY(!tile.fidelity->meanErrorOfGranules());
    // A prompt that tells a mix is measured against it.
    auto prompt = GenerationRequest::forPrompt(
        *ModelProfile::load(request.model), request.model, request.prompt);
    prompt.width = prompt.height = 192;
    prompt.steps = 3;
    prompt.seed = request.seed;
    const Tile prompted = made(prompt);
    QVERIFY(prompted.fidelity);
    QCOMPARE(*prompted.fidelity->colors[1].asked, 30.0);
}

void GuidedTest::promptWithoutMixIsNotMeasured()
{
    auto request = starterRequest(Guide::None);
    request.mix.reset();
    request.prompt = "a tile";
    request.steps = 1;
    QVERIFY(!made(request).fidelity);
}

void GuidedTest::seamlessTileHasNoSeam()
{
    auto request = starterRequest();
    request.strength = 0.7;
    request.hold = 0;
    request.retint = 0;
    request.attempts = 1;
    const Image open = made(request).image;
    request.seamless = SeamlessAxes::X;
    const Image sideways = made(request).image;
    request.seamless = SeamlessAxes::XY;
    const Image both = made(request).image;
    // Without wrapping the step is about four times those inside; of one column alone, as of any
    // other inside, it may be half as large again.
    for (const Image& seamed : {open, turned(open), turned(sideways)})
        QVERIFY2(seamRatio(seamed) > 2, qPrintable(QString::number(seamRatio(seamed))));
    for (const Image& seamless : {sideways, both, turned(both)})
        QVERIFY2(seamRatio(seamless) < 1.5, qPrintable(QString::number(seamRatio(seamless))));
}

/// Away from its edges a seamless tile is the tile that it would be without.
void GuidedTest::seamlessTileIsAsSmooth()
{
    auto request = starterRequest();
    request.strength = 0;
    request.retint = 0;
    request.attempts = 1;
    const Image open = made(request).image;
    request.seamless = SeamlessAxes::XY;
    const Image seamless = made(request).image;
    double difference = 0;
    int count = 0;
    for (int y = open.height / 4; y < open.height * 3 / 4; ++y)
        for (int x = open.width / 4; x < open.width * 3 / 4; ++x)
            for (int channel = 0; channel < 3; ++channel, ++count)
                difference += std::abs(open.pixel(x, y)[channel] - seamless.pixel(x, y)[channel]);
    difference /= count;
    QVERIFY2(difference < 2, qPrintable(QString::number(difference)));
}

void GuidedTest::patternReachesThePicture()
{
    auto request = starterRequest();
    request.mix = *Mix::create({{"red", 500}, {"blue", 500}});
    request.pattern.kind = PatternKind::Stripes;
    const int period = request.width / 2;
    request.pattern.sizeMillimetres = period * request.millimetresPerPixel;
    const std::vector<double> redness = rednessOfColumns(made(request).image);
    for (int x = 0; x < request.width; ++x) {
        // Off the borders of the stripes, which granules make uneven.
        const int place = x % period, margin = 14;
        const int fromBorder = std::min(place % (period / 2), period / 2 - place % (period / 2));
        if (fromBorder < margin)
            continue;
        const double value = redness[static_cast<std::size_t>(x)];
        QVERIFY2(place < period / 2 ? value > 50 : value < -50,
            qPrintable(QStringLiteral("column %1: %2").arg(x).arg(value)));
    }
}

void GuidedTest::granuleSizeReachesThePicture()
{
    auto request = starterRequest();
    request.granuleMillimetres = 4;
    const double small = fineness(made(request).image);
    request.granuleMillimetres = 14;
    const double large = fineness(made(request).image);
    QVERIFY2(large < 0.8 * small, qPrintable(QStringLiteral("%1 and %2").arg(small).arg(large)));
}

QTEST_GUILESS_MAIN(GuidedTest)
#include "guided_test.moc"
