// Brings the job queue of the core to the window's thread.
#pragma once

#include <QImage>
#include <QObject>
#include <chrono>
#include <map>
#include <memory>

#include "core/generation/job_queue.h"
#include "ui/jobs/remaining_time.h"
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
};

/// Events come on the worker thread and are handed on by queued calls, so every signal is emitted
/// on the thread of this object, which never waits for work. Each accepted job ends in exactly one
/// of finished(), failed() and cancelled().
class GenerationController : public QObject {
    Q_OBJECT
public:
    /// Tiles are saved in `tileFolder`, which is made when the first one is.
    GenerationController(
        GeneratorFactory factory, std::filesystem::path tileFolder, QObject* parent = nullptr);
    /// Stops the running job and joins the worker; does that quickly after cancelNow() and idle().
    ~GenerationController() override;

    /// `count` tiles with the seeds seed, seed+1, … A request that is not accepted is reported by
    /// rejected().
    void generate(const GenerationRequest& first, int count);
    void cancelNow();
    void cancelAfterCurrent();
    bool isBusy() const { return !m_jobs.empty(); }

Q_SIGNALS:
    void statusChanged(const tilewright::ui::JobStatus& status);
    void previewed(const tilewright::ui::JobStatus& status, const QImage& preview);
    void noticed(const QString& message);
    void finished(const tilewright::ui::TilePointer& tile);
    void failed(const tilewright::ui::JobFailure& failure);
    void cancelled(quint64 seed);
    void rejected(const QString& message);
    void busyChanged(bool isBusy);

private:
    struct Job {
        std::uint64_t seed;
        QSize size;
        int attempts; ///< at most
    };
    void receive(JobId id, const GenerationEvent& event);
    void beginPhase(JobId id, const PhaseBegan& began);
    void advance(JobId id, Phase phase, int done, int units, const QImage& preview);
    void end(JobId id, const std::function<void(const Job&)>& report);
    static Expected<std::filesystem::path> save(
        const std::filesystem::path& folder, const Tile& tile);

    std::map<JobId, Job> m_jobs; ///< not ended yet
    int m_submitted = 0; ///< since the last time all had ended
    int m_ended = 0;
    JobStatus m_status;
    RemainingTime m_remaining;
    std::unique_ptr<JobQueue> m_queue;
};

} // namespace tilewright::ui
