#include "core/library/library_lock.h"

#include <cerrno>
#include <fcntl.h>
#include <spdlog/fmt/fmt.h>
#include <sys/file.h>
#include <system_error>
#include <thread>
#include <unistd.h>

namespace tilewright {

Expected<std::unique_ptr<LibraryLock>> LibraryLock::take(
    const LibraryFolder& folder, Kind kind, std::chrono::milliseconds patience)
{
    const int file = ::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0)
        return fail(ErrorKind::CannotWrite,
            fmt::format("Cannot keep tiles in {}: {}. Choose another folder, or allow writing "
                        "there.",
                folder.root.string(), std::generic_category().message(errno)));
    std::unique_ptr<LibraryLock> lock(new LibraryLock(file));
    const auto end = std::chrono::steady_clock::now() + patience;
    const int operation = kind == Kind::Shared ? LOCK_SH : LOCK_EX;
    while (::flock(file, operation | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return lock;
        if (std::chrono::steady_clock::now() >= end)
            return fail(ErrorKind::Retryable,
                kind == Kind::Shared
                    ? fmt::format("The index of the library {} is being made anew. Try again when "
                                  "that is done.",
                        folder.root.string())
                    : fmt::format("The library {} is in use. Close the studio and the other "
                                  "programs that use it, and try again.",
                        folder.root.string()));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return lock;
}

LibraryLock::~LibraryLock()
{
    ::close(m_file);
}

} // namespace tilewright
