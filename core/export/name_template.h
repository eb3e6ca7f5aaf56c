// The names of exported files: made from a template, taken by every file system, never the same.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/support/error.h"

namespace tilewright {

/// Puts the fields in: "{code}_{seed}" becomes "RT-7_42". "{{" and "}}" stand for the braces
/// themselves. Errors: Usage, for a field that is unknown (the sentence lists those there are) and
/// for a brace without its other half.
Expected<std::string> expandName(
    std::string_view text, const std::map<std::string, std::string>& fields);

/// A file name without ending that Windows, macOS and Linux take: the signs that one of them
/// refuses become "_", invisible characters are left out, as are blanks and dots at the ends;
/// composed (NFC), at most 180 bytes, not a name that Windows reserves (CON, NUL, COM1 …), never
/// empty. What comes out stays as it is when it is put in again.
std::string safeFileName(std::string_view name);

/// What is done when there is a file of the name already.
enum class Collision { Number, Replace, Skip };

/// Hands out the names of one run of an export into one folder. Names that differ only in case are
/// the same. Two files of one run never get the same name: the second is numbered ("name_2"),
/// whatever the policy, so that a second run of the same export meets the same names.
class FileNames {
public:
    /// Looks once at what is in `folder`, which may be missing. `suffix` with its dot.
    FileNames(std::filesystem::path folder, std::string suffix, Collision collision);

    /// Where to write the next file; `name` as for safeFileName(). With Collision::Replace the path
    /// of the file that is there. Nothing: there is one already, and it is to be skipped.
    std::optional<std::filesystem::path> next(std::string_view name);

private:
    struct Entry {
        std::string name; ///< as the folder had it; empty: there was none before the run
        bool isTaken = false; ///< in this run
        unsigned nextNumber = 2;
    };

    std::filesystem::path m_folder;
    std::string m_suffix;
    Collision m_collision;
    std::unordered_map<std::string, Entry> m_entries; ///< by case-folded name
};

} // namespace tilewright
