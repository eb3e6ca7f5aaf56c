#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <fstream>
#include <set>
#include <thread>

#include "core/library/tile_file_name.h"
#include "studio_fixture.h"
#include "ui/jobs/message_bar.h"
#include "ui/jobs/progress_strip.h"

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

/// Counts how jobs end.
struct Ends {
    explicit Ends(GenerationController& controller)
        : finished(&controller, &GenerationController::finished)
        , failed(&controller, &GenerationController::failed)
        , cancelled(&controller, &GenerationController::cancelled)
    {
    }
    qsizetype total() const { return finished.count() + failed.count() + cancelled.count(); }
    QSignalSpy finished, failed, cancelled;
};
} // namespace

class JobsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBatchHasTheNextSeeds()
    {
        const test::StudioFixture fixture;
        GenerationController controller(test::fakeGeneratorFactory(), fixture.tileFolder());
        const Ends ends(controller);
        QSignalSpy previews(&controller, &GenerationController::previewed);
        QSet<QThread*> threads;
        connect(&controller, &GenerationController::statusChanged, this,
            [&threads] { threads.insert(QThread::currentThread()); });
        controller.generate(requestWithSeed(41), 3);
        QVERIFY(controller.isBusy());
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(ends.finished.count(), 3);
        QCOMPARE(ends.total(), 3);
        QCOMPARE(previews.count(), 3 * 6);
        QCOMPARE(threads, QSet<QThread*>{thread()});
        std::set<std::string> names;
        for (int i = 0; i < 3; ++i) {
            const auto tile = ends.finished[i][0].value<TilePointer>();
            QCOMPARE(tile->request.seed, std::uint64_t(41 + i));
            QVERIFY(loadTile(tile->file));
            names.insert(tile->file.filename().string());
        }
        const std::set<std::string> expected{"50-red-30-black-20-pearl-41.png",
            "50-red-30-black-20-pearl-42.png", "50-red-30-black-20-pearl-43.png"};
        QVERIFY(names == expected);
    }

    void nothingIsOverwritten()
    {
        const test::StudioFixture fixture;
        GenerationController controller(test::fakeGeneratorFactory(), fixture.tileFolder());
        const Ends ends(controller);
        controller.generate(requestWithSeed(7), 1);
        controller.generate(requestWithSeed(7), 1);
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(ends.finished.count(), 2);
        QVERIFY(ends.finished[0][0].value<TilePointer>()->file
            != ends.finished[1][0].value<TilePointer>()->file);
        QCOMPARE(ends.finished[1][0].value<TilePointer>()->file.filename().string(),
            std::string("50-red-30-black-20-pearl-7-2.png"));
    }

    void aFailureTellsItsSentence()
    {
        const test::StudioFixture fixture;
        FakeGeneratorOptions options;
        options.hook
            = [](const GenerationRequest& request, Phase phase, int) -> std::optional<Error> {
            if (phase == Phase::Decode && request.seed == 2)
                return Error{ErrorKind::Retryable, "Not enough memory.", "bad_alloc"};
            return std::nullopt;
        };
        GenerationController controller(test::fakeGeneratorFactory(options), fixture.tileFolder());
        const Ends ends(controller);
        controller.generate(requestWithSeed(1), 3);
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(ends.finished.count(), 2);
        QCOMPARE(ends.failed.count(), 1);
        QCOMPARE(ends.total(), 3);
        const auto failure = ends.failed[0][0].value<JobFailure>();
        QCOMPARE(failure.message, QStringLiteral("Not enough memory."));
        QCOMPARE(failure.detail, QStringLiteral("bad_alloc"));
        QCOMPARE(failure.seed, std::uint64_t{2});
    }

    void anUnwritableFolderFailsTheJob()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.path().toStdString() + "/file";
        std::ofstream(file) << "not a folder";
        GenerationController controller(test::fakeGeneratorFactory(), file / "tiles");
        const Ends ends(controller);
        controller.generate(requestWithSeed(1), 1);
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(ends.failed.count(), 1);
        QCOMPARE(ends.failed[0][0].value<JobFailure>().kind, ErrorKind::CannotWrite);
    }

    void cancelEndsEveryJob()
    {
        const test::StudioFixture fixture;
        FakeGeneratorOptions options;
        options.unitTime = 1h;
        GenerationController controller(test::fakeGeneratorFactory(options), fixture.tileFolder());
        const Ends ends(controller);
        QSignalSpy status(&controller, &GenerationController::statusChanged);
        controller.generate(requestWithSeed(1), 4);
        QTRY_VERIFY(status.count() > 0);
        controller.cancelNow();
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(ends.cancelled.count(), 4);
        QCOMPARE(ends.total(), 4);
        QVERIFY(!std::filesystem::exists(fixture.tileFolder()));
    }

    void stopAfterThisFinishesTheRunningOne()
    {
        const test::StudioFixture fixture;
        FakeGeneratorOptions options;
        options.unitTime = 20ms;
        GenerationController controller(test::fakeGeneratorFactory(options), fixture.tileFolder());
        const Ends ends(controller);
        QSignalSpy status(&controller, &GenerationController::statusChanged);
        controller.generate(requestWithSeed(1), 3);
        QTRY_VERIFY(status.count() > 0);
        controller.cancelAfterCurrent();
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(ends.finished.count(), 1);
        QCOMPARE(ends.cancelled.count(), 2);
    }

    void aWrongRequestIsRejected()
    {
        const test::StudioFixture fixture;
        GenerationController controller(test::fakeGeneratorFactory(), fixture.tileFolder());
        QSignalSpy rejected(&controller, &GenerationController::rejected);
        GenerationRequest request = requestWithSeed(1);
        request.steps = 0;
        controller.generate(request, 1);
        QCOMPARE(rejected.count(), 1);
        QVERIFY(!controller.isBusy());
    }

    void destroyedWhileRunning()
    {
        const test::StudioFixture fixture;
        FakeGeneratorOptions options;
        options.unitTime = 1h;
        {
            GenerationController controller(
                test::fakeGeneratorFactory(options), fixture.tileFolder());
            controller.generate(requestWithSeed(1), 2);
        }
        QCoreApplication::processEvents();
        QVERIFY(!std::filesystem::exists(fixture.tileFolder()));
    }

    void fileNames()
    {
        GenerationRequest request = requestWithSeed(5);
        request.mix = test::mixOf({{"dark green", 12.5}, {"white", 87.5}});
        QCOMPARE(tileFileStem(request), std::string("12.5-dark-green-87.5-white-5"));
        request.mix.reset();
        QCOMPARE(tileFileStem(request), std::string("tile-5"));
    }

    void remainingTimeNeedsTwoSteps()
    {
        RemainingTime remaining;
        RemainingTime::Clock::time_point now{};
        remaining.start(now);
        QVERIFY(!remaining.estimate(10));
        remaining.stepDone(now += 9s);
        QVERIFY(!remaining.estimate(9));
        remaining.stepDone(now += 1s);
        QVERIFY(*remaining.estimate(8) == 40s);
        for (int i = 0; i < 8; ++i)
            remaining.stepDone(now += 1s);
        QVERIFY(*remaining.estimate(3) == 3s);
    }

    void theLastStepIsNotTheEnd()
    {
        JobStatus status;
        double before = -1;
        for (const Phase phase : {Phase::Load, Phase::Encode, Phase::Denoise, Phase::Decode,
                 Phase::Measure, Phase::Save})
            for (int done = 0; done <= 2; ++done) {
                status.phase = phase;
                status.done = done;
                status.units = 2;
                QVERIFY(overallProgress(status) >= before);
                before = overallProgress(status);
                if (phase == Phase::Denoise)
                    QVERIFY(before < 0.9);
            }
        QCOMPARE(before, 1.0);
    }

    void furtherAttemptsNeverMoveTheBarBack()
    {
        JobStatus status;
        status.attempts = 3;
        double before = -1;
        const auto advance = [&](Phase phase) {
            status.phase = phase;
            for (status.done = 0; status.done <= 4; ++status.done) {
                status.units = 4;
                QVERIFY(overallProgress(status) >= before);
                before = overallProgress(status);
            }
        };
        advance(Phase::Load);
        for (status.attempt = 1; status.attempt <= status.attempts; ++status.attempt) {
            for (const Phase phase : {Phase::Encode, Phase::Denoise, Phase::Decode, Phase::Measure})
                advance(phase);
            if (status.attempt == 1)
                QVERIFY2(before > 0.8, "most tiles need no second attempt");
            QVERIFY(before < 0.99);
        }
        advance(Phase::Save);
        QCOMPARE(before, 1.0);
    }

    void furtherAttemptsAreTold_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::addColumn<QString>("text");
        QTest::newRow("first") << 1 << QStringLiteral("Seed 5: denoising, step 3 of 20");
        QTest::newRow("second") << 2
                                << QStringLiteral(
                                       "Seed 5: second attempt, denoising, step 3 of 20");
        QTest::newRow("third") << 3
                               << QStringLiteral("Seed 5: third attempt, denoising, step 3 of 20");
        QTest::newRow("later") << 4 << QStringLiteral("Seed 5: attempt 4, denoising, step 3 of 20");
    }

    void furtherAttemptsAreTold()
    {
        QFETCH(int, attempt);
        QFETCH(QString, text);
        ProgressStrip strip;
        JobStatus status;
        status.seed = 5;
        status.attempt = attempt;
        status.attempts = 5;
        status.phase = Phase::Denoise;
        status.done = 3;
        status.units = 20;
        strip.showStatus(status);
        QCOMPARE(strip.text(), text);
    }

    void theAttemptComesFromTheGenerator()
    {
        /// Misses twice.
        class Repeating : public Generator {
        public:
            Expected<Tile> generate(const GenerationRequest& request, const Observer& observer,
                std::stop_token) override
            {
                for (int attempt = 1; attempt <= 3; ++attempt)
                    observer(PhaseBegan{Phase::Denoise, request.steps, attempt});
                return Tile{test::FakeGenerator::picture(request, 16, 16), request, {}};
            }
        };
        const test::StudioFixture fixture;
        GenerationController controller(
            [] { return std::make_unique<Repeating>(); }, fixture.tileFolder());
        QList<int> attempts;
        connect(&controller, &GenerationController::statusChanged, this,
            [&attempts](const JobStatus& status) {
                QCOMPARE(status.attempts, 3);
                if (attempts.isEmpty() || attempts.back() != status.attempt)
                    attempts += status.attempt;
            });
        GenerationRequest request = requestWithSeed(1);
        request.guide = Guide::Mix;
        request.attempts = 3;
        controller.generate(request, 1);
        QTRY_VERIFY(!controller.isBusy());
        QCOMPARE(attempts.mid(0, 3), QList<int>({1, 2, 3}));
    }

    void progressStripTellsPhaseAndStep()
    {
        ProgressStrip strip;
        strip.showWaiting();
        strip.show();
        JobStatus status;
        status.seed = 1704233;
        status.phase = Phase::Denoise;
        status.done = 18;
        status.units = 30;
        status.began = JobStatus::Clock::now() - 4100ms;
        strip.showStatus(status);
        QCOMPARE(strip.text(), QStringLiteral("Seed 1704233: denoising, step 18 of 30"));
        QVERIFY(!strip.timeText().contains(QStringLiteral("left")));
        status.expectedEnd = JobStatus::Clock::now() + 2700ms;
        strip.showStatus(status);
        QVERIFY(strip.timeText().contains(QStringLiteral("left")));
        strip.showStopping();
        QVERIFY(strip.text().startsWith(QStringLiteral("Stopping")));
        strip.showStatus(status);
        QVERIFY(strip.text().startsWith(QStringLiteral("Stopping")));
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("short") << 0.44 << QStringLiteral("0.4 s");
        QTest::newRow("rounded up") << 9.97 << QStringLiteral("10 s");
        QTest::newRow("seconds") << 62.3 << QStringLiteral("62 s");
        QTest::newRow("minutes") << 125.0 << QStringLiteral("2:05");
    }

    void durations()
    {
        QFETCH(double, seconds);
        QFETCH(QString, text);
        QCOMPARE(formatDuration(seconds), text);
    }

    void messagesCountAndGo()
    {
        MessageBar bar;
        bar.showFailure(QStringLiteral("Too large."), QStringLiteral("out of memory"));
        QVERIFY(bar.isVisible());
        bar.showFailure(QStringLiteral("Too large."));
        QVERIFY(bar.text().contains(QStringLiteral("2")));
        bar.showNotice(QStringLiteral("A notice"));
        QVERIFY2(bar.text().contains(QStringLiteral("Too large.")), "a failure stays");
        bar.dismissButton()->click();
        QVERIFY(!bar.isVisible());
        bar.showNotice(QStringLiteral("A notice"));
        QCOMPARE(bar.text(), QStringLiteral("A notice"));
    }
};

QTEST_MAIN(JobsTest)
#include "jobs_test.moc"
