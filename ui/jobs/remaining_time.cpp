#include "ui/jobs/remaining_time.h"

namespace tilewright::ui {

void RemainingTime::start(Clock::time_point now)
{
    m_times = {now};
    m_done = 0;
}

void RemainingTime::stepDone(Clock::time_point now)
{
    ++m_done;
    m_times.push_back(now);
    if (m_times.size() > window + 1)
        m_times.pop_front();
}

std::optional<RemainingTime::Clock::duration> RemainingTime::estimate(int stepsLeft) const
{
    if (m_done < 2)
        return std::nullopt;
    const auto steps = static_cast<Clock::duration::rep>(m_times.size() - 1);
    return (m_times.back() - m_times.front()) / steps * stepsLeft;
}

} // namespace tilewright::ui
