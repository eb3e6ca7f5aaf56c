// Ratings, flags and labels.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <spdlog/fmt/fmt.h>

#include "core/library/library.h"
#include "core/library/library_error.h"
#include "core/library/tile_row.h"

namespace tilewright {
namespace {

constexpr int highestRating = 5;
constexpr int highestFlag = static_cast<int>(Flag::Rejected);
constexpr int highestLabel = 4;

Expected<void> checkMark(const char* name, int value, int highest)
{
    if (value < 0 || value > highest)
        return fail(ErrorKind::Usage,
            fmt::format("{} is no {}: it goes from 0 to {}.", value, name, highest));
    return {};
}

} // namespace

Expected<void> Library::mark(
    const char* column, int value, int highest, const std::vector<TileId>& tiles)
{
    if (const auto checked = checkMark(column, value, highest); !checked)
        return checked;
    return guarded(m_folder.root, [&]() -> Expected<void> {
        SQLite::Statement update(*m_database,
            fmt::format(
                "UPDATE tile SET {} = ? WHERE id IN (SELECT value FROM json_each(?))", column));
        update.bind(1, value);
        update.bind(2, idList(tiles));
        update.exec();
        return {};
    });
}

Expected<void> Library::setRating(const std::vector<TileId>& tiles, int rating)
{
    return mark("rating", rating, highestRating, tiles);
}

Expected<void> Library::setFlag(const std::vector<TileId>& tiles, Flag flag)
{
    return mark("flag", static_cast<int>(flag), highestFlag, tiles);
}

Expected<void> Library::setLabel(const std::vector<TileId>& tiles, int label)
{
    return mark("label", label, highestLabel, tiles);
}

Expected<void> Library::setMarks(
    const std::vector<TileId>& tiles, const std::vector<TileMarks>& marks)
{
    if (tiles.size() != marks.size())
        return fail(ErrorKind::Usage,
            fmt::format("{} tiles were given {} sets of marks.", tiles.size(), marks.size()));
    for (const TileMarks& mark : marks)
        for (const auto& checked : {checkMark("rating", mark.rating, highestRating),
                 checkMark("flag", static_cast<int>(mark.flag), highestFlag),
                 checkMark("label", mark.label, highestLabel)})
            if (!checked)
                return checked;
    return guarded(m_folder.root, [&]() -> Expected<void> {
        SQLite::Transaction transaction(*m_database, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement update(
            *m_database, "UPDATE tile SET rating = ?, flag = ?, label = ? WHERE id = ?");
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            update.bind(1, marks[i].rating);
            update.bind(2, static_cast<int>(marks[i].flag));
            update.bind(3, marks[i].label);
            update.bind(4, tiles[i]);
            update.exec();
            update.reset();
        }
        transaction.commit();
        return {};
    });
}

} // namespace tilewright
