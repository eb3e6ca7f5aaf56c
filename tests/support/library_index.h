// An index of tiles that were never made, to search in.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <vector>

#include "core/library/mix_color.h"
#include "core/library/schema.h"
#include "core/library/tile_record.h"
#include "core/mix/palette.h"

namespace tilewright::test {

struct IndexedTile {
    TileRecord record; ///< of which the file is relative
    bool isTrashed = false;

    /// What full-text search looks at.
    std::string text() const
    {
        return record.prompt + '\n' + record.mixKey + '\n' + record.modelName + '\n'
            + record.file.string();
    }
};

inline void createIndex(SQLite::Database& database)
{
    database.exec(schema);
}

/// Rows as the library writes them.
inline void insert(
    SQLite::Database& database, const std::vector<IndexedTile>& tiles, const Palette& palette)
{
    SQLite::Transaction transaction(database);
    SQLite::Statement row(database,
        "INSERT INTO tile (id, file, bytes, modified, mix_key, seed, prompt, model_name, created, "
        "width, height, error, rating, flag, label, is_missing, trash, l, a, b) VALUES (?, ?, 1, "
        "1, ?, ?, ?, ?, ?, 512, 512, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::Statement share(database, "INSERT INTO tile_share VALUES (?, ?, ?)");
    SQLite::Statement text(database, "INSERT INTO tile_text (rowid, content) VALUES (?, ?)");
    for (const IndexedTile& tile : tiles) {
        const TileRecord& record = tile.record;
        int place = 0;
        row.bind(++place, record.id);
        row.bind(++place, record.file.string());
        row.bind(++place, record.mixKey);
        row.bind(++place, std::to_string(record.seed));
        row.bind(++place, record.prompt);
        row.bind(++place, record.modelName);
        row.bind(++place, record.created);
        record.error ? row.bind(++place, *record.error) : row.bind(++place);
        row.bind(++place, record.marks.rating);
        row.bind(++place, static_cast<int>(record.marks.flag));
        row.bind(++place, record.marks.label);
        row.bind(++place, record.isMissing ? 1 : 0);
        tile.isTrashed ? row.bind(++place, "ticket") : row.bind(++place);
        if (record.mix) {
            const Lab color = meanColor(*record.mix, palette);
            for (const double value : {color.L, color.a, color.b})
                row.bind(++place, value);
            for (const MixShare& part : record.mix->shares()) {
                if (part.perMille == 0)
                    continue;
                share.bind(1, record.id);
                share.bind(2, part.color);
                share.bind(3, part.perMille);
                share.exec();
                share.reset();
            }
        }
        row.exec();
        row.reset();
        row.clearBindings();
        text.bind(1, record.id);
        text.bind(2, tile.text());
        text.exec();
        text.reset();
    }
    transaction.commit();
}

} // namespace tilewright::test
