#include <QtTest>
#include <atomic>
#include <future>
#include <random>
#include <thread>

#include "core/generation/job_queue.h"
#include "support/job_fixtures.h"

using namespace tilewright;
using namespace tilewright::test;
using namespace std::chrono_literals;

class JobCancelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cancelNowStopsTheRunningAndDropsTheRest()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(hangingOptions()), savedSomewhere, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(), 3).value();
        recorder.waitFor<PhaseBegan>(jobs[0]);
        queue.cancelNow();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        for (const JobId job : jobs)
            recorder.end<Cancelled>(job);
        QVERIFY(!queue.cancel(jobs[0]));
    }

    void cancelAfterCurrentLetsItFinish()
    {
        EventRecorder recorder;
        std::promise<void> goOn;
        const auto wait
            = [going = goOn.get_future().share()](const GenerationRequest&, Phase, int) {
                  going.wait();
                  return std::optional<Error>();
              };
        JobQueue queue(fakeGeneratorFactory(optionsWith(wait)), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(), 3).value();
        recorder.waitFor<PhaseBegan>(jobs[0]);
        queue.cancelAfterCurrent();
        goOn.set_value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        recorder.end<Finished>(jobs[0]);
        recorder.end<Cancelled>(jobs[1]);
        recorder.end<Cancelled>(jobs[2]);
        // The queue goes on after that.
        const JobId later = queue.submit(smallRequest()).value();
        queue.waitUntilIdle();
        recorder.end<Finished>(later);
    }

    void cancelOne()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(hangingOptions()), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(), 3).value();
        recorder.waitFor<PhaseBegan>(jobs[0]);
        QVERIFY(queue.cancel(jobs[1]));
        QVERIFY(!queue.cancel(jobs[1]));
        recorder.end<Cancelled>(jobs[1]);
        QVERIFY(queue.cancel(jobs[0]));
        recorder.waitFor<PhaseBegan>(jobs[2]);
        recorder.end<Cancelled>(jobs[0]);
        QVERIFY(!queue.cancel(999));
        QVERIFY(queue.cancel(jobs[2]));
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
    }

    void cancelWhileSavingIsTooLate()
    {
        EventRecorder recorder;
        JobQueue* running = nullptr;
        bool wasCancelled = true;
        const auto save = [&](const Tile& tile) {
            wasCancelled = running->cancel(*running->running());
            running->cancelNow();
            return savedSomewhere(tile);
        };
        JobQueue queue(fakeGeneratorFactory(), save, recorder.observer());
        running = &queue;
        const JobId job = queue.submit(smallRequest()).value();
        queue.waitUntilIdle();
        QVERIFY(!wasCancelled);
        recorder.end<Finished>(job);
    }

    void generatorThatIgnoresStopIsCancelledAllTheSame()
    {
        EventRecorder recorder;
        class Deaf : public FakeGenerator {
        public:
            Expected<Tile> generate(const GenerationRequest& request, const Observer& observer,
                std::stop_token stop) override
            {
                observer(PhaseBegan{Phase::Load, 1});
                while (!stop.stop_requested())
                    std::this_thread::yield();
                return FakeGenerator::generate(request, observer, {});
            }
        };
        JobQueue queue(
            [] { return std::make_unique<Deaf>(); }, savedSomewhere, recorder.observer());
        const JobId job = queue.submit(smallRequest()).value();
        recorder.waitFor<PhaseBegan>(job);
        QVERIFY(queue.cancel(job));
        queue.waitUntilIdle();
        recorder.end<Cancelled>(job);
    }

    void cancelInsideQueued()
    {
        EventRecorder recorder;
        JobQueue* running = nullptr;
        recorder.onEvent = [&](JobId job, const GenerationEvent& event) {
            if (std::holds_alternative<Queued>(event) && job == 1)
                running->cancel(job);
            if (std::holds_alternative<Queued>(event) && job == 2)
                running->cancelNow(); // drops the third, too, whose Queued is still to come
        };
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
        running = &queue;
        const auto jobs = queue.submitBatch(smallRequest(), 3).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        for (const JobId job : jobs)
            recorder.end<Cancelled>(job);
    }

    void destroyedWhileRunning()
    {
        EventRecorder recorder;
        JobQueue* running = nullptr;
        std::atomic<int> accepted = 0;
        recorder.onEvent = [&](JobId, const GenerationEvent& event) {
            if (std::holds_alternative<Cancelled>(event) && running->submit(smallRequest()))
                ++accepted;
        };
        {
            JobQueue queue(fakeGeneratorFactory(hangingOptions()), {}, recorder.observer());
            running = &queue;
            const auto jobs = queue.submitBatch(smallRequest(), 5).value();
            recorder.waitFor<PhaseBegan>(jobs[0]);
        }
        QCOMPARE(accepted.load(), 0);
        QCOMPARE(recorder.events().size(), std::size_t{5});
        QVERIFY(recorder.isOrderly());
    }

    void destroyedAtOnce()
    {
        for (int i = 0; i < 100; ++i) {
            EventRecorder recorder;
            {
                JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
                QVERIFY(queue.submitBatch(smallRequest(), i % 4 + 1));
            }
            QVERIFY(recorder.isOrderly());
        }
    }

    void cancelsAtRandomMoments()
    {
        EventRecorder recorder;
        std::mt19937 random(20);
        FakeGeneratorOptions options;
        options.unitTime = 1ms;
        options.previewSize = 4;
        const auto failing = [](const GenerationRequest& request, Phase phase, int) {
            return request.seed % 5 == 0 && phase == Phase::Decode
                ? std::optional(Error{ErrorKind::Internal, "No.", ""})
                : std::nullopt;
        };
        options.hook = failing;
        std::atomic<bool> isOver = false;
        std::vector<JobId> submitted;
        {
            JobQueue queue(fakeGeneratorFactory(options), savedSomewhere, recorder.observer(), 50);
            // Another thread cancels what it sees, against the one that submits.
            std::jthread canceller([&] {
                while (!isOver) {
                    if (const auto job = queue.running())
                        queue.cancel(*job + 1);
                    std::this_thread::sleep_for(2ms);
                }
            });
            for (int i = 0; i < 300; ++i) {
                if (const auto jobs
                    = queue.submitBatch(smallRequest(random()), static_cast<int>(random() % 3 + 1)))
                    submitted.insert(submitted.end(), jobs->begin(), jobs->end());
                switch (random() % 6) {
                case 0:
                    queue.cancelNow();
                    break;
                case 1:
                    queue.cancelAfterCurrent();
                    break;
                case 2:
                    if (!submitted.empty())
                        queue.cancel(submitted[random() % submitted.size()]);
                    break;
                default:
                    std::this_thread::sleep_for(std::chrono::microseconds(random() % 3000));
                }
            }
            queue.cancelAfterCurrent();
            queue.waitUntilIdle();
            QVERIFY(recorder.isOrderly());
            isOver = true;
        }
        QCOMPARE(recorder.events().size(), submitted.size());
        QVERIFY(recorder.isOrderly());
    }

    void aTrueCancelEndsAsCancelled()
    {
        for (int i = 0; i < 200; ++i) {
            EventRecorder recorder;
            JobQueue queue(fakeGeneratorFactory(), savedSomewhere, recorder.observer());
            const JobId job = queue.submit(smallRequest()).value();
            for (int spin = 0; spin < i * 20; ++spin)
                std::this_thread::yield();
            const bool wasCancelled = queue.cancel(job);
            queue.waitUntilIdle();
            QCOMPARE(
                std::holds_alternative<Cancelled>(recorder.events().at(job).back()), wasCancelled);
        }
    }
};

QTEST_GUILESS_MAIN(JobCancelTest)
#include "job_cancel_test.moc"
