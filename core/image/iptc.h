// Metadata in the binary form that news agencies and print shops have read since before XMP.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image/picture_metadata.h"

namespace tilewright {

/// An IPTC-IIM 4.2 record in UTF-8. Values are cut at the lengths that the standard allows, between
/// two characters. Empty when there is nothing to say.
std::vector<std::uint8_t> iptcRecord(const PictureMetadata& metadata);

/// The record and the resolution as Photoshop image resources, the form in which JPEG files have
/// them. 0 dots per inch: not noted. Empty when there is nothing to say.
std::vector<std::uint8_t> photoshopResources(
    const std::vector<std::uint8_t>& iptc, double dotsPerInch);

} // namespace tilewright
