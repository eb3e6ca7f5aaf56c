#include "core/library/query_conditions.h"

#include <iterator>
#include <spdlog/fmt/fmt.h>

#include "core/library/day.h"

namespace tilewright {
namespace {

void add(QueryConditions& conditions, std::string_view sql, std::vector<SqlValue> values)
{
    conditions.sql.append(" AND ").append(sql);
    std::move(values.begin(), values.end(), std::back_inserter(conditions.values));
}

void addMarks(QueryConditions& conditions, const TileQuery& query)
{
    if (query.minimumRating > 0)
        add(conditions, "rating >= ?", {std::int64_t{query.minimumRating}});
    if (query.flag)
        add(conditions, "flag = ?", {static_cast<std::int64_t>(*query.flag)});
    else if (query.hideRejected)
        add(conditions, "flag <> ?", {static_cast<std::int64_t>(Flag::Rejected)});
    if (query.label)
        add(conditions, "label = ?", {std::int64_t{*query.label}});
}

Expected<void> addDays(QueryConditions& conditions, const TileQuery& query)
{
    const auto noDay = [](const std::string& text) {
        return fail(ErrorKind::Usage,
            fmt::format("\"{}\" is no day. Write it as year-month-day, e.g. 2026-05-01.", text));
    };
    if (!query.createdFrom.empty() || !query.createdTo.empty())
        add(conditions, "created <> ''", {});
    if (!query.createdFrom.empty()) {
        const auto day = dayFromIso(query.createdFrom);
        if (!day)
            return noDay(query.createdFrom);
        add(conditions, "created >= ?", {beginOfDay(*day)});
    }
    if (!query.createdTo.empty()) {
        const auto day = dayFromIso(query.createdTo);
        if (!day)
            return noDay(query.createdTo);
        add(conditions, "created < ?", {beginOfDay(plusDays(*day, 1))});
    }
    return {};
}

} // namespace

void bind(SQLite::Statement& statement, const std::vector<SqlValue>& values)
{
    int place = 0;
    for (const SqlValue& value : values)
        std::visit([&](const auto& bound) { statement.bind(++place, bound); }, value);
}

Expected<QueryConditions> conditionsOf(const TileQuery& query)
{
    QueryConditions conditions{"trash IS NULL", {}};
    if (!query.mixKeys.empty()) {
        std::string places;
        for (std::size_t i = 0; i < query.mixKeys.size(); ++i)
            places += i == 0 ? "?" : ", ?";
        add(conditions, fmt::format("mix_key IN ({})", places),
            {query.mixKeys.begin(), query.mixKeys.end()});
    }
    if (query.seed)
        add(conditions, "seed = ?", {std::to_string(*query.seed)});
    addMarks(conditions, query);
    if (!query.modelName.empty())
        add(conditions, "model_name = ? COLLATE NOCASE", {query.modelName});
    if (const auto days = addDays(conditions, query); !days)
        return tl::unexpected(days.error());
    if (query.maximumError)
        add(conditions, "error <= ?", {*query.maximumError});
    return conditions;
}

std::string fullTextQuery(std::string_view text)
{
    std::string query;
    bool isInWord = false;
    const auto endWord = [&] {
        if (isInWord)
            query += "\"*";
        isInWord = false;
    };
    for (const char c : text) {
        const bool isBlank = c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
        if (isBlank) {
            endWord();
            continue;
        }
        if (!isInWord)
            query += query.empty() ? "\"" : " \"";
        isInWord = true;
        query += c;
        if (c == '"')
            query += c;
    }
    endWord();
    return query;
}

} // namespace tilewright
