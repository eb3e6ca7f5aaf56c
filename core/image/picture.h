// Photographs, scans and tiles from files of any common kind, made alike: upright 8-bit sRGB.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/image/image.h"
#include "core/support/error.h"

namespace tilewright {

struct Picture {
    Image image; ///< where the coverage is 0 its colours mean nothing
    /// Per pixel, row by row, 0 (transparent) … 255 (covered); empty: all is covered.
    std::vector<std::uint8_t> coverage;
    int scale = 1; ///< each pixel is the mean, in linear light, of scale × scale of the file's
};

struct ReadLimits {
    /// A larger picture is scaled down, by the smallest whole factor that suffices, while it is
    /// read, so that memory for the whole of it is not needed.
    int longestSide = 4096;
    std::uint64_t pixels = 2'000'000'000; ///< larger ones are refused
};

/// Reads PNG, JPEG, TIFF (its first page) or WebP, told apart by content and not by name. Grey,
/// palette, RGB and CMYK of 1 to 16 bits become 8-bit sRGB, by the ICC profile where the file
/// brings one (relative colorimetric with black point compensation). Without a profile RGB and
/// grey are sRGB already, and CMYK becomes R = (1 - C)(1 - K) and so on. The orientation that a
/// camera noted is applied.
/// Errors: BadData (missing, no picture, damaged, cut off, too large, of a kind that is not read),
/// Retryable (not enough memory).
Expected<Picture> readPicture(const std::filesystem::path& path, const ReadLimits& limits = {});

} // namespace tilewright
