// Tells a person or a program how a run of jobs is getting on.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <ostream>
#include <string>

#include "core/generation/event.h"

namespace tilewright {

/// What a reporter knows about the run from the start. Job `i` (from 0) has the seed `firstSeed +
/// i`.
struct RunFacts {
    int jobs = 1;
    std::uint64_t firstSeed = 0;
};

/// How the jobs ended; the rest of the run was cancelled.
struct RunSummary {
    int finished = 0;
    int failed = 0;
    bool interrupted = false; ///< the user asked to stop
};

class Reporter {
public:
    virtual ~Reporter() = default;

    /// Events of one job arrive in order; `job` counts from 0. Calls are serialised by the caller.
    virtual void event(int job, const GenerationEvent& event) = 0;
    /// Called a few times a second, so that the clock goes on while no event comes.
    virtual void tick() { }
    /// The user asked to stop and the running step is being given up.
    virtual void cancelling() { }
    virtual void end(const RunSummary& summary) = 0;
};

using Clock = std::function<std::chrono::steady_clock::time_point()>;

/// Results go to `out`, everything else to `err`.
struct ReportStreams {
    std::ostream& out;
    std::ostream& err;
};

struct Terminal {
    std::function<int()> columns; ///< asked before every redraw, because windows are resized
    bool utf8 = false;
};

/// One line on `err`, redrawn in place.
std::unique_ptr<Reporter> makeTerminalReporter(
    ReportStreams streams, RunFacts facts, Terminal terminal, Clock clock);
/// For logs: a line when a phase begins and at every tenth of it.
std::unique_ptr<Reporter> makeLineReporter(ReportStreams streams, RunFacts facts, Clock clock);
/// One JSON object a line on `out`.
std::unique_ptr<Reporter> makeJsonReporter(std::ostream& out, RunFacts facts);

/// The error as the command line shows it: "tilewright: …". The detail is for the log.
std::string errorText(const Error& error);
/// "usage", "bad-data", …: the names of the kinds in JSON.
std::string_view toText(ErrorKind kind);
/// {"kind": …, "message": …, "detail": …, "exitCode": …}
nlohmann::ordered_json errorJson(const Error& error);

} // namespace tilewright
