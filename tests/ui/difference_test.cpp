// What differs between tiles: in their settings, and pixel by pixel.
#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <nlohmann/json.hpp>
#include <semaphore>

#include "core/color/color_difference.h"
#include "studio_fixture.h"
#include "ui/compare/difference_controls.h"
#include "ui/compare/difference_renderer.h"
#include "ui/compare/difference_table.h"

using namespace tilewright;
using namespace tilewright::ui;

namespace {

const auto never = [] { return false; };

QImage plain(const QSize& size, QRgb color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

GenerationRequest guidedRequest()
{
    GenerationRequest request
        = GenerationRequest::forMix(test::smallProfile(), "model", test::redBlackPearl());
    request.seed = 1704230;
    return request;
}

TilePointer tileOf(const GenerationRequest& request, const Provenance& provenance = {})
{
    LoadedTile tile;
    tile.request = request;
    tile.provenance = provenance;
    return std::make_shared<LoadedTile>(tile);
}

using Change = std::function<void(GenerationRequest&, Provenance&)>;

QStringList namesIn(const DifferenceTable& table)
{
    QStringList names;
    for (int row = 0; row < table.rowCount(); ++row)
        names += table.headerData(row, Qt::Vertical).toString();
    return names;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class DifferenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalPicturesAreBlack()
    {
        const QImage image = plain({7, 5}, qRgb(200, 90, 40));
        for (const DifferenceMetric metric : {DifferenceMetric::DeltaE, DifferenceMetric::Srgb}) {
            const auto map = differenceMap(image, image, metric, never);
            QCOMPARE(map->mean, 0.0);
            QCOMPARE(map->largest, 0.0);
            QCOMPARE(drawDifference(*map, 1), plain({7, 5}, qRgb(0, 0, 0)));
        }
    }

    void knownDifferences()
    {
        const QImage one = plain({2, 1}, qRgb(210, 81, 68));
        QImage other = one;
        other.setPixel(1, 0, qRgb(200, 101, 65));
        const auto seen = differenceMap(one, other, DifferenceMetric::DeltaE, never);
        const double wanted = deltaE2000(toLab(Srgb{210, 81, 68}), toLab(Srgb{200, 101, 65}));
        QCOMPARE(seen->values[0], 0.0F);
        QCOMPARE(seen->values[1], float(wanted));
        QCOMPARE(float(seen->largest), float(wanted));
        QCOMPARE(seen->mean, wanted / 2);
        const auto numbers = differenceMap(one, other, DifferenceMetric::Srgb, never);
        QCOMPARE(numbers->values[1], 20.0F);
        const QImage drawn = drawDifference(*numbers, 40);
        QCOMPARE(drawn.pixel(0, 0), differenceColor(0));
        QVERIFY(std::abs(qRed(drawn.pixel(1, 0)) - qRed(differenceColor(0.5))) <= 2);
        QCOMPARE(drawDifference(*numbers, 20).pixel(1, 0), differenceColor(1));
        QCOMPARE(drawDifference(*numbers, 5).pixel(1, 0), differenceColor(1));
    }

    void theScaleOfColoursGrowsInLightness()
    {
        double before = -1;
        for (int i = 0; i <= 20; ++i) {
            const QRgb color = differenceColor(i / 20.0);
            const double lightness = toLab(Srgb{static_cast<std::uint8_t>(qRed(color)),
                                               static_cast<std::uint8_t>(qGreen(color)),
                                               static_cast<std::uint8_t>(qBlue(color))})
                                         .L;
            QVERIFY(lightness > before);
            before = lightness;
        }
    }

    void otherSizesAreFitted()
    {
        const QImage one = plain({40, 20}, qRgb(10, 20, 30));
        const QImage larger = plain({160, 160}, qRgb(10, 20, 30));
        QCOMPARE(croppedToShape(larger, one.size()).size(), QSize(160, 80));
        QCOMPARE(croppedToShape(one, {2, 2}).size(), QSize(20, 20));
        const auto map = differenceMap(one, larger, DifferenceMetric::Srgb, never);
        QCOMPARE(map->size, QSize(40, 20));
        QCOMPARE(map->largest, 0.0);
        QVERIFY(!differenceMap(one, larger, DifferenceMetric::Srgb, [] { return true; }));
    }

    void staleDifferencesAreDropped()
    {
        std::counting_semaphore<> mayMeasure(0);
        std::counting_semaphore<> isMeasuring(0);
        DifferenceRenderer renderer([&](const QImage& first, const QImage& second,
                                        DifferenceMetric metric, const auto& isStale) {
            isMeasuring.release();
            mayMeasure.acquire();
            return differenceMap(first, second, metric, isStale);
        });
        renderer.setFull(255);
        QSignalSpy rendered(&renderer, &DifferenceRenderer::rendered);
        const QImage black = plain({4, 4}, qRgb(0, 0, 0));
        renderer.request(black, plain({4, 4}, qRgb(9, 9, 9)), DifferenceMetric::Srgb);
        isMeasuring.acquire();
        renderer.request(black, plain({4, 4}, qRgb(8, 8, 8)), DifferenceMetric::Srgb);
        renderer.request(black, plain({4, 4}, qRgb(7, 7, 7)), DifferenceMetric::Srgb);
        mayMeasure.release(3);
        QTRY_VERIFY(!renderer.isBusy());
        QCOMPARE(rendered.count(), 1);
        QCOMPARE(rendered[0][1].toDouble(), 7.0);

        renderer.setFull(7);
        QTRY_COMPARE(rendered.count(), 2);
        QCOMPARE(rendered[1][0].value<QImage>().pixel(0, 0), differenceColor(1));

        renderer.request(black, black, DifferenceMetric::Srgb);
        renderer.cancel();
        mayMeasure.release(3);
        QTest::qWait(50);
        QCOMPARE(rendered.count(), 2);
        QVERIFY(!renderer.isBusy());
    }

    void destroyedWhileMeasuring()
    {
        std::binary_semaphore isMeasuring(0);
        auto renderer = std::make_unique<DifferenceRenderer>(
            [&](const QImage&, const QImage&, DifferenceMetric,
                const auto& isStale) -> std::optional<DifferenceMap> {
                isMeasuring.release();
                while (!isStale())
                    QThread::msleep(1);
                return std::nullopt;
            });
        renderer->request({}, {}, DifferenceMetric::DeltaE);
        isMeasuring.acquire();
        renderer.reset();
    }

    void theGainMovesTheScale()
    {
        DifferenceControls controls;
        QSignalSpy full(&controls, &DifferenceControls::fullChanged);
        const double before = controls.full();
        controls.gainSlider()->setValue(controls.gainSlider()->value() + 10);
        QCOMPARE(controls.full(), before / 2);
        QCOMPARE(full.back()[0].toDouble(), before / 2);
        QSignalSpy metric(&controls, &DifferenceControls::metricChanged);
        controls.srgbButton()->click();
        QCOMPARE(metric.count(), 1);
        QCOMPARE(controls.metric(), DifferenceMetric::Srgb);
    }

    void onlyWhatDiffersIsListed()
    {
        DifferenceTable table(test::rubberPalette());
        const QAbstractItemModelTester tester(
            &table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        GenerationRequest one = guidedRequest(), other = guidedRequest();
        other.seed = 1704231;
        other.steps = one.steps + 4;
        table.setTiles({tileOf(one), tileOf(other)});
        QCOMPARE(namesIn(table), (QStringList{QStringLiteral("Seed"), QStringLiteral("Steps")}));
        QCOMPARE(table.columnCount(), 2);
        QCOMPARE(table.index(0, 1).data().toString(), QStringLiteral("…231"));
        QCOMPARE(table.index(0, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("1704231"));
        QCOMPARE(table.index(1, 0).data().toInt(), one.steps);
        QVERIFY(table.sameLine().startsWith(QStringLiteral("Same: mix, pattern")));
        QVERIFY(table.sameLine().contains(QStringLiteral("guided 0.40")));
        QVERIFY(!table.sameLine().contains(QStringLiteral("steps")));
        table.setActive(2);
        QVERIFY(table.index(0, 1).data(Qt::FontRole).value<QFont>().weight()
            > table.index(0, 0).data(Qt::FontRole).value<QFont>().weight());

        table.setTiles({tileOf(one), nullptr, tileOf(other)});
        QCOMPARE(table.columnCount(), 2);
        QCOMPARE(table.headerData(1, Qt::Horizontal).toString(), QStringLiteral("3"));
        table.setTiles({tileOf(one), tileOf(one)});
        QCOMPARE(table.rowCount(), 0);
        QVERIFY(table.sameLine().contains(QStringLiteral("steps")));
        table.setTiles({});
        QCOMPARE(table.rowCount() + table.columnCount(), 0);
        QVERIFY(table.sameLine().isEmpty());
    }

    void sharesStandColourByColour()
    {
        DifferenceTable table(test::rubberPalette());
        GenerationRequest one = guidedRequest(), other = guidedRequest();
        other.mix = test::mixOf({{"red", 50}, {"black", 25}, {"blue", 25}});
        other.prompt = one.prompt;
        table.setTiles({tileOf(one), tileOf(other)});
        QCOMPARE(namesIn(table).mid(0, 3),
            (QStringList{
                QStringLiteral("Black"), QStringLiteral("Pearl"), QStringLiteral("Blue")}));
        QCOMPARE(table.index(0, 0).data().toString(), QStringLiteral("30 %"));
        QCOMPARE(table.index(1, 1).data().toString(), QStringLiteral("–"));
        QVERIFY(!table.sameLine().contains(QStringLiteral("mix")));
        other.mix = one.mix->reordered({1, 0, 2});
        table.setTiles({tileOf(one), tileOf(other)});
        QCOMPARE(namesIn(table), QStringList{QStringLiteral("Order of colours")});
    }

    void everySettingIsCompared_data()
    {
        QTest::addColumn<Change>("change");
        const auto add = [](const char* name, Change change) { QTest::newRow(name) << change; };
        using R = GenerationRequest;
        using P = Provenance;
        add("model", [](R& r, P&) { r.model = "other"; });
        add("no mix", [](R& r, P&) { r.mix.reset(); });
        add("pattern", [](R& r, P&) { r.pattern.kind = PatternKind::Checks; });
        add("flecks", [](R& r, P&) { r.pattern.kind = PatternKind::Flecks; });
        add("further mix", [](R& r, P&) { r.pattern.mixes.push_back(*r.mix); });
        add("mask", [](R& r, P&) { r.pattern.mask = "mask.png"; });
        add("prompt", [](R& r, P&) { r.prompt += ", wet"; });
        add("negative", [](R& r, P&) { r.negative = "blurry"; });
        add("empty negative", [](R& r, P&) { r.negative = ""; });
        add("guide", [](R& r, P&) { r.guide = Guide::None; });
        add("strength", [](R& r, P&) { r.strength += 0.001; });
        add("hold", [](R& r, P&) { r.hold = 0.25; });
        add("retint", [](R& r, P&) { r.retint = 0.9; });
        add("tolerance", [](R& r, P&) { r.tolerance = 1.25; });
        add("attempts", [](R& r, P&) { r.attempts = 7; });
        add("seamless", [](R& r, P&) { r.seamless = SeamlessAxes::X; });
        add("scale", [](R& r, P&) { r.millimetresPerPixel *= 1.0001; });
        add("granules", [](R& r, P&) { r.granuleMillimetres = 4; });
        add("fractions", [](R& r, P&) { r.fractions = {{1, 3, 0.6}, {3, 5, 0.4}}; });
        add("colours", [](R& r, P&) { r.colors = {test::rubberPalette().colors().front()}; });
        add("seed", [](R& r, P&) { r.seed = 1; });
        add("variation", [](R& r, P&) { r.variation = Variation{}; });
        add("width", [](R& r, P&) { r.width *= 2; });
        add("height", [](R& r, P&) { r.height *= 2; });
        add("steps", [](R& r, P&) { ++r.steps; });
        add("guidance", [](R& r, P&) { r.guidance += 0.01; });
        add("rescale", [](R& r, P&) { r.guidanceRescale = 0.7; });
        add("CLIP skip", [](R& r, P&) { r.clipSkip = 1; });
        add("scheduler", [](R& r, P&) { r.scheduler = Scheduler::EulerAncestral; });
        add("LoRA", [](R& r, P&) { r.loras = {{"rubber.safetensors", 0.8}}; });
        add("embedding", [](R& r, P&) { r.embeddings = {{"tokens.safetensors", {"<s0>"}}}; });
        add("device", [](R& r, P&) { r.device.kind = DeviceChoice::Kind::Cpu; });
        add("precision", [](R& r, P&) { r.precision = Precision::Float32; });
        add("version", [](R&, P& p) { p.version = "9.9"; });
        add("engine", [](R&, P& p) { p.engine = "libtorch 9"; });
        add("made on", [](R&, P& p) { p.device = "cuda:0"; });
        add("made in", [](R&, P& p) { p.precision = "bfloat16"; });
        add("name of the model", [](R&, P& p) { p.modelName = "other"; });
        add("attempts made", [](R&, P& p) { p.attempts = 2; });
        add("draft", [](R&, P& p) { p.draft = true; });
    }

    void everySettingIsCompared()
    {
        QFETCH(Change, change);
        GenerationRequest request = guidedRequest();
        Provenance provenance;
        change(request, provenance);
        DifferenceTable table(test::rubberPalette());
        table.setTiles({tileOf(guidedRequest()), tileOf(request, provenance)});
        QVERIFY(table.rowCount() > 0);
    }

    void noKeyOfARequestIsForgotten()
    {
        // Each key of the JSON has a row above; a new one has to be compared, too.
        GenerationRequest full = guidedRequest();
        full.variation = Variation{};
        full.fractions = {{1, 3, 0.6}, {3, 5, 0.4}};
        full.colors = {test::rubberPalette().colors().front()};
        full.negative = "blurry";
        QStringList keys;
        const nlohmann::json json = toJson(full);
        for (auto entry = json.begin(); entry != json.end(); ++entry)
            keys += QString::fromStdString(entry.key());
        const QStringList known = QStringLiteral(
            "attempts clipSkip colors device embeddings fractions granuleMillimetres guidance "
            "guidanceRescale guide height hold loras millimetresPerPixel mix model negative "
            "pattern precision prompt retint scheduler seamless seed steps strength tolerance "
            "variation width")
                                      .split(QLatin1Char(' '));
        for (const QString& key : keys)
            QVERIFY2(known.contains(key), qPrintable(key));
    }

    void namesThatBeginAlikeAreToldApart()
    {
        const auto list
            = [](const char* text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); };
        QCOMPARE(shortened(list("1704230 1704231")), list("…230 …231"));
        QCOMPARE(shortened(list("1704230 1705230")), list("…4230 …5230"));
        QCOMPARE(shortened(list("7 1704231")), list("7 …231"));
        QCOMPARE(shortened(list("7 42")), list("7 42"));
        QCOMPARE(shortened(list("Euler DPM++")), list("Euler DPM++"));
    }
};

QTEST_MAIN(DifferenceTest)
#include "difference_test.moc"
