// How long the steps that are left will take.
#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace tilewright::ui {

/// Mean over the last few steps, so that a slow first step (kernels warming up) is forgotten soon.
class RemainingTime {
public:
    using Clock = std::chrono::steady_clock;

    void start(Clock::time_point now);
    void stepDone(Clock::time_point now);
    /// None before two steps are done: one is no measure.
    std::optional<Clock::duration> estimate(int stepsLeft) const;

private:
    static constexpr std::size_t window = 8; ///< steps
    std::deque<Clock::time_point> m_times; ///< start, then the end of each of the last steps
    int m_done = 0;
};

} // namespace tilewright::ui
