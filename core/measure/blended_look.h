// How pixels look on the edge between granules of two colours, and in shadow.
#pragma once

#include <vector>

#include "core/measure/calibration.h"

namespace tilewright {

/// Likelihood per bin of ColorHistogram, smoothed like that of a Look: light of a pixel of the one
/// colour and of one of the other in any proportion, as the lens adds them.
std::vector<float> blendedLikelihood(const Calibration::Look& one, const Calibration::Look& other);

/// The same for pixels of a colour that lie in the shadow of others, in any part of their light.
std::vector<float> shadedLikelihood(const Calibration::Look& look);

} // namespace tilewright
