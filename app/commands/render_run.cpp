#include "app/commands/render_run.h"

#include <condition_variable>
#include <map>
#include <mutex>

#include <unistd.h>

#include "app/commands/command.h"
#include "app/report/terminal_text.h"
#include "core/generation/job_queue.h"
#include "core/image/png.h"

namespace tilewright {
namespace {

/// Errors that every further seed would meet as well.
bool holdsForEverySeed(ErrorKind kind)
{
    return kind == ErrorKind::Usage || kind == ErrorKind::BadData
        || kind == ErrorKind::DeviceUnavailable || kind == ErrorKind::CannotWrite;
}

/// Receives the events of the queue on whatever thread they come, passes them on one at a time and
/// remembers how the jobs ended.
class Progression {
public:
    Progression(const RenderPlan& plan, Reporter& reporter, std::timed_mutex& writing)
        : m_plan(plan), m_reporter(reporter), m_writing(writing)
    {
    }

    void receive(JobId id, const GenerationEvent& event)
    {
        const std::scoped_lock lock(m_mutex);
        const int job = m_jobs.try_emplace(id, static_cast<int>(m_jobs.size())).first->second;
        if (const auto* progress = std::get_if<Progress>(&event))
            writePreview(job, progress->preview);
        m_reporter.event(job, event);
        if (const auto* failed = std::get_if<Failed>(&event))
            remember(failed->error);
        m_summary.finished += std::holds_alternative<Finished>(event);
        m_summary.failed += std::holds_alternative<Failed>(event);
        m_ended += isTerminal(event);
        m_changed.notify_all();
    }

    /// Returns when every job ended, or earlier: when going on makes no sense or the user asked to
    /// stop.
    void wait(const std::stop_token& interrupted)
    {
        constexpr auto tick = std::chrono::milliseconds(250);
        const auto over = [this] { return m_ended == m_plan.count || m_hopeless; };
        std::unique_lock lock(m_mutex);
        while (!over() && !interrupted.stop_requested()) {
            if (!m_changed.wait_for(lock, interrupted, tick, over))
                m_reporter.tick();
        }
        if (over())
            return;
        m_summary.interrupted = true;
        m_reporter.cancelling();
    }

    int end()
    {
        const std::scoped_lock lock(m_mutex);
        m_reporter.end(m_summary);
        if (m_summary.finished < m_plan.count)
            removePreview();
        if (m_error)
            return exitCode(*m_error);
        return m_summary.finished == m_plan.count ? 0 : exitCode(ErrorKind::Cancelled);
    }

private:
    void remember(const Error& error)
    {
        logError(error);
        if (!m_error)
            m_error = error.kind;
        m_hopeless = m_hopeless || holdsForEverySeed(error.kind);
    }

    void writePreview(int job, const Image& preview)
    {
        if (!m_plan.preview || preview.empty() || m_previewFailed)
            return;
        const std::scoped_lock lock(m_writing);
        const auto written = writePng(*m_plan.preview, PngPicture{preview, {}});
        m_previewWritten = m_previewWritten || written;
        if (written)
            return;
        m_previewFailed = true;
        m_reporter.event(job, Notice{"No more previews are written. " + written.error().message});
    }

    void removePreview()
    {
        std::error_code error;
        if (m_previewWritten)
            std::filesystem::remove(*m_plan.preview, error);
    }

    const RenderPlan& m_plan;
    Reporter& m_reporter;
    std::timed_mutex& m_writing;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<JobId, int> m_jobs;
    RunSummary m_summary;
    int m_ended = 0;
    std::optional<ErrorKind> m_error;
    bool m_hopeless = false;
    bool m_previewWritten = false;
    bool m_previewFailed = false;
};

} // namespace

Expected<int> runRender(const RenderPlan& plan, GeneratorFactory factory, Reporter& reporter,
    std::stop_token interrupted, std::timed_mutex& writing)
{
    Progression progression(plan, reporter, writing);
    const auto save = [&](const Tile& tile) -> Expected<std::filesystem::path> {
        const std::scoped_lock lock(writing);
        const auto file = outputFile(plan.output, tile.request.seed);
        if (const auto saved = saveTile(file, tile); !saved)
            return tl::unexpected(saved.error());
        return file;
    };
    JobQueue queue(std::move(factory), save,
        [&](JobId job, const GenerationEvent& event) { progression.receive(job, event); });
    const auto submitted = queue.submitBatch(plan.first, plan.count);
    if (!submitted)
        return tl::unexpected(submitted.error());
    progression.wait(interrupted);
    queue.cancelNow(); // nothing is left, unless the run was given up
    queue.waitUntilIdle();
    return progression.end();
}

std::unique_ptr<Reporter> makePersonReporter(ReportStreams streams, RunFacts facts)
{
    if (canRedraw(STDERR_FILENO))
        return makeTerminalReporter(
            streams, facts, terminalOf(STDERR_FILENO), &std::chrono::steady_clock::now);
    return makeLineReporter(streams, facts, &std::chrono::steady_clock::now);
}

} // namespace tilewright
