#include "core/library/library_error.h"

#include <spdlog/fmt/fmt.h>
#include <sqlite3.h>

namespace tilewright {

Error indexError(const std::filesystem::path& folder, const SQLite::Exception& exception)
{
    const std::string detail
        = fmt::format("SQLite {}: {}", exception.getExtendedErrorCode(), exception.what());
    const std::string name = folder.string();
    switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: // the same, noticed elsewhere
        return {ErrorKind::Retryable,
            fmt::format("Another program has been writing to the library {} for too long. Try "
                        "again, or close that program.",
                name),
            detail};
    case SQLITE_FULL:
        return {ErrorKind::CannotWrite,
            fmt::format("The disk with the library {} is full. Make room and try again.", name),
            detail};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorKind::CannotWrite,
            fmt::format("Cannot write the index of the library {}. Allow writing in the folder "
                        ".tilewright there, or choose another folder.",
                name),
            detail};
    case SQLITE_IOERR:
        return {ErrorKind::CannotWrite,
            fmt::format("Cannot read or write the index of the library {}. Look whether its disk "
                        "is connected and in order.",
                name),
            detail};
    case SQLITE_NOMEM:
        return notEnoughMemory(folder);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: // e.g. a table is not there
        return damagedIndex(folder, detail);
    default:
        return {ErrorKind::Internal,
            fmt::format("The index of the library {} could not be used.", name), detail};
    }
}

Error damagedIndex(const std::filesystem::path& folder, const std::string& detail)
{
    return {ErrorKind::BadData,
        fmt::format("The index of the library {0} is damaged; the tiles themselves are not. Make "
                    "it anew with: tilewright library rebuild --library \"{0}\"",
            folder.string()),
        detail};
}

Error notEnoughMemory(const std::filesystem::path& folder)
{
    return {ErrorKind::Retryable,
        fmt::format("There is not enough memory for the library {}. Close other programs and try "
                    "again.",
            folder.string()),
        {}};
}

} // namespace tilewright
