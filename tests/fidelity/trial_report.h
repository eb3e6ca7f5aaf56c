// The part of the document about single settings.
#pragma once

#include <string>

#include "fidelity/results.h"

namespace tilewright::fidelity {

/// Sharpness, what re-tinting does, and how strength, hold and re-tinting were chosen.
std::string trialReport(const Results& results);

} // namespace tilewright::fidelity
