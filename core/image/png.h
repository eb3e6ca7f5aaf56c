// PNG files with text chunks, tagged as sRGB.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/image/image.h"
#include "core/support/error.h"

namespace tilewright {

struct PngPicture {
    Image image;
    std::map<std::string, std::string>
        text; ///< keyword -> UTF-8 text (Latin-1 keyword, at most 79 bytes)
};

/// Writes beside and renames. Text is stored as tEXt where it is plain ASCII (so that every reader
/// of the "parameters" convention finds it), else as iTXt; NUL characters, which PNG cannot hold,
/// are left out. The picture is tagged sRGB. Errors: CannotWrite, Retryable (not
/// enough memory).
Expected<void> writePng(const std::filesystem::path& path, const PngPicture& picture);

/// Reads any PNG of at most 100 megapixels as upright 8-bit sRGB (alpha laid over white). Of a
/// keyword that occurs twice the first counts. Errors: BadData for damaged, foreign or absurdly
/// large files.
Expected<PngPicture> readPng(const std::filesystem::path& path);

} // namespace tilewright
