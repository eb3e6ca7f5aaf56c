// JPEG files for thumbnails and previews.
#pragma once

#include <cstddef>
#include <vector>

#include "core/image/image.h"
#include "core/support/error.h"

namespace tilewright {

/// Baseline JPEG with 4:2:0 chroma; `quality` 1…100. Errors: Internal (no picture, or one of more
/// than 65,500 pixels a side), Retryable (not enough memory).
Expected<std::vector<std::byte>> encodeJpeg(const Image& image, int quality);

} // namespace tilewright
