#include "core/support/atomic_file.h"

#include <algorithm>
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

tl::unexpected<Error> cannotWrite(const fs::path& path, const std::string& why)
{
    return fail(ErrorKind::CannotWrite, fmt::format("Cannot write {}: {}.", path.string(), why));
}

fs::path folderOf(const fs::path& file)
{
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
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
    const fs::path folder = folderOf(target);
    if (!fs::is_directory(folder, error))
        return cannotWrite(path,
            fmt::format(
                "the folder {} does not exist; create it or choose another", folder.string()));
    return target;
}

/// Makes a rename survive a power cut. The new file is in place already, so that a file system that
/// cannot flush folders is no reason to fail.
void flushFolder(const fs::path& folder)
{
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

} // namespace

AtomicFile::AtomicFile(fs::path path, fs::path target)
    : m_path(std::move(path)), m_target(std::move(target))
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_stream(std::move(other.m_stream))
    , m_error(other.m_error)
{
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Expected<AtomicFile> AtomicFile::create(const fs::path& path)
{
    Expected<fs::path> target = resolveTarget(path);
    if (!target)
        return tl::unexpected(target.error());
    AtomicFile file(path, std::move(*target));
    if (const int error = file.open())
        return file.failure(error);
    return file;
}

int AtomicFile::open()
{
    // The name does not grow with the target's, which may have the greatest length allowed.
    std::random_device random;
    for (int attempt = 0; attempt < 16; ++attempt) {
        fs::path path = m_target.parent_path() / fmt::format(".tilewright-{:08x}.tmp", random());
        const int handle = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (handle >= 0) {
            m_temporary = std::move(path);
            m_stream.reset(::fdopen(handle, "w+b"));
            if (m_stream)
                return 0;
            const int error = errno;
            ::close(handle);
            return error;
        }
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

bool AtomicFile::write(std::span<const std::byte> bytes) noexcept
{
    if (m_error != 0)
        return false;
    errno = 0;
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_stream.get()) == bytes.size())
        return true;
    keepError();
    return false;
}

std::size_t AtomicFile::read(std::span<std::byte> bytes) noexcept
{
    return std::fread(bytes.data(), 1, bytes.size(), m_stream.get());
}

bool AtomicFile::seek(std::int64_t offset, int origin) noexcept
{
    // What was written before is flushed here, and may fail.
    errno = 0;
    if (m_error == 0 && ::fseeko(m_stream.get(), offset, origin) != 0)
        keepError();
    return m_error == 0;
}

std::uint64_t AtomicFile::position() const noexcept
{
    return static_cast<std::uint64_t>(std::max<off_t>(::ftello(m_stream.get()), 0));
}

std::uint64_t AtomicFile::size() noexcept
{
    const auto before = static_cast<std::int64_t>(position());
    seek(0, SEEK_END);
    const std::uint64_t end = position();
    seek(before, SEEK_SET);
    return end;
}

void AtomicFile::keepError() noexcept
{
    m_error = errno != 0 ? errno : EIO;
}

tl::unexpected<Error> AtomicFile::failure(int error) const
{
    return cannotWrite(m_path, std::generic_category().message(error));
}

Expected<void> AtomicFile::status() const
{
    if (m_error != 0)
        return failure(m_error);
    return {};
}

int AtomicFile::flush()
{
    if (std::fflush(m_stream.get()) != 0 || ::fsync(::fileno(m_stream.get())) != 0)
        return errno;
    // A disk that is full or far away may tell so only now.
    return std::fclose(m_stream.release()) == 0 ? 0 : errno;
}

int AtomicFile::rename()
{
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return errno;
    m_temporary.clear();
    flushFolder(folderOf(m_target));
    return 0;
}

Expected<void> AtomicFile::commit()
{
    if (m_error == 0)
        m_error = flush();
    if (m_error == 0)
        m_error = rename();
    return status();
}

Expected<void> writeFileAtomically(const fs::path& path, std::span<const std::byte> bytes)
{
    Expected<AtomicFile> file = AtomicFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    file->write(bytes);
    return file->commit();
}

Expected<void> writeFileAtomically(const fs::path& path, std::string_view text)
{
    return writeFileAtomically(path, std::as_bytes(std::span(text)));
}

Expected<void> checkWritable(const fs::path& path)
{
    const Expected<AtomicFile> file = AtomicFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
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
        return cannotRead(std::generic_category().message(errno));
    std::string text(static_cast<std::size_t>(size), '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad() || static_cast<std::size_t>(stream.gcount()) != text.size())
        return cannotRead("the file changed or could not be read to its end");
    return text;
}

} // namespace tilewright
