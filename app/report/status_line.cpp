#include "app/report/status_line.h"

#include <algorithm>

#include <spdlog/fmt/fmt.h>

#include "app/report/human_reporter.h"
#include "app/report/terminal_text.h"

namespace tilewright {
namespace {

// Carriage return, then "erase to the end of the line" (ECMA-48).
constexpr const char* lineStart = "\r\x1b[K";

} // namespace

StatusLine::StatusLine(std::ostream& err, Form form)
    : m_err(err), m_form(std::move(form)), m_began(m_form.clock())
{
    if (m_form.interval.count() == 0)
        return;
    m_thread = std::jthread([this](const std::stop_token& stop) {
        std::mutex idle;
        std::unique_lock lock(idle);
        while (!stop.stop_requested()) {
            if (!m_never.wait_for(lock, stop, m_form.interval, [] { return false; }))
                tick();
        }
    });
}

StatusLine::~StatusLine()
{
    m_thread = {}; // ends it before the line is erased for good
    clear();
}

void StatusLine::show(const std::string& text, int done, int units)
{
    const std::scoped_lock lock(m_mutex);
    m_text = text;
    m_done = done;
    m_units = units;
    draw();
}

void StatusLine::clear()
{
    const std::scoped_lock lock(m_mutex);
    if (m_isDrawn)
        m_err << lineStart << std::flush;
    m_isDrawn = false;
    m_text.clear();
    m_began = m_form.clock();
}

void StatusLine::tick()
{
    const std::scoped_lock lock(m_mutex);
    draw();
}

void StatusLine::draw()
{
    if (m_text.empty() || m_form.clock() - m_began < m_form.patience)
        return;
    if (m_form.redraws) {
        m_err << lineStart << line() << std::flush;
        m_isDrawn = true;
    } else if (m_text != m_told) {
        m_told = m_text;
        m_err << m_text;
        if (m_units > 0)
            m_err << fmt::format(" ({}/{})", m_done, m_units);
        m_err << "\n" << std::flush;
    }
}

std::string StatusLine::line() const
{
    constexpr int shortestBar = 8, longestBar = 40, gap = 2;
    // The last column stays free: some terminals wrap as soon as it is written.
    const int columns = std::max(10, m_form.terminal.columns()) - 1;
    const std::chrono::duration<double> elapsed = m_form.clock() - m_began;
    std::string end = "  " + durationText(elapsed);
    if (m_units > 0) {
        end = fmt::format("  {}/{}{}", m_done, m_units, end);
        if (m_done > 0)
            end += fmt::format(", {} left", durationText(elapsed / m_done * (m_units - m_done)));
    }
    std::string start = m_text;
    const int room = std::min(columns - columnsOf(start + end) - gap, longestBar);
    if (m_units > 0 && room >= shortestBar)
        start += "  "
            + progressBar(static_cast<double>(m_done) / m_units, room, m_form.terminal.utf8);
    return cutToColumns(start + end, columns);
}

} // namespace tilewright
