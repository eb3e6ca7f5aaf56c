// How the window speaks of fidelity, and in which colour.
#pragma once

#include <QPalette>
#include <QString>

#include "core/measure/fidelity.h"

namespace tilewright::ui {

/// "49.2": percent or points with one decimal in the default locale's digits.
QString displayPoints(double points);
/// "+0.9", "−0.8", "0.0": with a true minus sign.
QString displayDifference(double points);
/// "True to the mix: 0.6 points off on average"
QString verdictSentence(const Fidelity& fidelity);
/// Where a palette holds the colour of a verdict's dot; the words or the number stand beside it.
QPalette::ColorRole roleOf(Verdict verdict);

} // namespace tilewright::ui
