// Brings the job queue of the core to the window's thread.
#pragma once

#include <QImage>
#include <QObject>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>

#include "core/generation/job_queue.h"
#include "core/generation/queue_file.h"
#include "ui/jobs/remaining_time.h"
#include "ui/jobs/work_estimate.h"
#include "ui/support/loaded_tile.h"

namespace tilewright::ui {

/// How far the running job is.
struct JobStatus {
    using Clock = std::chrono::steady_clock;
    JobId id = 0;
    int index = 1; ///< among the jobs since the window was last idle
    int total = 1;
    std::uint64_t seed = 0;
    QSize size; ///< of the tile, in pixels
    Phase phase = Phase::Load;
    int attempt = 1; ///< of a tile that is made again because it missed the mix
    int attempts = 1; ///< at most
    int done = 0; ///< units of the phase
    int units = 0; ///< 0: not known
    Clock::time_point began;
    std::optional<Clock::time_point> expectedEnd; ///< of the steps; known after two of them
};

struct JobFailure {
    std::uint64_t seed = 0;
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< for the designer
    QString detail; ///< for the log and the clipboard
    GenerationRequest request = {}; ///< asked again it has the same seed
    std::optional<Phase> phase = {}; ///< the last that began; none: it did not get so far
};

/// How the jobs ended since the window was last idle.
struct JobTotals {
    int finished = 0;
    int failed = 0;
    int cancelled = 0;
    QString lastFailure; ///< its message
};

/// A job that has not ended.
struct QueueEntry {
    JobId id = 0;
    GenerationRequest request;
    bool isRunning = false;
};

/// Events come on the worker thread and are handed on by queued calls, so every signal is emitted
/// on the thread of this object, which never waits for work. Each accepted job ends in exactly one
/// of finished(), failed() and cancelled().
class GenerationController : public QObject {
    Q_OBJECT
public:
    /// Tiles are saved in `tileFolder`, which is made when the first one is; the queue is not kept.
    GenerationController(
        GeneratorFactory factory, std::filesystem::path tileFolder, QObject* parent = nullptr);
    /// `save` runs on the worker. What runs and waits is kept in `queueFile` and read again by
    /// restore(); an empty path: it is not kept.
    GenerationController(GeneratorFactory factory, JobQueue::Save save,
        const std::filesystem::path& queueFile, QObject* parent = nullptr);
    /// Stops the running job and joins the worker; does that quickly after cancelNow() and idle().
    /// What had not ended stays in the queue file.
    ~GenerationController() override;

    /// Saves each tile as a file of its own in `folder`.
    static JobQueue::Save savingIn(std::filesystem::path folder);

    /// `count` tiles with the seeds seed, seed+1, … A request that is not accepted is reported by
    /// rejected().
    void generate(const GenerationRequest& first, int count);
    /// The same for requests of any kind: one more time, near seeds, what waited last time.
    void submit(std::vector<GenerationRequest> requests);

    /// For a thread that needs tiles which are not kept, e.g. larger ones for an export: asks this
    /// controller's worker and waits for it. To be used by one thread, and to go before the
    /// controller.
    std::unique_ptr<Generator> borrowGenerator();

    void cancelNow();
    void cancelAfterCurrent();
    /// One job, running or waiting.
    void cancel(JobId job);
    /// For closing: what runs and waits stays in the queue file for the next start, then all of it
    /// ends as cancelled. Nothing is accepted afterwards.
    void suspend();

    /// The running tile is finished, none of those that wait is begun.
    void setPaused(bool isPaused);
    bool isPaused() const { return m_queue->isPaused(); }
    /// Puts a job at `position` among those that wait; false when it does not wait.
    bool move(JobId job, int position);

    bool isBusy() const { return !m_jobs.empty(); }
    /// What has not ended: the running job, then those that wait in their order.
    const std::vector<QueueEntry>& entries() const { return m_entries; }
    /// Of those that wait, by what tiles like them took; none when it cannot be told yet.
    std::optional<double> waitingSeconds() const;

    /// Reads what the program left undone when it was last closed; restored() tells how much.
    void restore();
    int restoredCount() const { return static_cast<int>(m_restored.size()); }
    void continueRestored();
    void discardRestored();

    /// A preview is shown after every so many steps; 0: none. It never changes a tile.
    void setPreviewInterval(int steps) { m_previewInterval = steps; }
    int previewInterval() const { return m_previewInterval; }

Q_SIGNALS:
    void statusChanged(const tilewright::ui::JobStatus& status);
    void previewed(const tilewright::ui::JobStatus& status, const QImage& preview);
    void noticed(const QString& message);
    void finished(const tilewright::ui::TilePointer& tile);
    void failed(const tilewright::ui::JobFailure& failure);
    void cancelled(quint64 seed);
    void rejected(const QString& message);
    void busyChanged(bool isBusy);
    /// entries() is another one.
    void queueChanged();
    void pausedChanged(bool isPaused);
    /// Nothing runs, and so many tiles wait until the queue is resumed.
    void heldBack(int waiting);
    /// So many tiles of the last time wait for continueRestored() or discardRestored(); 0 when
    /// that was answered.
    void restored(int count);
    /// Just before busyChanged(false).
    void allEnded(const tilewright::ui::JobTotals& totals);

private:
    struct Job {
        GenerationRequest request;
        std::optional<Phase> phase; ///< the last that began
        JobStatus::Clock::time_point began; ///< work on the tile itself, without loading
    };
    void receive(JobId id, const GenerationEvent& event);
    void beginPhase(JobId id, const PhaseBegan& began);
    void advance(JobId id, Phase phase, int done, int units, const QImage& preview);
    void end(JobId id, const std::function<void(const Job&)>& report);
    void refreshEntries();
    void keepQueue();

    std::map<JobId, Job> m_jobs; ///< not ended yet
    std::vector<QueueEntry> m_entries;
    std::vector<GenerationRequest> m_restored;
    int m_submitted = 0; ///< since the last time all had ended
    JobTotals m_totals;
    JobStatus m_status;
    RemainingTime m_remaining;
    WorkEstimate m_work;
    std::atomic<int> m_previewInterval = 1;
    bool m_isSuspended = false;
    std::unique_ptr<QueueFile> m_file; ///< null: the queue is not kept
    std::unique_ptr<JobQueue> m_queue;
};

} // namespace tilewright::ui
