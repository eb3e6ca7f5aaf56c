// The tables of schema.h, row by row.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <charconv>
#include <spdlog/fmt/fmt.h>
#include <unordered_map>

#include "core/library/tile_row.h"

namespace tilewright {
namespace {

template <typename Value>
void bindOptional(SQLite::Statement& statement, int index, const std::optional<Value>& value)
{
    if (value)
        statement.bind(index, *value);
    else
        statement.bind(index);
}

/// What both INSERT and UPDATE write, in their order.
void bindColumns(SQLite::Statement& statement, const TileRow& row)
{
    int index = 0;
    statement.bind(++index, row.file);
    statement.bind(++index, row.stamp.bytes);
    statement.bind(++index, row.stamp.modified);
    statement.bind(++index, row.mixKey);
    statement.bind(++index, std::to_string(row.seed));
    statement.bind(++index, row.prompt);
    statement.bind(++index, row.modelName);
    statement.bind(++index, row.created);
    statement.bind(++index, row.width);
    statement.bind(++index, row.height);
    bindOptional(statement, ++index, row.error);
    statement.bind(++index, row.isDraft ? 1 : 0);
    statement.bind(++index, row.isMissing ? 1 : 0);
    bindOptional(statement, ++index, row.trash);
    const auto part = [&](double Lab::*member) {
        return row.color ? std::optional(*row.color.*member) : std::nullopt;
    };
    bindOptional(statement, ++index, part(&Lab::L));
    bindOptional(statement, ++index, part(&Lab::a));
    bindOptional(statement, ++index, part(&Lab::b));
}

void writeShares(SQLite::Database& database, TileId id, const std::optional<Mix>& mix)
{
    SQLite::Statement insert(
        database, "INSERT INTO tile_share (tile, color, per_mille) VALUES (?, ?, ?)");
    for (const MixShare& share : mix ? mix->shares() : std::vector<MixShare>()) {
        if (share.perMille == 0)
            continue;
        insert.bind(1, id);
        insert.bind(2, share.color);
        insert.bind(3, share.perMille);
        insert.exec();
        insert.reset();
    }
}

void writeText(SQLite::Database& database, TileId id, const TileRow& row)
{
    SQLite::Statement insert(database, "INSERT INTO tile_text (rowid, content) VALUES (?, ?)");
    insert.bind(1, id);
    insert.bind(2,
        fmt::format("{}\n{}\n{}\n{}", std::filesystem::path(row.file).stem().string(), row.mixKey,
            row.modelName, row.prompt));
    insert.exec();
}

void deleteFrom(SQLite::Database& database, const char* sql, TileId id)
{
    SQLite::Statement statement(database, sql);
    statement.bind(1, id);
    statement.exec();
}

void deleteDetails(SQLite::Database& database, TileId id)
{
    deleteFrom(database, "DELETE FROM tile_share WHERE tile = ?", id);
    deleteFrom(database, "DELETE FROM tile_text WHERE rowid = ?", id);
}

TileRow rowFrom(SQLite::Statement& select)
{
    TileRow row;
    int index = 0;
    row.id = select.getColumn(index++).getInt64();
    row.file = select.getColumn(index++).getString();
    row.stamp.bytes = select.getColumn(index++).getInt64();
    row.stamp.modified = select.getColumn(index++).getInt64();
    row.mixKey = select.getColumn(index++).getString();
    const std::string seed = select.getColumn(index++).getString();
    std::from_chars(seed.data(), seed.data() + seed.size(), row.seed);
    row.prompt = select.getColumn(index++).getString();
    row.modelName = select.getColumn(index++).getString();
    row.created = select.getColumn(index++).getString();
    row.width = select.getColumn(index++).getInt();
    row.height = select.getColumn(index++).getInt();
    const auto number = [&]() -> std::optional<double> {
        const SQLite::Column column = select.getColumn(index++);
        return column.isNull() ? std::nullopt : std::optional(column.getDouble());
    };
    row.error = number();
    row.isDraft = select.getColumn(index++).getInt() != 0;
    row.isMissing = select.getColumn(index++).getInt() != 0;
    if (const SQLite::Column trash = select.getColumn(index++); !trash.isNull())
        row.trash = trash.getString();
    const auto l = number(), a = number(), b = number();
    if (l && a && b)
        row.color = Lab{*l, *a, *b};
    row.marks.rating = select.getColumn(index++).getInt();
    row.marks.flag = static_cast<Flag>(select.getColumn(index++).getInt());
    row.marks.label = select.getColumn(index++).getInt();
    return row;
}

} // namespace

TileId insertRow(SQLite::Database& database, const TileRow& row)
{
    SQLite::Statement insert(database,
        "INSERT INTO tile (file, bytes, modified, mix_key, seed, prompt, model_name, created, "
        "width, height, error, is_draft, is_missing, trash, l, a, b, rating, flag, label, id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (file) DO NOTHING");
    bindColumns(insert, row);
    insert.bind(18, row.marks.rating);
    insert.bind(19, static_cast<int>(row.marks.flag));
    insert.bind(20, row.marks.label);
    bindOptional(insert, 21, row.id != 0 ? std::optional(row.id) : std::nullopt);
    if (insert.exec() == 0)
        return 0;
    const TileId id = database.getLastInsertRowid();
    writeShares(database, id, row.mix);
    writeText(database, id, row);
    return id;
}

void updateRow(SQLite::Database& database, const TileRow& row)
{
    SQLite::Statement update(database,
        "UPDATE tile SET file = ?, bytes = ?, modified = ?, mix_key = ?, seed = ?, prompt = ?, "
        "model_name = ?, created = ?, width = ?, height = ?, error = ?, is_draft = ?, "
        "is_missing = ?, trash = ?, l = ?, a = ?, b = ? WHERE id = ?");
    bindColumns(update, row);
    update.bind(18, row.id);
    if (update.exec() == 0)
        return;
    deleteDetails(database, row.id);
    writeShares(database, row.id, row.mix);
    writeText(database, row.id, row);
}

void deleteRow(SQLite::Database& database, TileId id)
{
    deleteDetails(database, id);
    deleteFrom(database, "DELETE FROM tile WHERE id = ?", id);
}

std::vector<TileRow> selectRows(SQLite::Database& database, const std::vector<TileId>& ids)
{
    constexpr std::size_t chunk = 1000;
    SQLite::Statement select(database,
        "SELECT id, file, bytes, modified, mix_key, seed, prompt, model_name, created, width, "
        "height, error, is_draft, is_missing, trash, l, a, b, rating, flag, label FROM tile "
        "WHERE id IN (SELECT value FROM json_each(?))");
    SQLite::Statement selectShares(database,
        "SELECT tile, color, per_mille FROM tile_share "
        "WHERE tile IN (SELECT value FROM json_each(?)) ORDER BY tile, per_mille DESC, color");
    std::vector<TileRow> rows;
    rows.reserve(ids.size());
    for (std::size_t first = 0; first < ids.size(); first += chunk) {
        const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(first);
        const std::vector<TileId> asked(
            begin, begin + static_cast<std::ptrdiff_t>(std::min(chunk, ids.size() - first)));
        const std::string list = idList(asked);
        std::unordered_map<TileId, TileRow> found;
        std::unordered_map<TileId, std::vector<MixShare>> shares;
        select.bind(1, list);
        while (select.executeStep()) {
            TileRow row = rowFrom(select);
            found.emplace(row.id, std::move(row));
        }
        select.reset();
        selectShares.bind(1, list);
        while (selectShares.executeStep())
            shares[selectShares.getColumn(0).getInt64()].push_back(
                {selectShares.getColumn(1).getString(), selectShares.getColumn(2).getInt()});
        selectShares.reset();
        for (auto& [id, parts] : shares)
            if (auto mix = Mix::create(std::move(parts)))
                if (const auto row = found.find(id); row != found.end())
                    row->second.mix = std::move(*mix);
        for (const TileId id : asked)
            if (const auto row = found.find(id); row != found.end())
                rows.push_back(row->second);
    }
    return rows;
}

TileId idOfFile(SQLite::Database& database, const std::string& file)
{
    SQLite::Statement select(database, "SELECT id FROM tile WHERE file = ?");
    select.bind(1, file);
    return select.executeStep() ? select.getColumn(0).getInt64() : 0;
}

std::string idList(const std::vector<TileId>& ids)
{
    return fmt::format("[{}]", fmt::join(ids, ","));
}

} // namespace tilewright
