#include "core/library/library_index.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <spdlog/fmt/fmt.h>
#include <spdlog/spdlog.h>
#include <sqlite3.h>
#include <thread>

#include "core/library/library_error.h"
#include "core/library/schema.h"
#include "core/support/version.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds busyTimeout = 30s;
constexpr auto backupAge = 24h;

constexpr std::array<MigrationStep, schemaVersion> usualSteps
    = {[](SQLite::Database& database) { database.exec(schema); }};

int versionOf(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

/// SQLite does not wait for others when it changes the journal mode: that could be a deadlock.
void setWriteAheadLog(SQLite::Database& database)
{
    const auto end = std::chrono::steady_clock::now() + busyTimeout;
    while (true) {
        const int code = database.tryExec("PRAGMA journal_mode = WAL");
        const bool isBusy = code == SQLITE_BUSY || code == SQLITE_LOCKED;
        if (code == SQLITE_OK)
            return;
        if (!isBusy || std::chrono::steady_clock::now() > end)
            throw SQLite::Exception(database.getHandle(), code);
        std::this_thread::sleep_for(5ms);
    }
}

Expected<void> checkIndex(const LibraryFolder& folder, SQLite::Database& database)
{
    // Not quick_check: SQLite 3.40 sees NULL values in tables WITHOUT ROWID where there are none.
    const std::string result = database.execAndGet("PRAGMA integrity_check(1)").getString();
    if (result != "ok")
        return tl::unexpected(damagedIndex(folder.root, result));
    return {};
}

Expected<void> migrate(
    const LibraryFolder& folder, SQLite::Database& database, std::span<const MigrationStep> steps)
{
    // Others that open the same index wait here, and then find it done.
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = versionOf(database);
    if (version > 0 && version < static_cast<int>(steps.size()))
        if (const auto saved = backUpIndex(folder); !saved)
            return saved;
    for (auto step = static_cast<std::size_t>(version); step < steps.size(); ++step) {
        if (version > 0)
            spdlog::info(
                "library {}: index from version {} to {}", folder.root.string(), step, step + 1);
        steps[step](database);
        database.exec(fmt::format("PRAGMA user_version = {}", step + 1));
    }
    transaction.commit();
    return {};
}

void copyDatabase(SQLite::Database& target, SQLite::Database& source)
{
    SQLite::Backup backup(target, source);
    const auto end = std::chrono::steady_clock::now() + busyTimeout;
    while (true) {
        const int code = backup.executeStep();
        if (code == SQLITE_DONE)
            return;
        if (std::chrono::steady_clock::now() > end)
            throw SQLite::Exception(target.getHandle(), code);
        std::this_thread::sleep_for(5ms);
    }
}

bool needsBackup(const LibraryFolder& folder, SQLite::Database& database)
{
    std::error_code error;
    const auto written = fs::last_write_time(folder.backup(), error);
    if (!error && fs::file_time_type::clock::now() - written < backupAge)
        return false;
    return database.execAndGet("SELECT EXISTS (SELECT 1 FROM tile)").getInt() != 0;
}

/// Gives whether it did so.
bool takeBackup(const LibraryFolder& folder)
{
    std::error_code error;
    if (fs::exists(fs::symlink_status(folder.index(), error))
        || !fs::exists(folder.backup(), error))
        return false;
    const fs::path copy = folder.newIncoming(".db");
    fs::copy_file(folder.backup(), copy, error);
    const bool isTaken = !error && moveWithoutReplacing(copy, folder.index()) == 0;
    if (isTaken)
        spdlog::warn(
            "library {}: the index was gone and is taken from its backup", folder.root.string());
    else
        fs::remove(copy, error);
    return isTaken;
}

} // namespace

std::span<const MigrationStep> migrationSteps()
{
    return usualSteps;
}

Expected<std::unique_ptr<SQLite::Database>> openIndex(
    const LibraryFolder& folder, std::span<const MigrationStep> steps)
{
    return guarded(folder.root, [&]() -> Expected<std::unique_ptr<SQLite::Database>> {
        const bool isFromBackup = takeBackup(folder);
        auto database = std::make_unique<SQLite::Database>(folder.index().string(),
            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, static_cast<int>(busyTimeout.count()));
        const int version = versionOf(*database);
        const int newest = static_cast<int>(steps.size());
        if (version > newest || version < 0)
            return tl::unexpected(newerIndex(folder, version, newest));
        setWriteAheadLog(*database);
        database->exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        if (version < newest)
            if (const auto migrated = migrate(folder, *database, steps); !migrated)
                return tl::unexpected(migrated.error());
        if (isFromBackup)
            skipUsedIds(folder, *database);
        if (needsBackup(folder, *database)) {
            const auto saved = backUpIndex(folder);
            if (!saved && saved.error().kind == ErrorKind::BadData)
                return tl::unexpected(saved.error());
            if (!saved)
                spdlog::warn("{} [{}]", saved.error().message, saved.error().detail);
        }
        return database;
    });
}

Expected<void> backUpIndex(const LibraryFolder& folder)
{
    const fs::path copy = folder.newIncoming(".db");
    const auto copied = guarded(folder.root, [&]() -> Expected<void> {
        SQLite::Database source(
            folder.index().string(), SQLite::OPEN_READWRITE, static_cast<int>(busyTimeout.count()));
        if (const auto checked = checkIndex(folder, source); !checked)
            return checked;
        {
            SQLite::Database target(copy.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            copyDatabase(target, source);
        }
        // A file that can be read on its own, without a log beside it.
        SQLite::Database(copy.string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA journal_mode = DELETE");
        return {};
    });
    std::error_code error;
    if (copied)
        fs::rename(copy, folder.backup(), error);
    if (!copied || error)
        for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
            std::error_code ignored;
            fs::remove(copy.string() + suffix, ignored);
        }
    if (error)
        return fail(ErrorKind::CannotWrite,
            fmt::format("Cannot write {}: {}.", folder.backup().string(), error.message()));
    return copied;
}

Error newerIndex(const LibraryFolder& folder, int version, int newest)
{
    return {ErrorKind::BadData,
        fmt::format("The library {} was last used by a newer version of {} (its index has version "
                    "{}, this program knows up to {}). Install the newer version, or keep tiles in "
                    "another folder.",
            folder.root.string(), applicationName, version, newest),
        {}};
}

void reserveIds(SQLite::Database& database, std::int64_t highest)
{
    SQLite::Statement update(database,
        "INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq) VALUES "
        "((SELECT rowid FROM sqlite_sequence WHERE name = 'tile'), 'tile', "
        "max(?, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'tile'), 0)))");
    update.bind(1, highest);
    update.exec();
}

void skipUsedIds(const LibraryFolder& folder, SQLite::Database& database)
{
    constexpr std::int64_t mostBetweenBackups = 100'000;
    std::int64_t highest
        = database.execAndGet("SELECT coalesce(max(seq), 0) FROM sqlite_sequence").getInt64();
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder.thumbnails(), error), end;
         !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        std::int64_t id = 0;
        const auto [stop, problem] = std::from_chars(name.data(), name.data() + name.size(), id);
        if (problem == std::errc() && *stop == '-')
            highest = std::max(highest, id);
    }
    reserveIds(database, highest + mostBetweenBackups);
}

} // namespace tilewright
