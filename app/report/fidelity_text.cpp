#include "app/report/fidelity_text.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include <spdlog/fmt/fmt.h>

#include "app/report/terminal_text.h"

namespace tilewright {
namespace {

/// "50" and "12.5", as mixes are written.
std::string askedText(double percent)
{
    std::string text = fmt::format("{:.1f}", percent);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text;
}

bool isAsked(const Fidelity& fidelity)
{
    return std::any_of(fidelity.colors.begin(), fidelity.colors.end(),
        [](const ColorFidelity& color) { return color.asked.has_value(); });
}

/// "true to the mix: 0.6 points off on average"
std::string verdictText(const Fidelity& fidelity)
{
    const double error = fidelity.meanError();
    std::string text = fmt::format("{} the mix: {:.1f} points off on average",
        fidelity.verdict() == Verdict::True        ? "true to"
            : fidelity.verdict() == Verdict::Close ? "close to"
                                                   : "off",
        error);
    // The verdict goes by the worse of the two, so the worse has to be seen.
    const double granules = fidelity.meanErrorOfGranules().value_or(0);
    if (granules > error && fmt::format("{:.1f}", granules) != fmt::format("{:.1f}", error))
        text += fmt::format(", {:.1f} by its granules", granules);
    return text;
}

/// A column of the table; the first is aligned to the left, the others to the right.
struct Column {
    std::string title;
    std::function<std::string(const ColorFidelity&)> text;
};

std::vector<Column> columnsFor(const Fidelity& fidelity, bool utf8)
{
    const auto number = [](const std::optional<double>& value, const char* format) {
        return value ? fmt::format(fmt::runtime(format), *value) : std::string();
    };
    const auto any = [&](auto member) {
        return std::any_of(fidelity.colors.begin(), fidelity.colors.end(),
            [&](const ColorFidelity& color) { return (color.*member).has_value(); });
    };
    std::vector<Column> columns{{"colour", [](const auto& color) { return color.color; }}};
    if (isAsked(fidelity))
        columns.push_back(
            {"asked", [=](const auto& color) { return number(color.asked, "{:.1f}"); }});
    columns.push_back(
        {"measured", [](const auto& color) { return fmt::format("{:.1f}", color.measured); }});
    if (isAsked(fidelity))
        columns.push_back({"difference", [](const auto& color) {
                               return color.asked ? fmt::format("{:+.1f}", color.difference())
                                                  : std::string();
                           }});
    if (any(&ColorFidelity::granules))
        columns.push_back(
            {"granules", [=](const auto& color) { return number(color.granules, "{:.1f}"); }});
    if (any(&ColorFidelity::deltaE))
        columns.push_back({utf8 ? "ΔE" : "dE",
            [=](const auto& color) { return number(color.deltaE, "{:.1f}"); }});
    return columns;
}

/// The measured share in full blocks, the rest of what was asked in light ones.
std::string shareBar(const ColorFidelity& color, double largest, int columns)
{
    const double whole = std::max(color.measured, color.asked.value_or(0));
    const int wide = static_cast<int>(std::lround(whole / largest * columns));
    return wide > 0 ? progressBar(color.measured / whole, wide, true) : std::string();
}

} // namespace

std::string fidelityLine(const Fidelity& fidelity)
{
    std::string colors;
    for (const ColorFidelity& color : fidelity.colors) {
        if (!colors.empty())
            colors += ", ";
        colors += color.asked
            ? fmt::format("{} {:.1f} for {}", color.color, color.measured, askedText(*color.asked))
            : fmt::format("{} {:.1f} %", color.color, color.measured);
    }
    return isAsked(fidelity) ? fmt::format("{} ({})", verdictText(fidelity), colors) : colors;
}

std::string fidelityTable(const Fidelity& fidelity, const FidelityTableForm& form)
{
    constexpr int gap = 2, shortestBar = 12, longestBar = 40;
    const std::vector<Column> columns = columnsFor(fidelity, form.utf8);
    std::vector<std::string> lines(fidelity.colors.size() + 1, "  ");
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::vector<std::string> cells{columns[i].title};
        for (const ColorFidelity& color : fidelity.colors)
            cells.push_back(columns[i].text(color));
        int width = 0;
        for (const std::string& cell : cells)
            width = std::max(width, columnsOf(cell));
        for (std::size_t row = 0; row < cells.size(); ++row) {
            const std::string blanks(static_cast<std::size_t>(width - columnsOf(cells[row])), ' ');
            lines[row]
                += i == 0 ? cells[row] + blanks : std::string(gap, ' ') + blanks + cells[row];
        }
    }
    const int room = std::min(form.columns - columnsOf(lines.front()) - gap - 1, longestBar);
    double largest = 0;
    for (const ColorFidelity& color : fidelity.colors)
        largest = std::max({largest, color.measured, color.asked.value_or(0)});
    std::string text = lines.front() + "\n";
    for (std::size_t row = 1; row < lines.size(); ++row) {
        text += lines[row];
        if (form.utf8 && room >= shortestBar && largest > 0)
            text += "  " + shareBar(fidelity.colors[row - 1], largest, room);
        text += "\n";
    }

    if (isAsked(fidelity)) {
        std::string sentence = verdictText(fidelity);
        sentence.front() = static_cast<char>(std::toupper(sentence.front()));
        text += "  " + sentence + ".\n";
    }
    if (fidelity.kept)
        text += fmt::format(
            "  {:.1f} % of the area kept the colour that its granules were laid in.\n",
            *fidelity.kept);
    constexpr double noticed = 0.05; // percent; less would read 0.0
    if (fidelity.unexplained >= noticed)
        text += fmt::format(
            "  {:.1f} % of the area looks like none of these colours.\n", fidelity.unexplained);
    return text;
}

} // namespace tilewright
