// Planning and running of `render` with a generator that draws nothing.
#include <fstream>
#include <thread>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "app/commands/command.h"
#include "app/commands/render_plan.h"
#include "app/commands/render_run.h"
#include "core/catalog/share_code.h"
#include "core/image/png.h"
#include "core/support/paths.h"

using namespace tilewright;

namespace {

/// Answers each seed as told; without an answer it goes on until it is stopped.
class ScriptedGenerator final : public Generator {
public:
    using Script = std::map<std::uint64_t, std::optional<Error>>;
    explicit ScriptedGenerator(Script script) : m_script(std::move(script)) { }

    Expected<Tile> generate(
        const GenerationRequest& request, const Observer& observer, std::stop_token stop) override
    {
        observer(PhaseBegan{Phase::Denoise, 2});
        observer(Progress{Phase::Denoise, 1, 2, Image(8, 8)});
        const auto answer = m_script.find(request.seed);
        if (answer == m_script.end()) {
            while (!stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return fail(ErrorKind::Cancelled, "Cancelled.");
        }
        if (answer->second)
            return tl::unexpected(*answer->second);
        Tile tile;
        tile.image = Image(64, 64);
        tile.request = request;
        return tile;
    }

private:
    Script m_script;
};

class Recorder final : public Reporter {
public:
    void event(int job, const GenerationEvent& event) override
    {
        terminal[job] += isTerminal(event);
        if (std::holds_alternative<Progress>(event) && onProgress)
            onProgress(job);
    }
    void end(const RunSummary& given) override { summary = given; }

    std::map<int, int> terminal;
    std::function<void(int)> onProgress;
    RunSummary summary;
};

const Error emptyPicture{ErrorKind::Internal, "The picture is empty.", ""};
const Error brokenModel{ErrorKind::BadData, "The model is damaged.", ""};

} // namespace

class CommandsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    std::filesystem::path at(const char* name) const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    }

    RenderOptions options() const
    {
        RenderOptions options;
        options.mix = "50% red, 50% black";
        options.output = at("tile.png");
        return options;
    }
    int run(const RenderOptions& options, ScriptedGenerator::Script script, Recorder& recorder,
        std::stop_token stop = {})
    {
        std::timed_mutex writing;
        const auto plan = planRender(options);
        if (!plan)
            return exitCode(plan.error().kind);
        return runRender(
            *plan, [&] { return std::make_unique<ScriptedGenerator>(script); }, recorder, stop,
            writing)
            .value_or(-1);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void sizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::newRow("two") << QStringLiteral("512x768") << 512 << 768;
        QTest::newRow("capital") << QStringLiteral("64X32") << 64 << 32;
        QTest::newRow("square") << QStringLiteral("96") << 96 << 96;
        for (const char* bad : {"", "x", "512x", "x512", "0x5", "-4x4", "4x4x4", "1e3x4", "4 x4"})
            QTest::addRow("not %s", bad) << QString::fromLatin1(bad) << 0 << 0;
    }
    void sizes()
    {
        QFETCH(QString, text);
        QFETCH(int, width);
        QFETCH(int, height);
        const auto size = parseSize(text.toStdString());
        QCOMPARE(size.has_value(), width > 0);
        if (!size) {
            QCOMPARE(size.error().kind, ErrorKind::Usage);
            QVERIFY(size.error().message.find(text.toStdString()) != std::string::npos);
            return;
        }
        QCOMPARE(size->width, width);
        QCOMPARE(size->height, height);
    }

    void numbersForPeople()
    {
        QCOMPARE(countText(0), std::string("0"));
        QCOMPARE(countText(999), std::string("999"));
        QCOMPARE(countText(1000), std::string("1,000"));
        QCOMPARE(countText(-5612345), std::string("-5,612,345"));
        QCOMPARE(bytesText(999), std::string("999 B"));
        QCOMPARE(bytesText(14'700'000), std::string("14.7 MB"));
    }

    void planTakesTheProfile()
    {
        std::ofstream(at("tilewright.json")) << R"({"width": 320, "height": 256})";
        RenderOptions given = options();
        given.model = m_folder->path().toStdString() + "/";
        const auto plan = planRender(given);
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
        QCOMPARE(plan->first.width, 320);
        QCOMPARE(plan->first.height, 256);
        QCOMPARE(plan->first.guide, Guide::Mix);
        QCOMPARE(plan->first.model, m_folder->path().toStdString());
        QVERIFY(plan->first.negative.has_value());
        QVERIFY(plan->first.seed <= 0xffffffffU);
    }

    void planTakesTheOptionsFirst()
    {
        RenderOptions given = options();
        given.size = "64x128";
        given.seed = "9";
        given.steps = 3;
        given.guidance = 2.5;
        given.guidanceRescale = 0.5;
        given.clipSkip = 1;
        given.scheduler = "euler-a";
        given.strength = 0.25;
        given.hold = 0.75;
        given.retint = 0.5;
        given.tolerance = 1.5;
        given.attempts = 7;
        given.vary = "12:0.25";
        given.seamless = "xy";
        given.negative = "";
        given.device = "cpu";
        given.precision = "float32";
        const auto plan = planRender(given);
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
        const GenerationRequest& request = plan->first;
        QCOMPARE(request.width, 64);
        QCOMPARE(request.height, 128);
        QCOMPARE(request.seed, std::uint64_t{9});
        QCOMPARE(request.steps, 3);
        QCOMPARE(request.guidance, 2.5);
        QCOMPARE(request.guidanceRescale, 0.5);
        QCOMPARE(request.clipSkip, 1);
        QCOMPARE(request.scheduler, Scheduler::EulerAncestral);
        QCOMPARE(request.strength, 0.25);
        QCOMPARE(request.hold, 0.75);
        QCOMPARE(request.retint, 0.5);
        QCOMPARE(request.tolerance, 1.5);
        QCOMPARE(request.attempts, 7);
        QCOMPARE(request.variation, std::optional(Variation{12, 0.25}));
        QCOMPARE(request.seamless, SeamlessAxes::XY);
        QCOMPARE(request.negative, std::optional<std::string>(""));
        QCOMPARE(request.device.kind, DeviceChoice::Kind::Cpu);
        QCOMPARE(request.precision, Precision::Float32);
    }

    void planTakesPatternAndSizes()
    {
        RenderOptions given = options();
        given.pattern.kind = "stripes";
        given.pattern.size = 120;
        given.pattern.angle = 30;
        given.pattern.regionMixes = {"100% pearl"};
        given.pattern.granule = "large";
        const auto striped = planRender(given);
        QVERIFY2(striped.has_value(), striped ? "" : striped.error().message.c_str());
        const Pattern& pattern = striped->first.pattern;
        QCOMPARE(pattern.kind, PatternKind::Stripes);
        QCOMPARE(pattern.sizeMillimetres, 120.0);
        QCOMPARE(pattern.angleDegrees, 30.0);
        QCOMPARE(pattern.mixes.size(), std::size_t{1});
        QVERIFY(striped->first.prompt.find("50% pearl") != std::string::npos);
        QCOMPARE(striped->first.granuleMillimetres, 14.0);
        given.pattern = {};
        given.pattern.grading = "4-8:60,8-16:40";
        const auto graded = planRender(given);
        QVERIFY2(graded.has_value(), graded ? "" : graded.error().message.c_str());
        QCOMPARE(graded->first.granules().fractions.size(), std::size_t{2});
        QCOMPARE(graded->first.pattern, Pattern());
    }

    void aCodeSaysWhatItSays()
    {
        const Palette palette = *Palette::load(resourceFolder() / "palettes" / "rubber-29.json");
        const SharedTile shared{*Mix::create({{"red", 505}, {"mint", 495}}),
            {PatternKind::Stripes, 40, 15, {}, {}}, {GranuleColor::of("mint", Srgb{150, 220, 190})},
            4.5, 1704233, SeamlessAxes::XY};
        RenderOptions given = options();
        given.mix.reset();
        given.seed.reset();
        given.code = *shareCode(shared, palette);
        const auto plan = planRender(given);
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
        QCOMPARE(*sharedTile(plan->first), shared);
        QVERIFY(plan->first.prompt.find("50.5% red, 49.5% mint") != std::string::npos);
        QCOMPARE(plan->first.guide, Guide::Mix);
        given.seed = "9";
        QCOMPARE(planRender(given)->first.seed, std::uint64_t{9});

        const auto refuses = [&](auto change) {
            RenderOptions wrong = given;
            change(wrong);
            const auto refused = planRender(wrong);
            return !refused && refused.error().kind == ErrorKind::Usage;
        };
        QVERIFY(refuses([](RenderOptions& wrong) { wrong.mix = "100% red"; }));
        QVERIFY(refuses([](RenderOptions& wrong) { wrong.prompt = "a tile"; }));
        QVERIFY(refuses([](RenderOptions& wrong) { wrong.pattern.granule = "small"; }));
        QVERIFY(refuses([](RenderOptions& wrong) { *wrong.code += "0"; }));
    }

    void promptIsFreeUnlessGuided()
    {
        RenderOptions given = options();
        given.mix.reset();
        given.prompt = "a tile";
        const auto free = planRender(given);
        QVERIFY(free.has_value());
        QCOMPARE(free->first.guide, Guide::None);
        QCOMPARE(free->first.prompt, std::string("a tile"));
        QVERIFY(!free->first.negative.has_value());
        given.prompt = "ohwx_rubber_tile <s0><s1>, 40% red, 60% black, wet";
        given.guide = "mix";
        const auto guided = planRender(given);
        QVERIFY2(guided.has_value(), guided ? "" : guided.error().message.c_str());
        QCOMPARE(guided->first.guide, Guide::Mix);
        QCOMPARE(guided->first.prompt, *given.prompt);
        QCOMPARE(guided->first.mix->find("red")->perMille, 400);
    }

    void seamlessNeedsNoGuide()
    {
        RenderOptions given = options();
        given.guide = "none";
        given.seamless = "x";
        const auto plan = planRender(given);
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
        QCOMPARE(plan->first.seamless, SeamlessAxes::X);
    }

    void seedsGoIntoNames()
    {
        RenderOptions given = options();
        given.count = 3;
        given.seed = "7";
        const auto suffixed = planRender(given);
        QVERIFY(suffixed.has_value());
        QCOMPARE(outputFile(suffixed->output, 8), at("tile-8.png"));
        given.output = at("{seed}-{seed}.png");
        const auto placed = planRender(given);
        QVERIFY(placed.has_value());
        QCOMPARE(outputFile(placed->output, 8), at("8-8.png"));
    }

    void wrongOptions_data()
    {
        QTest::addColumn<std::function<void(RenderOptions&)>>("spoil");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, int status, const char* word,
                             const std::function<void(RenderOptions&)>& spoil) {
            QTest::newRow(name) << spoil << status << QString::fromLatin1(word);
        };
        row("both", 64, "exclude", [](RenderOptions& o) { o.prompt = "x"; });
        row("neither", 64, "--mix", [](RenderOptions& o) { o.mix.reset(); });
        row("guide without a mix", 64, "", [](RenderOptions& o) {
            o.mix.reset();
            o.prompt = "a tile";
            o.guide = "mix";
        });
        row("strength unguided", 64, "--guide mix", [](RenderOptions& o) {
            o.guide = "none";
            o.strength = 0.5;
        });
        row("hold unguided", 64, "--guide mix", [](RenderOptions& o) {
            o.guide = "none";
            o.hold = 0.5;
        });
        row("retint unguided", 64, "--retint", [](RenderOptions& o) {
            o.guide = "none";
            o.retint = 0.5;
        });
        row("tolerance unguided", 64, "--tolerance", [](RenderOptions& o) {
            o.guide = "none";
            o.tolerance = 1;
        });
        row("attempts unguided", 64, "--attempts", [](RenderOptions& o) {
            o.guide = "none";
            o.attempts = 2;
        });
        for (const char* text : {"x", "1:2", "1:x", "-1:0.5", "1:-0.1", "1:nan", "1:"})
            row(text, 64, "--vary", [text](RenderOptions& o) { o.vary = text; });
        row("hold", 64, "2", [](RenderOptions& o) { o.hold = 2; });
        row("no attempt", 64, "0", [](RenderOptions& o) { o.attempts = 0; });
        row("seamless", 64, "xyz", [](RenderOptions& o) { o.seamless = "xyz"; });
        row("no model", 64, "nowhere", [](RenderOptions& o) { o.model = "nowhere"; });
        row("no lora", 64, "gone.safetensors",
            [](RenderOptions& o) { o.loras = {"gone.safetensors:0.5"}; });
        row("steps", 64, "0", [](RenderOptions& o) { o.steps = 0; });
        row("not png", 64, "tile.png", [](RenderOptions& o) { o.output = "tile.jpg"; });
        row("preview over tile", 64, "--preview", [](RenderOptions& o) { o.preview = o.output; });
        row("seeds run over", 64, "18446744073709551615", [](RenderOptions& o) {
            o.seed = "18446744073709551615";
            o.count = 2;
        });
        row("no folder", 73, "nowhere", [](RenderOptions& o) { o.output = "nowhere/t.png"; });
        row("no preview folder", 73, "nowhere",
            [](RenderOptions& o) { o.preview = "nowhere/p.png"; });
    }
    void wrongOptions()
    {
        QFETCH(std::function<void(RenderOptions&)>, spoil);
        QFETCH(int, status);
        QFETCH(QString, word);
        RenderOptions given = options();
        spoil(given);
        const auto plan = planRender(given);
        QVERIFY(!plan.has_value());
        QCOMPARE(exitCode(plan.error().kind), status);
        QVERIFY2(plan.error().message.find(word.toStdString()) != std::string::npos,
            plan.error().message.c_str());
        QVERIFY(files().isEmpty());
    }

    void damagedProfileIsBadData()
    {
        std::ofstream(at("tilewright.json")) << R"({"width": "wide"})";
        RenderOptions given = options();
        given.model = m_folder->path().toStdString();
        QCOMPARE(planRender(given).error().kind, ErrorKind::BadData);
    }

    void tilesAreWritten()
    {
        RenderOptions given = options();
        given.count = 3;
        given.seed = "4";
        given.preview = at("preview.png");
        Recorder recorder;
        QCOMPARE(run(given, {{4, {}}, {5, {}}, {6, {}}}, recorder), 0);
        QCOMPARE(recorder.summary.finished, 3);
        QCOMPARE(files(),
            (QStringList{QStringLiteral("preview.png"), QStringLiteral("tile-4.png"),
                QStringLiteral("tile-5.png"), QStringLiteral("tile-6.png")}));
        QCOMPARE(loadTile(at("tile-5.png")).value().request.seed, std::uint64_t{5});
        QCOMPARE(readPng(at("preview.png")).value().image.width, 8);
    }

    void oneBadSeedDoesNotStopTheOthers()
    {
        RenderOptions given = options();
        given.count = 3;
        given.seed = "4";
        given.preview = at("preview.png");
        Recorder recorder;
        QCOMPARE(run(given, {{4, emptyPicture}, {5, {}}, {6, brokenModel}}, recorder), 70);
        QCOMPARE(recorder.summary.finished, 1);
        QCOMPARE(recorder.summary.failed, 2);
        QCOMPARE(files(), QStringList{QStringLiteral("tile-5.png")});
    }

    void anErrorOfEverySeedEndsTheRun()
    {
        RenderOptions given = options();
        given.count = 50;
        given.seed = "1";
        Recorder recorder;
        // The seeds after the first would go on for ever.
        QCOMPARE(run(given, {{1, brokenModel}}, recorder), 65);
        QCOMPARE(recorder.summary.failed, 1);
        QVERIFY(!recorder.summary.interrupted);
        QCOMPARE(recorder.terminal.size(), std::size_t{50});
        for (const auto& [job, times] : recorder.terminal)
            QCOMPARE(times, 1);
        QVERIFY(files().isEmpty());
    }

    void interruptKeepsWhatIsFinished()
    {
        RenderOptions given = options();
        given.count = 4;
        given.seed = "1";
        given.preview = at("preview.png");
        std::stop_source stop;
        Recorder recorder;
        recorder.onProgress = [&](int job) {
            if (job == 1)
                stop.request_stop();
        };
        QCOMPARE(run(given, {{1, {}}}, recorder, stop.get_token()), 130);
        QVERIFY(recorder.summary.interrupted);
        QCOMPARE(recorder.summary.finished, 1);
        for (const auto& [job, times] : recorder.terminal)
            QCOMPARE(times, 1);
        QCOMPARE(files(), QStringList{QStringLiteral("tile-1.png")});
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
