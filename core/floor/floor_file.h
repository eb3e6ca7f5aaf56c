// The picture of a floor as a file.
#pragma once

#include <filesystem>

#include "core/floor/floor_recipes.h"

namespace tilewright {

/// PNG, JPEG, TIFF or WebP after the file's ending, with what is laid in its metadata. Writes
/// beside and renames. Errors: Usage (another ending), CannotWrite, Cancelled.
Expected<void> writeFloorPicture(const std::filesystem::path& file, const Image& picture,
    const FloorPlan& plan, const std::vector<FloorRecipe>& recipes,
    const std::function<void(double)>& progress = {}, std::stop_token stop = {});

/// Whether the ending is one of those. Errors: Usage.
Expected<void> checkFloorPictureName(const std::filesystem::path& file);

} // namespace tilewright
