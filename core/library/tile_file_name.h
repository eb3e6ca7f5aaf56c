// Where a finished tile is saved.
#pragma once

#include <filesystem>
#include <string>

#include "core/generation/request.h"

namespace tilewright {

/// "50-red-30-black-20-pearl-1704233"; "tile-1704233" without a mix. Without suffix. Of a mix with
/// very long names only the beginning, so that file systems take it.
std::string tileFileStem(const GenerationRequest& request);

/// FOLDER/STEM.png, or STEM-2.png, STEM-3.png … where that is taken: nothing is ever overwritten.
std::filesystem::path freeTilePath(
    const std::filesystem::path& folder, const GenerationRequest& request);

} // namespace tilewright
