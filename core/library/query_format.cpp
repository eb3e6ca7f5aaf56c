#include <array>
#include <spdlog/fmt/fmt.h>
#include <spdlog/fmt/ranges.h>

#include "core/library/query_share.h"
#include "core/library/query_text.h"
#include "core/library/query_words.h"
#include "core/mix/prompt_format.h"

namespace tilewright {
namespace {

void addDays(std::vector<std::string>& parts, const TileQuery& query, Day today)
{
    const auto isRange = [&](const DayRange& range) {
        return query.createdFrom == toIso(range.first) && query.createdTo == toIso(range.last);
    };
    if (isRange({today, today}))
        parts.emplace_back("today");
    else if (isRange(weekOf(today)))
        parts.emplace_back("this week");
    else if (isRange(monthOf(today)))
        parts.emplace_back("this month");
    else {
        if (!query.createdFrom.empty())
            parts.push_back("since " + query.createdFrom);
        if (!query.createdTo.empty())
            parts.push_back("until " + query.createdTo);
    }
}

void addMarks(std::vector<std::string>& parts, const TileQuery& query)
{
    if (query.minimumRating > 0)
        parts.push_back(fmt::format("rating {}+", query.minimumRating));
    if (query.flag == Flag::Picked)
        parts.emplace_back("picked");
    if (query.flag == Flag::Rejected)
        parts.emplace_back("rejected");
    if (query.flag == Flag::None)
        parts.emplace_back("unflagged");
    if (query.hideRejected)
        parts.emplace_back("not rejected");
    constexpr std::array<const char*, 5> labels{
        "no label", "label red", "label yellow", "label green", "label blue"};
    if (query.label)
        parts.emplace_back(labels.at(static_cast<std::size_t>(*query.label)));
}

void addOrder(std::vector<std::string>& parts, const TileQuery& query)
{
    const auto to = [&] {
        return query.reference ? " to " + quotedForQuery(formatMix(*query.reference)) : "";
    };
    switch (query.order) {
    case TileOrder::Newest:
        break;
    case TileOrder::Oldest:
        parts.emplace_back("oldest first");
        break;
    case TileOrder::Rating:
        parts.emplace_back("best first");
        break;
    case TileOrder::Fidelity:
        parts.emplace_back("truest first");
        break;
    case TileOrder::ColorDifference:
        parts.push_back("closest in colour" + to());
        break;
    case TileOrder::ShareDifference:
        parts.push_back("closest in shares" + to());
        break;
    }
    if (query.groupByMix)
        parts.emplace_back("grouped by mix");
}

/// As it is where that reads the same, else in quotes.
template <typename Reads> std::string plainOrQuoted(const std::string& text, Reads readsTheSame)
{
    return text.find('"') == std::string::npos && readsTheSame(text) ? text : quotedForQuery(text);
}

} // namespace

std::string toText(const TileQuery& query, const Palette& palette, Day today)
{
    std::vector<std::string> parts;
    for (const ShareRange& range : query.shares)
        parts.push_back(toText(range));
    for (const std::string& key : query.mixKeys)
        parts.push_back("mix " + quotedForQuery(key));
    if (query.seed)
        parts.push_back(fmt::format("seed {}", *query.seed));
    addMarks(parts, query);
    if (query.maximumError)
        parts.push_back(fmt::format("within {} points", *query.maximumError));
    if (!query.modelName.empty())
        parts.push_back("model " + plainOrQuoted(query.modelName, [&](const std::string& name) {
            return parseQuery("model " + name, palette, {}, today).query.modelName == name;
        }));
    addDays(parts, query, today);
    if (!query.text.empty())
        parts.push_back(plainOrQuoted(query.text, [&](const std::string& text) {
            TileQuery alone;
            alone.text = text;
            const ParsedQuery again = parseQuery(text, palette, {}, today);
            return again.query == alone && again.notes.empty();
        }));
    addOrder(parts, query);
    return fmt::format("{}", fmt::join(parts, ", "));
}

std::string toText(const QueryNote& note)
{
    switch (note.problem) {
    case QueryProblem::Rating:
        return fmt::format("{}: ratings go from 0 to 5, as in rating 3+", note.part);
    case QueryProblem::Seed:
        return fmt::format("{}: a seed is a whole number, as in seed 1704233", note.part);
    case QueryProblem::Label:
        return fmt::format("{}: labels are red, yellow, green and blue", note.part);
    case QueryProblem::Date:
        return fmt::format("{}: write a day as in since 2026-05-01", note.part);
    case QueryProblem::Points:
        return fmt::format("{}: write a number, as in within 2 points", note.part);
    case QueryProblem::Model:
        return fmt::format("{}: the name of a model is missing", note.part);
    case QueryProblem::Mix:
        return fmt::format(
            "{}: write a mix in quotes, as in mix \"50% red, 50% black\"", note.part);
    case QueryProblem::Share:
        return fmt::format("{}: shares go from 0 to 100 %", note.part);
    case QueryProblem::Color:
        return fmt::format("{}: no such colour; the nearest are {}. Looked for in the texts",
            note.part, fmt::join(note.suggestions, ", "));
    }
    return note.part;
}

} // namespace tilewright
