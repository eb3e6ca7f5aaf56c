// The queue as the designer sees it: paused, sorted, cancelled one by one, kept over a restart.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <set>

#include "studio_fixture.h"
#include "ui/jobs/desktop_notifier.h"
#include "ui/jobs/job_messages.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"
#include "ui/jobs/queue_panel.h"
#include "ui/jobs/remedies.h"
#include "ui/jobs/variations.h"
#include "ui/shell/application_setup.h"

using namespace tilewright;
using namespace tilewright::ui;
using namespace std::chrono_literals;
using tilewright::test::FakeGeneratorOptions;
using tilewright::test::redBlackPearl;
using tilewright::test::smallProfile;

namespace {

GenerationRequest requestWithSeed(std::uint64_t seed)
{
    GenerationRequest request = GenerationRequest::forMix(smallProfile(), "small", redBlackPearl());
    request.seed = seed;
    return request;
}

FakeGeneratorOptions endless()
{
    FakeGeneratorOptions options;
    options.unitTime = 1h;
    return options;
}

FakeGeneratorOptions failing(ErrorKind kind, std::uint64_t seed)
{
    FakeGeneratorOptions options;
    options.hook = [kind, seed](const GenerationRequest& request, Phase, int) {
        return request.seed == seed
            ? std::optional(Error{kind, "It does not work.", "because of the detail"})
            : std::nullopt;
    };
    return options;
}

/// A controller whose queue lasts.
struct Session {
    explicit Session(const test::StudioFixture& fixture, FakeGeneratorOptions options = {})
        : jobs(test::fakeGeneratorFactory(std::move(options)),
            GenerationController::savingIn(fixture.tileFolder()),
            fixture.tileFolder().parent_path() / "queue.json")
    {
    }
    std::vector<std::uint64_t> seeds() const
    {
        std::vector<std::uint64_t> seeds;
        for (const QueueEntry& entry : jobs.entries())
            seeds.push_back(entry.request.seed);
        return seeds;
    }
    GenerationController jobs;
};

using Seeds = std::vector<std::uint64_t>;

struct Heard {
    QStringList notes;
    QList<double> progress; ///< -1: hidden
};

class RecordingSink : public DesktopSink {
public:
    explicit RecordingSink(Heard& heard) : m_heard(heard) { }
    void notify(const QString& title, const QString& text) override
    {
        m_heard.notes << title + QStringLiteral(": ") + text;
    }
    void showProgress(std::optional<double> progress) override
    {
        m_heard.progress << progress.value_or(-1);
    }

private:
    Heard& m_heard;
};

} // namespace

class QueueTest : public QObject {
    Q_OBJECT

    const Palette m_palette = test::rubberPalette();

private Q_SLOTS:
    void initTestCase() { setUpApplication(*qApp, QLocale(QLocale::English)); }

    void theModelFollowsTheQueue()
    {
        const test::StudioFixture fixture;
        FakeGeneratorOptions options;
        options.unitTime = 1ms;
        Session session(fixture, options);
        QueueModel model(session.jobs, m_palette);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        session.jobs.setPaused(true);
        session.jobs.generate(requestWithSeed(1), 6);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.runningCount(), 0);
        const QModelIndex first = model.index(0);
        QVERIFY(first.data().toString().contains(QStringLiteral("Red 50")));
        QCOMPARE(first.data(QueueModel::DetailRole).toString(),
            QString::fromUtf8("seed 1, 256 × 256, 6 steps"));
        QCOMPARE(first.data(QueueModel::SharesRole).toList().size(), 6);

        const QPersistentModelIndex fourth = model.index(3);
        QVERIFY(model.moveRows({}, 3, 1, {}, 0));
        QCOMPARE(session.seeds(), (Seeds{4, 1, 2, 3, 5, 6}));
        QCOMPARE(fourth.row(), 0);
        QVERIFY(model.moveRows({}, 0, 1, {}, 6));
        QCOMPARE(session.seeds(), (Seeds{1, 2, 3, 5, 6, 4}));
        QVERIFY(!model.moveRows({}, 2, 1, {}, 2));
        QVERIFY(!model.moveRows({}, 2, 1, {}, 3));
        QVERIFY(!model.moveRows({}, 2, 1, {}, 9));
        QVERIFY(!model.moveRows({}, 2, 2, {}, 0));

        session.jobs.cancel(session.jobs.entries()[1].id);
        QTRY_COMPARE(model.rowCount(), 5);
        QList<quint64> finished;
        connect(&session.jobs, &GenerationController::finished, this,
            [&finished](const TilePointer& tile) { finished << tile->request.seed; });
        session.jobs.setPaused(false);
        QTRY_VERIFY(!session.jobs.isBusy());
        QCOMPARE(finished, (QList<quint64>{1, 3, 5, 6, 4}));
        QCOMPARE(model.rowCount(), 0);
    }

    void theRunningJobStaysInFront()
    {
        const test::StudioFixture fixture;
        Session session(fixture, endless());
        QueueModel model(session.jobs, m_palette);
        session.jobs.generate(requestWithSeed(1), 3);
        QTRY_COMPARE(model.runningCount(), 1);
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsDragEnabled));
        QVERIFY(model.moveRows({}, 2, 1, {}, 0)); // as far as it can go
        QCOMPARE(session.seeds(), (Seeds{1, 3, 2}));
        QVERIFY(!model.moveRows({}, 0, 1, {}, 3));
        session.jobs.cancel(session.jobs.entries().front().id);
        QTRY_COMPARE(session.seeds(), (Seeds{3, 2}));
        QTRY_VERIFY(session.jobs.entries().front().isRunning);
    }

    void thePanelTellsNowAndNext()
    {
        const test::StudioFixture fixture;
        Session session(fixture, endless());
        QueuePanel panel(session.jobs, m_palette);
        panel.show();
        QCOMPARE(panel.nowText(), QStringLiteral("nothing"));
        QCOMPARE(panel.nextText(), QStringLiteral("nothing"));
        QVERIFY(!panel.pauseButton()->isEnabled());
        session.jobs.generate(requestWithSeed(1), 3);
        QTRY_VERIFY(panel.nowText().startsWith(QStringLiteral("1 of 3, loading")));
        QCOMPARE(panel.nextText(), QStringLiteral("2 tiles"));
        QVERIFY(panel.nextTime().isEmpty());
        panel.pauseButton()->click();
        QVERIFY(session.jobs.isPaused());
        QVERIFY(panel.pauseButton()->accessibleName().startsWith(QStringLiteral("Go on")));
        session.jobs.cancel(session.jobs.entries().front().id);
        QTRY_COMPARE(panel.nowText(), QStringLiteral("paused"));
        panel.cancelAllButton()->click();
        QTRY_VERIFY(!session.jobs.isBusy());
        QCOMPARE(panel.nextText(), QStringLiteral("nothing"));
    }

    void theTimeOfWhatWaitsIsTold()
    {
        const test::StudioFixture fixture;
        FakeGeneratorOptions options;
        options.unitTime = 5ms;
        Session session(fixture, options);
        session.jobs.generate(requestWithSeed(1), 1);
        QVERIFY(!session.jobs.waitingSeconds() || *session.jobs.waitingSeconds() == 0);
        QTRY_VERIFY(!session.jobs.isBusy());
        session.jobs.setPaused(true);
        session.jobs.generate(requestWithSeed(2), 2);
        const auto two = session.jobs.waitingSeconds();
        QVERIFY(two && *two > 0);
        GenerationRequest large = requestWithSeed(9);
        large.width *= 2;
        session.jobs.submit({large});
        QVERIFY(qAbs(*session.jobs.waitingSeconds() / *two - 2) < 1e-6);
    }

    void keysSortAndRemove()
    {
        const test::StudioFixture fixture;
        Session session(fixture);
        session.jobs.setPaused(true);
        QueuePanel panel(session.jobs, m_palette);
        panel.show();
        panel.foldButton()->click();
        QVERIFY(panel.isUnfolded());
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QApplication::setActiveWindow(&panel);
        session.jobs.generate(requestWithSeed(1), 4);
        QListView* list = panel.list();
        list->setFocus();
        list->setCurrentIndex(panel.model()->index(2));
        QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(session.seeds(), (Seeds{1, 3, 2, 4}));
        QCOMPARE(list->currentIndex().row(), 1);
        panel.upButton()->click();
        QCOMPARE(session.seeds(), (Seeds{3, 1, 2, 4}));
        QVERIFY(!panel.upButton()->isEnabled());
        QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
        panel.downButton()->click();
        panel.downButton()->click();
        QCOMPARE(session.seeds(), (Seeds{1, 2, 4, 3}));
        QVERIFY(!panel.downButton()->isEnabled());
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_COMPARE(session.seeds(), (Seeds{1, 2, 4}));
        panel.removeButton()->click();
        QTRY_COMPARE(session.seeds(), (Seeds{1, 2}));
    }

    void theStripSaysThatItIsPaused()
    {
        const test::StudioFixture fixture;
        Session session(fixture);
        ProgressStrip strip;
        connect(&session.jobs, &GenerationController::heldBack, &strip, &ProgressStrip::showPaused);
        connect(&session.jobs, &GenerationController::statusChanged, &strip,
            &ProgressStrip::showStatus);
        session.jobs.setPaused(true);
        session.jobs.generate(requestWithSeed(1), 2);
        QCOMPARE(strip.text(), QStringLiteral("Paused, 2 tiles wait"));
        session.jobs.setPaused(false);
        QTRY_VERIFY(!session.jobs.isBusy());
        QVERIFY(!strip.text().startsWith(QStringLiteral("Paused")));
    }

    void whatWaitedComesBack()
    {
        const test::StudioFixture fixture;
        {
            Session session(fixture, endless());
            session.jobs.generate(requestWithSeed(1), 3);
            QTRY_VERIFY(session.jobs.entries().front().isRunning);
            QVERIFY(session.jobs.move(session.jobs.entries()[2].id, 0));
            session.jobs.suspend();
            QTRY_VERIFY(!session.jobs.isBusy());
            session.jobs.generate(requestWithSeed(50), 1); // too late
            QVERIFY(!session.jobs.isBusy());
        }
        QCOMPARE(std::filesystem::exists(fixture.tileFolder()), false);
        Session session(fixture);
        QueuePanel panel(session.jobs, m_palette);
        MessageBar bar;
        const JobMessages messages(session.jobs, bar);
        session.jobs.restore();
        QCOMPARE(session.jobs.restoredCount(), 3);
        QVERIFY(bar.text().startsWith(QStringLiteral("3 tiles were waiting")));
        QVERIFY(panel.continueButton()->isVisibleTo(&panel));
        bar.showNotice(QStringLiteral("Something else"));
        QVERIFY2(bar.text().startsWith(QStringLiteral("3 tiles")), "a question stays");

        QList<quint64> finished;
        connect(&session.jobs, &GenerationController::finished, this,
            [&finished](const TilePointer& tile) { finished << tile->request.seed; });
        panel.continueButton()->click();
        QVERIFY(!bar.isVisible());
        QVERIFY(!panel.continueButton()->isVisibleTo(&panel));
        QTRY_VERIFY(!session.jobs.isBusy());
        QCOMPARE(finished, (QList<quint64>{1, 3, 2}));
    }

    void whatWasNotAnsweredIsAskedAgain()
    {
        const test::StudioFixture fixture;
        {
            Session session(fixture, endless());
            session.jobs.generate(requestWithSeed(1), 2);
        } // as if it were killed: nothing was suspended
        {
            Session session(fixture);
            session.jobs.restore();
            QCOMPARE(session.jobs.restoredCount(), 2);
            session.jobs.generate(requestWithSeed(7), 1);
            QTRY_VERIFY(!session.jobs.isBusy());
        }
        {
            Session session(fixture);
            session.jobs.restore();
            QCOMPARE(session.jobs.restoredCount(), 2);
            session.jobs.discardRestored();
        }
        Session session(fixture);
        session.jobs.restore();
        QCOMPARE(session.jobs.restoredCount(), 0);
    }

    void aFailureKeepsItsRequest()
    {
        const test::StudioFixture fixture;
        int times = 0;
        FakeGeneratorOptions options;
        options.hook = [&times](const GenerationRequest&, Phase phase, int) {
            return phase == Phase::Decode && ++times == 1
                ? std::optional(Error{ErrorKind::Internal, "It broke up.", "detail"})
                : std::nullopt;
        };
        Session session(fixture, options);
        MessageBar bar;
        const JobMessages messages(session.jobs, bar);
        QSignalSpy failed(&session.jobs, &GenerationController::failed);
        session.jobs.generate(requestWithSeed(77), 1);
        QTRY_COMPARE(failed.count(), 1);
        const auto failure = failed[0][0].value<JobFailure>();
        QCOMPARE(failure.request, requestWithSeed(77));
        QCOMPARE(failure.phase, std::optional(Phase::Decode));
        QCOMPARE(bar.actionButtons().size(), std::size_t{1});
        QVERIFY(bar.copyButton()->isVisible());
        QSignalSpy finished(&session.jobs, &GenerationController::finished);
        bar.actionButtons()[0]->click();
        QVERIFY(!bar.isVisible());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished[0][0].value<TilePointer>()->request.seed, std::uint64_t{77});
    }

    void aBatchThatFailsAlikeIsTriedAgainTogether()
    {
        const test::StudioFixture fixture;
        std::atomic<bool> isFull = true;
        FakeGeneratorOptions options;
        options.hook = [&isFull](const GenerationRequest&, Phase, int) {
            return isFull ? std::optional(Error{ErrorKind::Internal, "It broke up.", ""})
                          : std::nullopt;
        };
        Session session(fixture, options);
        MessageBar bar;
        const JobMessages messages(session.jobs, bar);
        session.jobs.generate(requestWithSeed(1), 2);
        QTRY_VERIFY(!session.jobs.isBusy());
        bar.clear(); // these are forgotten
        session.jobs.generate(requestWithSeed(10), 3);
        QTRY_VERIFY(!session.jobs.isBusy());
        QVERIFY(bar.text().startsWith(QStringLiteral("3 times")));
        isFull = false;
        QList<quint64> finished;
        connect(&session.jobs, &GenerationController::finished, this,
            [&finished](const TilePointer& tile) { finished << tile->request.seed; });
        bar.actionButtons().front()->click();
        QTRY_COMPARE(finished, (QList<quint64>{10, 11, 12}));
    }

    void remedies_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("phase");
        QTest::addColumn<bool>("onCard");
        QTest::addColumn<QStringList>("texts");
        const QString again = QStringLiteral("Try again");
        const QString cpu = QStringLiteral("Try on the CPU");
        const QString smaller = QString::fromUtf8("Try at 768 × 768");
        const auto row = [](const char* name, ErrorKind kind, Phase phase, bool onCard,
                             const QStringList& texts) {
            QTest::newRow(name) << int(kind) << int(phase) << onCard << texts;
        };
        row("memory of the card", ErrorKind::Retryable, Phase::Denoise, true,
            {smaller, cpu, again});
        row("memory", ErrorKind::Retryable, Phase::Decode, false, {smaller, again});
        row("card lost", ErrorKind::DeviceUnavailable, Phase::Denoise, true, {cpu, again});
        row("model", ErrorKind::BadData, Phase::Load, true,
            {QString::fromUtf8("Model settings…"), again});
        row("other file", ErrorKind::BadData, Phase::Encode, true, {again});
        row("disk", ErrorKind::CannotWrite, Phase::Save, true, {again});
        row("bug", ErrorKind::Internal, Phase::Decode, true, {again});
        row("wrong", ErrorKind::Usage, Phase::Load, true, {});
    }

    void remedies()
    {
        QFETCH(int, kind);
        QFETCH(int, phase);
        QFETCH(bool, onCard);
        QFETCH(QStringList, texts);
        JobFailure failure;
        failure.kind = static_cast<ErrorKind>(kind);
        failure.phase = static_cast<Phase>(phase);
        failure.request = requestWithSeed(5);
        failure.request.width = failure.request.height = 1024;
        QStringList found;
        for (const Remedy& remedy : remediesFor(failure, onCard)) {
            found << remedy.text;
            QVERIFY(remedy.request.check());
            QCOMPARE(remedy.request.seed, std::uint64_t{5});
        }
        QCOMPARE(found, texts);
    }

    void smallerSizes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QSize>("smaller");
        QTest::newRow("square") << QSize(1024, 1024) << QSize(768, 768);
        QTest::newRow("3:2") << QSize(1536, 1024) << QSize(1152, 768);
        QTest::newRow("16:9") << QSize(1280, 720) << QSize(896, 504);
        QTest::newRow("no common part") << QSize(1016, 1024) << QSize(760, 768);
        QTest::newRow("small enough") << QSize(320, 320) << QSize();
    }

    void smallerSizes()
    {
        QFETCH(QSize, size);
        QFETCH(QSize, smaller);
        QCOMPARE(smallerSize(size).value_or(QSize()), smaller);
    }

    void theModelSettingsAreOffered()
    {
        const test::StudioFixture fixture;
        Session session(fixture, failing(ErrorKind::BadData, 3));
        MessageBar bar;
        JobMessages messages(session.jobs, bar);
        QSignalSpy wanted(&messages, &JobMessages::modelSettingsWanted);
        session.jobs.generate(requestWithSeed(3), 1);
        QTRY_COMPARE(bar.actionButtons().size(), std::size_t{2});
        bar.actionButtons()[0]->click();
        QCOMPARE(wanted.count(), 1);
    }

    void variationsAreNearAndDifferent()
    {
        std::uint64_t next = 4;
        GenerationRequest original = requestWithSeed(5);
        original.variation = Variation{6, 0.5};
        const auto made = variationsOf(original, 4, 0.15, [&next] { return next++ / 2 * 2; });
        QCOMPARE(made.size(), std::size_t{4});
        std::set<std::uint64_t> seeds;
        for (GenerationRequest request : made) {
            QCOMPARE(request.variation->strength, 0.15);
            seeds.insert(request.variation->seed);
            request.variation = original.variation;
            QCOMPARE(request, original);
        }
        QCOMPARE(seeds.size(), std::size_t{4});
        QVERIFY(!seeds.contains(5) && !seeds.contains(6));
    }

    void previewsComeEverySoManySteps_data()
    {
        QTest::addColumn<int>("interval");
        QTest::addColumn<int>("count");
        QTest::newRow("each") << 1 << 6;
        QTest::newRow("every second") << 2 << 3;
        QTest::newRow("every fourth") << 4 << 1;
        QTest::newRow("none") << 0 << 0;
    }

    void previewsComeEverySoManySteps()
    {
        QFETCH(int, interval);
        QFETCH(int, count);
        const test::StudioFixture fixture;
        Session session(fixture);
        session.jobs.setPreviewInterval(interval);
        QSignalSpy previews(&session.jobs, &GenerationController::previewed);
        session.jobs.generate(requestWithSeed(1), 1);
        QTRY_VERIFY(!session.jobs.isBusy());
        QCOMPARE(previews.count(), count);
    }

    void theDesktopIsToldWhenNobodyLooks()
    {
        const test::StudioFixture fixture;
        Session session(fixture, failing(ErrorKind::Internal, 3));
        QWidget window;
        Heard heard;
        auto* notifier
            = new DesktopNotifier(session.jobs, window, std::make_unique<RecordingSink>(heard));
        session.jobs.generate(requestWithSeed(1), 2);
        QTRY_VERIFY(!session.jobs.isBusy());
        session.jobs.generate(requestWithSeed(2), 2);
        QTRY_VERIFY(!session.jobs.isBusy());
        session.jobs.generate(requestWithSeed(3), 1);
        QTRY_VERIFY(!session.jobs.isBusy());
        QCOMPARE(heard.notes,
            QStringList({QStringLiteral("Tiles are ready: 2 tiles were made."),
                QStringLiteral("Not all tiles were made: 1 were made, 1 were not: It does not "
                               "work."),
                QStringLiteral("No tile was made: It does not work.")}));
        QCOMPARE(heard.progress.back(), -1.0);
        const auto hidden = heard.progress.indexOf(-1.0);
        QVERIFY(hidden > 3);
        QVERIFY(std::is_sorted(heard.progress.begin(), heard.progress.begin() + hidden));
        delete notifier;
    }

    void aWindowInUseNeedsNoNotification()
    {
        const test::StudioFixture fixture;
        Session session(fixture);
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QApplication::setActiveWindow(&window);
        QTRY_VERIFY(window.isActiveWindow());
        Heard heard;
        new DesktopNotifier(session.jobs, window, std::make_unique<RecordingSink>(heard));
        session.jobs.generate(requestWithSeed(1), 1);
        QTRY_VERIFY(!session.jobs.isBusy());
        QVERIFY(heard.notes.isEmpty());
    }

    void cancelledJobsAreNoNews()
    {
        const test::StudioFixture fixture;
        Session session(fixture, endless());
        QWidget window;
        Heard heard;
        new DesktopNotifier(session.jobs, window, std::make_unique<RecordingSink>(heard));
        session.jobs.generate(requestWithSeed(1), 2);
        session.jobs.cancelNow();
        QTRY_VERIFY(!session.jobs.isBusy());
        QVERIFY(heard.notes.isEmpty());
    }

    void withoutABusNothingHappens()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
        const auto sink = makeDesktopSink();
        sink->notify(QStringLiteral("a"), QStringLiteral("b"));
        sink->showProgress(0.5);
        sink->showProgress({});
    }
};

QTEST_MAIN(QueueTest)
#include "queue_test.moc"
