// Carries out a render plan.
#pragma once

#include <mutex>
#include <stop_token>

#include "app/commands/render_plan.h"
#include "app/report/reporter.h"
#include "core/generation/generator.h"

namespace tilewright {

/// Makes the plan's tiles with one generator, one after the other, and tells `reporter`. Blocks.
/// `interrupted` gives up the running tile and those that wait; `writing` is held while a file is
/// written. Returns the exit status: 0 when every tile was written, else that of the first error.
/// What stands finished when it returns is whole; previews of a run that did not succeed are
/// removed. Errors: those of JobQueue::submitBatch.
Expected<int> runRender(const RenderPlan& plan, GeneratorFactory factory, Reporter& reporter,
    std::stop_token interrupted, std::timed_mutex& writing);

/// One line on `err` that is redrawn where that is a terminal, else a line now and then.
std::unique_ptr<Reporter> makePersonReporter(ReportStreams streams, RunFacts facts);

} // namespace tilewright
