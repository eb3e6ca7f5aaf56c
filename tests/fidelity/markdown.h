// Pieces of a Markdown document.
#pragma once

#include <string>
#include <vector>

#include "fidelity/statistics.h"

namespace tilewright::fidelity {

/// A table whose first column is text and whose others are numbers, aligned to the right.
class Table {
public:
    explicit Table(const std::vector<std::string>& heads);
    void add(const std::vector<std::string>& cells);
    const std::string& text() const { return m_text; }

private:
    void addLine(const std::vector<std::string>& cells);

    std::string m_text;
};

std::string number(double value, int decimals = 2);
std::string count(std::size_t value);
/// Count, mean, median, 95th percentile and worst, as cells behind `name`.
std::vector<std::string> summaryCells(const std::string& name, const Summary& summary);
const std::vector<std::string>& summaryHeads(); ///< of these cells

} // namespace tilewright::fidelity
