// Makes the index agree with the files.
//
// One listing of the folder and one SELECT tell what differs. Files are read without a lock; what
// was learnt is written in small transactions, in which everything is looked at again, because
// other programs go on adding, renaming and deleting.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <unordered_map>

#include "core/library/library.h"
#include "core/library/library_error.h"
#include "core/library/tile_row.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t batchSize = 64;

struct KnownTile {
    TileId id = 0;
    std::string file;
    FileStamp stamp;
    bool isMissing = false;
    bool hasFile = false; ///< where it is looked for
};

/// A file to be opened, and what came of it.
struct Reading {
    const FoundFile* found = nullptr;
    KnownTile* known = nullptr; ///< the row with its name, if there is one
    std::optional<TileRow> row; ///< absent: it is no tile
};

std::string stampKey(const FileStamp& stamp)
{
    return std::to_string(stamp.modified) + "/" + std::to_string(stamp.bytes);
}

/// The same tile under another name.
bool isSameTile(const TileRow& a, const TileRow& b)
{
    return a.stamp == b.stamp && a.seed == b.seed && a.mixKey == b.mixKey && a.created == b.created
        && a.prompt == b.prompt;
}

class Sweep {
public:
    Sweep(SQLite::Database& database, const LibraryFolder& folder, const Palette& palette)
        : m_database(database), m_folder(folder), m_palette(palette)
    {
    }

    Expected<SweepReport> run(
        const std::function<void(int, int)>& progress, const std::stop_token& stop)
    {
        selectKnown();
        const auto found = listTileFiles(m_folder);
        if (!found)
            return tl::unexpected(found.error());
        std::vector<Reading> readings = compare(*found);
        const int total = static_cast<int>(readings.size());
        for (std::size_t first = 0; first < readings.size(); first += batchSize) {
            const std::size_t end = std::min(readings.size(), first + batchSize);
            for (std::size_t i = first; i < end && !stop.stop_requested(); ++i) {
                if (progress)
                    progress(static_cast<int>(i), total);
                if (auto row = readRow(m_folder, readings[i].found->name, m_palette))
                    readings[i].row = std::move(*row);
                else
                    readings[i].row.reset();
            }
            if (stop.stop_requested())
                return fail(ErrorKind::Cancelled, "Cancelled.");
            SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
            for (std::size_t i = first; i < end; ++i)
                write(readings[i]);
            transaction.commit();
        }
        if (progress)
            progress(total, total);
        markMissing();
        return m_report;
    }

private:
    void selectKnown()
    {
        SQLite::Statement select(
            m_database, "SELECT id, file, bytes, modified, is_missing FROM tile");
        while (select.executeStep())
            m_known.push_back({select.getColumn(0).getInt64(), select.getColumn(1).getString(),
                {select.getColumn(2).getInt64(), select.getColumn(3).getInt64()},
                select.getColumn(4).getInt() != 0});
    }

    /// Gives what has to be opened, and notes the rows whose files are not where they were.
    std::vector<Reading> compare(const std::vector<FoundFile>& found)
    {
        std::unordered_map<std::string_view, KnownTile*> byFile;
        for (KnownTile& tile : m_known)
            byFile.emplace(tile.file, &tile);
        std::vector<Reading> readings;
        for (const FoundFile& file : found) {
            const auto known = byFile.find(file.name);
            KnownTile* tile = known == byFile.end() ? nullptr : known->second;
            if (tile)
                tile->hasFile = true;
            if (!tile || tile->isMissing || tile->stamp != file.stamp)
                readings.push_back({&file, tile, {}});
        }
        for (KnownTile& tile : m_known)
            if (!tile.hasFile)
                m_lost.emplace(stampKey(tile.stamp), &tile);
        return readings;
    }

    void write(Reading& reading)
    {
        const FoundFile& found = *reading.found;
        if (!stampOf(m_folder.root / found.name))
            return; // gone again
        if (!reading.row) {
            m_report.foreign.push_back(found.name);
            if (reading.known && !reading.known->isMissing)
                reading.known->hasFile = false;
            return;
        }
        reading.row->trash = found.ticket;
        if (reading.known) {
            if (exchange(*reading.known, *reading.row))
                ++(reading.known->isMissing ? m_report.returned : m_report.changed);
        } else if (!adopt(*reading.row) && !isFresh(found)) {
            if (insertRow(m_database, *reading.row) != 0 && !found.ticket)
                ++m_report.added;
        }
    }

    /// A file in the trash without a row may be on its way out: discard() gives it to somebody.
    bool isFresh(const FoundFile& found) const
    {
        if (!found.ticket)
            return false;
        std::error_code error;
        const auto changed = fs::last_write_time(m_folder.trash() / *found.ticket, error);
        return error || fs::file_time_type::clock::now() - changed < leftoverAge;
    }

    /// Whether the row still tells what it told when the sweep began.
    bool isUnchanged(const KnownTile& tile) { return idOfFile(m_database, tile.file) == tile.id; }

    bool exchange(KnownTile& known, TileRow& row)
    {
        if (!isUnchanged(known))
            return false;
        const TileRow before = selectRows(m_database, {known.id}).at(0);
        row.id = known.id;
        row.marks = before.marks;
        updateRow(m_database, row);
        if (row.stamp != before.stamp) {
            std::error_code ignored;
            fs::remove(thumbnailPath(m_folder, before.id, before.stamp), ignored);
        }
        return true;
    }

    /// Finds the tile that lay elsewhere before: renamed, or moved to or from the trash by a
    /// program that died before it could say so.
    bool adopt(TileRow& row)
    {
        const auto [begin, end] = m_lost.equal_range(stampKey(row.stamp));
        for (auto lost = begin; lost != end; ++lost) {
            KnownTile& known = *lost->second;
            if (known.hasFile || !isUnchanged(known) || stampOf(m_folder.root / known.file))
                continue;
            if (!isSameTile(selectRows(m_database, {known.id}).at(0), row))
                continue;
            known.hasFile = true;
            if (idOfFile(m_database, row.file) != 0)
                return true; // another program was faster
            const bool returns = known.isMissing && !row.trash;
            if (exchange(known, row) && returns)
                ++m_report.returned;
            return true;
        }
        return false;
    }

    void markMissing()
    {
        SQLite::Statement update(m_database,
            "UPDATE tile SET is_missing = 1 WHERE id = ? AND file = ? AND is_missing = 0");
        std::vector<const KnownTile*> gone;
        for (const KnownTile& tile : m_known)
            if (!tile.hasFile && !tile.isMissing)
                gone.push_back(&tile);
        if (gone.empty())
            return;
        SQLite::Transaction transaction(m_database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const KnownTile* tile : gone) {
            const auto stamp = stampOf(m_folder.root / tile->file);
            // A file of its name that is no tile any more is not the tile.
            if (stamp && *stamp == tile->stamp)
                continue;
            update.bind(1, tile->id);
            update.bind(2, tile->file);
            m_report.missing += update.exec();
            update.reset();
        }
        transaction.commit();
    }

    SQLite::Database& m_database;
    const LibraryFolder& m_folder;
    const Palette& m_palette;
    std::vector<KnownTile> m_known;
    std::unordered_multimap<std::string, KnownTile*> m_lost;
    SweepReport m_report;
};

} // namespace

Expected<SweepReport> Library::sweep(
    const std::function<void(int, int)>& progress, std::stop_token stop)
{
    return guarded(m_folder.root, [&]() -> Expected<SweepReport> {
        m_folder.removeLeftovers();
        return Sweep(*m_database, m_folder, m_palette).run(progress, stop);
    });
}

} // namespace tilewright
