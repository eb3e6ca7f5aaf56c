// Ctrl-C without signal handlers: a thread waits for the signals and turns the first into a stop
// request.
#pragma once

#include <csignal>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tilewright {

/// From its construction SIGINT, SIGTERM and SIGHUP are blocked in this thread and in those started
/// later, so make it before any of them. The first signal requests stop; the second ends the
/// process with status 130. Signals that the parent had set to be ignored (nohup) stay ignored.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_source.get_token(); }
    /// Hold it while a file is written: the second signal waits for it (two seconds at most), so
    /// that no temporary file is left behind.
    std::timed_mutex& writing() { return m_writing; }

private:
    void wait(const std::stop_token& stop);

    sigset_t m_signals{};
    sigset_t m_previous{};
    std::stop_source m_source;
    std::timed_mutex m_writing;
    std::jthread m_thread; // last member: started when the rest is there
};

} // namespace tilewright
