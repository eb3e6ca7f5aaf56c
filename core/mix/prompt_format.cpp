#include "core/mix/prompt_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

constexpr std::string_view example = "50% red, 30% black, 20% pearl";
constexpr double percentTolerance = 0.1 + 1e-9;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Good typography puts no-break blanks between number and percent sign.
std::string withPlainBlanks(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view blank : {"\u00a0", "\u202f", "\u2009"})
        for (auto at = plain.find(blank); at != std::string::npos; at = plain.find(blank, at))
            plain.replace(at, blank.size(), 1, ' ');
    return plain;
}

/// For error sentences: nobody wants a page quoted.
std::string quoted(std::string_view text)
{
    constexpr std::size_t longest = 60;
    if (text.size() <= longest)
        return fmt::format("\"{}\"", text);
    std::size_t length = longest;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0) == 0x80)
        --length; // not inside a UTF-8 sequence
    return fmt::format("\"{}…\"", text.substr(0, length));
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

constexpr std::string_view entrySeparators = ",;\n";

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

bool belongsToNumber(char c)
{
    return isDigit(c) || c == '.' || c == ',';
}

struct Entry {
    double amount = 0;
    std::string_view name;
};

/// "50% dark green", "50 dark green", "dark green 50 %", "dark green: 50%".
std::optional<Entry> readEntry(std::string_view text)
{
    const auto afterNumber = std::find_if_not(text.begin(), text.end(), belongsToNumber);
    const auto leading = static_cast<std::size_t>(afterNumber - text.begin());
    if (const auto amount = numberFrom(text.substr(0, leading))) {
        std::string_view name = trimmed(text.substr(leading));
        if (name.starts_with('%'))
            name = trimmed(name.substr(1));
        if (!name.empty())
            return Entry{*amount, name};
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
    return Entry{*amount, name};
}

/// Known colours with amounts, in the order of their first appearance.
Expected<std::vector<std::pair<std::string, double>>> resolve(
    const std::vector<Entry>& entries, const Palette& palette)
{
    std::vector<std::pair<std::string, double>> weights;
    for (const Entry& entry : entries) {
        const GranuleColor* color = palette.find(entry.name);
        if (!color)
            return fail(ErrorKind::Usage,
                fmt::format("There is no colour {} in the palette {}. The nearest names are: {}.",
                    quoted(entry.name), palette.name(),
                    fmt::join(palette.nearestNames(entry.name), ", ")));
        const auto same = std::find_if(weights.begin(), weights.end(),
            [&](const auto& weight) { return weight.first == color->name; });
        if (same == weights.end())
            weights.emplace_back(color->name, entry.amount);
        else
            same->second += entry.amount;
    }
    return weights;
}

tl::unexpected<Error> unreadable(std::string_view text)
{
    return fail(ErrorKind::Usage,
        fmt::format("Cannot read {} as part of a mix. Write shares and colours, e.g. \"{}\".",
            quoted(text), example));
}

/// "5 red : 3 black : 2 pearl" or "5:3:2 red:black:pearl".
Expected<Mix> parseParts(std::string_view text, const Palette& palette)
{
    std::vector<Entry> entries;
    for (const std::string_view piece : split(text, ":"))
        if (const auto entry = readEntry(piece))
            entries.push_back(*entry);
    if (entries.size() != split(text, ":").size()) {
        entries.clear();
        const auto isOfNumbers
            = [](char c) { return belongsToNumber(c) || c == ':' || isBlank(c); };
        const auto firstName = std::find_if_not(text.begin(), text.end(), isOfNumbers);
        const auto length = static_cast<std::size_t>(firstName - text.begin());
        const auto amounts = split(text.substr(0, length), ":");
        const auto names = split(text.substr(length), ":,");
        if (amounts.size() != names.size())
            return fail(ErrorKind::Usage,
                fmt::format("{} has {} parts and {} colours. Write e.g. \"5:3:2 red:black:pearl\".",
                    quoted(text), amounts.size(), names.size()));
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto amount = numberFrom(amounts[i]);
            if (!amount)
                return unreadable(amounts[i]);
            entries.push_back({*amount, names[i]});
        }
    }
    return resolve(entries, palette).and_then(Mix::fromWeights);
}

Expected<Mix> parsePercentages(std::string_view text, const Palette& palette)
{
    std::vector<Entry> entries;
    double sum = 0;
    for (const std::string_view piece : split(text, entrySeparators)) {
        const auto entry = readEntry(piece);
        if (!entry)
            return unreadable(piece);
        entries.push_back(*entry);
        sum += entry->amount;
    }
    const auto weights = resolve(entries, palette);
    if (!weights)
        return tl::unexpected(weights.error());
    if (std::abs(sum - 100.0) > percentTolerance)
        return fail(ErrorKind::Usage,
            fmt::format("The shares add up to {:g} %; they must add up to 100 %.{}", sum,
                text.find('%') == std::string_view::npos
                    ? " (Parts are written with colons: \"5:3:2 red:black:pearl\".)"
                    : ""));
    return Mix::fromWeights(*weights);
}

std::string_view without(std::string_view text, std::string_view prefix)
{
    return !prefix.empty() && text.starts_with(prefix) ? trimmed(text.substr(prefix.size())) : text;
}

} // namespace

std::string formatMix(const Mix& mix)
{
    std::string text;
    for (const MixShare& share : mix.shares()) {
        if (share.perMille == 0)
            continue;
        if (!text.empty())
            text += ", ";
        text += fmt::format("{}", share.perMille / 10);
        if (share.perMille % 10 != 0)
            text += fmt::format(".{}", share.perMille % 10);
        text += fmt::format("% {}", share.color);
    }
    return text;
}

Expected<Mix> parseMix(std::string_view text, const Palette& palette)
{
    const std::string plain = withPlainBlanks(text);
    const std::string_view mix = trimmed(plain);
    if (split(mix, entrySeparators).empty())
        return fail(ErrorKind::Usage,
            fmt::format("The mix is empty. Write shares and colours, e.g. \"{}\".", example));
    const bool hasParts
        = mix.find('%') == std::string_view::npos && mix.find(':') != std::string_view::npos;
    return hasParts ? parseParts(mix, palette) : parsePercentages(mix, palette);
}

std::string PromptFormat::format(const Mix& mix) const
{
    std::string prompt = trigger;
    if (!prompt.empty() && !tokens.empty())
        prompt += ' ';
    prompt += tokens;
    for (const std::string& part : {formatMix(mix), suffix}) {
        if (!prompt.empty() && !part.empty())
            prompt += ", ";
        prompt += part;
    }
    return prompt;
}

Expected<Mix> PromptFormat::parse(std::string_view prompt, const Palette& palette) const
{
    const std::string plain = withPlainBlanks(prompt);
    const auto suffixParts = split(suffix, entrySeparators);
    std::string mix;
    for (std::string_view part : split(plain, entrySeparators)) {
        if (std::find(suffixParts.begin(), suffixParts.end(), part) != suffixParts.end())
            continue;
        part = without(without(part, trigger), tokens);
        const auto entry = readEntry(part);
        const bool isShare = part.find('%') != std::string_view::npos
            || (entry && palette.find(entry->name)) || parseMix(part, palette);
        if (isShare)
            mix.append(mix.empty() ? "" : ", ").append(part);
    }
    if (mix.empty())
        return fail(ErrorKind::Usage,
            fmt::format("There is no mix in the prompt {}. Write shares and colours, e.g. \"{}\".",
                quoted(prompt), example));
    return parseMix(mix, palette);
}

} // namespace tilewright
