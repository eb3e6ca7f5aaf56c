#include "core/mix/mix_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

constexpr double percentTolerance = 0.1 + 1e-9;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Pieces between separators, trimmed, without empty ones. A comma between two digits is a decimal
/// comma.
std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool isDecimalComma = i > 0 && i + 1 < text.size() && text[i] == ','
            && isDigit(text[i - 1]) && isDigit(text[i + 1]);
        if (i < text.size()
            && (separators.find(text[i]) == std::string_view::npos || isDecimalComma))
            continue;
        if (const std::string_view piece = trimmed(text.substr(begin, i - begin)); !piece.empty())
            pieces.push_back(piece);
        begin = i + 1;
    }
    return pieces;
}

bool belongsToNumber(char c)
{
    return isDigit(c) || c == '.' || c == ',';
}

tl::unexpected<Error> unreadable(std::string_view text)
{
    return fail(ErrorKind::Usage,
        fmt::format("Cannot read {} as part of a mix. Write shares and colours, e.g. \"{}\".",
            quotation(text), exampleMix));
}

/// "5 red : 3 black : 2 pearl" or "5:3:2 red:black:pearl".
Expected<MixText> readParts(std::string_view text)
{
    MixText mix{{}, true};
    const auto pieces = split(text, ":");
    for (const std::string_view piece : pieces)
        if (const auto entry = readMixEntry(piece))
            mix.entries.push_back(*entry);
    if (mix.entries.size() == pieces.size() && !pieces.empty())
        return mix;

    mix.entries.clear();
    const auto isOfNumbers = [](char c) { return belongsToNumber(c) || c == ':' || isBlank(c); };
    const auto firstName = std::find_if_not(text.begin(), text.end(), isOfNumbers);
    const auto length = static_cast<std::size_t>(firstName - text.begin());
    const auto amounts = split(text.substr(0, length), ":");
    const auto names = split(text.substr(length), ":,");
    if (amounts.size() != names.size() || names.empty())
        return fail(ErrorKind::Usage,
            fmt::format("{} has {} parts and {} colours. Write e.g. \"5:3:2 red:black:pearl\".",
                quotation(text), amounts.size(), names.size()));
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto amount = numberFrom(amounts[i]);
        if (!amount)
            return unreadable(amounts[i]);
        mix.entries.push_back({*amount, names[i]});
    }
    return mix;
}

Expected<MixText> readPercentages(std::string_view text)
{
    MixText mix;
    for (const std::string_view piece : splitEntries(text)) {
        const auto entry = readMixEntry(piece);
        if (!entry)
            return unreadable(piece);
        mix.entries.push_back(*entry);
    }
    return mix;
}

} // namespace

std::optional<double> numberFrom(std::string_view text)
{
    std::string number(text);
    std::replace(number.begin(), number.end(), ',', '.');
    double value = 0;
    const char* end = number.data() + number.size();
    const auto [stop, error] = std::from_chars(number.data(), end, value, std::chars_format::fixed);
    if (number.empty() || !isDigit(number.front()) || error != std::errc{} || stop != end)
        return std::nullopt;
    return value;
}

std::string withPlainBlanks(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view blank : {"\u00a0", "\u202f", "\u2009"})
        for (auto at = plain.find(blank); at != std::string::npos; at = plain.find(blank, at))
            plain.replace(at, blank.size(), 1, ' ');
    return plain;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string quotation(std::string_view text)
{
    constexpr std::size_t longest = 60;
    if (text.size() <= longest)
        return fmt::format("\"{}\"", text);
    std::size_t length = longest;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
        --length; // not inside a UTF-8 sequence
    return fmt::format("\"{}…\"", text.substr(0, length));
}

std::vector<std::string_view> splitEntries(std::string_view text)
{
    return split(text, ",;\n");
}

std::optional<MixEntry> readMixEntry(std::string_view text)
{
    const auto afterNumber = std::find_if_not(text.begin(), text.end(), belongsToNumber);
    const auto leading = static_cast<std::size_t>(afterNumber - text.begin());
    if (const auto amount = numberFrom(text.substr(0, leading))) {
        std::string_view name = trimmed(text.substr(leading));
        if (name.starts_with('%'))
            name = trimmed(name.substr(1));
        if (!name.empty())
            return MixEntry{*amount, name};
    }
    if (text.ends_with('%'))
        text = trimmed(text.substr(0, text.size() - 1));
    const auto beforeNumber = std::find_if_not(text.rbegin(), text.rend(), belongsToNumber);
    const auto trailing = static_cast<std::size_t>(beforeNumber - text.rbegin());
    const auto amount = numberFrom(text.substr(text.size() - trailing));
    std::string_view name = trimmed(text.substr(0, text.size() - trailing));
    if (name.ends_with(':') || name.ends_with('='))
        name = trimmed(name.substr(0, name.size() - 1));
    const bool hasSign = name.ends_with('-') || name.ends_with('+');
    if (!amount || name.empty() || hasSign)
        return std::nullopt;
    return MixEntry{*amount, name};
}

Expected<MixText> readMixText(std::string_view text)
{
    text = trimmed(text);
    if (splitEntries(text).empty())
        return fail(ErrorKind::Usage,
            fmt::format("The mix is empty. Write shares and colours, e.g. \"{}\".", exampleMix));
    const bool hasParts
        = text.find('%') == std::string_view::npos && text.find(':') != std::string_view::npos;
    return hasParts ? readParts(text) : readPercentages(text);
}

Expected<void> checkSum(const MixText& mix, std::string_view text)
{
    double sum = 0;
    for (const MixEntry& entry : mix.entries)
        sum += entry.amount;
    if (mix.isParts || std::abs(sum - 100.0) <= percentTolerance)
        return {};
    return fail(ErrorKind::Usage,
        fmt::format("The shares add up to {:g} %; they must add up to 100 %.{}", sum,
            text.find('%') == std::string_view::npos
                ? " (Parts are written with colons: \"5:3:2 red:black:pearl\".)"
                : ""));
}

} // namespace tilewright
