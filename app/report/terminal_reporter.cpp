#include <algorithm>
#include <array>

#include <spdlog/fmt/fmt.h>

#include "app/report/human_reporter.h"

namespace tilewright {
namespace {

// Carriage return, then "erase to the end of the line" (ECMA-48).
constexpr const char* lineStart = "\r\x1b[K";

std::string bar(double fraction, int columns, bool utf8)
{
    fraction = std::clamp(fraction, 0.0, 1.0);
    if (!utf8) {
        const int inside = columns - 2;
        const int full = static_cast<int>(fraction * inside);
        return fmt::format("[{}{}]", std::string(static_cast<std::size_t>(full), '#'),
            std::string(static_cast<std::size_t>(inside - full), '.'));
    }
    static constexpr std::array<const char*, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const int filled = static_cast<int>(fraction * columns * 8);
    std::string text;
    for (int i = 0; i < filled / 8; ++i)
        text += "█";
    text += eighths[static_cast<std::size_t>(filled % 8)];
    for (int i = (filled + 7) / 8; i < columns; ++i)
        text += "░";
    return text;
}

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

    /// What fits: the bar gives way first to a short one, then the times go, then the bar.
    std::string compose(const Progressing& progress) const
    {
        constexpr int shortestBar = 8, longestBar = 40;
        // The last column stays free: some terminals wrap as soon as it is written.
        const int columns = std::max(10, m_terminal.columns()) - 1;
        std::string left = jobLabel(progress.job) + std::string(phaseTitle(progress.phase));
        std::string count, times = durationText(progress.elapsed);
        if (progress.units > 0)
            count = fmt::format("{}/{}", progress.done, progress.units);
        if (progress.left)
            times += fmt::format(", {} left", durationText(*progress.left));

        const auto length = [](const std::string& text) { return static_cast<int>(text.size()); };
        const int gaps = 2;
        int taken = length(left) + (count.empty() ? 0 : length(count) + gaps);
        const bool withTimes = taken + gaps + length(times) <= columns;
        // The bar keeps its length when the time left appears.
        constexpr int usualTimes = 20;
        if (withTimes)
            taken += gaps + std::max(length(times), usualTimes);
        const int room = std::min(columns - taken - gaps, longestBar);

        if (progress.units > 0 && room >= shortestBar)
            left += "  "
                + bar(static_cast<double>(progress.done) / progress.units, room, m_terminal.utf8);
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
