#include "app/support/interrupt.h"

#include <chrono>
#include <initializer_list>

#include <pthread.h>
#include <unistd.h>

#include "core/support/error.h"

namespace tilewright {

Interrupt::Interrupt()
{
    sigemptyset(&m_signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction action { };
        sigaction(signal, nullptr, &action);
        if (action.sa_handler != SIG_IGN)
            sigaddset(&m_signals, signal);
    }
    // Wakes the waiting thread when the object goes; nothing else sends it.
    sigaddset(&m_signals, SIGUSR2);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_previous);
    m_thread = std::jthread([this](const std::stop_token& stop) { wait(stop); });
}

Interrupt::~Interrupt()
{
    m_thread.request_stop();
    pthread_kill(m_thread.native_handle(), SIGUSR2);
    m_thread.join();
    pthread_sigmask(SIG_SETMASK, &m_previous, nullptr);
}

void Interrupt::wait(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        int signal = 0;
        if (sigwait(&m_signals, &signal) != 0 || signal == SIGUSR2)
            continue;
        if (m_source.request_stop())
            continue;
        std::unique_lock lock(m_writing, std::chrono::seconds(2));
        // The newline ends a half-drawn progress bar.
        if (isatty(STDERR_FILENO)) [[maybe_unused]]
            const auto written = write(STDERR_FILENO, "\n", 1);
        _exit(exitCode(ErrorKind::Cancelled));
    }
}

} // namespace tilewright
