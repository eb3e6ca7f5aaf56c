// What the reporters write, with a clock that the test turns.
#include <sstream>

#include <QTest>
#include <nlohmann/json.hpp>

#include "app/report/human_reporter.h"

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
