// What a query asks of the rows of the index, as SQL.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/library/tile_query.h"
#include "core/support/error.h"

namespace tilewright {

/// What a designer gave becomes a bound value, never a part of the statement.
using SqlValue = std::variant<std::int64_t, double, std::string>;

void bind(SQLite::Statement& statement, const std::vector<SqlValue>& values);

struct QueryConditions {
    std::string sql; ///< of the table tile, to stand after WHERE
    std::vector<SqlValue> values; ///< for its question marks
};

/// All but the conditions on shares and text, whose tables are others. Errors: Usage when a day is
/// none.
Expected<QueryConditions> conditionsOf(const TileQuery& query);

/// Every word as a prefix, each in quotes so that signs and operators of the query language of FTS5
/// are only text: `rubber "r` is `"rubber"* """r"*`. Empty when there are no words.
std::string fullTextQuery(std::string_view text);

} // namespace tilewright
