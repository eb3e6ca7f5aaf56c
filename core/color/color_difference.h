// How different two colours look to a person.
#pragma once

#include "core/color/color.h"

namespace tilewright {

/// CIEDE2000 with kL = kC = kH = 1; about 1 is a difference just seen. Symmetric, 0 for equal
/// colours, but no metric: the triangle inequality does not hold.
/// Source: Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes,
/// Supplementary Test Data, and Mathematical Observations", Color Res. Appl. 30 (2005).
double deltaE2000(const Lab& first, const Lab& second);

} // namespace tilewright
