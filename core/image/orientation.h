// Cameras store a picture as the sensor read it and note how it was held.
#pragma once

#include <cstdint>
#include <span>

#include "core/image/picture.h"

namespace tilewright {

/// The orientation tag (1…8) of EXIF data, with or without the leading "Exif\0\0"; 1 where it is
/// missing or wrong. Source: TIFF 6.0 sections 2 and 8, CIPA DC-008 (Exif 2.3).
int exifOrientation(std::span<const std::uint8_t> exif);

/// Turns and mirrors a picture so that what was stored with `orientation` stands upright.
Picture upright(Picture picture, int orientation);

} // namespace tilewright
