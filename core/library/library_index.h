// The index of a library as a file: opened, brought up to date, copied.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "core/library/library_folder.h"

namespace SQLite {
class Database;
}

namespace tilewright {

/// Step X makes version X + 1 of version X. May throw SQLite::Exception, then nothing is changed.
using MigrationStep = void (*)(SQLite::Database&);
std::span<const MigrationStep> migrationSteps();

/// Opens the index or makes it, in the newest version (the number of steps): WAL,
/// synchronous=FULL, foreign keys. An index that is gone is taken from its backup. Before a
/// migration, and else once a day, the index is checked and then copied. Errors: BadData (damaged,
/// newer), CannotWrite, Retryable.
Expected<std::unique_ptr<SQLite::Database>> openIndex(
    const LibraryFolder& folder, std::span<const MigrationStep> steps = migrationSteps());

/// Checks the index and copies it to folder.backup(), which is either old or new, never half. The
/// one that calls may hold a write transaction. Errors: BadData, CannotWrite.
Expected<void> backUpIndex(const LibraryFolder& folder);

/// What is said of an index that a newer version of the program made.
Error newerIndex(const LibraryFolder& folder, int version, int newest);

/// Ids go on above `highest`.
void reserveIds(SQLite::Database& database, std::int64_t highest);
/// Ids go on above those that a lost index may have given: by the thumbnails that are there, and
/// more than anybody makes between two backups.
void skipUsedIds(const LibraryFolder& folder, SQLite::Database& database);

} // namespace tilewright
