// Picture files for print and web: resolution, colour profile and metadata inside.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string_view>

#include "core/image/picture_metadata.h"
#include "core/image/row_source.h"

namespace tilewright {

enum class PictureKind { Png, Jpeg, Tiff, Webp };

std::string_view toText(PictureKind); ///< "png", "jpeg", "tiff", "webp"
/// Also "jpg", "tif" and "jpeg-2000"-like near misses are told. Errors: Usage.
Expected<PictureKind> parsePictureKind(std::string_view text);
std::string_view suffixOf(PictureKind); ///< ".png", ".jpg", ".tif", ".webp"

/// Whether files of this kind can hold such pixels at such a size: JPEG has no alpha, no 16 bits
/// and at most 65,500 pixels a side, WebP is 8-bit RGB of at most 16,383, PNG has no CMYK.
/// Errors: Usage, with what to choose instead in the sentence.
Expected<void> checkPicture(PictureKind kind, const PictureHeader& header);

struct WriteOptions {
    PictureKind kind = PictureKind::Png;
    int quality = 92; ///< of JPEG (4:4:4 from 90 on) and lossy WebP, 1…100
    bool isLossless = false; ///< WebP
    double dotsPerInch = 300; ///< as it is noted in the file; 0: not noted
    PictureMetadata metadata;
};

/// Writes beside and renames: `path` is old or new, never half. The header's profile is embedded;
/// without one RGB and grey are tagged sRGB where the kind of file can say so. `progress` gets
/// 0…1. Memory does not grow with the height of the picture, but for WebP. Errors: as
/// checkPicture() and those of the source; CannotWrite (full disk, no permission), Cancelled.
/// Nothing is left behind then.
Expected<void> writePicture(const std::filesystem::path& path, RowSource& rows,
    const WriteOptions& options, const std::function<void(double)>& progress = {},
    std::stop_token stop = {});

} // namespace tilewright
