// Metadata as XML, in the form that picture editors, agencies and file managers read.
#pragma once

#include <string>

#include "core/image/picture_metadata.h"

namespace tilewright {

struct XmpOptions {
    /// Noted too unless 0, for files that have no better place for it.
    double dotsPerInch = 0;
    /// MD5, in capital hexadecimal digits, of a second packet that lies in the same file and has
    /// the properties for which there was no room in this one. Empty: there is none.
    std::string extension = {};
};

/// An XMP packet (ISO 16684-1) in UTF-8, with the properties of Dublin Core, XMP Basic and IPTC
/// Extension, and `metadata.provenance["tilewright"]` in a namespace of our own. Characters that
/// XML cannot hold are left out. Empty when there is nothing to say.
std::string xmpPacket(const PictureMetadata& metadata, const XmpOptions& options = {});

} // namespace tilewright
