// Asked against measured, every colour of every tile a dot.
#pragma once

#include <QImage>

#include "fidelity/results.h"

namespace tilewright::fidelity {

/// Two panels, guided and from the prompt alone, to be shown at half its size. Needs a
/// QGuiApplication for its fonts.
QImage drawFigure(const Results& results);

} // namespace tilewright::fidelity
