#include "core/library/query_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

constexpr std::size_t cyrillicBytes = 2; // of a letter in UTF-8

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct Folding {
    std::string_view from;
    std::string_view to;
};

constexpr std::array signs{Folding{"‐", "-"}, Folding{"‑", "-"}, Folding{"‒", "-"},
    Folding{"–", "-"}, Folding{"—", "-"}, Folding{"−", "-"}, Folding{"…", "-"},
    Folding{"\u00a0", " "}, Folding{"\u202f", " "}, Folding{"\u2009", " "}, Folding{"≥", ">="},
    Folding{"≤", "<="}, Folding{"ё", "е"}, Folding{"Ё", "е"}};

/// А (U+0410) to Я (U+042F) in UTF-8, to а (U+0430) to я (U+044F); empty for anything else.
std::string smallCyrillic(std::string_view letter)
{
    const auto lead = static_cast<unsigned char>(letter[0]);
    if (lead != 0xd0 || letter.size() < cyrillicBytes)
        return {};
    const unsigned code = 0x400U + (static_cast<unsigned char>(letter[1]) & 0x3fU);
    if (code < 0x410 || code > 0x42f)
        return {};
    const unsigned small = code + 0x20;
    return {static_cast<char>(0xc0U | small >> 6U), static_cast<char>(0x80U | (small & 0x3fU))};
}

/// Endings of Russian adjectives and nouns, long ones first.
constexpr std::array<std::string_view, 28> endings{"ыми", "ими", "ого", "его", "ому", "ему", "ый",
    "ий", "ой", "ей", "ая", "яя", "ое", "ее", "ые", "ие", "ым", "им", "ую", "юю", "а", "ы", "о",
    "у", "ь", "я", "и", "е"};

std::string_view stemOf(std::string_view word)
{
    constexpr std::size_t shortest = 3 * cyrillicBytes;
    for (const std::string_view ending : endings)
        if (word.ends_with(ending) && word.size() >= shortest + ending.size())
            return word.substr(0, word.size() - ending.size());
    return word;
}

std::string stemsOf(std::string_view text)
{
    std::string stems;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" -", begin), text.size());
        if (end > begin)
            stems.append(stemOf(text.substr(begin, end - begin))) += ' ';
        begin = end + 1;
    }
    return stems;
}

/// "1.5.2026", "01.05.2026".
std::optional<Day> dayWithDots(std::string_view text)
{
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t end = i + 1 < numbers.size() ? text.find('.') : text.size();
        if (end == std::string_view::npos || end == 0 || end > 4)
            return std::nullopt;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + end, numbers.at(i));
        if (error != std::errc{} || stop != text.data() + end || numbers.at(i) < 0)
            return std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return dayFromIso(fmt::format("{:04}-{:02}-{:02}", numbers[2], numbers[1], numbers[0]));
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

} // namespace

std::string folded(std::string_view text)
{
    std::string result;
    const auto append = [&](std::string_view piece) {
        if (piece != " ")
            result += piece;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const auto sign = std::find_if(signs.begin(), signs.end(),
            [&](const Folding& folding) { return rest.starts_with(folding.from); });
        if (sign != signs.end()) {
            append(sign->to);
            i += sign->from.size();
        } else if (const std::string small = smallCyrillic(rest); !small.empty()) {
            append(small);
            i += cyrillicBytes;
        } else if (isBlank(text[i])) {
            append(" ");
            ++i;
        } else {
            const char c = text[i++];
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (result.ends_with(' '))
        result.pop_back();
    return result;
}

std::vector<QueryPart> queryParts(std::string_view text)
{
    std::vector<QueryPart> parts;
    const auto addPart = [&](std::string_view piece) {
        const std::string_view raw = trimmed(piece);
        if (raw.empty())
            return;
        QueryPart part{std::string(raw), folded(raw), std::nullopt};
        const std::size_t quote = raw.find('"');
        if (quote != std::string_view::npos && raw.size() > quote + 1 && raw.back() == '"') {
            part.head = folded(raw.substr(0, quote));
            part.value.emplace();
            const std::string_view inside = raw.substr(quote + 1, raw.size() - quote - 2);
            for (std::size_t i = 0; i < inside.size(); ++i) {
                *part.value += inside[i];
                if (inside[i] == '"' && i + 1 < inside.size() && inside[i + 1] == '"')
                    ++i;
            }
        }
        parts.push_back(std::move(part));
    };
    bool isQuoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            isQuoted = !isQuoted;
        const bool isDecimalComma = c == ',' && i > 0 && i + 1 < text.size() && isDigit(text[i - 1])
            && isDigit(text[i + 1]);
        if (isQuoted || isDecimalComma || (c != ',' && c != ';' && c != '\n'))
            continue;
        addPart(text.substr(begin, i - begin));
        begin = i + 1;
    }
    addPart(text.substr(begin));
    return parts;
}

std::string quotedForQuery(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text)
        result.append(c == '"' ? 2 : 1, c);
    return result + '"';
}

std::optional<std::uint64_t> wholeNumberFrom(std::string_view text)
{
    std::string digits(text);
    std::erase(digits, ' ');
    std::uint64_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || error != std::errc{} || stop != end)
        return std::nullopt;
    return value;
}

DayRange weekOf(Day day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    const Day monday = plusDays(day, 1 - static_cast<int>(weekday.iso_encoding()));
    return {monday, plusDays(monday, 6)};
}

DayRange monthOf(Day day)
{
    const auto month = day.year() / day.month();
    return {month / std::chrono::day(1), Day(std::chrono::sys_days(month / std::chrono::last))};
}

std::optional<DayRange> daysFrom(std::string_view text, Day today)
{
    const auto single = [](Day day) { return DayRange{day, day}; };
    if (const auto day = dayFromIso(text))
        return single(*day);
    if (const auto day = dayWithDots(text))
        return single(*day);
    if (const auto first = dayFromIso(fmt::format("{}-01", text)))
        return monthOf(*first);
    if (isOneOf(text, {"today", "сегодня"}))
        return single(today);
    if (isOneOf(text, {"yesterday", "вчера"}))
        return single(plusDays(today, -1));
    if (isOneOf(text, {"this week", "на этой неделе", "эта неделя", "неделя"}))
        return weekOf(today);
    if (isOneOf(text, {"this month", "в этом месяце", "этот месяц", "месяц"}))
        return monthOf(today);
    return std::nullopt;
}

const GranuleColor* colorFrom(std::string_view text, const Palette& palette)
{
    if (const GranuleColor* color = palette.find(text))
        return color;
    const std::string stems = stemsOf(text);
    const auto found = std::find_if(
        palette.colors().begin(), palette.colors().end(), [&](const GranuleColor& color) {
            return !stems.empty() && stemsOf(folded(color.nameRu)) == stems;
        });
    return found == palette.colors().end() ? nullptr : &*found;
}

bool haveEqualStems(std::string_view first, std::string_view second)
{
    return stemsOf(first) == stemsOf(second);
}

} // namespace tilewright
