#include <QtTest>
#include <atomic>
#include <new>
#include <stdexcept>
#include <thread>

#include "core/generation/job_queue.h"
#include "support/job_fixtures.h"

using namespace tilewright;
using namespace tilewright::test;

class JobQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finishesWithTileAndFile()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(), savedSomewhere, recorder.observer());
        const JobId job = queue.submit(smallRequest(7)).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        const Finished finished = recorder.end<Finished>(job);
        QCOMPARE(finished.file, std::filesystem::path("7.png"));
        QCOMPARE(finished.tile.image, FakeGenerator::picture(smallRequest(7), 64, 64));
        QCOMPARE(finished.tile.request, smallRequest(7));
        QVERIFY(!queue.running());
        QCOMPARE(queue.waiting(), std::size_t{0});
    }

    void savingIsAPhase()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(), savedSomewhere, recorder.observer());
        const JobId job = queue.submit(smallRequest()).value();
        queue.waitUntilIdle();
        std::vector<std::string> phases;
        const auto events = recorder.events();
        for (const GenerationEvent& event : events.at(job))
            if (const auto* began = std::get_if<PhaseBegan>(&event))
                phases.emplace_back(toText(began->phase));
        QCOMPARE(phases, (std::vector<std::string>{"load", "encode", "denoise", "decode", "save"}));
    }

    void nothingToSave()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
        const JobId job = queue.submit(smallRequest()).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.end<Finished>(job).file.empty());
    }

    void worksWithoutObserver()
    {
        JobQueue queue(fakeGeneratorFactory(), {}, {});
        QVERIFY(queue.submit(smallRequest()));
        queue.waitUntilIdle();
    }

    void batchCountsSeedsUp()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(~std::uint64_t{0} - 1), 4);
        QVERIFY(jobs);
        queue.waitUntilIdle();
        std::vector<std::uint64_t> seeds;
        for (const JobId job : *jobs)
            seeds.push_back(recorder.end<Finished>(job).tile.request.seed);
        QCOMPARE(
            seeds, (std::vector<std::uint64_t>{~std::uint64_t{0} - 1, ~std::uint64_t{0}, 0, 1}));
    }

    void refusesWhatIsNotValid()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer(), 5);
        GenerationRequest wrong = smallRequest();
        wrong.steps = 0;
        QCOMPARE(queue.submit(wrong).error().kind, ErrorKind::Usage);
        for (const int count : {0, -1, 6})
            QCOMPARE(queue.submitBatch(smallRequest(), count).error().kind, ErrorKind::Usage);
        QVERIFY(recorder.events().empty());
    }

    void isBounded()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(hangingOptions()), {}, recorder.observer(), 3);
        const JobId running = queue.submit(smallRequest()).value();
        recorder.waitFor<PhaseBegan>(running);
        QCOMPARE(queue.running(), std::optional(running));
        QVERIFY(queue.submitBatch(smallRequest(), 2));
        const auto tooMany = queue.submitBatch(smallRequest(), 2);
        QCOMPARE(tooMany.error().kind, ErrorKind::Retryable);
        QVERIFY(queue.submit(smallRequest()));
        QCOMPARE(queue.submit(smallRequest()).error().kind, ErrorKind::Retryable);
        QCOMPARE(queue.waiting(), std::size_t{3});
        queue.cancelNow();
        queue.waitUntilIdle();
        QCOMPARE(recorder.events().size(), std::size_t{4});
        QVERIFY(recorder.isOrderly());
    }

    void failuresEndTheirJobOnly_data()
    {
        using Hook = std::function<std::optional<Error>(const GenerationRequest&, Phase, int)>;
        QTest::addColumn<Hook>("hook");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("error") << Hook([](auto&, auto, int) {
            return Error{ErrorKind::BadData, "Damaged.", ""};
        }) << ErrorKind::BadData;
        QTest::newRow("exception") << Hook([](auto&, auto, int) -> std::optional<Error> {
            throw std::runtime_error("boom");
        }) << ErrorKind::Internal;
        QTest::newRow("out of memory")
            << Hook([](auto&, auto, int) -> std::optional<Error> { throw std::bad_alloc(); })
            << ErrorKind::Retryable;
        QTest::newRow("any throw")
            << Hook([](auto&, auto, int) -> std::optional<Error> { throw 5; })
            << ErrorKind::Internal;
    }

    void failuresEndTheirJobOnly()
    {
        using Hook = std::function<std::optional<Error>(const GenerationRequest&, Phase, int)>;
        QFETCH(Hook, hook);
        QFETCH(ErrorKind, kind);
        EventRecorder recorder;
        const auto onlyFirst = [hook](const GenerationRequest& request, Phase phase, int done) {
            return request.seed == 1 && phase == Phase::Denoise ? hook(request, phase, done)
                                                                : std::nullopt;
        };
        JobQueue queue(fakeGeneratorFactory(optionsWith(onlyFirst)), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(1), 2).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        QCOMPARE(recorder.end<Failed>(jobs[0]).error.kind, kind);
        QVERIFY(!recorder.end<Failed>(jobs[0]).error.message.empty());
        recorder.end<Finished>(jobs[1]);
    }

    void failedSaveFailsTheJob()
    {
        EventRecorder recorder;
        const auto save = [](const Tile& tile) -> Expected<std::filesystem::path> {
            if (tile.request.seed == 1)
                return fail(ErrorKind::CannotWrite, "The disk is full.");
            throw std::runtime_error("boom");
        };
        JobQueue queue(fakeGeneratorFactory(), save, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(1), 2).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        QCOMPARE(recorder.end<Failed>(jobs[0]).error.kind, ErrorKind::CannotWrite);
        QCOMPARE(recorder.end<Failed>(jobs[1]).error.kind, ErrorKind::Internal);
    }

    void factoryThatFailsFailsTheJob()
    {
        EventRecorder recorder;
        int calls = 0;
        const auto factory = [&calls]() -> std::unique_ptr<Generator> {
            if (++calls == 1)
                return nullptr;
            if (calls == 2)
                throw std::runtime_error("boom");
            return std::make_unique<FakeGenerator>();
        };
        JobQueue queue(factory, {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(), 3).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        recorder.end<Failed>(jobs[0]);
        recorder.end<Failed>(jobs[1]);
        recorder.end<Finished>(jobs[2]);
    }

    void generatorLivesOnTheWorkerOnly()
    {
        struct Life {
            std::atomic<int> made = 0, destroyed = 0;
            std::thread::id maker, destroyer, user;
        } life;
        class Watched : public FakeGenerator {
        public:
            explicit Watched(Life& life) : m_life(life)
            {
                m_life.made++;
                m_life.maker = std::this_thread::get_id();
            }
            ~Watched() override
            {
                m_life.destroyed++;
                m_life.destroyer = std::this_thread::get_id();
            }
            Expected<Tile> generate(const GenerationRequest& request, const Observer& observer,
                std::stop_token stop) override
            {
                m_life.user = std::this_thread::get_id();
                return FakeGenerator::generate(request, observer, std::move(stop));
            }

        private:
            Life& m_life;
        };
        {
            JobQueue queue([&] { return std::make_unique<Watched>(life); }, {}, {});
            QCOMPARE(life.made.load(), 0);
            QVERIFY(queue.submitBatch(smallRequest(), 3));
            queue.waitUntilIdle();
            QCOMPARE(life.made.load(), 1);
        }
        QCOMPARE(life.destroyed.load(), 1);
        QCOMPARE(life.maker, life.user);
        QCOMPARE(life.maker, life.destroyer);
        QVERIFY(life.maker != std::this_thread::get_id());
    }

    void generatorCannotEndAJobTwice()
    {
        EventRecorder recorder;
        class Talkative : public FakeGenerator {
        public:
            Expected<Tile> generate(const GenerationRequest& request, const Observer& observer,
                std::stop_token stop) override
            {
                observer(Queued{});
                observer(Cancelled{});
                observer(Failed{});
                observer(Notice{"hello"});
                return FakeGenerator::generate(request, observer, std::move(stop));
            }
        };
        JobQueue queue([] { return std::make_unique<Talkative>(); }, {}, recorder.observer());
        const JobId job = queue.submit(smallRequest()).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        recorder.waitFor<Notice>(job);
        recorder.end<Finished>(job);
    }

    void observerMayThrow()
    {
        EventRecorder recorder;
        recorder.onEvent = [](JobId, const GenerationEvent&) { throw std::runtime_error("boom"); };
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(), 2).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        recorder.end<Finished>(jobs[1]);
    }

    void observerMayCallBack()
    {
        EventRecorder recorder;
        JobQueue* running = nullptr;
        std::atomic<int> resubmitted = 0;
        recorder.onEvent = [&](JobId job, const GenerationEvent& event) {
            running->waiting();
            running->running();
            if (std::holds_alternative<Finished>(event)) {
                if (running->cancel(job))
                    ++resubmitted; // never: it has ended
                if (job < 3)
                    static_cast<void>(running->submit(smallRequest()));
            }
        };
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
        running = &queue;
        QVERIFY(queue.submit(smallRequest()));
        queue.waitUntilIdle();
        QCOMPARE(recorder.events().size(), std::size_t{3});
        QCOMPARE(resubmitted.load(), 0);
        QVERIFY(recorder.isOrderly());
    }

    void makesForACallerWithoutTelling()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(), savedSomewhere, recorder.observer());
        queue.pause();
        QVERIFY(queue.submit(smallRequest(1)));
        int phases = 0;
        const auto tile = queue.make(smallRequest(9),
            [&phases](const GenerationEvent& event) {
                phases += std::holds_alternative<PhaseBegan>(event) ? 1 : 0;
            },
            {});
        QVERIFY(tile);
        QCOMPARE(tile->request, smallRequest(9));
        QCOMPARE(phases, 4);
        QCOMPARE(recorder.events().size(), std::size_t{1}); // that of the job that waits
        QCOMPARE(queue.waiting(), std::size_t{1});
        queue.resume();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
    }

    void makingStopsWithItsCaller()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory({.unitTime = std::chrono::hours(1), .hook = {}}), {},
            recorder.observer());
        std::stop_source stop;
        const auto stopAtOnce = [&stop](const GenerationEvent&) { stop.request_stop(); };
        const auto running = queue.make(smallRequest(), stopAtOnce, stop.get_token());
        QVERIFY(!running);
        QCOMPARE(running.error().kind, ErrorKind::Cancelled);
        const JobId job = queue.submit(smallRequest()).value();
        recorder.waitFor<PhaseBegan>(job);
        const auto waiting = queue.make(smallRequest(), {}, stop.get_token());
        QCOMPARE(waiting.error().kind, ErrorKind::Cancelled);
        queue.cancelNow();
    }

    void makingEndsWithTheQueue()
    {
        std::thread caller;
        std::atomic<bool> isRunning = false;
        Expected<Tile> tile = fail(ErrorKind::Internal, "nothing came");
        {
            JobQueue queue(
                fakeGeneratorFactory({.unitTime = std::chrono::hours(1), .hook = {}}), {}, {});
            caller = std::thread([&] {
                tile = queue.make(
                    smallRequest(), [&isRunning](const GenerationEvent&) { isRunning = true; }, {});
            });
            while (!isRunning)
                std::this_thread::yield();
        }
        caller.join();
        QCOMPARE(tile.error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(JobQueueTest)
#include "job_queue_test.moc"
