// Colour profiles that a picture can be made for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/export/lcms_handles.h"
#include "core/image/row_source.h"

namespace tilewright {

struct IccProfile {
    std::vector<std::uint8_t> bytes; ///< as they are embedded
    std::string name; ///< its description
    ColorModel model = ColorModel::Rgb;
};

/// Plain matrix profiles of ICC version 2, which every program reads, made from published figures:
/// IEC 61966-2-1, and Adobe RGB (1998) Color Image Encoding, version 2005-05 (the same colours, not
/// Adobe's file). Always the same bytes.
IccProfile srgbProfile();
IccProfile adobeRgbProfile();

/// Reads a profile of a print condition or a device. Errors: BadData when it is missing, no
/// profile, damaged, cut off, or cannot be an output; the sentence tells what to choose instead.
Expected<IccProfile> readOutputProfile(const std::filesystem::path& path);

/// The largest file that is read: profiles of printers and displays have some megabytes at most.
constexpr std::size_t largestProfile = std::size_t{64} << 20;
constexpr std::size_t profileHeaderSize = 128; ///< ICC.1:2001-04, 6.1

/// Bytes that a profile says it has; 0 when this is not the beginning of one. `begin` has at least
/// profileHeaderSize bytes.
std::size_t sizeInHeader(std::string_view begin);

/// Says why colours cannot be turned into those of `profile`; `file` is its name for the sentence.
/// Errors: BadData.
Expected<ColorModel> checkOutputProfile(cmsHPROFILE profile, const std::string& file);

/// The profile's description in the user's language if it has that, without control signs; may be
/// empty.
std::string descriptionOf(cmsHPROFILE profile);

} // namespace tilewright
