// The document for people who wonder whether to trust the promise, and the table behind it.
#pragma once

#include <string>

#include "fidelity/results.h"

namespace tilewright::fidelity {

/// Markdown. All numbers are taken from the results. It shows fidelity.png and fidelity-sheet.jpg
/// and names fidelity.csv.
std::string fidelityDocument(const Results& results);

/// One line per tile, trials with and without re-tinting on a line each.
std::string fidelityCsv(const Results& results);

} // namespace tilewright::fidelity
