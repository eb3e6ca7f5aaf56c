// Keeps programs that use a library apart from one that makes its index anew.
#pragma once

#include <memory>

#include "core/library/library_folder.h"

namespace tilewright {

/// Shared by all that have the library open; exclusive while it is rebuilt. Ends with the process,
/// however that ends. On file systems without locks it holds nobody back.
class LibraryLock {
public:
    enum class Kind { Shared, Exclusive };

    /// Waits up to `patience` for the others. Errors: Retryable, CannotWrite.
    static Expected<std::unique_ptr<LibraryLock>> take(
        const LibraryFolder& folder, Kind kind, std::chrono::milliseconds patience);
    LibraryLock(const LibraryLock&) = delete;
    LibraryLock& operator=(const LibraryLock&) = delete;
    ~LibraryLock();

private:
    explicit LibraryLock(int file) : m_file(file) { }
    const int m_file;
};

} // namespace tilewright
