// Files are written beside their target and renamed, so that a target is either old or new, never
// half.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/support/error.h"

namespace tilewright {

/// A file that is written in parts. It lies beside its target under a name of its own, and is
/// removed again unless it is committed.
class AtomicFile {
public:
    /// Errors: CannotWrite.
    static Expected<AtomicFile> create(const std::filesystem::path& path);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) = delete;
    ~AtomicFile();

    /// These three are for callbacks of C libraries: they throw nothing and give false, or less
    /// than was asked for, on an error. Of the errors the first is kept, for commit(); after it
    /// nothing is written any more.
    bool write(std::span<const std::byte> bytes) noexcept;
    std::size_t read(std::span<std::byte> bytes) noexcept;
    bool seek(std::int64_t offset, int origin) noexcept; ///< as std::fseek

    std::uint64_t position() const noexcept; ///< bytes from the beginning
    std::uint64_t size() noexcept; ///< bytes

    /// Whether all went well so far. Errors: CannotWrite, e.g. because the disk is full.
    Expected<void> status() const;

    /// Flushes to the disk and renames over the target. To be called once, as the last. Errors:
    /// CannotWrite, as status() and what comes up at the end; the target is untouched then.
    Expected<void> commit();

private:
    struct Close {
        void operator()(std::FILE* stream) const { std::fclose(stream); }
    };

    AtomicFile(std::filesystem::path path, std::filesystem::path target);
    int open(); ///< 0 or an errno value, as those below
    int flush();
    int rename();
    void keepError() noexcept;
    tl::unexpected<Error> failure(int error) const;

    std::filesystem::path m_path; ///< as it was asked for, for messages
    std::filesystem::path m_target;
    std::filesystem::path m_temporary; ///< empty: there is none (any more)
    std::unique_ptr<std::FILE, Close> m_stream;
    int m_error = 0; ///< errno of the first failure
};

/// Writes `bytes` to a temporary file in the folder of `path`, flushes it to the disk and renames
/// it over `path`. On any error the temporary file is removed and an existing `path` is untouched.
/// Errors: CannotWrite.
Expected<void> writeFileAtomically(
    const std::filesystem::path& path, std::span<const std::byte> bytes);
Expected<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text);

/// Says early, before minutes of work, whether a file could be written at `path`: its folder exists
/// and takes files. Leaves nothing behind. Errors: CannotWrite.
Expected<void> checkWritable(const std::filesystem::path& path);

/// The whole file as text. Errors: BadData when it cannot be read or is larger than `maximumBytes`.
Expected<std::string> readTextFile(
    const std::filesystem::path& path, std::size_t maximumBytes = std::size_t{64} << 20);

} // namespace tilewright
