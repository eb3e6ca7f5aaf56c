#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/support/paths.h"
#include "inference/device/device_options.h"
#include "inference/pipeline/inspect.h"
#include "support/golden.h"

using namespace tilewright;
using namespace tilewright::inference;
namespace fs = std::filesystem;

namespace {

fs::path tiny()
{
    return golden::folder() / "models/sdxl-tiny";
}

std::string adapter(const char* name)
{
    return (golden::folder() / "lora" / name).string();
}

ModelChoice choiceOf(const fs::path& model)
{
    ModelChoice choice;
    choice.model = model.string();
    choice.profile = ModelProfile::defaults();
    return choice;
}

const PartReport& partOf(const ModelReport& report, const std::string& name)
{
    return *std::find_if(report.parts.begin(), report.parts.end(),
        [&](const PartReport& part) { return part.name == name; });
}

void overwrite(const fs::path& file, const char* text)
{
    std::ofstream(file) << text;
}

} // namespace

class InspectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void starterIsWhole()
    {
        auto choice = choiceOf(starterModelFolder());
        choice.profile = *ModelProfile::load(starterModelFolder());
        const auto report = inspectChoice(choice, {});
        QVERIFY(report);
        QVERIFY(report->findings().empty());
        QVERIFY(report->complete());
        QVERIFY(report->parameters() > 1'000'000);
        QCOMPARE(report->dtypes(), std::vector<std::string>{"F16"});
        QVERIFY(report->working.vaeParameters > 0);
        // What the networks hold in float16 is what the files hold.
        const auto memory = estimateMemory(*report, Precision::BFloat16, 512, 512);
        QCOMPARE(memory.weights, static_cast<std::uint64_t>(report->parameters() * 2));
    }

    void sdxlIsEstimatedFromItsConfiguration()
    {
        // Without weights: the shape alone tells what they will take.
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "sdxl.safetensors";
        fs::copy_file(golden::folder() / "models/sdxl-tiny-single.safetensors", file);
        const auto report = inspectChoice(choiceOf(file), {});
        QVERIFY(report);
        QVERIFY(!report->complete());
        QCOMPARE(partOf(*report, "unet").parameters, std::int64_t{2'567'463'684});
        QVERIFY(!report->findings().empty());
        QVERIFY(report->findings().front().isBlocking);
    }

    void adaptersAreMatched()
    {
        auto choice = choiceOf(tiny());
        choice.profile.loras = {{adapter("lora-kohya.safetensors"), 0.7},
            {adapter("lora-partial-unmatched.safetensors"), 1.0}};
        choice.profile.embeddings = {{adapter("ti-clip_l-clip_g.safetensors"), {}}};
        const auto report = inspectChoice(choice, {});
        QVERIFY(report);
        QCOMPARE(report->loras.size(), std::size_t{2});
        QVERIFY(report->loras[0].modules > 0);
        QCOMPARE(std::cmp_equal(report->loras[0].matched.size(), report->loras[0].modules), true);
        QVERIFY(!report->loras[1].matched.empty());
        QVERIFY(!report->loras[1].unmatched.empty());
        QCOMPARE(report->embeddings[0].problem, std::string());
        QCOMPARE(report->embeddings[0].tokens, (std::vector<std::string>{"<s0>", "<s1>"}));
        QVERIFY(report->strayTokens.empty());
        const auto findings = report->findings();
        QCOMPARE(findings.size(), std::size_t{1});
        QVERIFY(!findings[0].isBlocking);
        QCOMPARE(
            report->loraModules(), report->matchedModules() + report->loras[1].unmatched.size());
    }

    void foreignAdaptersAreTold()
    {
        auto choice = choiceOf(starterModelFolder());
        choice.profile.loras = {{adapter("lora-kohya.safetensors"), 1.0},
            {adapter("ti-clip_l-clip_g.safetensors"), 1.0}, {"/absent.safetensors", 1.0}};
        choice.profile.embeddings = {{adapter("ti-clip_l-clip_g.safetensors"), {"<only-one>"}},
            {adapter("lora-kohya.safetensors"), {}}};
        const auto report = inspectChoice(choice, {});
        QVERIFY(report);
        QVERIFY(report->complete());
        QVERIFY(report->loras[0].matched.empty());
        const auto findings = report->findings();
        QCOMPARE(std::count_if(findings.begin(), findings.end(),
                     [](const ModelFinding& finding) { return finding.isBlocking; }),
            5);
        QVERIFY(findings[0].sentence.find("trained on another one") != std::string::npos);
    }

    void tokensWithoutAMeaningAreTold()
    {
        auto choice = choiceOf(tiny());
        choice.profile.loras = {{adapter("lora-kohya.safetensors"), 1.0}};
        auto report = inspectChoice(choice, {});
        QCOMPARE(report->strayTokens, (std::vector<std::string>{"<s0>", "<s1>"}));
        choice.profile.prompt.tokens.clear();
        QVERIFY(inspectChoice(choice, {})->findings().empty());
    }

    void takenTokensAreTold()
    {
        auto choice = choiceOf(tiny());
        choice.profile.embeddings = {{adapter("ti-clip_l-clip_g.safetensors"), {}},
            {adapter("ti-clip_l-clip_g.safetensors"), {"<s1>", "<s2>"}}};
        const auto report = inspectChoice(choice, {});
        QVERIFY(report->embeddings[0].problem.empty());
        QVERIFY(report->embeddings[1].problem.find("<s1>") != std::string::npos);
    }

    void damagedModels_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("folder missing") << QStringLiteral("unet") << QByteArray("unet");
        QTest::newRow("configuration") << QStringLiteral("vae") << QByteArray("config.json");
        QTest::newRow("truncated") << QStringLiteral("text_encoder") << QByteArray("safetensors");
        QTest::newRow("weights missing") << QStringLiteral("text_encoder_2") << QByteArray("model");
        QTest::newRow("vocabulary") << QStringLiteral("tokenizer") << QByteArray("vocab.json");
    }
    void damagedModels()
    {
        QFETCH(const QString, part);
        QFETCH(const QByteArray, told);
        const QTemporaryDir folder;
        const fs::path model = fs::path(folder.path().toStdString()) / "model";
        fs::copy(tiny(), model, fs::copy_options::recursive);
        const fs::path broken = model / part.toStdString();
        const QLatin1String row(QTest::currentDataTag());
        if (row == QLatin1String("folder missing"))
            fs::remove_all(broken);
        else if (row == QLatin1String("configuration"))
            overwrite(broken / "config.json", "{\"block_out_channels\": [");
        else if (row == QLatin1String("truncated"))
            fs::resize_file(broken / "model.safetensors", 3000);
        else if (row == QLatin1String("weights missing"))
            fs::remove(broken / "model.safetensors");
        else
            overwrite(broken / "vocab.json", "[]");
        auto choice = choiceOf(model);
        choice.profile.loras = {{adapter("lora-kohya.safetensors"), 1.0}};
        const auto report = inspectChoice(choice, {});
        QVERIFY(report);
        QVERIFY(!report->complete());
        const auto findings = report->findings();
        QCOMPARE(std::count_if(findings.begin(), findings.end(),
                     [](const ModelFinding& finding) { return finding.isBlocking; }),
            1);
        QVERIFY2(findings[0].sentence.find(told.toStdString()) != std::string::npos,
            findings[0].sentence.c_str());
        // The LoRA itself is still described.
        QVERIFY(report->loras[0].modules > 0);
    }

    void noModelAtAll()
    {
        const QTemporaryDir folder;
        for (const fs::path& path : {fs::path(folder.path().toStdString()), fs::path("/absent")}) {
            const auto report = inspectChoice(choiceOf(path), {});
            QVERIFY(!report);
            QCOMPARE(report.error().kind, ErrorKind::BadData);
        }
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto report = inspectChoice(choiceOf(tiny()), stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    }

    void devicesAreListed()
    {
        const auto devices = deviceOptions();
        QVERIFY(!devices.empty());
        QVERIFY(devices[0].choice.kind == DeviceChoice::Kind::Cpu);
        QVERIFY(devices[0].freeBytes > 0 && devices[0].freeBytes <= devices[0].memoryBytes);
        QCOMPARE(std::count_if(devices.begin(), devices.end(),
                     [](const DeviceOption& device) { return device.isAutomatic; }),
            1);
        for (const DeviceOption& device : devices)
            QVERIFY(device.automatic != Precision::Auto);
    }
};

QTEST_GUILESS_MAIN(InspectTest)
#include "inspect_test.moc"
