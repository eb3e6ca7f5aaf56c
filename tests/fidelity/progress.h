// Tells on stderr how far the protocol is.
#pragma once

#include <chrono>
#include <string>

namespace tilewright::fidelity {

class Progress {
public:
    explicit Progress(std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// One more is done; `what` tells which kind. On a terminal the line is drawn anew; elsewhere
    /// there is a line for every twentieth part.
    void advance(const std::string& what);

private:
    using Clock = std::chrono::steady_clock;

    std::size_t m_total;
    std::size_t m_done = 0;
    bool m_isTerminal;
    Clock::time_point m_begin = Clock::now();
};

} // namespace tilewright::fidelity
