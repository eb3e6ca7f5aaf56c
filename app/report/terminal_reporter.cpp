#include <algorithm>

#include <spdlog/fmt/fmt.h>

#include "app/report/human_reporter.h"
#include "app/report/terminal_text.h"

namespace tilewright {
namespace {

// Carriage return, then "erase to the end of the line" (ECMA-48).
constexpr const char* lineStart = "\r\x1b[K";

class TerminalReporter final : public HumanReporter {
public:
    TerminalReporter(ReportStreams streams, RunFacts facts, Terminal terminal, Clock clock)
        : HumanReporter(streams, facts, std::move(clock)), m_terminal(std::move(terminal))
    {
    }

    void tick() override
    {
        if (const auto progress = running())
            draw(*progress);
    }

protected:
    void phaseBegan(const Progressing& progress) override { draw(progress); }
    void progressed(const Progressing& progress) override { draw(progress); }
    void clearLine() override
    {
        if (m_drawn)
            err() << lineStart << std::flush;
        m_drawn = false;
    }

private:
    void draw(const Progressing& progress)
    {
        err() << lineStart << compose(progress) << std::flush;
        m_drawn = true;
    }

    /// What fits: the bar gives way first to a short one, then the times go, then the bar. Where
    /// there is room, it keeps its place and length through all phases and attempts.
    std::string compose(const Progressing& progress) const
    {
        constexpr int shortestBar = 8, longestBar = 40, usualCount = 5;
        static const int usualTitle = columnsOf(phaseTitle(Phase::Denoise, 2));
        // The last column stays free: some terminals wrap as soon as it is written.
        const int columns = std::max(10, m_terminal.columns()) - 1;
        std::string left = jobLabel(progress.job) + phaseTitle(progress.phase, progress.attempt);
        std::string count, times = durationText(progress.elapsed);
        if (progress.units > 0)
            count = fmt::format("{}/{}", progress.done, progress.units);
        if (progress.left)
            times += fmt::format(", {} left", durationText(*progress.left));

        const auto length = [](const std::string& text) { return static_cast<int>(text.size()); };
        const int gaps = 2;
        // The bar keeps its length when the time left appears.
        constexpr int usualTimes = 20;
        const int titleColumns = length(jobLabel(progress.job)) + usualTitle;
        if (progress.units > 0
            && titleColumns + usualCount + usualTimes + shortestBar + 3 * gaps <= columns) {
            left = fmt::format("{:<{}}", left, titleColumns);
            count = fmt::format("{:>{}}", count, usualCount);
        }
        int taken = length(left) + (count.empty() ? 0 : length(count) + gaps);
        const bool withTimes = taken + gaps + length(times) <= columns;
        if (withTimes)
            taken += gaps + std::max(length(times), usualTimes);
        const int room = std::min(columns - taken - gaps, longestBar);

        if (progress.units > 0 && room >= shortestBar)
            left += "  "
                + progressBar(
                    static_cast<double>(progress.done) / progress.units, room, m_terminal.utf8);
        else if (taken > columns)
            return (left + "  " + count).substr(0, static_cast<std::size_t>(columns));
        if (!count.empty())
            left += "  " + count;
        if (withTimes)
            left += "  " + times;
        return left;
    }

    Terminal m_terminal;
    bool m_drawn = false;
};

} // namespace

std::unique_ptr<Reporter> makeTerminalReporter(
    ReportStreams streams, RunFacts facts, Terminal terminal, Clock clock)
{
    return std::make_unique<TerminalReporter>(
        streams, facts, std::move(terminal), std::move(clock));
}

} // namespace tilewright
