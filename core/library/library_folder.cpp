#include "core/library/library_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <random>
#include <spdlog/fmt/fmt.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace tilewright {
namespace {

namespace fs = std::filesystem;

bool isOld(const fs::path& path)
{
    std::error_code error;
    const auto written = fs::last_write_time(path, error);
    return !error && fs::file_time_type::clock::now() - written > leftoverAge;
}

/// As core/support/atomic_file.h names its files.
bool isTemporary(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name.starts_with(".tilewright-") && name.ends_with(".tmp");
}

template <typename Action> void forEachEntry(const fs::path& folder, Action action)
{
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        action(*entry);
}

bool isPng(const fs::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending == ".png" && path.filename().string().front() != '.';
}

/// Makes a rename survive a power cut; a file system that cannot do so is no reason to fail.
void flushFolder(const fs::path& folder)
{
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

} // namespace

LibraryFolder LibraryFolder::at(const fs::path& folder)
{
    std::error_code error;
    const fs::path path = fs::absolute(folder, error).lexically_normal();
    return {path.has_filename() ? path : path.parent_path()};
}

fs::path LibraryFolder::newIncoming(std::string_view suffix) const
{
    std::random_device random;
    return incoming() / fmt::format("{:08x}{:08x}{}", random(), random(), suffix);
}

Expected<void> LibraryFolder::make() const
{
    for (const fs::path& folder : {root, own(), thumbnails(), trash(), incoming()}) {
        std::error_code error;
        fs::create_directories(folder, error);
        if (fs::is_directory(folder))
            continue;
        const bool isTaken = fs::exists(fs::symlink_status(folder, error));
        const std::string why = isTaken ? "it is a file, not a folder" : error.message();
        return fail(ErrorKind::CannotWrite,
            fmt::format("Cannot keep tiles in {}: {}. Choose another folder.", folder.string(),
                isTaken || !error ? why : error.message()));
    }
    if (::access(own().c_str(), W_OK | X_OK) != 0)
        return fail(ErrorKind::CannotWrite,
            fmt::format("Cannot keep tiles in {}: {}. Choose another folder, or allow writing "
                        "there.",
                root.string(), std::generic_category().message(errno)));
    return {};
}

void LibraryFolder::removeLeftovers() const
{
    std::error_code ignored;
    const auto removeOldTemporaries = [&](const fs::path& folder) {
        forEachEntry(folder, [&](const fs::directory_entry& entry) {
            if (isTemporary(entry.path()) && isOld(entry.path()))
                fs::remove(entry.path(), ignored);
        });
    };
    removeOldTemporaries(root);
    forEachEntry(incoming(), [&](const fs::directory_entry& entry) {
        if (!entry.is_directory(ignored) && isOld(entry.path()))
            fs::remove(entry.path(), ignored);
    });
    forEachEntry(thumbnails(), [&](const fs::directory_entry& entry) {
        if (entry.is_directory(ignored))
            removeOldTemporaries(entry.path());
    });
    forEachEntry(trash(), [&](const fs::directory_entry& entry) {
        if (isOld(entry.path()))
            ::rmdir(entry.path().c_str()); // fails unless it is empty
    });
}

std::optional<FileStamp> stampOf(const fs::path& file)
{
    struct stat status { };
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    constexpr std::int64_t nano = 1'000'000'000;
    return FileStamp{status.st_size, status.st_mtim.tv_sec * nano + status.st_mtim.tv_nsec};
}

int moveWithoutReplacing(const fs::path& from, const fs::path& to)
{
    int error = 0;
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0)
        error = errno;
    if (error == EINVAL || error == ENOSYS) {
        // A file system without that call (NFS, some FUSE): take the name first, then replace what
        // is ours.
        const int handle = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (handle < 0)
            return errno;
        ::close(handle);
        error = ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
        if (error != 0)
            ::unlink(to.c_str());
    }
    if (error == 0)
        flushFolder(to.parent_path());
    return error;
}

Expected<std::vector<FoundFile>> listTileFiles(const LibraryFolder& folder)
{
    std::vector<FoundFile> found;
    const auto add = [&](const fs::path& file, const std::optional<std::string>& ticket) {
        if (!isPng(file))
            return;
        if (const auto stamp = stampOf(file))
            found.push_back({file.lexically_relative(folder.root).string(), *stamp, ticket});
    };
    std::error_code error;
    for (fs::directory_iterator entry(folder.root, error), end; !error && entry != end;
         entry.increment(error))
        add(entry->path(), std::nullopt);
    if (error)
        return fail(ErrorKind::BadData,
            fmt::format("Cannot read the folder {}: {}.", folder.root.string(), error.message()));
    forEachEntry(folder.trash(), [&](const fs::directory_entry& ticket) {
        forEachEntry(ticket.path(), [&](const fs::directory_entry& entry) {
            add(entry.path(), ticket.path().filename().string());
        });
    });
    return found;
}

} // namespace tilewright
