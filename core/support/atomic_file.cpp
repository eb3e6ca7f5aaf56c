#include "core/support/atomic_file.h"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <random>
#include <spdlog/fmt/fmt.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tilewright {
namespace {

namespace fs = std::filesystem;

std::string reason(int error)
{
    return std::generic_category().message(error);
}

tl::unexpected<Error> cannotWrite(const fs::path& path, const std::string& why)
{
    return fail(ErrorKind::CannotWrite, fmt::format("Cannot write {}: {}.", path.string(), why));
}

/// The file that is really written: behind a symbolic link, its target. Refuses what a rename
/// would destroy (a folder, a device).
Expected<fs::path> resolveTarget(const fs::path& path)
{
    if (path.filename().empty())
        return cannotWrite(path, "this names a folder, not a file");
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::status_known(status))
        return cannotWrite(path, error.message()); // e.g. a name that is too long
    if (fs::is_directory(status))
        return cannotWrite(path, "this is a folder; add a file name");
    if (fs::exists(status) && !fs::is_regular_file(status))
        return cannotWrite(path, "this is not an ordinary file");
    fs::path target = path;
    if (fs::exists(status) && fs::is_symlink(fs::symlink_status(path, error)))
        target = fs::canonical(path, error);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        return cannotWrite(path,
            fmt::format(
                "the folder {} does not exist; create it or choose another", folder.string()));
    return target;
}

/// A new file beside its target. Removed again unless it was renamed over the target.
class TemporaryFile {
public:
    explicit TemporaryFile(fs::path target) : m_target(std::move(target)) { }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        closeFile();
        if (!m_path.empty())
            ::unlink(m_path.c_str());
    }

    /// Each function gives 0 or an errno value.
    int open()
    {
        // The name does not grow with the target's, which may have the greatest length allowed.
        std::random_device random;
        for (int attempt = 0; attempt < 16; ++attempt) {
            const fs::path path
                = m_target.parent_path() / fmt::format(".tilewright-{:08x}.tmp", random());
            m_file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (m_file >= 0) {
                m_path = path;
                return 0;
            }
            if (errno != EEXIST)
                return errno;
        }
        return EEXIST;
    }

    int write(std::span<const std::byte> bytes)
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return errno;
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return ::fsync(m_file) == 0 ? 0 : errno;
    }

    int commit()
    {
        // A disk that is full or far away may tell so only now.
        if (const int error = closeFile())
            return error;
        if (::rename(m_path.c_str(), m_target.c_str()) != 0)
            return errno;
        m_path.clear();
        flushFolder();
        return 0;
    }

private:
    int closeFile()
    {
        const int file = std::exchange(m_file, -1);
        return file >= 0 && ::close(file) != 0 ? errno : 0;
    }

    /// Makes the rename survive a power cut. The new file is in place already, so that a file
    /// system that cannot flush folders is no reason to fail.
    void flushFolder() const
    {
        const fs::path folder = m_target.has_parent_path() ? m_target.parent_path() : fs::path(".");
        const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (handle >= 0) {
            ::fsync(handle);
            ::close(handle);
        }
    }

    fs::path m_target;
    fs::path m_path;
    int m_file = -1;
};

} // namespace

Expected<void> writeFileAtomically(const fs::path& path, std::span<const std::byte> bytes)
{
    const Expected<fs::path> target = resolveTarget(path);
    if (!target)
        return tl::unexpected(target.error());
    TemporaryFile file(*target);
    int error = file.open();
    if (error == 0)
        error = file.write(bytes);
    if (error == 0)
        error = file.commit();
    if (error != 0)
        return cannotWrite(path, reason(error));
    return {};
}

Expected<void> writeFileAtomically(const fs::path& path, std::string_view text)
{
    return writeFileAtomically(path, std::as_bytes(std::span(text)));
}

Expected<void> checkWritable(const fs::path& path)
{
    const Expected<fs::path> target = resolveTarget(path);
    if (!target)
        return tl::unexpected(target.error());
    TemporaryFile file(*target);
    if (const int error = file.open())
        return cannotWrite(path, reason(error));
    return {};
}

Expected<std::string> readTextFile(const fs::path& path, std::size_t maximumBytes)
{
    const auto cannotRead = [&](const std::string& why) {
        return fail(ErrorKind::BadData, fmt::format("Cannot read {}: {}.", path.string(), why));
    };
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status))
        return cannotRead(error ? error.message() : "there is no such file");
    if (!fs::is_regular_file(status))
        return cannotRead("this is not an ordinary file");
    const std::uintmax_t size = fs::file_size(path, error);
    if (error)
        return cannotRead(error.message());
    if (size > maximumBytes)
        return cannotRead(
            fmt::format("the file has {} bytes, at most {} are accepted", size, maximumBytes));
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return cannotRead(reason(errno));
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad() || static_cast<std::size_t>(stream.gcount()) != text.size())
        return cannotRead("the file changed or could not be read to its end");
    return text;
}

} // namespace tilewright
