// Bytes of a file that are read piece by piece, or of memory that stands for one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/support/error.h"

namespace tilewright::inference {

/// A file that somebody changes while it is read gives an error. (Memory that is mapped to it would
/// end the program when the file is cut short, and hand out a mixture of old and new otherwise.)
/// A file that is removed or replaced by renaming can be read on to its end.
class StoredBytes {
public:
    /// Errors: BadData, the sentence names the file.
    static Expected<std::shared_ptr<const StoredBytes>> ofFile(const std::filesystem::path& path);
    static std::shared_ptr<const StoredBytes> ofMemory(std::vector<std::byte> bytes);

    virtual ~StoredBytes() = default;

    /// When it was opened.
    std::uint64_t size() const { return m_size; }
    /// Fills `target` from `offset` on; both lie within the size. May be called from any thread.
    /// Errors: BadData when the file was changed meanwhile, or the disk gives it no more.
    virtual Expected<void> read(std::uint64_t offset, std::span<std::byte> target) const = 0;

protected:
    explicit StoredBytes(std::uint64_t size) : m_size(size) { }

private:
    const std::uint64_t m_size;
};

} // namespace tilewright::inference
