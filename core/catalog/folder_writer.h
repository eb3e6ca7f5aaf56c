// A folder that is made beside its place and put there when it is whole.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "core/support/error.h"

namespace tilewright {

/// Everything written is gone again unless put() was called and went well. Files are not flushed
/// one by one: there may be thousands, and none counts before all are there.
class FolderWriter {
public:
    /// Makes the folders above `target`, and a folder beside it. Errors: CannotWrite.
    static Expected<FolderWriter> create(const std::filesystem::path& target);
    FolderWriter(FolderWriter&& other) noexcept;
    FolderWriter& operator=(FolderWriter&&) = delete;
    ~FolderWriter();

    /// `name` may lie in a folder of the folder, which is made. Errors: CannotWrite.
    Expected<void> write(const std::filesystem::path& name, std::span<const std::byte> bytes);
    Expected<void> write(const std::filesystem::path& name, std::string_view text);

    /// Takes the place of the target; what was there goes only when that has worked. Errors:
    /// CannotWrite.
    Expected<void> put();

private:
    FolderWriter(std::filesystem::path target, std::filesystem::path made);

    std::filesystem::path m_target;
    std::filesystem::path m_made; ///< empty: nothing is to be removed
};

} // namespace tilewright
