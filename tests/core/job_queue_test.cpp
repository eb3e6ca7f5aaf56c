#include <QtTest>
#include <atomic>
#include <future>
#include <map>
#include <random>

#include "core/generation/job_queue.h"
#include "support/fake_generator.h"

using namespace tilewright;
using namespace tilewright::test;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds veryLong = 1h; // a test that has to wait for it hangs

GenerationRequest smallRequest(std::uint64_t seed = 1)
{
    GenerationRequest request;
    request.seed = seed;
    request.width = request.height = 64;
    request.steps = 3;
    return request;
}

/// Keeps what happened and lets a test wait for it.
class Recorder {
public:
    JobQueue::Observer observer()
    {
        return [this](JobId job, const GenerationEvent& event) {
            {
                const std::scoped_lock lock(m_mutex);
                m_events[job].push_back(event);
            }
            m_changed.notify_all();
            if (onEvent)
                onEvent(job, event);
        };
    }

    template <typename Event> void waitFor(JobId job)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] {
            const auto& events = m_events[job];
            return std::any_of(events.begin(), events.end(),
                [](const GenerationEvent& event) { return std::holds_alternative<Event>(event); });
        });
    }

    std::map<JobId, std::vector<GenerationEvent>> events() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_events;
    }

    template <typename Event> Event end(JobId job) const
    {
        return std::get<Event>(events().at(job).back());
    }

    /// Queued first and once, one terminal event, and that last.
    bool isOrderly() const
    {
        for (const auto& [job, events] : events()) {
            const auto queued = std::count_if(events.begin(), events.end(),
                [](const auto& event) { return std::holds_alternative<Queued>(event); });
            const auto terminal = std::count_if(events.begin(), events.end(), isTerminal);
            if (queued != 1 || terminal != 1 || !std::holds_alternative<Queued>(events.front())
                || !isTerminal(events.back()))
                return false;
        }
        return true;
    }

    JobQueue::Observer onEvent; ///< set before the first job

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<JobId, std::vector<GenerationEvent>> m_events;
};

FakeGeneratorOptions slow()
{
    FakeGeneratorOptions options;
    options.unitTime = veryLong;
    return options;
}

FakeGeneratorOptions hooked(
    std::function<std::optional<Error>(const GenerationRequest&, Phase, int)> hook)
{
    FakeGeneratorOptions options;
    options.hook = std::move(hook);
    return options;
}

Expected<std::filesystem::path> savedSomewhere(const Tile& tile)
{
    return std::filesystem::path(std::to_string(tile.request.seed) + ".png");
}

} // namespace

class JobQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finishesWithTileAndFile()
    {
        Recorder recorder;
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
        Recorder recorder;
        JobQueue queue(fakeGeneratorFactory(), savedSomewhere, recorder.observer());
        const JobId job = queue.submit(smallRequest()).value();
        queue.waitUntilIdle();
        std::vector<std::string> phases;
        for (const GenerationEvent& event : recorder.events().at(job))
            if (const auto* began = std::get_if<PhaseBegan>(&event))
                phases.emplace_back(toText(began->phase));
        QCOMPARE(phases, (std::vector<std::string>{"load", "encode", "denoise", "decode", "save"}));
    }

    void nothingToSave()
    {
        Recorder recorder;
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
        Recorder recorder;
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
        Recorder recorder;
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
        Recorder recorder;
        JobQueue queue(fakeGeneratorFactory(slow()), {}, recorder.observer(), 3);
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
        Recorder recorder;
        const auto onlyFirst = [hook](const GenerationRequest& request, Phase phase, int done) {
            return request.seed == 1 && phase == Phase::Denoise ? hook(request, phase, done)
                                                                : std::nullopt;
        };
        JobQueue queue(fakeGeneratorFactory(hooked(onlyFirst)), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(1), 2).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        QCOMPARE(recorder.end<Failed>(jobs[0]).error.kind, kind);
        QVERIFY(!recorder.end<Failed>(jobs[0]).error.message.empty());
        recorder.end<Finished>(jobs[1]);
    }

    void failedSaveFailsTheJob()
    {
        Recorder recorder;
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
        Recorder recorder;
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

    void cancelNowStopsTheRunningAndDropsTheRest()
    {
        Recorder recorder;
        JobQueue queue(fakeGeneratorFactory(slow()), savedSomewhere, recorder.observer());
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
        Recorder recorder;
        std::promise<void> goOn;
        const auto wait
            = [going = goOn.get_future().share()](const GenerationRequest&, Phase, int) {
                  going.wait();
                  return std::optional<Error>();
              };
        JobQueue queue(fakeGeneratorFactory(hooked(wait)), {}, recorder.observer());
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
        Recorder recorder;
        JobQueue queue(fakeGeneratorFactory(slow()), {}, recorder.observer());
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
        Recorder recorder;
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
        Recorder recorder;
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

    void generatorCannotEndAJobTwice()
    {
        Recorder recorder;
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
        Recorder recorder;
        recorder.onEvent = [](JobId, const GenerationEvent&) { throw std::runtime_error("boom"); };
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(), 2).value();
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        recorder.end<Finished>(jobs[1]);
    }

    void observerMayCallBack()
    {
        Recorder recorder;
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

    void cancelInsideQueued()
    {
        Recorder recorder;
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
        Recorder recorder;
        JobQueue* running = nullptr;
        std::atomic<int> accepted = 0;
        recorder.onEvent = [&](JobId, const GenerationEvent& event) {
            if (std::holds_alternative<Cancelled>(event) && running->submit(smallRequest()))
                ++accepted;
        };
        {
            JobQueue queue(fakeGeneratorFactory(slow()), {}, recorder.observer());
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
            Recorder recorder;
            {
                JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
                QVERIFY(queue.submitBatch(smallRequest(), i % 4 + 1));
            }
            QVERIFY(recorder.isOrderly());
        }
    }

    void cancelsAtRandomMoments()
    {
        Recorder recorder;
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
            Recorder recorder;
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

QTEST_GUILESS_MAIN(JobQueueTest)
#include "job_queue_test.moc"
