#include "app/report/human_reporter.h"

#include <array>

#include <spdlog/fmt/fmt.h>

#include "app/report/fidelity_text.h"

namespace tilewright {

std::string durationText(std::chrono::duration<double> duration)
{
    const double seconds = std::max(0.0, duration.count());
    if (seconds < 9.95)
        return fmt::format("{:.1f} s", seconds);
    const auto whole = static_cast<long>(seconds + 0.5);
    if (whole < 60)
        return fmt::format("{} s", whole);
    if (whole < 3600)
        return fmt::format("{}:{:02}", whole / 60, whole % 60);
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

namespace {

std::string_view nameOf(Phase phase)
{
    switch (phase) {
    case Phase::Load:
        return "Loading the model";
    case Phase::Encode:
        return "Encoding";
    case Phase::Denoise:
        return "Denoising";
    case Phase::Decode:
        return "Decoding";
    case Phase::Measure:
        return "Measuring";
    case Phase::Save:
        return "Saving";
    }
    return "";
}

std::string attemptText(int attempt)
{
    static constexpr std::array ordinals{"first", "second", "third", "fourth", "fifth", "sixth"};
    const auto place = static_cast<std::size_t>(attempt) - 1;
    return place < ordinals.size() ? fmt::format("{} attempt", ordinals[place])
                                   : fmt::format("attempt {}", attempt);
}

} // namespace

std::string phaseTitle(Phase phase, int attempt)
{
    const std::string_view name = nameOf(phase);
    return attempt > 1 ? fmt::format("{}, {}", name, attemptText(attempt)) : std::string(name);
}

HumanReporter::HumanReporter(ReportStreams streams, RunFacts facts, Clock clock)
    : m_streams(streams), m_facts(facts), m_clock(std::move(clock))
{
}

std::string HumanReporter::jobLabel(int job) const
{
    return m_facts.jobs > 1 ? fmt::format("[{}/{}] ", job + 1, m_facts.jobs) : std::string();
}

std::optional<HumanReporter::Progressing> HumanReporter::running() const
{
    if (!m_state)
        return std::nullopt;
    const TimePoint now = m_clock();
    Progressing progress{m_state->job, m_state->phase, m_state->attempt, m_state->done,
        m_state->units, now - m_state->began, std::nullopt};
    // The first unit carries warming up, so the pace is taken from those after it.
    if (m_state->firstUnit && m_state->done >= 2 && m_state->units >= m_state->done) {
        const std::chrono::duration<double> since = now - *m_state->firstUnit;
        progress.left = since / (m_state->done - 1) * (m_state->units - m_state->done);
    }
    return progress;
}

void HumanReporter::event(int job, const GenerationEvent& event)
{
    if (const auto* phase = std::get_if<PhaseBegan>(&event)) {
        began(job, *phase);
    } else if (const auto* progress = std::get_if<Progress>(&event)) {
        advanced(*progress);
    } else if (const auto* notice = std::get_if<Notice>(&event)) {
        clearLine();
        m_streams.err << fmt::format("{}Note: {}\n", jobLabel(job), notice->message) << std::flush;
    } else if (const auto* finish = std::get_if<Finished>(&event)) {
        finished(job, *finish);
    } else if (const auto* failure = std::get_if<Failed>(&event)) {
        failed(job, failure->error);
    } else if (std::holds_alternative<Cancelled>(event)) {
        m_state.reset();
    }
}

void HumanReporter::began(int job, const PhaseBegan& phase)
{
    const TimePoint start = m_state && m_state->job == job ? m_state->began : m_clock();
    m_state = State{job, phase.phase, phase.attempt, 0, phase.units, start, std::nullopt};
    phaseBegan(*running());
}

void HumanReporter::advanced(const Progress& progress)
{
    if (!m_state)
        return;
    m_state->phase = progress.phase;
    m_state->done = progress.done;
    m_state->units = progress.units;
    if (!m_state->firstUnit && progress.done >= 1)
        m_state->firstUnit = m_clock();
    progressed(*running());
}

void HumanReporter::finished(int job, const Finished& finished)
{
    const auto progress = running();
    m_state.reset();
    clearLine();
    const Provenance& provenance = finished.tile.provenance;
    std::string line = fmt::format("{}{}  seed {}, {}", jobLabel(job), finished.file.string(),
        finished.tile.request.seed,
        durationText(
            progress ? progress->elapsed : std::chrono::duration<double>(provenance.seconds)));
    if (!provenance.device.empty())
        line += fmt::format(" on {}", provenance.device);
    m_streams.out << line << "\n";
    if (finished.tile.fidelity)
        m_streams.out << fidelityLine(*finished.tile.fidelity) << "\n";
    if (provenance.draft)
        m_streams.out << "This is a draft: pictures that this model makes from a prompt alone keep "
                         "the shares only roughly. For a true mix use --mix.\n";
    m_streams.out << std::flush;
}

void HumanReporter::failed(int job, const Error& error)
{
    m_state.reset();
    clearLine();
    // A run of many seeds that all fail alike tells it once.
    if (m_told.insert(error.message).second)
        m_streams.err << errorText(error) << std::flush;
    else
        m_streams.err << fmt::format("{}Failed for the same reason.\n", jobLabel(job))
                      << std::flush;
}

void HumanReporter::cancelling()
{
    clearLine();
    m_streams.err << "Cancelling. Press Ctrl-C again to stop without waiting.\n" << std::flush;
}

void HumanReporter::end(const RunSummary& summary)
{
    clearLine();
    if (m_facts.jobs > 1 && summary.finished < m_facts.jobs)
        m_streams.err << fmt::format("{}{} of {} tiles were made.\n",
            summary.interrupted ? "Cancelled: " : "", summary.finished, m_facts.jobs);
    else if (summary.interrupted && summary.finished < m_facts.jobs)
        m_streams.err << "Cancelled. No tile was written.\n";
    m_streams.err << std::flush;
}

std::string errorText(const Error& error)
{
    return fmt::format("tilewright: {}\n", error.message);
}

std::string_view toText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return "usage";
    case ErrorKind::BadData:
        return "bad-data";
    case ErrorKind::DeviceUnavailable:
        return "device-unavailable";
    case ErrorKind::Internal:
        return "internal";
    case ErrorKind::CannotWrite:
        return "cannot-write";
    case ErrorKind::Retryable:
        return "retryable";
    case ErrorKind::Cancelled:
        return "cancelled";
    }
    return "";
}

} // namespace tilewright
