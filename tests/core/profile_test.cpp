#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/generation/model_profile.h"
#include "core/generation/request.h"

using namespace tilewright;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class ProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesReadBack()
    {
        for (const auto value : {Scheduler::Dpmpp2mKarras, Scheduler::Dpmpp2m, Scheduler::Euler,
                 Scheduler::EulerTrailing, Scheduler::EulerAncestral})
            QCOMPARE(*parseScheduler(toText(value)), value);
        for (const auto value : {Guide::None, Guide::Mix})
            QCOMPARE(*parseGuide(toText(value)), value);
        for (const auto value :
            {Precision::Auto, Precision::Float32, Precision::BFloat16, Precision::Float16})
            QCOMPARE(*parsePrecision(toText(value)), value);
        for (const char* text : {"auto", "cpu", "cuda", "cuda:0", "cuda:7"})
            QCOMPARE(toText(*parseDevice(text)), std::string(text));
    }

    void wrongNamesListWhatIsAllowed()
    {
        const auto scheduler = parseScheduler("ddim");
        QVERIFY(!scheduler);
        QCOMPARE(scheduler.error().kind, ErrorKind::Usage);
        QVERIFY(contains(scheduler.error().message, "ddim"));
        QVERIFY(contains(scheduler.error().message,
            "dpmpp-2m-karras, dpmpp-2m, euler, euler-trailing, euler-a"));
        QVERIFY(contains(parseGuide("yes").error().message, "mix, none"));
        QVERIFY(contains(parsePrecision("fp16").error().message, "float16"));
        for (const char* text :
            {"", "gpu", "cuda:", "cuda:-1", "cuda:x", "cuda:1 ", "cuda:99999999999"})
            QVERIFY2(!parseDevice(text), text);
    }

    void lorasAndEmbeddingsFromText()
    {
        QCOMPARE(*parseLora("a.safetensors"), (LoraChoice{"a.safetensors", 1.0}));
        QCOMPARE(*parseLora("a.safetensors:0.7"), (LoraChoice{"a.safetensors", 0.7}));
        QCOMPARE(*parseLora("a.safetensors:-1"), (LoraChoice{"a.safetensors", -1.0}));
        QCOMPARE(*parseLora("disk:folder/a.safetensors"),
            (LoraChoice{"disk:folder/a.safetensors", 1.0}));
        QCOMPARE(*parseLora("a:b:2"), (LoraChoice{"a:b", 2.0}));
        QCOMPARE(*parseLora("a:inf"), (LoraChoice{"a:inf", 1.0}));
        QVERIFY(!parseLora(""));
        QVERIFY(!parseLora(":0.7"));
        QCOMPARE(*parseEmbedding("e.safetensors"), (EmbeddingChoice{"e.safetensors", {}}));
        QCOMPARE(*parseEmbedding("e.safetensors:<s0>,<s1>"),
            (EmbeddingChoice{"e.safetensors", {"<s0>", "<s1>"}}));
        for (const char* text : {"", ":<s0>", "e:", "e:<s0>,", "e:,<s0>"})
            QVERIFY2(!parseEmbedding(text), text);
    }

    void defaultProfile()
    {
        const ModelProfile profile = ModelProfile::defaults();
        QCOMPARE(profile.presetFor(1), (SamplingPreset{1, 20, 7.0}));
        QCOMPARE(profile.presetFor(2), (SamplingPreset{2, 25, 7.5}));
        QCOMPARE(profile.presetFor(3), (SamplingPreset{3, 30, 8.0}));
        QCOMPARE(profile.presetFor(4), (SamplingPreset{4, 35, 8.5}));
        QCOMPARE(profile.presetFor(6), (SamplingPreset{4, 35, 8.5}));
        QCOMPARE(profile.presetFor(0), (SamplingPreset{1, 20, 7.0}));
        QVERIFY(!profile.guide);
        QVERIFY(profile.negative && profile.negative->starts_with("object, text, watermark"));
    }

    void absentProfileIsTheDefault()
    {
        const QTemporaryDir folder;
        QCOMPARE(*ModelProfile::load(folder.path().toStdString()), ModelProfile::defaults());
        QCOMPARE(*ModelProfile::fromJson("{}", "/m"), ModelProfile::defaults());
    }

    void profileIsRead()
    {
        const QTemporaryDir folder;
        const fs::path model = folder.path().toStdString();
        std::ofstream(model / "tilewright.json") << R"({"name": "starter",
            "prompt": {"trigger": "tile", "tokens": "", "suffix": "sharp"}, "negative": null,
            "presets": [{"colors": 1, "steps": 8, "guidance": 1}], "guide": {"strength": 0.3, "hold": 0.25, "retint": 0.5, "steps": 20, "guidance": 1.0},
            "scheduler": "euler", "width": 512, "height": 256, "millimetresPerPixel": 0.3636, "granuleMillimetres": 4,
            "palette": "mine", "textOnlyIsDraft": true, "unknown": [1, 2],
            "loras": [{"file": "l.safetensors", "scale": 0.7}, {"file": "/abs/x.safetensors"}],
            "embeddings": [{"file": "../e.safetensors", "tokens": ["<s0>"]}]})";
        const auto profile = ModelProfile::load(model);
        QVERIFY2(profile, profile ? "" : profile.error().message.c_str());
        ModelProfile expected;
        expected.name = "starter";
        expected.prompt = {"tile", "", "sharp"};
        expected.presets = {{1, 8, 1.0}};
        expected.guide = GuidePreset{
            .strength = 0.3, .hold = 0.25, .retint = 0.5, .steps = 20, .guidance = 1.0};
        expected.scheduler = Scheduler::Euler;
        expected.width = 512;
        expected.height = 256;
        expected.millimetresPerPixel = 0.3636;
        expected.granuleMillimetres = 4;
        expected.palette = "mine";
        expected.textOnlyIsDraft = true;
        expected.loras = {{(model / "l.safetensors").string(), 0.7}, {"/abs/x.safetensors", 1.0}};
        expected.embeddings = {{(model.parent_path() / "e.safetensors").string(), {"<s0>"}}};
        QCOMPARE(*profile, expected);
    }

    void brokenProfileNamesItsKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* json, const char* told) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(told);
        };
        row("{", "JSON");
        row("[]", "object");
        row(R"({"name": 5})", "\"name\"");
        row(R"({"prompt": "x"})", "\"prompt\"");
        row(R"({"prompt": {"trigger": null}})", "\"prompt.trigger\"");
        row(R"({"negative": false})", "\"negative\"");
        row(R"({"presets": []})", "\"presets\"");
        row(R"({"presets": {"steps": 1}})", "\"presets\"");
        row(R"({"presets": [{"colors": 2}, {"colors": 1}]})", "ascending");
        row(R"({"presets": [{"colors": 0}]})", "\"presets[0].colors\"");
        row(R"({"presets": [{"steps": 0}]})", "\"presets[0].steps\"");
        row(R"({"presets": [{"guidance": -1}]})", "\"presets[0].guidance\"");
        row(R"({"guide": {"strength": 2}})", "\"guide.strength\"");
        row(R"({"guide": true})", "\"guide\"");
        row(R"({"scheduler": "ddim"})", "\"scheduler\"");
        row(R"({"width": 1000000})", "\"width\"");
        row(R"({"millimetresPerPixel": 0})", "\"millimetresPerPixel\"");
        row(R"({"granuleMillimetres": -8})", "\"granuleMillimetres\"");
        row(R"({"textOnlyIsDraft": "yes"})", "\"textOnlyIsDraft\"");
        row(R"({"loras": [{"scale": 1}]})", "\"loras[0].file\"");
        row(R"({"embeddings": [{"file": "e", "tokens": "<s0>"}]})", "\"embeddings[0].tokens\"");
    }

    void brokenProfileNamesItsKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, told);
        const auto profile = ModelProfile::fromJson(json.toStdString(), "/m");
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::BadData);
        QVERIFY2(
            contains(profile.error().message, told.toStdString()), profile.error().message.c_str());
    }

    void requestsFollowTheProfile()
    {
        ModelProfile profile = ModelProfile::defaults();
        profile.loras = {{"/l.safetensors", 0.7}};
        const Mix mix = Mix::create({{"red", 500}, {"black", 500}}).value();

        const auto plain = GenerationRequest::forMix(profile, "/m", mix, Guide::None);
        QCOMPARE(plain.steps, 25);
        QCOMPARE(plain.guidance, 7.5);
        QCOMPARE(plain.negative, profile.negative);
        QCOMPARE(plain.prompt, profile.prompt.format(mix));
        QCOMPARE(plain.loras, profile.loras);
        QCOMPARE(plain.guide, Guide::None);

        const auto guided = GenerationRequest::forMix(profile, "/m", mix);
        QCOMPARE(guided.guide, Guide::Mix);
        QCOMPARE(guided.steps, 25);
        QCOMPARE(guided.strength, 0.4);

        profile.guide = GuidePreset{
            .strength = 0.3, .hold = 0.25, .retint = 0.5, .steps = 20, .guidance = 1.0};
        const auto own = GenerationRequest::forMix(profile, "/m", mix);
        QCOMPARE(own.strength, 0.3);
        QCOMPARE(own.hold, 0.25);
        QCOMPARE(own.retint, 0.5);
        QCOMPARE(own.steps, 20);
        QCOMPARE(own.guidance, 1.0);

        const auto free = GenerationRequest::forPrompt(profile, "/m", "a tile");
        QCOMPARE(free.prompt, std::string("a tile"));
        QVERIFY(!free.negative);
        QVERIFY(!free.mix);
        QCOMPARE(free.guide, Guide::None);
        QCOMPARE(free.steps, 35);
        for (const auto& request : {plain, guided, own, free})
            QVERIFY(request.check());
    }
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "profile_test.moc"
