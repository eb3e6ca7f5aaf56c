// How true a picture is to its mix, for people.
#pragma once

#include <string>

#include "core/measure/fidelity.h"

namespace tilewright {

/// "true to the mix: 0.6 points off on average (red 49.2 for 50, black 30.8 for 30)"; where nothing
/// was asked "red 49.2 %, black 30.8 %".
std::string fidelityLine(const Fidelity& fidelity);

struct FidelityTableForm {
    bool utf8 = false;
    int columns = 80; ///< bars appear where they fit, and the character set has them
};

/// A row for each colour with what was asked and measured, the difference in points and CIEDE2000
/// of the colour itself, and below it the verdict in a sentence. Columns of which nothing is known
/// are left out.
std::string fidelityTable(const Fidelity& fidelity, const FidelityTableForm& form);

} // namespace tilewright
