#include "core/library/carried_rows.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <set>
#include <spdlog/spdlog.h>

#include "core/library/library_error.h"
#include "core/library/library_index.h"
#include "core/library/schema.h"

namespace tilewright {
namespace {

constexpr std::size_t chunk = 200;

/// Reads one index as far as it goes.
class Salvage {
public:
    Salvage(SQLite::Database& database, CarriedRows& carried)
        : m_database(database), m_carried(carried)
    {
        for (const auto& [file, row] : carried.rows)
            m_taken.insert(row.id);
    }

    void run()
    {
        // A damaged page ends a walk through the table: what lies behind it is reached from the
        // other end.
        if (!collectIds("SELECT id FROM tile ORDER BY id"))
            collectIds("SELECT id FROM tile ORDER BY id DESC");
        const std::vector<TileId> ids(m_ids.begin(), m_ids.end());
        for (std::size_t first = 0; first < ids.size(); first += chunk) {
            const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(first);
            const std::vector<TileId> part(
                begin, begin + static_cast<std::ptrdiff_t>(std::min(chunk, ids.size() - first)));
            if (read(part))
                continue;
            for (const TileId id : part)
                read({id});
        }
        readHighestId();
    }

private:
    bool noteDamage(const SQLite::Exception& exception)
    {
        spdlog::info("old index: {}", exception.what());
        m_carried.isComplete = false;
        return false;
    }

    bool collectIds(const char* sql)
    {
        try {
            SQLite::Statement select(m_database, sql);
            while (select.executeStep())
                m_ids.insert(select.getColumn(0).getInt64());
            return true;
        } catch (const SQLite::Exception& exception) {
            return noteDamage(exception);
        }
    }

    bool read(const std::vector<TileId>& ids)
    {
        try {
            for (TileRow& row : selectRows(m_database, ids))
                take(std::move(row));
            return true;
        } catch (const SQLite::Exception& exception) {
            return noteDamage(exception);
        }
    }

    void take(TileRow row)
    {
        const auto inRange = [](int value, int highest) { return value >= 0 && value <= highest; };
        if (!inRange(row.marks.rating, 5) || !inRange(static_cast<int>(row.marks.flag), 2)
            || !inRange(row.marks.label, 4) || row.id <= 0 || row.file.empty())
            return;
        // What was read first, from the newer index, counts.
        if (m_taken.insert(row.id).second) {
            std::string file = row.file;
            m_carried.highestId = std::max(m_carried.highestId, row.id);
            m_carried.rows.emplace(std::move(file), std::move(row));
        }
    }

    void readHighestId()
    {
        try {
            SQLite::Statement select(
                m_database, "SELECT seq FROM sqlite_sequence WHERE name = 'tile'");
            if (select.executeStep())
                m_carried.highestId = std::max(m_carried.highestId, select.getColumn(0).getInt64());
        } catch (const SQLite::Exception& exception) {
            noteDamage(exception);
        }
    }

    SQLite::Database& m_database;
    CarriedRows& m_carried;
    std::set<TileId> m_ids;
    std::set<TileId> m_taken;
};

/// Errors: BadData when it is from a newer version.
Expected<void> salvage(
    const LibraryFolder& folder, const std::filesystem::path& index, CarriedRows& carried)
{
    if (!stampOf(index)) {
        carried.isComplete = false;
        return {};
    }
    try {
        SQLite::Database database(index.string(), SQLite::OPEN_READWRITE);
        const int version = database.execAndGet("PRAGMA user_version").getInt();
        if (version > schemaVersion)
            return tl::unexpected(newerIndex(folder, version, schemaVersion));
        if (database.execAndGet("PRAGMA integrity_check(1)").getString() != "ok")
            carried.isComplete = false;
        Salvage(database, carried).run();
    } catch (const SQLite::Exception& exception) {
        spdlog::info("old index {}: {}", index.string(), exception.what());
        carried.isComplete = false;
    }
    return {};
}

} // namespace

Expected<CarriedRows> carryRows(const LibraryFolder& folder)
{
    CarriedRows carried;
    if (!stampOf(folder.index()) && !stampOf(folder.backup()))
        return carried; // there never was one
    if (const auto read = salvage(folder, folder.index(), carried); !read)
        return tl::unexpected(read.error());
    if (!carried.isComplete)
        if (const auto read = salvage(folder, folder.backup(), carried); !read)
            return tl::unexpected(read.error());
    return carried;
}

} // namespace tilewright
