// A file seen as memory, so that gigabytes of weights are read only where they are touched.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

#include "core/support/error.h"

namespace tilewright::inference {

struct MappedFile {
    std::shared_ptr<const void> owner; ///< unmaps when the last copy goes; null for an empty file
    std::span<const std::byte> bytes;
};

/// Maps a regular file for reading. The file must not be shortened while it is mapped; programs
/// that write beside and rename never do that. Errors: BadData, the sentence names the file.
Expected<MappedFile> mapFile(const std::filesystem::path& path);

} // namespace tilewright::inference
