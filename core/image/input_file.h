// A file open for reading.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "core/support/error.h"

namespace tilewright {

class InputFile {
public:
    /// Errors: BadData with a sentence that says why (missing, a folder, no permission, empty).
    static Expected<InputFile> open(const std::filesystem::path& path);

    std::FILE* stream() const { return m_stream.get(); }
    std::uint64_t size() const { return m_size; }
    std::string name() const { return m_path.string(); } ///< for messages

private:
    struct Close {
        void operator()(std::FILE* stream) const { std::fclose(stream); }
    };

    std::filesystem::path m_path;
    std::unique_ptr<std::FILE, Close> m_stream;
    std::uint64_t m_size = 0;
};

} // namespace tilewright
