#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/generation/tile.h"
#include "core/image/png.h"
#include "support/arbitrary_mix.h"

using namespace tilewright;
using namespace tilewright::test;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

std::string arbitraryText()
{
    return *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("abc <>,:\"\\\n%{}[]0123456789")));
}

std::string arbitraryFileName()
{
    std::string name = arbitraryText();
    name += ".safetensors";
    return name;
}

double arbitraryNumber(double least, double greatest)
{
    return least + (greatest - least) * *rc::gen::inRange(0, 1'000'003) / 1'000'003.0;
}

GenerationRequest arbitraryRequest()
{
    GenerationRequest request;
    request.model = arbitraryText();
    if (*rc::gen::arbitrary<bool>())
        request.mix = arbitraryLockedMix();
    request.prompt = arbitraryText() + "плитка";
    if (*rc::gen::arbitrary<bool>())
        request.negative = arbitraryText();
    request.guide = request.mix ? Guide::Mix : Guide::None;
    request.strength = arbitraryNumber(0, 1);
    request.millimetresPerPixel = arbitraryNumber(0.01, 10);
    request.granuleMillimetres = arbitraryNumber(0.01, 100);
    request.enlarge = *rc::gen::element(1.0, 1.1875, 3.0);
    request.seed = *rc::gen::arbitrary<std::uint64_t>();
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        GranuleColor& color = request.colors.emplace_back(GranuleColor::of(
            "own " + std::to_string(i), {1, *rc::gen::arbitrary<std::uint8_t>(), 2}));
        color.nameRu = "свой";
        color.lab.a = arbitraryNumber(-100, 100);
    }
    request.width = *rc::gen::inRange(64, 8193);
    request.height = *rc::gen::inRange(64, 8193);
    request.steps = *rc::gen::inRange(1, 1001);
    request.guidance = arbitraryNumber(0, 50);
    request.guidanceRescale = arbitraryNumber(0, 1);
    request.clipSkip = *rc::gen::inRange(0, 12);
    request.scheduler = *rc::gen::element(Scheduler::Dpmpp2mKarras, Scheduler::Dpmpp2m,
        Scheduler::Euler, Scheduler::EulerTrailing, Scheduler::EulerAncestral);
    request.pattern.kind = *rc::gen::element(
        PatternKind::Speckle, PatternKind::Flecks, PatternKind::Stripes, PatternKind::Mask);
    request.pattern.sizeMillimetres = arbitraryNumber(1, 1000);
    request.pattern.angleDegrees = arbitraryNumber(-180, 180);
    request.pattern.mask = *rc::gen::element(std::string(), arbitraryFileName());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        request.pattern.mixes.push_back(test::arbitraryMix());
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        request.fractions.push_back(
            {arbitraryNumber(1, 4), arbitraryNumber(4, 9), arbitraryNumber(1, 100)});
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        request.loras.push_back({arbitraryFileName(), arbitraryNumber(-2, 2)});
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
        request.embeddings.push_back({arbitraryFileName(),
            *rc::gen::container<std::vector<std::string>>(rc::gen::just(std::string("<s0>")))});
    request.device = *rc::gen::element(DeviceChoice{}, DeviceChoice{DeviceChoice::Kind::Cpu, {}},
        DeviceChoice{DeviceChoice::Kind::Cuda, {}}, DeviceChoice{DeviceChoice::Kind::Cuda, 3});
    request.precision = *rc::gen::element(
        Precision::Auto, Precision::Float32, Precision::BFloat16, Precision::Float16);
    return request;
}

Tile sampleTile()
{
    Tile tile;
    tile.image = Image(96, 64);
    tile.request = GenerationRequest::forMix(ModelProfile::defaults(), "/models/sdxl",
        Mix::create({{"red", 500}, {"black", 300}, {"pearl", 200}}).value());
    tile.request.seed = 42;
    tile.provenance = {
        "0.1.0", "libtorch 2.11.0", "cpu", "bfloat16", "sdxl", "2026-01-02T03:04:05Z", 12.5, false};
    return tile;
}

/// What AUTOMATIC1111 and its relatives read: the expression they apply to the last line.
std::map<std::string, std::string> readInfotext(const std::string& text)
{
    const std::string lastLine = text.substr(text.rfind('\n') + 1);
    static const QRegularExpression expression(
        QStringLiteral("\\s*(\\w[\\w \\-/]+):\\s*(\"(?:\\\\.|[^\\\\\"])+\"|[^,]*)(?:,|$)"));
    std::map<std::string, std::string> values;
    auto matches = expression.globalMatch(QString::fromStdString(lastLine));
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const std::string value = match.captured(2).toStdString();
        values[match.captured(1).toStdString()]
            = value.starts_with('"') ? nlohmann::json::parse(value).get<std::string>() : value;
    }
    return values;
}

} // namespace

class GenerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkTellsTheValue_data()
    {
        using Change = std::function<void(GenerationRequest&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QByteArray>("told");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        const auto row = [](const char* told, const Change& change) {
            QTest::newRow(told) << change << QByteArray(told);
        };
        row("width is 63", [](auto& r) { r.width = 63; });
        row("height is 8193", [](auto& r) { r.height = 8193; });
        row("steps is 0", [](auto& r) { r.steps = 0; });
        row("steps is 1001", [](auto& r) { r.steps = 1001; });
        row("guidance is -1", [](auto& r) { r.guidance = -1; });
        row("guidance is nan", [nan](auto& r) { r.guidance = nan; });
        row("guidance is inf", [infinity](auto& r) { r.guidance = infinity; });
        row("rescale is 1.5", [](auto& r) { r.guidanceRescale = 1.5; });
        row("strength is -0.1", [](auto& r) { r.strength = -0.1; });
        row("skip is 12", [](auto& r) { r.clipSkip = 12; });
        row("is 0 mm", [](auto& r) { r.pattern.sizeMillimetres = 0; });
        row("needs two mixes", [](auto& r) { r.pattern.kind = PatternKind::LinearGradient; });
        row("sum to 60 %", [](auto& r) { r.fractions = {{1, 3, 60}}; });
        row("per pixel is 0", [](auto& r) { r.millimetresPerPixel = 0; });
        row("enlargement is 0.5", [](auto& r) { r.enlarge = 0.5; });
        row("in millimetres is inf", [infinity](auto& r) { r.granuleMillimetres = infinity; });
        row("l.safetensors is nan", [nan](auto& r) { r.loras = {{"l.safetensors", nan}}; });
        row("\"a,b\" holds one", [](auto& r) { r.colors = {GranuleColor::of("a,b", {1, 2, 3})}; });
        row("\"X\" occurs twice", [](auto& r) {
            r.colors = {GranuleColor::of("x", {1, 2, 3}), GranuleColor::of("X", {4, 5, 6})};
        });
        row("needs a mix", [](auto& r) { r.guide = Guide::Mix; });
    }

    void aRequestTakesItsOwnColoursAlong()
    {
        const Palette model = Palette::create(
            "model", {GranuleColor::of("red", {200, 0, 0}), GranuleColor::of("black", {9, 9, 9})})
                                  .value();
        const GranuleColor sea = GranuleColor::of("sea", {0, 90, 120});
        const GranuleColor ownRed = GranuleColor::of("red", {255, 0, 0});
        const Palette dialled
            = model.with({sea, ownRed, GranuleColor::of("unused", {1, 1, 1})}).value();
        GenerationRequest request;
        request.mix = *Mix::fromWeights({{"black", 1}, {"red", 1}});
        request.pattern.mixes = {*Mix::fromWeights({{"sea", 1}, {"red", 1}})};
        request.setColors(dialled, model);
        QCOMPARE(request.colors, (std::vector<GranuleColor>{ownRed, sea}));
        request.setColors(model, model);
        QVERIFY(request.colors.empty());
    }

    void anEnlargedRequestLaysTheSameField_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("factor");
        QTest::addColumn<int>("enlargedWidth");
        QTest::addColumn<int>("enlargedHeight");
        QTest::newRow("twice") << 512 << 512 << 2.0 << 1024 << 1024;
        QTest::newRow("a little") << 1024 << 1024 << 1.17 << 1216 << 1216;
        QTest::newRow("not square") << 512 << 768 << 1.5 << 768 << 1152;
        QTest::newRow("sides that fit badly") << 520 << 512 << 1.1 << 1040 << 1024;
    }
    void anEnlargedRequestLaysTheSameField()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(double, factor);
        GenerationRequest request;
        request.width = width;
        request.height = height;
        const GenerationRequest enlarged = request.enlarged(factor);
        QTEST(enlarged.width, "enlargedWidth");
        QTEST(enlarged.height, "enlargedHeight");
        QVERIFY(enlarged.enlarge >= factor);
        const GranuleSettings laid = enlarged.granules().laid();
        QCOMPARE(laid.width, width);
        QCOMPARE(laid.height, height);
        QVERIFY(std::abs(laid.millimetresPerPixel - request.millimetresPerPixel) < 1e-12);
        QCOMPARE(request.enlarged(1), request);
    }

    void checkTellsTheValue()
    {
        QFETCH(std::function<void(GenerationRequest&)>, change);
        QFETCH(QByteArray, told);
        GenerationRequest request;
        QVERIFY(request.check());
        change(request);
        const auto checked = request.check();
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::Usage);
        QVERIFY2(
            contains(checked.error().message, told.toStdString()), checked.error().message.c_str());
    }

    void requestsSurviveJson()
    {
        QVERIFY(rc::check("a request comes back from its text as it was", [] {
            const GenerationRequest request = arbitraryRequest();
            const auto read = requestFromJson(nlohmann::json::parse(toJson(request).dump()));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == request);
        }));
        GenerationRequest request;
        request.seed = std::numeric_limits<std::uint64_t>::max();
        QVERIFY(contains(toJson(request).dump(), "\"seed\":18446744073709551615"));
    }

    void sparseJsonKeepsDefaults()
    {
        QCOMPARE(*requestFromJson(nlohmann::json::object()), GenerationRequest());
        const auto read = requestFromJson(nlohmann::json::parse(
            R"({"mix": [{"color": "red", "percent": 33.3}, {"color": "black", "percent": 66.7, "locked": true}], "later": 1})"));
        QVERIFY(read);
        QCOMPARE(*read->mix, Mix::create({{"red", 333, false}, {"black", 667, true}}).value());
    }

    void brokenRequestNamesItsKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* json, const char* told) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(told);
        };
        row("null", "object");
        row(R"({"steps": "many"})", "\"steps\"");
        row(R"({"seed": -1})", "\"seed\"");
        row(R"({"seed": 1.5})", "\"seed\"");
        row(R"({"mix": []})", "\"mix\"");
        row(R"({"mix": [{"color": "red", "percent": 90}]})", "90 %");
        row(R"({"mix": [{"color": "red", "percent": 1e300}]})", "\"mix[0].percent\"");
        row(R"({"scheduler": "ddim"})", "\"scheduler\"");
        row(R"({"device": "tpu"})", "\"device\"");
        row(R"({"loras": [5]})", "\"loras[0]\"");
        row(R"({"pattern": {"kind": "dots"}})", "\"pattern.kind\"");
        row(R"({"pattern": {"mixes": [{}]}})", "\"pattern.mixes[0].mix\"");
        row(R"({"fractions": [{"from": "fine"}]})", "\"fractions[0].from\"");
    }

    void brokenRequestNamesItsKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, told);
        const auto read = requestFromJson(nlohmann::json::parse(json.toStdString()));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Usage);
        QVERIFY2(contains(read.error().message, told.toStdString()), read.error().message.c_str());
    }

    void designGoesIntoTheRequest()
    {
        const Mix mix = Mix::create({{"red", 600}, {"black", 400}}).value();
        Pattern pattern;
        pattern.kind = PatternKind::LinearGradient;
        pattern.mixes = {Mix::create({{"black", 1000}}).value()};
        const TileDesign design = TileDesign::create(mix, pattern).value();
        GenerationRequest request
            = GenerationRequest::forMix(ModelProfile::defaults(), "/models/sdxl", mix);
        QCOMPARE(request.design().value(), TileDesign(mix));
        request.setDesign(design, ModelProfile::defaults().prompt);
        QVERIFY(contains(request.prompt, "70% black, 30% red"));
        QCOMPARE(request.design().value(), design);
        request.fractions = {{1, 3, 60}, {3, 5, 40}};
        QCOMPARE(request.granules().fractions, request.fractions);
        request.mix.reset();
        QCOMPARE(request.design().error().kind, ErrorKind::Usage);
    }

    void infotextIsReadByOthers()
    {
        Tile tile = sampleTile();
        tile.provenance.modelName = "tiles, \"v4\": final";
        const std::string text = infotext(tile);
        QVERIFY(text.starts_with(
            tile.request.prompt + "\nNegative prompt: " + *tile.request.negative + "\nSteps: "));
        auto values = readInfotext(text);
        QCOMPARE(values["Steps"], std::string("30"));
        QCOMPARE(values["Sampler"], std::string("DPM++ 2M"));
        QCOMPARE(values["Schedule type"], std::string("Karras"));
        QCOMPARE(values["CFG scale"], std::string("8"));
        QCOMPARE(values["Seed"], std::string("42"));
        QCOMPARE(values["Size"], std::string("96x64"));
        QCOMPARE(values["Model"], tile.provenance.modelName);
        QCOMPARE(values["Denoising strength"], std::string("0.4"));
        QCOMPARE(values["RNG"], std::string("CPU"));
        QCOMPARE(values["Version"], std::string("Tilewright 0.1.0"));
        QVERIFY(!values.contains("Clip skip"));
        QVERIFY(!values.contains("Variation seed"));

        tile.request.negative = "";
        tile.request.guide = Guide::None;
        tile.request.clipSkip = 1;
        tile.request.variation = Variation{77, 0.25};
        tile.request.scheduler = Scheduler::EulerAncestral;
        const std::string plain = infotext(tile);
        QVERIFY(plain.starts_with(tile.request.prompt + "\nSteps: "));
        values = readInfotext(plain);
        QCOMPARE(values["Sampler"], std::string("Euler a"));
        QCOMPARE(values["Clip skip"], std::string("3"));
        QVERIFY(!values.contains("Denoising strength"));
        QCOMPARE(values["Variation seed"], std::string("77"));
        QCOMPARE(values["Variation seed strength"], std::string("0.25"));
    }

    void tilesSurviveTheirFile()
    {
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "tile.png";
        Tile tile = sampleTile();
        tile.request.prompt += ", резиновая плитка";
        tile.request.seed = std::numeric_limits<std::uint64_t>::max();
        tile.provenance.draft = true;
        QVERIFY(saveTile(file, tile));
        const auto read = loadTile(file);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QCOMPARE(*read, tile);
        QCOMPARE(readPng(file)->text["parameters"], infotext(tile));
        QCOMPARE(
            saveTile(fs::path(folder.path().toStdString()) / "no" / "tile.png", tile).error().kind,
            ErrorKind::CannotWrite);
    }

    void foreignPicturesAreNoTiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("tile");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no provenance") << QByteArray(R"({"request": {}})");
        QTest::newRow("broken request")
            << QByteArray(R"({"request": {"steps": "x"}, "provenance": {}})");
        QTest::newRow("broken provenance")
            << QByteArray(R"({"request": {}, "provenance": {"seconds": "x"}})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }

    void foreignPicturesAreNoTiles()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "tile.png";
        PngPicture picture{Image(2, 2), {}};
        if (!text.isEmpty())
            picture.text["tilewright"] = text.toStdString();
        QVERIFY(writePng(file, picture));
        const auto tile = loadTile(file);
        QVERIFY(!tile);
        QCOMPARE(tile.error().kind, ErrorKind::BadData);
        QVERIFY(contains(tile.error().message, file.string()));
    }
};

QTEST_GUILESS_MAIN(GenerationTest)
#include "generation_test.moc"
