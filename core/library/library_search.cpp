#include "core/library/library_search.h"

#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <spdlog/fmt/fmt.h>
#include <utility>

#include "core/color/color_difference.h"
#include "core/library/library.h"
#include "core/library/mix_color.h"
#include "core/library/query_conditions.h"

namespace tilewright {
namespace {

struct Row {
    TileId id = 0;
    double rank = 0; ///< lower ones first
};
constexpr double last = std::numeric_limits<double>::infinity();

/// Tiles by id. Ids are given one after the other, so a bit for each is less than any tree.
class TileSet {
public:
    TileSet(TileId largest, bool isFull)
        : m_holds(static_cast<std::size_t>(largest) + 1, isFull) { }

    void insert(TileId tile) { m_holds.at(static_cast<std::size_t>(tile)) = true; }
    bool contains(TileId tile) const { return m_holds.at(static_cast<std::size_t>(tile)); }

    /// Keeps those that the other has, or those that it lacks.
    void keep(const TileSet& other, bool contained)
    {
        for (std::size_t i = 0; i < m_holds.size(); ++i)
            m_holds[i] = m_holds[i] && other.m_holds[i] == contained;
    }

private:
    std::vector<bool> m_holds;
};

/// One search. SQLite gives rows newest first, from an index that holds all that is asked of them;
/// what lies in other tables, and any other order, is done here: joins and SQLite's sorter take
/// several times as long.
class Search {
public:
    Search(SQLite::Database& database, const TileQuery& query)
        : m_database(database), m_query(query), m_largest(largestTile(database))
    {
    }

    TileList run(const QueryConditions& conditions, const Palette& palette) const
    {
        std::vector<Row> rows = newestFirst(conditions, palette);
        if (m_query.order == TileOrder::ShareDifference && m_query.reference)
            rankByShares(*m_query.reference, rows);
        if (m_query.order == TileOrder::Oldest)
            std::reverse(rows.begin(), rows.end());
        else if (!rankColumns().empty())
            std::stable_sort(rows.begin(), rows.end(),
                [](const Row& a, const Row& b) { return a.rank < b.rank; });
        return m_query.groupByMix ? grouped(rows) : listed(rows);
    }

private:
    static TileId largestTile(SQLite::Database& database)
    {
        SQLite::Statement largest(database, "SELECT ifnull(max(id), 0) FROM tile");
        largest.executeStep();
        return largest.getColumn(0).getInt64();
    }

    std::size_t placesById() const { return static_cast<std::size_t>(m_largest) + 1; }

    TileSet selected(const char* sql, const std::vector<SqlValue>& values) const
    {
        SQLite::Statement statement(m_database, sql);
        bind(statement, values);
        TileSet set(m_largest, false);
        while (statement.executeStep())
            set.insert(statement.getColumn(0).getInt64());
        return set;
    }

    void keepShare(TileSet& set, const ShareRange& range) const
    {
        constexpr double rounding = 1e-6; // percents are decimal fractions
        const double from = std::ceil(range.from * 10 - rounding);
        const double to = std::floor(range.to * 10 + rounding);
        // A tile without the colour has no row of it, so a range that holds 0 is told by what lies
        // above it.
        if (from <= 0 && to >= 0)
            set.keep(selected("SELECT tile FROM tile_share WHERE color = ? AND per_mille > ?",
                         {range.color, to}),
                false);
        else
            set.keep(selected("SELECT tile FROM tile_share WHERE color = ? AND per_mille BETWEEN ? "
                              "AND ?",
                         {range.color, from, to}),
                true);
    }

    /// What the conditions on shares and text leave; none when there are none.
    std::optional<TileSet> candidates() const
    {
        const std::string words = fullTextQuery(m_query.text);
        if (m_query.shares.empty() && words.empty())
            return std::nullopt;
        TileSet set(m_largest, true);
        for (const ShareRange& range : m_query.shares)
            keepShare(set, range);
        if (!words.empty())
            set.keep(
                selected("SELECT rowid FROM tile_text WHERE tile_text MATCH ?", {words}), true);
        return set;
    }

    /// What a row's rank is made of; empty when the order needs none.
    std::string_view rankColumns() const
    {
        switch (m_query.order) {
        case TileOrder::Rating:
            return ", -rating";
        case TileOrder::Fidelity:
            return ", error";
        case TileOrder::ColorDifference:
            return m_query.reference ? ", l, a, b" : "";
        case TileOrder::ShareDifference:
            return m_query.reference ? ", l" : "";
        default:
            return "";
        }
    }

    std::vector<Row> newestFirst(const QueryConditions& conditions, const Palette& palette) const
    {
        const std::optional<TileSet> set = candidates();
        const std::string_view columns = rankColumns();
        SQLite::Statement statement(m_database,
            fmt::format("SELECT id{} FROM tile WHERE {} ORDER BY created DESC, id DESC", columns,
                conditions.sql));
        bind(statement, conditions.values);
        const bool isByColor = m_query.order == TileOrder::ColorDifference && !columns.empty();
        const Lab reference = isByColor ? meanColor(*m_query.reference, palette) : Lab();
        Lab before;
        double rankBefore = deltaE2000(reference, before);
        std::vector<Row> rows;
        while (statement.executeStep()) {
            Row row{statement.getColumn(0).getInt64(), 0};
            if (set && !set->contains(row.id))
                continue;
            if (columns.empty()) {
                rows.push_back(row);
                continue;
            }
            row.rank = statement.isColumnNull(1) ? last : statement.getColumn(1).getDouble();
            if (isByColor && row.rank != last) {
                const Lab color{row.rank, statement.getColumn(2).getDouble(),
                    statement.getColumn(3).getDouble()};
                // Seeds of one mix are made one after the other.
                if (color != before)
                    rankBefore = deltaE2000(reference, before = color);
                row.rank = rankBefore;
            }
            rows.push_back(row);
        }
        return rows;
    }

    /// Half the sum of the differences. It adds up over the colours of the reference alone: what a
    /// tile has of others is what it lacks of these.
    void rankByShares(const Mix& reference, std::vector<Row>& rows) const
    {
        std::vector<int> alike(placesById()); // per mille, by id
        for (const MixShare& share : reference.shares()) {
            SQLite::Statement statement(
                m_database, "SELECT tile, per_mille FROM tile_share WHERE color = ?");
            statement.bind(1, share.color);
            while (statement.executeStep())
                alike.at(static_cast<std::size_t>(statement.getColumn(0).getInt64()))
                    += std::min(share.perMille, statement.getColumn(1).getInt());
        }
        for (Row& row : rows)
            if (row.rank != last)
                row.rank = Mix::total - alike.at(static_cast<std::size_t>(row.id));
    }

    static TileList listed(const std::vector<Row>& rows)
    {
        TileList list;
        list.tiles.reserve(rows.size());
        for (const Row& row : rows)
            list.tiles.push_back(row.id);
        return list;
    }

    struct Histories {
        std::vector<std::uint32_t> ofTile; ///< number of the history, by id
        std::vector<std::string> mixKeys; ///< by that number
    };

    /// From the index tile_mix, where tiles of one mix lie together: comparing neighbours is
    /// quicker than looking up every key.
    Histories histories() const
    {
        Histories found{std::vector<std::uint32_t>(placesById()), {}};
        SQLite::Statement statement(m_database, "SELECT id, mix_key FROM tile ORDER BY mix_key");
        while (statement.executeStep()) {
            const SQLite::Column column = statement.getColumn(1);
            const char* text = column.getText();
            const std::string_view key(text, static_cast<std::size_t>(column.getBytes()));
            if (found.mixKeys.empty() || found.mixKeys.back() != key)
                found.mixKeys.emplace_back(key);
            found.ofTile.at(static_cast<std::size_t>(statement.getColumn(0).getInt64()))
                = static_cast<std::uint32_t>(found.mixKeys.size() - 1);
        }
        return found;
    }

    TileList grouped(const std::vector<Row>& rows) const
    {
        const Histories all = histories();
        const auto historyOf
            = [&](const Row& row) { return all.ofTile.at(static_cast<std::size_t>(row.id)); };
        std::vector<std::size_t> counts(all.mixKeys.size());
        for (const Row& row : rows)
            ++counts.at(historyOf(row));
        TileList list;
        list.tiles.resize(rows.size());
        std::vector<std::size_t> next(counts.size()); // place of the next tile of a history
        std::size_t placed = 0;
        for (const Row& row : rows) {
            const auto history = historyOf(row);
            if (std::size_t& count = counts[history]; count > 0) {
                list.groups.push_back({all.mixKeys[history], placed, count});
                next[history] = placed;
                placed += std::exchange(count, 0);
            }
            list.tiles[next[history]++] = row.id;
        }
        return list;
    }

    SQLite::Database& m_database;
    const TileQuery& m_query;
    const TileId m_largest;
};

} // namespace

Expected<TileList> findTiles(
    SQLite::Database& database, const TileQuery& query, const Palette& palette)
{
    const auto conditions = conditionsOf(query);
    if (!conditions)
        return tl::unexpected(conditions.error());
    try {
        // One moment of the index, however many programs write to it.
        const SQLite::Transaction moment(database);
        return Search(database, query).run(*conditions, palette);
    } catch (const std::exception& problem) {
        // Beside SQLite's: an id that is out of range or out of memory.
        return fail(ErrorKind::BadData,
            "The index of the library cannot be read. Try again; if it stays so, rebuild it from "
            "the tiles.",
            problem.what());
    }
}

Expected<TileList> Library::find(const TileQuery& query) const
{
    return findTiles(*m_database, query, m_palette);
}

} // namespace tilewright
