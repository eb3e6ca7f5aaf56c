// Files are written beside their target and renamed, so that a target is either old or new, never
// half.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "core/support/error.h"

namespace tilewright {

/// Writes `bytes` to a temporary file in the folder of `path`, flushes it to the disk and renames
/// it over `path`. On any error the temporary file is removed and an existing `path` is untouched.
/// Errors: CannotWrite.
Expected<void> writeFileAtomically(
    const std::filesystem::path& path, std::span<const std::byte> bytes);
Expected<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text);

/// Says early, before minutes of work, whether a file could be written at `path`: its folder exists
/// and takes files. Leaves nothing behind. Errors: CannotWrite.
Expected<void> checkWritable(const std::filesystem::path& path);

/// The whole file as text. Errors: BadData when it cannot be read or is larger than `maximumBytes`.
Expected<std::string> readTextFile(
    const std::filesystem::path& path, std::size_t maximumBytes = std::size_t{64} << 20);

} // namespace tilewright
