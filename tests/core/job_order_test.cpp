// Pausing, reordering, and what happens when everything is asked at once.
#include <QtTest>
#include <atomic>
#include <random>
#include <thread>

#include "core/generation/job_queue.h"
#include "support/job_fixtures.h"

using namespace tilewright;
using namespace tilewright::test;
using namespace std::chrono_literals;

namespace {

/// The seeds in the order in which their tiles were finished.
class FinishedSeeds {
public:
    JobQueue::Observer observer()
    {
        return [this](JobId, const GenerationEvent& event) {
            if (const auto* finished = std::get_if<Finished>(&event)) {
                const std::scoped_lock lock(m_mutex);
                m_seeds.push_back(finished->tile.request.seed);
            }
        };
    }
    std::vector<std::uint64_t> seeds() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_seeds;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<std::uint64_t> m_seeds;
};

std::vector<std::uint64_t> waitingSeeds(const JobQueue& queue)
{
    std::vector<std::uint64_t> seeds;
    for (const QueuedJob& job : queue.waitingJobs())
        seeds.push_back(job.request.seed);
    return seeds;
}

using Seeds = std::vector<std::uint64_t>;

} // namespace

class JobOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingStartsWhilePaused()
    {
        FinishedSeeds finished;
        JobQueue queue(fakeGeneratorFactory(), {}, finished.observer());
        queue.pause();
        QVERIFY(queue.isPaused());
        QVERIFY(queue.submitBatch(smallRequest(1), 3));
        std::this_thread::sleep_for(20ms);
        QVERIFY(!queue.running());
        QCOMPARE(queue.waiting(), std::size_t{3});
        QVERIFY(finished.seeds().empty());
        queue.resume();
        queue.waitUntilIdle();
        QCOMPARE(finished.seeds(), (Seeds{1, 2, 3}));
    }

    void theRunningJobFinishesWhenPaused()
    {
        EventRecorder recorder;
        JobQueue* paused = nullptr;
        recorder.onEvent = [&](JobId, const GenerationEvent& event) {
            if (std::holds_alternative<PhaseBegan>(event))
                paused->pause();
        };
        JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
        paused = &queue;
        const auto jobs = queue.submitBatch(smallRequest(), 2).value();
        recorder.waitFor<Finished>(jobs[0]);
        QCOMPARE(waitingSeeds(queue), (Seeds{2}));
        QVERIFY(queue.cancel(jobs[1]));
        queue.waitUntilIdle();
        QVERIFY(recorder.isOrderly());
        recorder.end<Cancelled>(jobs[1]);
    }

    void aPausedQueueMayBeDestroyed()
    {
        EventRecorder recorder;
        {
            JobQueue queue(fakeGeneratorFactory(), {}, recorder.observer());
            queue.pause();
            QVERIFY(queue.submitBatch(smallRequest(), 3));
        }
        QVERIFY(recorder.isOrderly());
        for (const JobId job : {1, 2, 3})
            recorder.end<Cancelled>(job);
    }

    void moves_data()
    {
        QTest::addColumn<int>("job");
        QTest::addColumn<int>("position");
        QTest::addColumn<Seeds>("order");
        QTest::newRow("to the front") << 3 << 0 << Seeds{3, 1, 2, 4};
        QTest::newRow("to the end") << 1 << 3 << Seeds{2, 3, 4, 1};
        QTest::newRow("past the end") << 1 << 99 << Seeds{2, 3, 4, 1};
        QTest::newRow("one up") << 3 << 1 << Seeds{1, 3, 2, 4};
        QTest::newRow("one down") << 2 << 2 << Seeds{1, 3, 2, 4};
        QTest::newRow("nowhere") << 2 << 1 << Seeds{1, 2, 3, 4};
    }

    void moves()
    {
        QFETCH(int, job);
        QFETCH(int, position);
        QFETCH(Seeds, order);
        FinishedSeeds finished;
        JobQueue queue(fakeGeneratorFactory(), {}, finished.observer());
        queue.pause();
        const auto jobs = queue.submitBatch(smallRequest(1), 4).value();
        QVERIFY(queue.move(jobs[static_cast<std::size_t>(job - 1)], std::size_t(position)));
        QCOMPARE(waitingSeeds(queue), order);
        queue.resume();
        queue.waitUntilIdle();
        QCOMPARE(finished.seeds(), order);
    }

    void onlyWhatWaitsMoves()
    {
        EventRecorder recorder;
        JobQueue queue(fakeGeneratorFactory(hangingOptions()), {}, recorder.observer());
        const auto jobs = queue.submitBatch(smallRequest(), 2).value();
        recorder.waitFor<PhaseBegan>(jobs[0]);
        QVERIFY(!queue.move(jobs[0], 1));
        QVERIFY(queue.move(jobs[1], 0));
        QVERIFY(!queue.move(77, 0));
        queue.cancelNow();
        queue.waitUntilIdle();
        QVERIFY(!queue.move(jobs[1], 0));
    }

    void severalRequestsAtOnce()
    {
        FinishedSeeds finished;
        JobQueue queue(fakeGeneratorFactory(), {}, finished.observer(), 3);
        QVERIFY(queue.submitAll({smallRequest(9), smallRequest(4), smallRequest(7)}));
        queue.waitUntilIdle();
        QCOMPARE(finished.seeds(), (Seeds{9, 4, 7}));
        QCOMPARE(queue.submitAll({}).error().kind, ErrorKind::Usage);
        QCOMPARE(queue.submitAll(std::vector(4, smallRequest())).error().kind, ErrorKind::Usage);
        GenerationRequest wrong = smallRequest();
        wrong.steps = 0;
        QCOMPARE(queue.submitAll({smallRequest(), wrong}).error().kind, ErrorKind::Usage);
        queue.waitUntilIdle();
        QCOMPARE(finished.seeds().size(), std::size_t{3});
    }

    /// Several threads submit, move, pause, resume and cancel at random: every job ends exactly
    /// once, and none is forgotten.
    void anyInterleavingEndsEveryJobOnce_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void anyInterleavingEndsEveryJobOnce()
    {
        QFETCH(unsigned, seed);
        EventRecorder recorder;
        std::atomic<std::size_t> accepted = 0;
        {
            JobQueue queue(fakeGeneratorFactory(), savedSomewhere, recorder.observer(), 40);
            const auto user = [&](unsigned number) {
                std::minstd_rand random(seed * 100 + number);
                JobId latest = 1;
                for (int i = 0; i < 150; ++i) {
                    switch (random() % 9) {
                    case 0:
                    case 1:
                    case 2:
                        if (const auto jobs
                            = queue.submitBatch(smallRequest(random()), 1 + int(random() % 3))) {
                            accepted += jobs->size();
                            latest = jobs->back();
                        }
                        break;
                    case 3:
                        queue.move(latest, random() % 5);
                        break;
                    case 4:
                        queue.cancel(latest);
                        break;
                    case 5:
                        queue.pause();
                        break;
                    case 6:
                        queue.resume();
                        break;
                    case 7:
                        if (random() % 4 == 0)
                            queue.cancelNow();
                        else if (random() % 4 == 0)
                            queue.cancelAfterCurrent();
                        break;
                    case 8:
                        for (const QueuedJob& job : queue.waitingJobs())
                            latest = job.id;
                        break;
                    }
                    if (random() % 8 == 0)
                        std::this_thread::yield();
                }
            };
            std::vector<std::jthread> users;
            for (unsigned number = 0; number < 4; ++number)
                users.emplace_back(user, number);
            users.clear();
            if (seed % 2 == 0) {
                queue.resume();
                queue.waitUntilIdle();
                QCOMPARE(queue.waiting(), std::size_t{0});
            } // else it is destroyed with whatever waits, paused or not
        }
        QCOMPARE(recorder.events().size(), accepted.load());
        QVERIFY(recorder.isOrderly());
    }
};

QTEST_GUILESS_MAIN(JobOrderTest)
#include "job_order_test.moc"
