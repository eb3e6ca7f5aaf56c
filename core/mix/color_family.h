// Which family of colours a granule belongs to, as people sort them.
#pragma once

#include <array>

#include "core/color/color.h"

namespace tilewright {

enum class ColorFamily { Reds, Yellows, Greens, Blues, Browns, Greys };

inline constexpr std::array colorFamilies{ColorFamily::Reds, ColorFamily::Yellows,
    ColorFamily::Greens, ColorFamily::Blues, ColorFamily::Browns, ColorFamily::Greys};

/// By hue and chroma: what is nearly neutral is grey (white and black too), dull warm hues are
/// brown (beige too), violet counts as blue, pink and orange as red.
ColorFamily familyOf(const Lab& color);

} // namespace tilewright
