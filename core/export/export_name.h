// What the files of an export are called, and what they say of themselves in words.
#pragma once

#include <string>

#include "core/export/image_export.h"
#include "core/generation/tile.h"

namespace tilewright {

/// Errors: Usage, as expandName().
Expected<void> checkNameTemplate(const std::string& nameTemplate);

/// Title, mix and colours in the language of the settings; how the tile was made only if it is to
/// be kept.
PictureMetadata exportMetadata(
    const Article& article, const ImageExport& settings, const Tile& tile);

} // namespace tilewright
