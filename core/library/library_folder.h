// What lies where in the folder of a library, and how files are put there without harming others.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/error.h"

namespace tilewright {

/// What a program that was killed left behind is touched only when it is as old as this.
inline constexpr std::chrono::hours leftoverAge{1};

/// Paths inside a library's folder.
struct LibraryFolder {
    std::filesystem::path root; ///< absolute, without a slash at its end; the tiles lie here

    static LibraryFolder at(const std::filesystem::path& folder);
    std::filesystem::path own() const { return root / ".tilewright"; }
    std::filesystem::path index() const { return own() / "library.db"; }
    std::filesystem::path backup() const { return own() / "library.db.backup"; }
    std::filesystem::path lock() const { return own() / "lock"; }
    std::filesystem::path thumbnails() const { return own() / "thumbnails"; }
    std::filesystem::path trash() const { return own() / "trash"; }
    /// Files are written here first, and moved to their place when they are whole.
    std::filesystem::path incoming() const { return own() / "incoming"; }
    /// A name for a file in incoming() that nobody else uses.
    std::filesystem::path newIncoming(std::string_view suffix) const;

    /// Makes the folders where they are not there. Errors: CannotWrite.
    Expected<void> make() const;
    /// Removes temporary files that are older than leftoverAge, and thumbnails being written. A
    /// file that cannot be removed stays.
    void removeLeftovers() const;
};

/// Tells whether a file was exchanged.
struct FileStamp {
    std::int64_t bytes = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    bool operator==(const FileStamp&) const = default;
};
/// Absent when there is no ordinary file (or link to one).
std::optional<FileStamp> stampOf(const std::filesystem::path& file);

/// Renames within a file system; 0 or an errno value, EEXIST when `to` is taken, whoever took it
/// and however late.
int moveWithoutReplacing(const std::filesystem::path& from, const std::filesystem::path& to);

struct FoundFile {
    std::string name; ///< relative to the library's folder
    FileStamp stamp;
    std::optional<std::string> ticket; ///< of the trash folder that it lies in
};
/// All .png files of the library, and those in its trash. Errors: BadData when the folder cannot
/// be read.
Expected<std::vector<FoundFile>> listTileFiles(const LibraryFolder& folder);

} // namespace tilewright
