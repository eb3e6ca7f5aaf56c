// Makes the index anew from the files.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <spdlog/fmt/fmt.h>

#include "core/library/carried_rows.h"
#include "core/library/library.h"
#include "core/library/library_error.h"
#include "core/library/library_index.h"
#include "core/library/library_lock.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto patience = 3s; ///< with programs that are just closing

/// Everything is in one transaction: the new index is whole or it is nothing.
Expected<SweepReport> fill(SQLite::Database& database, const LibraryFolder& folder,
    const Palette& palette, CarriedRows carried, const std::function<void(int, int)>& progress,
    const std::stop_token& stop)
{
    const auto found = listTileFiles(folder);
    if (!found)
        return tl::unexpected(found.error());
    SweepReport report;
    std::vector<TileRow> unknown;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int total = static_cast<int>(found->size());
    for (int i = 0; i < total; ++i) {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, "Cancelled. The library is as it was.");
        if (progress)
            progress(i, total);
        const FoundFile& file = (*found)[static_cast<std::size_t>(i)];
        auto row = readRow(folder, file.name, palette);
        if (!row) {
            report.foreign.push_back(file.name);
            continue;
        }
        row->trash = file.ticket;
        if (!file.ticket)
            ++report.added;
        const auto known = carried.rows.find(file.name);
        if (known == carried.rows.end()) {
            unknown.push_back(std::move(*row));
            continue;
        }
        row->id = known->second.id;
        row->marks = known->second.marks;
        insertRow(database, *row);
        carried.rows.erase(known);
    }
    for (auto& [file, row] : carried.rows) {
        row.isMissing = true;
        insertRow(database, row);
        ++report.missing;
    }
    reserveIds(database, carried.highestId);
    if (!carried.isComplete)
        skipUsedIds(folder, database);
    for (const TileRow& row : unknown)
        insertRow(database, row);
    transaction.commit();
    if (progress)
        progress(total, total);
    return report;
}

/// At every moment there is an index, and the old one is kept.
Expected<void> exchangeIndex(const LibraryFolder& folder, const fs::path& replacement)
{
    const auto sibling = [&](const char* suffix) { return folder.index().string() + suffix; };
    std::error_code error, ignored;
    for (const char* suffix : {".old", ".old-wal", ".old-shm"})
        fs::remove(sibling(suffix), ignored);
    if (fs::exists(folder.index(), ignored)) {
        fs::create_hard_link(folder.index(), sibling(".old"), error);
        if (error) // a file system without links
            fs::copy_file(folder.index(), sibling(".old"), error);
    }
    // The log of a damaged index would be played into the new one.
    if (!error && fs::exists(sibling("-wal"), ignored))
        fs::rename(sibling("-wal"), sibling(".old-wal"), error);
    if (!error) {
        fs::remove(sibling("-shm"), ignored);
        fs::rename(replacement, folder.index(), error);
    }
    if (error)
        return fail(ErrorKind::CannotWrite,
            fmt::format("Cannot write {}: {}.", folder.index().string(), error.message()));
    return {};
}

} // namespace

Expected<SweepReport> Library::rebuild(const fs::path& folder, const Palette& palette,
    const std::function<void(int, int)>& progress, std::stop_token stop)
{
    const LibraryFolder place = LibraryFolder::at(folder);
    if (const auto made = place.make(); !made)
        return tl::unexpected(made.error());
    const auto lock = LibraryLock::take(place, LibraryLock::Kind::Exclusive, patience);
    if (!lock)
        return tl::unexpected(lock.error());
    place.removeLeftovers();
    auto carried = carryRows(place);
    if (!carried)
        return tl::unexpected(carried.error());
    const fs::path replacement = place.newIncoming(".db");
    auto report = guarded(place.root, [&]() -> Expected<SweepReport> {
        SQLite::Database database(
            replacement.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        for (const MigrationStep step : migrationSteps())
            step(database);
        database.exec(fmt::format("PRAGMA user_version = {}", migrationSteps().size()));
        return fill(database, place, palette, std::move(*carried), progress, stop);
    });
    if (report)
        if (const auto exchanged = exchangeIndex(place, replacement); !exchanged)
            report = tl::unexpected(exchanged.error());
    if (!report)
        for (const char* suffix : {"", "-journal"}) {
            std::error_code ignored;
            fs::remove(replacement.string() + suffix, ignored);
        }
    return report;
}

} // namespace tilewright
