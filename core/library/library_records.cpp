// What is asked of the index, but for the search.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <spdlog/spdlog.h>

#include "core/library/library.h"
#include "core/library/library_error.h"
#include "core/library/tile_row.h"

namespace tilewright {

Expected<std::vector<TileRecord>> Library::records(const std::vector<TileId>& tiles) const
{
    return guarded(m_folder.root, [&]() -> Expected<std::vector<TileRecord>> {
        std::vector<TileRecord> records;
        records.reserve(tiles.size());
        for (const TileRow& row : selectRows(*m_database, tiles))
            records.push_back(recordOf(m_folder, row));
        return records;
    });
}

Expected<std::optional<TileRecord>> Library::findFile(const std::filesystem::path& file) const
{
    return guarded(m_folder.root, [&]() -> Expected<std::optional<TileRecord>> {
        std::error_code error;
        const std::filesystem::path path
            = std::filesystem::absolute(file, error).lexically_normal();
        const bool isHere = path.parent_path() == m_folder.root
            || std::filesystem::equivalent(path.parent_path(), m_folder.root, error);
        const TileId id = isHere ? idOfFile(*m_database, path.filename().string()) : 0;
        const std::vector<TileRow> rows = selectRows(*m_database, {id});
        if (rows.empty())
            return std::nullopt;
        return recordOf(m_folder, rows.front());
    });
}

Expected<std::vector<std::string>> Library::modelNames() const
{
    return guarded(m_folder.root, [&]() -> Expected<std::vector<std::string>> {
        SQLite::Statement select(*m_database,
            "SELECT DISTINCT model_name FROM tile WHERE trash IS NULL AND model_name <> '' "
            "ORDER BY model_name");
        std::vector<std::string> names;
        while (select.executeStep())
            names.push_back(select.getColumn(0).getString());
        return names;
    });
}

std::int64_t Library::version() const
{
    // The first counts what others did, the second what this connection did.
    const auto version = guarded(m_folder.root, [&]() -> Expected<std::int64_t> {
        const std::int64_t others = m_database->execAndGet("PRAGMA data_version").getInt64();
        return (others << 32) + m_database->getTotalChanges();
    });
    if (!version)
        spdlog::warn("{} [{}]", version.error().message, version.error().detail);
    return version.value_or(0);
}

} // namespace tilewright
