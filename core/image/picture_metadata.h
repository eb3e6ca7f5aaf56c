// What a picture file says of itself in words.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace tilewright {

/// All UTF-8; empty: not told.
struct PictureMetadata {
    std::string title;
    std::string description;
    std::string creator;
    std::string copyright;
    std::vector<std::string> keywords;
    /// IPTC's digital source type: true says trainedAlgorithmicMedia.
    bool madeByModel = false;
    std::string software; ///< name and version of the program
    /// How the tile was made, by keyword ("tilewright", "parameters"): text chunks of a PNG. In
    /// other kinds of file "tilewright" goes into the XMP packet, in a namespace of its own.
    std::map<std::string, std::string> provenance;

    bool operator==(const PictureMetadata&) const = default;
};

} // namespace tilewright
