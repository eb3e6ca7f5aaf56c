#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <rapidcheck.h>

#include "core/generation/model_list.h"
#include "core/generation/model_report.h"
#include "core/support/atomic_file.h"
#include "core/support/json_fields.h"
#include "core/support/paths.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

fs::path pathOf(const QTemporaryDir& folder)
{
    return folder.path().toStdString();
}

rc::Gen<std::string> word()
{
    return rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
}

rc::Gen<double> between(int least, int greatest)
{
    return rc::gen::map(rc::gen::inRange(least * 1000, greatest * 1000 + 1),
        [](int thousandths) { return thousandths / 1000.0; });
}

std::vector<SamplingPreset> anyPresets()
{
    std::vector<SamplingPreset> presets;
    for (int colors = *rc::gen::inRange(1, 7); colors <= 6; colors += *rc::gen::inRange(1, 4))
        presets.push_back({colors, *rc::gen::inRange(1, 1001), *between(0, 50)});
    return presets;
}

ModelProfile anyProfile()
{
    ModelProfile profile;
    profile.name = *word();
    profile.prompt = {*word(), *word(), *word()};
    if (*rc::gen::arbitrary<bool>())
        profile.negative = *word();
    profile.presets = anyPresets();
    if (*rc::gen::arbitrary<bool>())
        profile.guide = GuidePreset{*between(0, 1), *between(0, 1), *between(0, 1),
            *rc::gen::inRange(1, 1001), *between(0, 50)};
    profile.scheduler = *rc::gen::element(Scheduler::Dpmpp2m, Scheduler::EulerTrailing);
    profile.width = *rc::gen::inRange(64, 8193);
    profile.height = *rc::gen::inRange(64, 8193);
    profile.millimetresPerPixel = *between(1, 900) / 1000;
    profile.granuleMillimetres = *between(1, 20);
    profile.palette = *word();
    profile.textOnlyIsDraft = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>())
        profile.loras = {{"/adapters/a.safetensors", *between(-2, 2)}, {"/b.safetensors", 1}};
    if (*rc::gen::arbitrary<bool>())
        profile.embeddings = {{"/adapters/e.safetensors", {"<s0>", *word()}}};
    return profile;
}

PartReport part(const char* name, std::int64_t parameters)
{
    PartReport report;
    report.name = name;
    report.parameters = parameters;
    return report;
}

} // namespace

class ModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("XDG_DATA_HOME", m_data.path().toLocal8Bit()); }

    void profilesReadBack()
    {
        const auto text = [](const ModelProfile& profile) { return dumpJson(toJson(profile)); };
        QVERIFY(rc::check("a profile is as it was written", [&] {
            const ModelProfile profile = anyProfile();
            const auto read = ModelProfile::fromJson(text(profile), "/models/tiles");
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == profile);
        }));
    }

    void savesBesideTheModel()
    {
        const QTemporaryDir folder;
        const fs::path file = pathOf(folder) / "tilewright.json";
        std::ofstream(file) << R"({"name": "old", "note": "of the trainer"})";
        ModelProfile profile = ModelProfile::defaults();
        profile.name = "rubber tiles 4";
        const auto saved = profile.save(pathOf(folder));
        QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
        QCOMPARE(*saved, file);
        QCOMPARE(*ModelProfile::load(pathOf(folder)), profile);
        // What the program does not know belongs to somebody else.
        QVERIFY(readTextFile(file)->find("of the trainer") != std::string::npos);
        QVERIFY(!fs::exists(ownProfileFile(pathOf(folder))));
    }

    void savesForTheUserWhereTheModelCannotTakeIt()
    {
        const QTemporaryDir folder;
        const fs::path file = pathOf(folder) / "sdxl.safetensors";
        std::ofstream(file) << "weights";
        ModelProfile profile = ModelProfile::defaults();
        profile.prompt.trigger = "granules";
        QCOMPARE(*profile.save(file), ownProfileFile(file));
        QCOMPARE(*ModelProfile::load(file), profile);
        // A model of the same name elsewhere is another one.
        QVERIFY(ownProfileFile(file) != ownProfileFile("/elsewhere/sdxl.safetensors"));
        QCOMPARE(*ModelProfile::load("/elsewhere/sdxl.safetensors"), ModelProfile::defaults());
    }

    void theProgramsOwnModelIsLeftAsItCame()
    {
        const fs::path starter = starterModelFolder();
        const auto shipped = readTextFile(starter / "tilewright.json");
        ModelProfile profile = *ModelProfile::load(starter);
        profile.negative = "blurry";
        QCOMPARE(*profile.save(starter), ownProfileFile(starter));
        QCOMPARE(*readTextFile(starter / "tilewright.json"), *shipped);
        QCOMPARE(ModelProfile::load(starter)->negative, profile.negative);
        fs::remove(ownProfileFile(starter));
    }

    void listReadsBack()
    {
        const QTemporaryDir folder;
        const fs::path file = pathOf(folder) / "deep" / "models.json";
        QCOMPARE(*ModelList::load(file), ModelList());
        ModelList list;
        list.put({"/models/sdxl", "SDXL 1.0", {DeviceChoice::Kind::Cuda, 1}, Precision::BFloat16});
        list.put({"/models/other.safetensors", "other", {}, Precision::Auto});
        list.setCurrent("/models/sdxl");
        QVERIFY(list.save(file));
        QCOMPARE(*ModelList::load(file), list);
        // The starter model may lie elsewhere tomorrow.
        QVERIFY(readTextFile(file)->find(starterModelFolder().string()) == std::string::npos);
    }

    void theStarterModelStays()
    {
        ModelList list;
        QVERIFY(list.current().isStarter());
        list.put({"/models/sdxl", "SDXL 1.0", {}, Precision::Auto});
        list.put({"/models/sdxl", "renamed", {}, Precision::Auto});
        QCOMPARE(list.models().size(), std::size_t{2});
        list.setCurrent("/models/sdxl");
        QCOMPARE(list.current().name, std::string("renamed"));
        list.remove(list.models().front().path);
        QCOMPARE(list.models().size(), std::size_t{2});
        list.remove("/models/sdxl");
        QVERIFY(list.current().isStarter());
        list.setCurrent("/unknown");
        QVERIFY(list.current().isStarter());
    }

    void damagedListsAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("no JSON") << QByteArray("{\"models\": [") << QByteArray("models.json");
        QTest::newRow("relative") << QByteArray(R"({"models": [{"path": "sdxl"}]})")
                                  << QByteArray("models[0].path");
        QTest::newRow("device") << QByteArray(R"({"models": [{"path": "/a", "device": "tpu"}]})")
                                << QByteArray("tpu");
    }
    void damagedListsAreTold()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, told);
        const QTemporaryDir folder;
        const fs::path file = pathOf(folder) / "models.json";
        std::ofstream(file) << text.toStdString();
        const auto list = ModelList::load(file);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::BadData);
        QVERIFY2(list.error().message.find(told.toStdString()) != std::string::npos,
            list.error().message.c_str());
    }

    void namesOfModels()
    {
        ModelChoice choice;
        choice.model = "/models/sdxl-base-1.0";
        QCOMPARE(choice.name(), std::string("sdxl-base-1.0"));
        choice.model = "/models/juggernaut.v9.safetensors";
        QCOMPARE(choice.name(), std::string("juggernaut.v9"));
        choice.profile.name = "Granules 4";
        QCOMPARE(choice.name(), std::string("Granules 4"));
    }

    void tokensOfAPrompt()
    {
        using Tokens = std::vector<std::string>;
        QCOMPARE(placeholderTokens("tile <s0><s1>, red"), (Tokens{"<s0>", "<s1>"}));
        QCOMPARE(placeholderTokens("a < b, <> <c d> <e"), Tokens());
        QCOMPARE(placeholderTokens("<<tok>>"), Tokens{"<tok>"});
    }

    void findingsSayWhatIsWrong()
    {
        ModelReport report;
        report.parts = {part("unet", 10), part("vae", 2)};
        QVERIFY(report.findings().empty());
        LoraReport lora;
        lora.file = "/loras/tiles.safetensors";
        lora.modules = 9;
        lora.matched = {"a", "b"};
        lora.unmatched = {"c"};
        report.loras = {lora};
        report.strayTokens = {"<s0>"};
        auto findings = report.findings();
        QCOMPARE(findings.size(), std::size_t{2});
        QVERIFY(!findings[0].isBlocking && !findings[1].isBlocking);
        QVERIFY(findings[0].sentence.find("2 of the 9 modules") != std::string::npos);
        QVERIFY(findings[1].sentence.find("<s0>") != std::string::npos);
        report.loras[0].matched.clear();
        findings = report.findings();
        QVERIFY(findings[0].isBlocking);
        QVERIFY(findings[0].sentence.find("tiles.safetensors") != std::string::npos);
        // Of half a model it cannot be told.
        report.parts[0].missing = {"conv_in.weight"};
        findings = report.findings();
        QCOMPARE(findings.size(), std::size_t{2});
        QVERIFY(findings[0].sentence.find("conv_in.weight") != std::string::npos);
        QVERIFY(!report.complete());
    }

    void memoryGrowsWithPrecisionAndSize()
    {
        ModelReport report;
        report.parts = {part("unet", 2'567'000'000), part("vae", 84'000'000)};
        report.working = {84'000'000, true, 8000, 512, 640, 1024 * 1024, 8};
        const auto half = estimateMemory(report, Precision::Float16, 1024, 1024);
        const auto brain = estimateMemory(report, Precision::BFloat16, 1024, 1024);
        const auto full = estimateMemory(report, Precision::Float32, 1024, 1024);
        QCOMPARE(full.weights, std::uint64_t{4} * 2'651'000'000);
        QCOMPARE(brain.weights * 2, full.weights);
        // The autoencoder stays in float32 beside float16.
        QCOMPARE(half.weights, brain.weights + 2 * 84'000'000);
        QVERIFY(half.working > brain.working);
        QVERIFY(estimateMemory(report, Precision::Float32, 512, 512).working < full.working);
        // Decoding is done in tiles, encoding is not.
        report.working.encodeValues = 0;
        const auto tiled = estimateMemory(report, Precision::Float32, 1024, 1024);
        const auto twice = estimateMemory(report, Precision::Float32, 2048, 1024);
        QVERIFY(twice.working - tiled.working < tiled.working / 10);
    }

private:
    const QTemporaryDir m_data;
};

QTEST_GUILESS_MAIN(ModelTest)
#include "model_test.moc"
