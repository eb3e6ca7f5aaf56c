#include "fidelity/progress.h"

#include <algorithm>
#include <cstdio>
#include <spdlog/fmt/fmt.h>

#include <unistd.h>

namespace tilewright::fidelity {

Progress::Progress(std::size_t total) : m_total(total), m_isTerminal(isatty(STDERR_FILENO) != 0) { }

Progress::~Progress()
{
    if (m_isTerminal && m_done > 0)
        fmt::print(stderr, "\n");
}

void Progress::advance(const std::string& what)
{
    ++m_done;
    const std::size_t part = std::max<std::size_t>(1, m_total / 20);
    if (!m_isTerminal && m_done % part != 0 && m_done != m_total)
        return;
    const double elapsed = std::chrono::duration<double>(Clock::now() - m_begin).count();
    const auto left = static_cast<int>(
        elapsed / static_cast<double>(m_done) * static_cast<double>(m_total - m_done));
    const std::string line = fmt::format(
        "{} of {} tiles, {}:{:02} left ({})", m_done, m_total, left / 60, left % 60, what);
    if (m_isTerminal)
        fmt::print(stderr, "\r{:<60}", line);
    else
        fmt::print(stderr, "{}\n", line);
    std::fflush(stderr);
}

} // namespace tilewright::fidelity
