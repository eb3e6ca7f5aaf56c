#include "inference/weights/stored_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <spdlog/fmt/fmt.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tilewright::inference {

namespace {

class FileDescriptor {
public:
    explicit FileDescriptor(int number) : m_number(number) { }
    FileDescriptor(FileDescriptor&& other) noexcept
        : m_number(std::exchange(other.m_number, -1)) { }
    FileDescriptor& operator=(FileDescriptor&&) = delete;
    ~FileDescriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    int number() const { return m_number; }

private:
    int m_number;
};

tl::unexpected<Error> cannotOpen(const std::filesystem::path& path, const std::string& reason)
{
    return fail(ErrorKind::BadData,
        fmt::format("The model file {} cannot be opened: {}. Check that it is there and may be "
                    "read.",
            path.filename().string(), reason),
        path.string());
}

std::string systemReason(int code)
{
    return std::generic_category().message(code);
}

/// What a file has of its own that changes with every write.
struct State {
    off_t size = 0;
    timespec modified{};

    static std::optional<State> of(int descriptor)
    {
        struct stat status { };
        if (::fstat(descriptor, &status) != 0)
            return std::nullopt;
        return State{status.st_size, status.st_mtim};
    }
    bool operator==(const State& other) const
    {
        return size == other.size && modified.tv_sec == other.modified.tv_sec
            && modified.tv_nsec == other.modified.tv_nsec;
    }
};

class FileBytes final : public StoredBytes {
public:
    FileBytes(FileDescriptor file, const State& state, std::filesystem::path path)
        : StoredBytes(static_cast<std::uint64_t>(state.size))
        , m_file(std::move(file))
        , m_state(state)
        , m_path(std::move(path))
    {
    }

    Expected<void> read(std::uint64_t offset, std::span<std::byte> target) const override
    {
        while (!target.empty()) {
            const ssize_t count = ::pread(
                m_file.number(), target.data(), target.size(), static_cast<off_t>(offset));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return cannotOpen(m_path, systemReason(errno));
            if (count == 0)
                break; // it is shorter than it was
            target = target.subspan(static_cast<std::size_t>(count));
            offset += static_cast<std::uint64_t>(count);
        }
        if (!target.empty() || State::of(m_file.number()) != m_state)
            return fail(ErrorKind::BadData,
                fmt::format("The model file {} was changed while it was read. Try again when "
                            "nothing is copied or downloaded over it any more.",
                    m_path.filename().string()),
                m_path.string());
        return {};
    }

private:
    const FileDescriptor m_file;
    const State m_state;
    const std::filesystem::path m_path;
};

class MemoryBytes final : public StoredBytes {
public:
    explicit MemoryBytes(std::vector<std::byte> bytes)
        : StoredBytes(bytes.size()), m_bytes(std::move(bytes))
    {
    }

    Expected<void> read(std::uint64_t offset, std::span<std::byte> target) const override
    {
        std::copy_n(
            m_bytes.begin() + static_cast<std::ptrdiff_t>(offset), target.size(), target.begin());
        return {};
    }

private:
    const std::vector<std::byte> m_bytes;
};

} // namespace

Expected<std::shared_ptr<const StoredBytes>> StoredBytes::ofFile(const std::filesystem::path& path)
{
    // Without O_NONBLOCK a named pipe would block here for ever.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0)
        return cannotOpen(path, systemReason(errno));
    struct stat status { };
    if (::fstat(file.number(), &status) != 0)
        return cannotOpen(path, systemReason(errno));
    if (!S_ISREG(status.st_mode))
        return cannotOpen(path, "it is not a file");
    return std::make_shared<FileBytes>(
        std::move(file), State{status.st_size, status.st_mtim}, path);
}

std::shared_ptr<const StoredBytes> StoredBytes::ofMemory(std::vector<std::byte> bytes)
{
    return std::make_shared<MemoryBytes>(std::move(bytes));
}

} // namespace tilewright::inference
