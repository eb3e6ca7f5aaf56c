// How pixels look on the edge between granules of two colours, and in shadow.
#pragma once

#include <vector>

#include "core/color/color.h"
#include "core/measure/calibration.h"

namespace tilewright {

/// Draws the light of pixels of a look by their lightness.
class LookPixels {
public:
    explicit LookPixels(const Calibration::Look& look);
    /// 0: the darkest pixel, 1: the lightest.
    const LinearRgb& at(double quantile) const;

private:
    std::vector<double> m_upTo;
    std::vector<LinearRgb> m_light;
};

/// Likelihood per bin of ColorHistogram, smoothed like that of a Look: light of a pixel of the one
/// colour and of one of the other in any proportion, as the lens adds them.
std::vector<float> blendedLikelihood(const LookPixels& one, const LookPixels& other);

/// The same for pixels of a colour that lie in the shadow of others, in any part of their light.
std::vector<float> shadedLikelihood(const LookPixels& look);

} // namespace tilewright
