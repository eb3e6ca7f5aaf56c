// What the reporters for people have in common: how jobs end, and the time they take.
#pragma once

#include <optional>
#include <set>

#include "app/report/reporter.h"

namespace tilewright {

/// "7 s", "1:07", "1:02:07"; "0.4 s" below ten seconds.
std::string durationText(std::chrono::duration<double> duration);
/// "Loading the model", …; "Denoising, second attempt" where a tile is made again.
std::string phaseTitle(Phase phase, int attempt);

class HumanReporter : public Reporter {
public:
    HumanReporter(ReportStreams streams, RunFacts facts, Clock clock);

    void event(int job, const GenerationEvent& event) final;
    void cancelling() override;
    void end(const RunSummary& summary) override;

protected:
    /// Where the running job stands.
    struct Progressing {
        int job = 0;
        Phase phase = Phase::Load;
        int attempt = 1;
        int done = 0;
        int units = 0;
        std::chrono::duration<double> elapsed{}; ///< since the job began
        std::optional<std::chrono::duration<double>> left; ///< of this phase, once it can be told
    };

    virtual void phaseBegan(const Progressing& progress) = 0;
    virtual void progressed(const Progressing& progress) = 0;
    /// Makes room for a line of text on either stream.
    virtual void clearLine() { }

    std::optional<Progressing> running() const; ///< as of now; empty between jobs
    std::string jobLabel(int job) const; ///< "[2/5] " in a run of several, else ""
    std::ostream& out() { return m_streams.out; }
    std::ostream& err() { return m_streams.err; }

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    struct State {
        int job = 0;
        Phase phase = Phase::Load;
        int attempt = 1;
        int done = 0;
        int units = 0;
        TimePoint began; ///< the job
        std::optional<TimePoint> firstUnit; ///< when the phase's first unit was finished
    };
    void began(int job, const PhaseBegan& phase);
    void advanced(const Progress& progress);
    void finished(int job, const Finished& finished);
    void failed(int job, const Error& error);

    ReportStreams m_streams;
    RunFacts m_facts;
    Clock m_clock;
    std::optional<State> m_state;
    std::set<std::string> m_told; ///< error sentences already shown
};

} // namespace tilewright
