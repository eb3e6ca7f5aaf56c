#include "core/image/input_file.h"

#include <cerrno>
#include <spdlog/fmt/fmt.h>
#include <system_error>

namespace tilewright {

namespace fs = std::filesystem;

Expected<InputFile> InputFile::open(const fs::path& path)
{
    const auto cannotRead = [&](const std::string& why) {
        return fail(ErrorKind::BadData, fmt::format("Cannot read {}: {}.", path.string(), why));
    };
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return cannotRead("there is no such file");
    if (error)
        return cannotRead(error.message());
    if (fs::is_directory(status))
        return cannotRead("this is a folder; choose a picture in it");
    if (!fs::is_regular_file(status))
        return cannotRead("this is not an ordinary file");
    InputFile file;
    file.m_path = path;
    file.m_size = fs::file_size(path, error);
    if (error)
        return cannotRead(error.message());
    if (file.m_size == 0)
        return cannotRead("the file is empty; was it copied completely?");
    file.m_stream.reset(std::fopen(path.c_str(), "rbe"));
    if (!file.m_stream)
        return cannotRead(std::generic_category().message(errno));
    return file;
}

} // namespace tilewright
