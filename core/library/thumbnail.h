// Small pictures for the gallery.
#pragma once

#include <filesystem>

#include "core/image/image.h"
#include "core/support/error.h"

namespace tilewright {

/// The mean of the light over the area of each new pixel, so that granules keep their mixed colour.
/// The longer side gets `side` pixels; a picture that is not larger stays as it is.
Image scaledDown(const Image& image, int side);

/// JPEG of quality 85, written beside and renamed; makes the folder. Errors: CannotWrite, Internal,
/// Retryable.
Expected<void> writeThumbnail(const std::filesystem::path& file, const Image& image, int side);

} // namespace tilewright
