#include <spdlog/fmt/fmt.h>

#include "app/report/human_reporter.h"

namespace tilewright {
namespace {

/// Plain lines for logs and pipes.
class LineReporter final : public HumanReporter {
public:
    using HumanReporter::HumanReporter;

protected:
    void phaseBegan(const Progressing& progress) override
    {
        m_tenth = 0;
        err() << jobLabel(progress.job) << phaseTitle(progress.phase, progress.attempt);
        if (progress.units > 1)
            err() << fmt::format(" (0/{})", progress.units);
        err() << "\n" << std::flush;
    }
    void progressed(const Progressing& progress) override
    {
        const int tenth = progress.units > 1 ? progress.done * 10 / progress.units : 0;
        if (tenth <= m_tenth)
            return;
        m_tenth = tenth;
        err() << fmt::format("{}{} {}/{} ({} %), {}", jobLabel(progress.job),
            phaseTitle(progress.phase, progress.attempt), progress.done, progress.units,
            progress.done * 100 / progress.units, durationText(progress.elapsed));
        if (progress.left && progress.done < progress.units)
            err() << fmt::format(", {} left", durationText(*progress.left));
        err() << "\n" << std::flush;
    }

private:
    int m_tenth = 0;
};

} // namespace

std::unique_ptr<Reporter> makeLineReporter(ReportStreams streams, RunFacts facts, Clock clock)
{
    return std::make_unique<LineReporter>(streams, facts, std::move(clock));
}

} // namespace tilewright
