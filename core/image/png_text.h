// What a PNG says in words, without decoding its picture.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/support/error.h"

namespace tilewright {

struct PngText {
    int width = 0; ///< pixels
    int height = 0;
    std::optional<std::string> text; ///< UTF-8; absent: there is none with the keyword
};

/// Goes from chunk to chunk, so that a file of any size costs a few reads. Notices files that are
/// cut off, but not damage inside the picture. Errors: BadData.
Expected<PngText> readPngText(const std::filesystem::path& path, const std::string& keyword);

} // namespace tilewright
