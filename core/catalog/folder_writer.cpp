#include "core/catalog/folder_writer.h"

#include <cerrno>
#include <fstream>
#include <random>
#include <system_error>
#include <utility>

#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cannotWrite(const fs::path& path, const std::string& why)
{
    return fail(ErrorKind::CannotWrite, fmt::format("Cannot write {}: {}.", path.string(), why));
}

/// A name beside the target that nobody has.
fs::path besideName(const fs::path& target)
{
    std::random_device random;
    return target.parent_path() / fmt::format(".tilewright-{:08x}.tmp", random());
}

} // namespace

FolderWriter::FolderWriter(fs::path target, fs::path made)
    : m_target(std::move(target)), m_made(std::move(made))
{
}

FolderWriter::FolderWriter(FolderWriter&& other) noexcept
    : m_target(std::move(other.m_target)), m_made(std::exchange(other.m_made, {}))
{
}

FolderWriter::~FolderWriter()
{
    std::error_code error;
    if (!m_made.empty())
        fs::remove_all(m_made, error);
}

Expected<FolderWriter> FolderWriter::create(const fs::path& target)
{
    std::error_code error;
    fs::path absolute = fs::absolute(target, error).lexically_normal();
    if (!absolute.has_filename()) // "folder/"
        absolute = absolute.parent_path();
    // Behind a symbolic link, its target is replaced and not the link.
    if (const fs::path real = fs::canonical(absolute, error); !error)
        absolute = real;
    fs::create_directories(absolute.parent_path(), error);
    if (error)
        return cannotWrite(target, error.message());
    const fs::path made = besideName(absolute);
    if (!fs::create_directory(made, error))
        return cannotWrite(target, error ? error.message() : "its folder takes no new ones");
    return FolderWriter(std::move(absolute), made);
}

Expected<void> FolderWriter::write(const fs::path& name, std::span<const std::byte> bytes)
{
    const fs::path path = m_made / name;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
        return cannotWrite(m_target / name, error.message());
    errno = 0;
    std::ofstream stream(path, std::ios::binary);
    stream.write(
        reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream)
        return cannotWrite(m_target / name,
            errno != 0 ? std::generic_category().message(errno) : "the disk takes no more");
    return {};
}

Expected<void> FolderWriter::write(const fs::path& name, std::string_view text)
{
    return write(name, std::as_bytes(std::span(text)));
}

Expected<void> FolderWriter::put()
{
    std::error_code error;
    fs::path old;
    if (fs::exists(fs::symlink_status(m_target, error))) {
        old = besideName(m_target);
        fs::rename(m_target, old, error);
        if (error)
            return cannotWrite(m_target, error.message());
    }
    fs::rename(m_made, m_target, error);
    if (error) {
        std::error_code ignored;
        if (!old.empty())
            fs::rename(old, m_target, ignored);
        return cannotWrite(m_target, error.message());
    }
    m_made.clear();
    if (!old.empty())
        fs::remove_all(old, error);
    return {};
}

} // namespace tilewright
