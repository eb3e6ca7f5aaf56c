#include "inference/weights/mapped_file.h"

#include <cerrno>
#include <fcntl.h>
#include <spdlog/fmt/fmt.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace tilewright::inference {

namespace {

class FileDescriptor {
public:
    explicit FileDescriptor(int number) : m_number(number) { }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
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

} // namespace

Expected<MappedFile> mapFile(const std::filesystem::path& path)
{
    // Without O_NONBLOCK a named pipe would block here for ever.
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0)
        return cannotOpen(path, systemReason(errno));
    struct stat status { };
    if (::fstat(file.number(), &status) != 0)
        return cannotOpen(path, systemReason(errno));
    if (!S_ISREG(status.st_mode))
        return cannotOpen(path, "it is not a file");

    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0)
        return MappedFile{};
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (address == MAP_FAILED)
        return cannotOpen(path, systemReason(errno));
    std::shared_ptr<const void> owner(
        address, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
    return MappedFile{std::move(owner), {static_cast<const std::byte*>(address), size}};
}

} // namespace tilewright::inference
