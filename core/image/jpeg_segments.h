// Metadata as the application segments of a JPEG file.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image/picture_metadata.h"

namespace tilewright {

struct JpegSegment {
    int number = 0; ///< of APP0 … APP15
    std::vector<std::uint8_t> data; ///< at most 65,533 bytes
};

/// XMP in APP1; where it is too long for one segment, in several, with the provenance (and, where
/// that is not enough, the rest of the words) in an extended packet (XMP Specification Part 3,
/// 1.1.3.1). IPTC and the resolution in APP13; 0 dots per inch: not noted.
std::vector<JpegSegment> metadataSegments(const PictureMetadata& metadata, double dotsPerInch);

} // namespace tilewright
