#include "fidelity/markdown.h"

#include <spdlog/fmt/fmt.h>

namespace tilewright::fidelity {

Table::Table(const std::vector<std::string>& heads)
{
    addLine(heads);
    std::vector<std::string> rules(heads.size(), "---:");
    rules.front() = "---";
    addLine(rules);
}

void Table::add(const std::vector<std::string>& cells)
{
    addLine(cells);
}

void Table::addLine(const std::vector<std::string>& cells)
{
    for (const std::string& cell : cells)
        m_text += "| " + cell + " ";
    m_text += "|\n";
}

std::string number(double value, int decimals)
{
    return fmt::format("{:.{}f}", value, decimals);
}

std::string count(std::size_t value)
{
    return std::to_string(value);
}

std::vector<std::string> summaryCells(const std::string& name, const Summary& summary)
{
    return {name, count(summary.count), number(summary.mean), number(summary.median),
        number(summary.percentile95), number(summary.worst)};
}

const std::vector<std::string>& summaryHeads()
{
    static const std::vector<std::string> heads{
        "points", "count", "mean", "median", "95 % within", "worst"};
    return heads;
}

} // namespace tilewright::fidelity
