// Taking tiles out of the library, and putting them back.
//
// A file is moved, then its row says so, both inside one write transaction, which keeps the sweeps
// of other programs away. A process that dies in between leaves a file at one place and a row that
// tells the other: the next sweep finds the file by its size and time, and mends the row.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <cerrno>
#include <chrono>
#include <random>
#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>
#include <system_error>

#include "core/library/library.h"
#include "core/library/library_error.h"
#include "core/library/tile_row.h"

namespace tilewright {
namespace {

namespace fs = std::filesystem;

/// Moves files; unless it is told that all is well, it moves them back.
class Moves {
public:
    Moves() = default;
    Moves(const Moves&) = delete;
    Moves& operator=(const Moves&) = delete;
    ~Moves()
    {
        for (auto move = m_done.rbegin(); move != m_done.rend(); ++move)
            moveWithoutReplacing(move->second, move->first);
    }

    /// 0 or an errno value.
    int move(const fs::path& from, const fs::path& to)
    {
        const int error = moveWithoutReplacing(from, to);
        if (error == 0)
            m_done.emplace_back(from, to);
        return error;
    }
    void keep() { m_done.clear(); }

private:
    std::vector<std::pair<fs::path, fs::path>> m_done;
};

tl::unexpected<Error> cannotMove(const fs::path& from, const fs::path& to, int error)
{
    return fail(ErrorKind::CannotWrite,
        fmt::format("Cannot move {} to {}: {}.", from.string(), to.string(),
            std::generic_category().message(error)));
}

/// Sorts by time.
std::string newTicketName()
{
    std::random_device random;
    const auto now = std::chrono::system_clock::now();
    return fmt::format("{:%Y%m%d-%H%M%S}-{:08x}",
        fmt::gmtime(std::chrono::system_clock::to_time_t(now)), random());
}

/// Rows of the ticket's tiles that still lie in it.
std::vector<TileRow> rowsIn(SQLite::Database& database, const TrashTicket& ticket)
{
    std::vector<TileRow> rows = selectRows(database, ticket.tiles);
    std::erase_if(rows, [&](const TileRow& row) { return row.trash != ticket.name; });
    return rows;
}

} // namespace

Expected<TrashTicket> Library::trash(const std::vector<TileId>& tiles)
{
    return guarded(m_folder.root, [&]() -> Expected<TrashTicket> {
        TrashTicket ticket{newTicketName(), {}};
        const fs::path folder = m_folder.trash() / ticket.name;
        std::error_code error;
        fs::create_directory(folder, error);
        if (error)
            return fail(ErrorKind::CannotWrite,
                fmt::format("Cannot move tiles to {}: {}.", folder.string(), error.message()));
        Moves moves;
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        for (TileRow row : selectRows(*m_database, tiles)) {
            if (row.trash)
                continue;
            const fs::path from = m_folder.root / row.file;
            const fs::path to = folder / from.filename();
            row.isMissing = !stampOf(from);
            if (!row.isMissing)
                if (const int failure = moves.move(from, to))
                    return cannotMove(from, to, failure);
            row.file = to.lexically_relative(m_folder.root).string();
            row.trash = ticket.name;
            updateRow(*m_database, row);
            ticket.tiles.push_back(row.id);
        }
        if (ticket.tiles.empty()) {
            fs::remove(folder, error);
            return fail(ErrorKind::Usage, "None of these tiles is in the library any more.");
        }
        transaction.commit();
        moves.keep();
        return ticket;
    });
}

Expected<void> Library::restore(const TrashTicket& ticket)
{
    return guarded(m_folder.root, [&]() -> Expected<void> {
        Moves moves;
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        for (TileRow row : rowsIn(*m_database, ticket)) {
            const fs::path from = m_folder.root / row.file;
            fs::path to;
            row.isMissing = !stampOf(from);
            int error = 0;
            do {
                to = freePath(from.stem().string(), from.extension().string());
                error = row.isMissing ? 0 : moves.move(from, to);
            } while (error == EEXIST); // another program took the name just now
            if (error != 0)
                return cannotMove(from, to, error);
            row.file = to.filename().string();
            row.trash.reset();
            updateRow(*m_database, row);
        }
        transaction.commit();
        moves.keep();
        std::error_code ignored;
        fs::remove(m_folder.trash() / ticket.name, ignored); // only if it is empty
        return {};
    });
}

Expected<std::vector<fs::path>> Library::discard(const TrashTicket& ticket)
{
    return guarded(m_folder.root, [&]() -> Expected<std::vector<fs::path>> {
        std::vector<fs::path> files;
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        const std::vector<TileRow> rows = rowsIn(*m_database, ticket);
        for (const TileRow& row : rows) {
            deleteRow(*m_database, row.id);
            if (const fs::path file = m_folder.root / row.file; stampOf(file))
                files.push_back(file);
        }
        transaction.commit();
        for (const TileRow& row : rows) {
            std::error_code ignored;
            fs::remove(thumbnailPath(m_folder, row.id, row.stamp), ignored);
        }
        return files;
    });
}

Expected<std::vector<TrashTicket>> Library::trashed() const
{
    return guarded(m_folder.root, [&]() -> Expected<std::vector<TrashTicket>> {
        SQLite::Statement select(
            *m_database, "SELECT trash, id FROM tile WHERE trash IS NOT NULL ORDER BY trash, id");
        std::vector<TrashTicket> tickets;
        while (select.executeStep()) {
            const std::string name = select.getColumn(0).getString();
            if (tickets.empty() || tickets.back().name != name)
                tickets.push_back({name, {}});
            tickets.back().tiles.push_back(select.getColumn(1).getInt64());
        }
        return tickets;
    });
}

} // namespace tilewright
