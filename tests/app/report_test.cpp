// What the reporters write, with a clock that the test turns.
#include <set>
#include <sstream>

#include <QTest>
#include <nlohmann/json.hpp>

#include "app/report/fidelity_text.h"
#include "app/report/human_reporter.h"
#include "app/report/status_line.h"

using namespace tilewright;

namespace {

struct Desk {
    std::ostringstream out, err;
    std::chrono::steady_clock::time_point now{};
    int columns = 80;

    ReportStreams streams() { return {out, err}; }
    Clock clock()
    {
        return [this] { return now; };
    }
    void pass(int milliseconds) { now += std::chrono::milliseconds(milliseconds); }
    std::unique_ptr<Reporter> terminal(RunFacts facts, bool utf8 = false)
    {
        return makeTerminalReporter(
            streams(), facts, Terminal{[this] { return columns; }, utf8}, clock());
    }
    StatusLine::Form status(bool redraws)
    {
        return {redraws, Terminal{[this] { return columns; }, false}, std::chrono::seconds(1), {},
            clock()};
    }
    /// What was drawn last on the progress line.
    std::string line() const
    {
        const std::string text = err.str();
        const std::size_t start = text.rfind("\x1b[K");
        return start == std::string::npos ? text : text.substr(start + 3);
    }
};

Finished finishedTile(std::uint64_t seed, bool draft = false)
{
    Finished finished{Tile{}, "tile.png"};
    finished.tile.request.seed = seed;
    finished.tile.provenance.draft = draft;
    finished.tile.provenance.device = "cpu";
    return finished;
}

Fidelity fidelityOf(
    std::initializer_list<std::tuple<const char*, std::optional<double>, double>> colors)
{
    Fidelity fidelity;
    for (const auto& [name, asked, measured] : colors) {
        ColorFidelity color;
        color.color = name;
        color.asked = asked;
        color.measured = measured;
        fidelity.colors.push_back(color);
    }
    return fidelity;
}

bool contains(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0.0 s");
        QTest::newRow("negative") << -1.0 << QStringLiteral("0.0 s");
        QTest::newRow("short") << 3.21 << QStringLiteral("3.2 s");
        QTest::newRow("rounds up") << 9.96 << QStringLiteral("10 s");
        QTest::newRow("a minute") << 59.6 << QStringLiteral("1:00");
        QTest::newRow("minutes") << 67.0 << QStringLiteral("1:07");
        QTest::newRow("hours") << 3727.0 << QStringLiteral("1:02:07");
    }
    void durations()
    {
        QFETCH(double, seconds);
        QFETCH(QString, text);
        QCOMPARE(
            QString::fromStdString(durationText(std::chrono::duration<double>(seconds))), text);
    }

    void terminalShowsPhaseStepAndTimes()
    {
        Desk desk;
        const auto reporter = desk.terminal({});
        reporter->event(0, Queued{});
        QVERIFY(desk.err.str().empty());
        reporter->event(0, PhaseBegan{Phase::Load});
        desk.pass(4000);
        reporter->tick();
        QCOMPARE(desk.line(), std::string("Loading the model  4.0 s"));
        reporter->event(0, PhaseBegan{Phase::Denoise, 10});
        desk.pass(1000);
        reporter->event(0, Progress{Phase::Denoise, 1, 10, {}});
        QVERIFY(contains(desk.line(), " 1/10  5.0 s"));
        QVERIFY2(!contains(desk.line(), "left"), "one step tells no pace");
        desk.pass(2000);
        reporter->event(0, Progress{Phase::Denoise, 2, 10, {}});
        // Eight steps of two seconds; the slow first one does not count.
        QVERIFY(contains(desk.line(), "2/10  7.0 s, 16 s left"));
        QVERIFY(contains(desk.line(), "[#####....") || contains(desk.line(), "[####"));
    }

    void terminalErasesTheBarForTheResult()
    {
        Desk desk;
        const auto reporter = desk.terminal({1, 42});
        reporter->event(0, PhaseBegan{Phase::Save, 0});
        desk.pass(1500);
        reporter->event(0, finishedTile(42));
        reporter->end(RunSummary{1, 0, false});
        QVERIFY(desk.line().empty());
        QCOMPARE(desk.out.str(), std::string("tile.png  seed 42, 1.5 s on cpu\n"));
        desk.pass(1000);
        reporter->tick();
        QVERIFY2(desk.line().empty(), "no bar comes back after the end");
    }

    void terminalFitsTheWindow_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<bool>("utf8");
        for (const int columns : {10, 20, 30, 40, 60, 80, 200}) {
            QTest::addRow("%d ascii", columns) << columns << false;
            QTest::addRow("%d utf-8", columns) << columns << true;
        }
    }
    void terminalFitsTheWindow()
    {
        QFETCH(int, columns);
        QFETCH(bool, utf8);
        Desk desk;
        desk.columns = columns;
        const auto reporter = desk.terminal({12, 1}, utf8);
        reporter->event(7, PhaseBegan{Phase::Denoise, 1000});
        for (int done = 1; done <= 1000; done += 37) {
            desk.pass(977);
            reporter->event(7, Progress{Phase::Denoise, done, 1000, {}});
            const qsizetype width = QString::fromStdString(desk.line()).size();
            QVERIFY2(width < columns, desk.line().c_str());
            if (!utf8)
                QVERIFY(!contains(desk.line(), "█"));
            else if (columns >= 60 && done > 300)
                QVERIFY(contains(desk.line(), "█"));
        }
    }

    void linesComeAtEveryTenth()
    {
        Desk desk;
        const auto reporter = makeLineReporter(desk.streams(), {}, desk.clock());
        reporter->event(0, PhaseBegan{Phase::Encode, 1});
        reporter->event(0, Progress{Phase::Encode, 1, 1, {}});
        reporter->event(0, PhaseBegan{Phase::Denoise, 40});
        for (int done = 1; done <= 40; ++done) {
            desk.pass(100);
            reporter->event(0, Progress{Phase::Denoise, done, 40, {}});
        }
        const QStringList lines
            = QString::fromStdString(desk.err.str()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 12);
        QCOMPARE(lines[0], QStringLiteral("Encoding"));
        QCOMPARE(lines[1], QStringLiteral("Denoising (0/40)"));
        QCOMPARE(lines[2], QStringLiteral("Denoising 4/40 (10 %), 0.4 s, 3.6 s left"));
        QCOMPARE(lines[11], QStringLiteral("Denoising 40/40 (100 %), 4.0 s"));
        QVERIFY2(!contains(desk.err.str(), "\x1b"), "no escape sequences in a log");
    }

    void furtherAttemptsAreNamed()
    {
        Desk desk;
        const auto lines = makeLineReporter(desk.streams(), {}, desk.clock());
        lines->event(0, PhaseBegan{Phase::Denoise, 4, 2});
        lines->event(0, Progress{Phase::Denoise, 4, 4, {}});
        lines->event(0, PhaseBegan{Phase::Measure, 0, 12});
        QCOMPARE(desk.err.str(),
            std::string("Denoising, second attempt (0/4)\n"
                        "Denoising, second attempt 4/4 (100 %), 0.0 s\n"
                        "Measuring, attempt 12\n"));
    }

    void barKeepsItsPlaceThroughPhasesAndAttempts_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("jobs");
        QTest::newRow("usual") << 80 << 1;
        QTest::newRow("wide") << 200 << 1;
        QTest::newRow("several jobs") << 80 << 12;
    }
    void barKeepsItsPlaceThroughPhasesAndAttempts()
    {
        QFETCH(int, columns);
        QFETCH(int, jobs);
        Desk desk;
        desk.columns = columns;
        const auto reporter = desk.terminal({jobs, 1});
        std::set<std::pair<std::size_t, std::size_t>> places;
        for (const auto& phase : {PhaseBegan{Phase::Encode, 1}, PhaseBegan{Phase::Denoise, 20},
                 PhaseBegan{Phase::Decode, 4, 1}, PhaseBegan{Phase::Denoise, 20, 2},
                 PhaseBegan{Phase::Decode, 4, 3}}) {
            reporter->event(0, phase);
            for (int done = 0; done <= phase.units; ++done) {
                if (done > 0)
                    reporter->event(0, Progress{phase.phase, done, phase.units, {}});
                const std::string line = desk.line();
                QVERIFY(contains(line, "attempt") == (phase.attempt > 1));
                // The label of the job has brackets, too.
                places.emplace(line.rfind('['), line.rfind(']'));
                desk.pass(700);
            }
        }
        QCOMPARE(places.size(), std::size_t{1});
    }

    void attemptsAndFidelityAreInJson()
    {
        std::ostringstream out;
        const auto reporter = makeJsonReporter(out, {});
        reporter->event(0, PhaseBegan{Phase::Denoise, 2});
        reporter->event(0, Progress{Phase::Denoise, 1, 2, {}});
        reporter->event(0, PhaseBegan{Phase::Denoise, 2, 2});
        reporter->event(0, Progress{Phase::Denoise, 1, 2, {}});
        Finished finished = finishedTile(3);
        reporter->event(0, finished);
        finished.tile.fidelity = fidelityOf({{"red", 50.0, 49.2}, {"black", 50.0, 50.8}});
        reporter->event(0, finished);

        std::vector<nlohmann::json> lines;
        std::istringstream in(out.str());
        for (std::string line; std::getline(in, line);)
            lines.push_back(nlohmann::json::parse(line));
        QVERIFY(!lines[0].contains("attempt"));
        QVERIFY(!lines[1].contains("attempt"));
        QCOMPARE(lines[2]["attempt"].get<int>(), 2);
        QCOMPARE(lines[3]["attempt"].get<int>(), 2);
        QVERIFY(!lines[4].contains("fidelity"));
        QCOMPARE(lines[5]["fidelity"]["shares"]["red"].get<double>(), 49.2);
        QCOMPARE(lines[5]["fidelity"]["verdict"].get<std::string>(), std::string("true"));
    }

    void fidelityIsToldAfterTheTile()
    {
        Desk desk;
        const auto reporter = makeLineReporter(desk.streams(), {}, desk.clock());
        Finished finished = finishedTile(3);
        finished.tile.fidelity = fidelityOf({{"red", 50.0, 49.2}, {"black", 50.0, 50.8}});
        reporter->event(0, finished);
        QVERIFY(contains(desk.out.str(),
            "true to the mix: 0.8 points off on average (red 49.2 for 50, black 50.8 for 50)\n"));
    }

    void fidelityLines_data()
    {
        QTest::addColumn<Fidelity>("fidelity");
        QTest::addColumn<QString>("text");
        QTest::newRow("close") << fidelityOf({{"red", 12.5, 14.1}, {"pearl", 87.5, 85.9}})
                               << QStringLiteral(
                                      "close to the mix: 1.6 points off on average (red 14.1 for "
                                      "12.5, pearl 85.9 for 87.5)");
        QTest::newRow("off") << fidelityOf({{"red", 50.0, 40.0}, {"pearl", 50.0, 60.0}})
                             << QStringLiteral("off the mix: 10.0 points off on average (red 40.0 "
                                               "for 50, pearl 60.0 for 50)");
        QTest::newRow("nothing asked") << fidelityOf({{"red", {}, 40.0}, {"pearl", {}, 60.0}})
                                       << QStringLiteral("red 40.0 %, pearl 60.0 %");
        Fidelity worse = fidelityOf({{"red", 50.0, 50.0}, {"pearl", 50.0, 50.0}});
        worse.colors[0].granules = 47;
        worse.colors[1].granules = 53;
        QTest::newRow("granules are worse")
            << worse
            << QStringLiteral("off the mix: 0.0 points off on average, 3.0 by its granules (red "
                              "50.0 for 50, pearl 50.0 for 50)");
    }
    void fidelityLines()
    {
        QFETCH(Fidelity, fidelity);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(fidelityLine(fidelity)), text);
    }

    void fidelityTableHasARowForEachColor()
    {
        Fidelity fidelity = fidelityOf({{"red", 50.0, 49.2}, {"dark green", 50.0, 50.8}});
        fidelity.colors[0].deltaE = 2.25;
        fidelity.unexplained = 0.7;
        const std::string plain = fidelityTable(fidelity, {false, 80});
        QCOMPARE(plain,
            std::string("  colour      asked  measured  difference   dE\n"
                        "  red          50.0      49.2        -0.8  2.2\n"
                        "  dark green   50.0      50.8        +0.8     \n"
                        "  True to the mix: 0.8 points off on average.\n"
                        "  0.7 % of the area looks like none of these colours.\n"));
        const std::string drawn = fidelityTable(fidelity, {true, 80});
        QVERIFY(contains(drawn, "ΔE"));
        QVERIFY(contains(drawn, "█"));
        QVERIFY(!contains(fidelityTable(fidelity, {true, 50}), "█"));
        for (const QString& line : QString::fromStdString(drawn).split(QLatin1Char('\n')))
            QVERIFY(line.size() < 80);
        const std::string found = fidelityTable(fidelityOf({{"red", {}, 100.0}}), {false, 80});
        QCOMPARE(found, std::string("  colour  measured\n  red        100.0\n"));
    }

    void statusLineIsQuietAtFirstAndLeavesNothing()
    {
        Desk desk;
        {
            StatusLine status(desk.err, desk.status(true));
            status.show("Reading a.jpg");
            QVERIFY(desk.err.str().empty());
            desk.pass(1500);
            status.tick();
            QCOMPARE(desk.line(), std::string("Reading a.jpg  1.5 s"));
            desk.pass(500);
            status.show("Reading b.jpg", 2, 4);
            QVERIFY(desk.line().starts_with("Reading b.jpg  ["));
            QVERIFY(desk.line().ends_with("2/4  2.0 s, 2.0 s left"));
            status.clear();
            QVERIFY(desk.line().empty());
            status.show("Reading c.jpg");
            QVERIFY2(desk.line().empty(), "new work has its own first second");
            desk.pass(1000);
            status.tick();
            QVERIFY(contains(desk.line(), "c.jpg"));
        }
        QVERIFY(desk.line().empty());
    }

    void statusLineFitsTheWindow()
    {
        Desk desk;
        StatusLine status(desk.err, desk.status(true));
        desk.pass(5000);
        for (const int columns : {10, 20, 40, 80, 200}) {
            desk.columns = columns;
            status.show("Reading плитка из резиновой крошки.jpg", 3, 9);
            QVERIFY2(QString::fromStdString(desk.line()).size() < columns, desk.line().c_str());
        }
    }

    void statusInALogIsALineForEachText()
    {
        Desk desk;
        StatusLine status(desk.err, desk.status(false));
        status.show("Calibrating red", 0, 9);
        QVERIFY(desk.err.str().empty());
        desk.pass(1100);
        status.tick();
        status.tick();
        status.show("Calibrating red", 1, 9);
        status.show("Calibrating pink", 2, 9);
        status.clear();
        QCOMPARE(desk.err.str(), std::string("Calibrating red (0/9)\nCalibrating pink (2/9)\n"));
    }

    void draftIsLabelled()
    {
        Desk desk;
        const auto reporter = makeLineReporter(desk.streams(), {}, desk.clock());
        reporter->event(0, finishedTile(1, true));
        QVERIFY(contains(desk.out.str(), "This is a draft"));
    }

    void severalJobsAreCountedAndLikeErrorsToldOnce()
    {
        Desk desk;
        const auto reporter = makeLineReporter(desk.streams(), {3, 5}, desk.clock());
        reporter->event(0, finishedTile(5));
        const Error error{ErrorKind::Internal, "The picture is empty.", "secret detail"};
        reporter->event(1, Failed{error});
        reporter->event(2, Failed{error});
        reporter->end(RunSummary{1, 2, false});
        QVERIFY(contains(desk.out.str(), "[1/3] tile.png  seed 5"));
        QCOMPARE(desk.err.str(),
            std::string("tilewright: The picture is empty.\n[3/3] Failed for the same reason.\n1 "
                        "of 3 tiles were made.\n"));
    }

    void cancelSaysSo()
    {
        Desk desk;
        const auto reporter = desk.terminal({});
        reporter->event(0, PhaseBegan{Phase::Load});
        reporter->cancelling();
        QVERIFY(contains(desk.line(), "Cancelling."));
        reporter->event(0, Cancelled{});
        reporter->end(RunSummary{0, 0, true});
        QVERIFY(contains(desk.line(), "Cancelled. No tile was written."));
    }

    void jsonIsOneObjectALine()
    {
        std::ostringstream out;
        const auto reporter = makeJsonReporter(out, {2, 18446744073709551614U});
        reporter->event(0, Queued{});
        reporter->event(1, Queued{});
        reporter->event(0, PhaseBegan{Phase::Denoise, 20});
        reporter->event(0, Progress{Phase::Denoise, 3, 20, {}});
        reporter->event(0, Notice{"line\nbreak \xff"});
        reporter->event(0, finishedTile(18446744073709551614U));
        reporter->event(1, Failed{Error{ErrorKind::Retryable, "Out of memory.", "x"}});
        reporter->event(1, Cancelled{});

        std::vector<nlohmann::json> lines;
        std::istringstream in(out.str());
        for (std::string line; std::getline(in, line);)
            lines.push_back(nlohmann::json::parse(line));
        QCOMPARE(lines.size(), std::size_t{8});
        QCOMPARE(lines[1]["event"].get<std::string>(), std::string("queued"));
        QCOMPARE(lines[1]["job"].get<int>(), 2);
        QCOMPARE(lines[1]["seed"].get<std::uint64_t>(), std::uint64_t{18446744073709551615U});
        QCOMPARE(lines[2]["phase"].get<std::string>(), std::string("denoise"));
        QCOMPARE(lines[3]["done"].get<int>(), 3);
        QCOMPARE(lines[3]["units"].get<int>(), 20);
        QCOMPARE(lines[5]["event"].get<std::string>(), std::string("finished"));
        QCOMPARE(lines[5]["file"].get<std::string>(), std::string("tile.png"));
        QCOMPARE(
            lines[5]["request"]["seed"].get<std::uint64_t>(), std::uint64_t{18446744073709551614U});
        QCOMPARE(lines[6]["error"]["kind"].get<std::string>(), std::string("retryable"));
        QCOMPARE(lines[6]["error"]["exitCode"].get<int>(), 75);
        QCOMPARE(lines[7]["event"].get<std::string>(), std::string("cancelled"));
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
