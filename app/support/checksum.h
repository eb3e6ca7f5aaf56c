// SHA-256 of files, and lists of them as sha256sum writes them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

/// 64 lower-case hexadecimal digits. Errors: BadData when the file cannot be read.
Expected<std::string> sha256OfFile(const std::filesystem::path& file);

struct ChecksumReport {
    int files = 0; ///< in the list
    std::vector<std::string> missing; ///< names as in the list
    std::vector<std::string> changed;
    bool intact() const { return missing.empty() && changed.empty(); }
};

/// Compares the files in the list's folder with the list ("HEX  NAME" a line). Errors: BadData when
/// the list cannot be read or holds no checksum.
Expected<ChecksumReport> verifyChecksums(const std::filesystem::path& list);

} // namespace tilewright
