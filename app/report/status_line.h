// Tells what is being done, if it takes so long that people begin to wonder.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <ostream>
#include <string>
#include <thread>

#include "app/report/reporter.h"

namespace tilewright {

/// One line on `err` that is redrawn in place on a terminal; elsewhere a line for each new text.
/// Nothing is written in the first second, and none of it is left behind.
class StatusLine {
public:
    struct Form {
        bool redraws = false;
        Terminal terminal; ///< when it redraws
        std::chrono::milliseconds patience{1000};
        std::chrono::milliseconds interval{250}; ///< of ticking by itself; 0: it does not
        Clock clock = &std::chrono::steady_clock::now;
    };

    StatusLine(std::ostream& err, Form form);
    ~StatusLine();
    StatusLine(const StatusLine&) = delete;
    StatusLine& operator=(const StatusLine&) = delete;

    /// `done` of `units` are finished; 0 units: it cannot be told.
    void show(const std::string& text, int done = 0, int units = 0);
    /// Makes room for a line of text; what comes then is new work, and has its own first second.
    void clear();
    /// Lets the clock go on while nothing new is shown.
    void tick();

private:
    using TimePoint = std::chrono::steady_clock::time_point;

    void draw();
    std::string line() const;

    std::ostream& m_err;
    Form m_form;
    std::mutex m_mutex;
    std::string m_text;
    std::string m_told; ///< the text that was last written as a line of its own
    int m_done = 0;
    int m_units = 0;
    bool m_isDrawn = false;
    TimePoint m_began; ///< of the work since the last clear()
    std::condition_variable_any m_never;
    std::jthread m_thread; // last member: started when the rest is there
};

} // namespace tilewright
