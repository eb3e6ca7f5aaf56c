#include "core/library/query_text.h"

#include <algorithm>
#include <array>
#include <spdlog/fmt/fmt.h>

#include "core/library/query_share.h"
#include "core/library/query_words.h"
#include "core/mix/prompt_format.h"

namespace tilewright {
namespace {

constexpr std::string_view star = "★";
constexpr int mostStars = 5;

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

/// Cuts one of the words from the front, with the blank behind it.
bool skip(std::string_view& text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (!text.starts_with(word))
            continue;
        const std::string_view rest = text.substr(word.size());
        if (!rest.empty() && std::string_view(" :=>").find(rest.front()) == std::string_view::npos)
            continue;
        const std::size_t begin = rest.find_first_not_of(" :=");
        text = begin == std::string_view::npos ? std::string_view() : rest.substr(begin);
        return true;
    }
    return false;
}

/// The same at the end.
bool skipLast(std::string_view& text, std::initializer_list<std::string_view> words)
{
    for (const std::string_view word : words) {
        if (!text.ends_with(word))
            continue;
        text.remove_suffix(word.size());
        while (text.ends_with(' '))
            text.remove_suffix(1);
        return true;
    }
    return false;
}

class Parser {
public:
    Parser(const Palette& palette, TileQuery base, Day today)
        : m_palette(palette), m_today(today), m_result{std::move(base), {}}
    {
    }

    void read(const QueryPart& part)
    {
        m_part = &part;
        using Reader = bool (Parser::*)(std::string_view);
        constexpr std::array<Reader, 11> readers{&Parser::readMarks, &Parser::readRating,
            &Parser::readSeed, &Parser::readLabel, &Parser::readModel, &Parser::readMix,
            &Parser::readDays, &Parser::readFidelity, &Parser::readOrder, &Parser::readCloseness,
            &Parser::readShare};
        const bool isRead = !part.head.empty()
            && std::any_of(readers.begin(), readers.end(),
                [&](Reader reader) { return (this->*reader)(part.head); });
        if (!isRead)
            addText(part.head.empty() && part.value ? *part.value : part.raw);
    }

    ParsedQuery result() && { return std::move(m_result); }

private:
    TileQuery& query() { return m_result.query; }

    void addText(std::string_view text)
    {
        if (!query().text.empty())
            query().text += ' ';
        query().text += text;
    }

    bool note(QueryProblem problem, std::vector<std::string> suggestions = {})
    {
        m_result.notes.push_back({problem, m_part->raw, std::move(suggestions)});
        return true;
    }

    bool readMarks(std::string_view head)
    {
        if (isOneOf(head, {"picked", "pick", "picks", "отмеченные", "выбранные", "отобранные"}))
            query().flag = Flag::Picked;
        else if (isOneOf(head, {"rejected", "reject", "rejects", "отклоненные", "брак"}))
            query().flag = Flag::Rejected;
        else if (isOneOf(head, {"unflagged", "no flag", "неотмеченные", "без отметки"}))
            query().flag = Flag::None;
        else if (isOneOf(head,
                     {"not rejected", "hide rejected", "no rejects", "кроме отклоненных",
                         "без отклоненных", "без брака"}))
            query().hideRejected = true;
        else if (isOneOf(head,
                     {"grouped by mix", "group by mix", "grouped", "by mix", "по смесям",
                         "группы по смесям"}))
            query().groupByMix = true;
        else
            return false;
        return true;
    }

    bool readRating(std::string_view head)
    {
        int stars = 0;
        std::string_view rest = head;
        for (; rest.starts_with(star); rest.remove_prefix(star.size()))
            ++stars;
        if (stars > 0) {
            if (!rest.empty() && !isOneOf(rest, {"+", " and up", " и выше"}))
                return false;
        } else {
            const bool isNamed = skip(rest, {"rating", "rated", "рейтинг", "оценка"});
            const bool hasStars
                = skipLast(rest, {"stars", "star", "звезд", "звезды", "звезда"}) && !rest.empty();
            if (!isNamed && !hasStars)
                return false;
            const bool isAbove = rest.starts_with('>') && !rest.starts_with(">=");
            rest.remove_prefix(std::min(rest.find_first_not_of(">= "), rest.size()));
            skip(rest, {"from", "от"});
            skipLast(rest, {"and up", "и выше", "+"});
            const auto number = wholeNumberFrom(rest);
            if (!number && !isNamed)
                return false;
            stars = number && *number <= mostStars ? static_cast<int>(*number) + isAbove : -1;
        }
        if (stars < 0 || stars > mostStars)
            return note(QueryProblem::Rating);
        query().minimumRating = stars;
        return true;
    }

    bool readSeed(std::string_view head)
    {
        if (!skip(head, {"seed", "сид", "зерно"}))
            return false;
        const auto seed = wholeNumberFrom(head);
        if (!seed)
            return note(QueryProblem::Seed);
        query().seed = *seed;
        return true;
    }

    bool readLabel(std::string_view head)
    {
        constexpr std::array<std::string_view, 5> names{"none", "red", "yellow", "green", "blue"};
        constexpr std::array<std::string_view, 5> russian{
            "нет", "красная", "желтая", "зеленая", "синяя"};
        if (isOneOf(head, {"no label", "unlabelled", "без метки"})) {
            query().label = 0;
            return true;
        }
        const bool isNamed = skip(head, {"label", "метка"}) || skipLast(head, {" label", " метка"});
        if (!isNamed)
            return false;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (head != names.at(i) && !haveEqualStems(head, russian.at(i)))
                continue;
            query().label = static_cast<int>(i);
            return true;
        }
        return note(QueryProblem::Label);
    }

    bool readModel(std::string_view head)
    {
        std::string_view rest = head;
        if (!skip(rest, {"model", "модель"}))
            return false;
        std::string name = m_part->value.value_or("");
        if (!m_part->value) {
            // As it was typed, not folded.
            const std::size_t begin = m_part->raw.find_first_of(" :=");
            if (begin != std::string::npos)
                name = m_part->raw.substr(
                    std::min(m_part->raw.find_first_not_of(" :=", begin), m_part->raw.size()));
        }
        if (name.empty())
            return note(QueryProblem::Model);
        query().modelName = name;
        return true;
    }

    bool readMix(std::string_view head)
    {
        if (!m_part->value || !isOneOf(head, {"mix", "смесь"}))
            return false;
        // A pattern's key is no mix, and stays as it is.
        const auto mix = parseMix(*m_part->value, m_palette);
        if (!mix && m_part->value->find('[') == std::string::npos)
            return note(QueryProblem::Mix);
        const std::string key = mix ? mixKey(*mix) : *m_part->value;
        if (std::find(query().mixKeys.begin(), query().mixKeys.end(), key) == query().mixKeys.end())
            query().mixKeys.push_back(key);
        return true;
    }

    bool readDays(std::string_view head)
    {
        if (const auto days = daysFrom(head, m_today)) {
            query().createdFrom = toIso(days->first);
            query().createdTo = toIso(days->last);
            return true;
        }
        // Short words are conditions only before a day.
        std::string_view rest = head;
        const bool isSince = skip(rest, {"since"});
        const bool isUntil = !isSince && skip(rest, {"until", "till"});
        if (isSince || isUntil || skip(rest, {"from", "с", "со"})) {
            if (const auto days = daysFrom(rest, m_today)) {
                (isUntil ? query().createdTo : query().createdFrom)
                    = toIso(isUntil ? days->last : days->first);
                return true;
            }
            return (isSince || isUntil) && note(QueryProblem::Date);
        }
        const bool isTo = skip(rest, {"to", "по", "до"});
        const bool isBefore = !isTo && skip(rest, {"before", "раньше"});
        const bool isAfter = !isTo && !isBefore && skip(rest, {"after", "после"});
        const auto days = daysFrom(rest, m_today);
        if (!days || !(isTo || isBefore || isAfter))
            return false;
        if (isAfter)
            query().createdFrom = toIso(plusDays(days->last, 1));
        else
            query().createdTo = toIso(isTo ? days->last : plusDays(days->first, -1));
        return true;
    }

    bool readFidelity(std::string_view head)
    {
        if (!skip(head, {"within", "fidelity", "в пределах", "точность"}))
            return false;
        skipLast(head, {"points", "point", "пунктов", "пункта", "пункт", "%"});
        const auto points = numberFrom(head);
        if (!points)
            return note(QueryProblem::Points);
        query().maximumError = *points;
        return true;
    }

    bool readOrder(std::string_view head)
    {
        if (isOneOf(head, {"newest first", "сначала новые"}))
            query().order = TileOrder::Newest;
        else if (isOneOf(head, {"oldest first", "сначала старые"}))
            query().order = TileOrder::Oldest;
        else if (isOneOf(head, {"best first", "сначала лучшие"}))
            query().order = TileOrder::Rating;
        else if (isOneOf(head, {"truest first", "сначала точные"}))
            query().order = TileOrder::Fidelity;
        else
            return false;
        return true;
    }

    bool readCloseness(std::string_view head)
    {
        TileOrder order = TileOrder::ColorDifference;
        if (skip(head, {"closest in shares", "ближайшие по долям"}))
            order = TileOrder::ShareDifference;
        else if (!skip(head, {"closest in colour", "closest in color", "ближайшие по цвету"}))
            return false;
        if (m_part->value) {
            const auto reference = parseMix(*m_part->value, m_palette);
            if (!reference || !isOneOf(head, {"to", "к"}))
                return note(QueryProblem::Mix);
            query().reference = *reference;
        } else if (!head.empty()) {
            return note(QueryProblem::Mix);
        }
        query().order = order;
        return true;
    }

    bool readShare(std::string_view head)
    {
        if (m_part->value)
            return false;
        const TypedShare typed = shareFrom(head, m_palette);
        if (typed.unknownColor) {
            note(QueryProblem::Color, m_palette.nearestNames(*typed.unknownColor));
            return false;
        }
        if (typed.isOutOfRange)
            return note(QueryProblem::Share);
        if (!typed.range)
            return false;
        auto& shares = query().shares;
        const auto same = std::find_if(shares.begin(), shares.end(),
            [&](const ShareRange& range) { return range.color == typed.range->color; });
        if (same == shares.end())
            shares.push_back(*typed.range);
        else
            *same = *typed.range;
        return true;
    }

    const Palette& m_palette;
    const Day m_today;
    const QueryPart* m_part = nullptr;
    ParsedQuery m_result;
};

} // namespace

ParsedQuery parseQuery(std::string_view text, const Palette& palette, TileQuery base, Day today)
{
    Parser parser(palette, std::move(base), today);
    for (const QueryPart& part : queryParts(text))
        parser.read(part);
    return std::move(parser).result();
}

} // namespace tilewright
