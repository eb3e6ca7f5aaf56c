#include "core/library/query_share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <spdlog/fmt/fmt.h>
#include <vector>

#include "core/library/query_words.h"

namespace tilewright {
namespace {

constexpr double whole = 100;
constexpr double step = 0.1; // percent
constexpr double stepsInPercent = 10;

struct Saying {
    std::string_view words;
    std::string_view sign;
};

/// Longer ones before those that they hold.
constexpr std::array sayings{Saying{"more than", ">"}, Saying{"less than", "<"},
    Saying{"at least", ">="}, Saying{"at most", "<="}, Saying{"up to", "<="}, Saying{"and up", "+"},
    Saying{"не менее", ">="}, Saying{"не меньше", ">="}, Saying{"не более", "<="},
    Saying{"не больше", "<="}, Saying{"и выше", "+"}, Saying{"и больше", "+"},
    Saying{"больше", ">"}, Saying{"более", ">"}, Saying{"меньше", "<"}, Saying{"менее", "<"},
    Saying{"over", ">"}, Saying{"under", "<"}, Saying{"from", "from"}, Saying{"to", "-"},
    Saying{"от", "from"}, Saying{"до", "-"}};

/// "40", "-", ">=" …: what stands beside the name of the colour.
using Tokens = std::vector<std::string_view>;

bool belongsToNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

/// Signs and numbers; none when there is anything else, or nothing.
std::optional<Tokens> tokensOf(std::string_view text)
{
    Tokens tokens;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" %"), text.size()));
        if (text.empty())
            return tokens.empty() ? std::nullopt : std::optional(tokens);
        const auto saying = std::find_if(sayings.begin(), sayings.end(), [&](const Saying& known) {
            const std::string_view rest = text.substr(std::min(known.words.size(), text.size()));
            return text.starts_with(known.words)
                && (rest.empty() || rest.front() == ' ' || belongsToNumber(rest.front()));
        });
        if (saying != sayings.end()) {
            tokens.push_back(saying->sign);
            text.remove_prefix(saying->words.size());
            continue;
        }
        std::size_t length = 0;
        if (text.starts_with(">=") || text.starts_with("<=") || text.starts_with(".."))
            length = 2;
        else if (std::string_view("<>=:+-").find(text.front()) != std::string_view::npos)
            length = 1;
        else
            while (length < text.size() && belongsToNumber(text[length])
                && !text.substr(length).starts_with(".."))
                ++length;
        if (length == 0)
            return std::nullopt;
        const std::string_view token = text.substr(0, length);
        if (token != "=" && token != ":")
            tokens.push_back(token == ".." ? std::string_view("-") : token);
        text.remove_prefix(length);
    }
}

struct Bounds {
    double from = 0;
    double to = whole;
};

double inSteps(double percent)
{
    return std::round(percent * stepsInPercent) / stepsInPercent;
}

std::optional<Bounds> boundsOf(Tokens tokens)
{
    // "from 40 to 60" is "40 - 60", "from 40" is "40 +".
    if (tokens.front() == "from") {
        tokens.erase(tokens.begin());
        if (tokens.size() == 1)
            tokens.emplace_back("+");
    }
    std::string shape;
    std::vector<double> numbers;
    for (const std::string_view token : tokens) {
        if (const auto number = numberFrom(token)) {
            numbers.push_back(*number);
            shape += 'N';
        } else {
            shape += token;
        }
    }
    if (shape == "N")
        return Bounds{numbers[0], numbers[0]};
    if (shape == "N-N")
        return Bounds{std::min(numbers[0], numbers[1]), std::max(numbers[0], numbers[1])};
    if (shape == "N+" || shape == ">=N")
        return Bounds{numbers[0], std::max(numbers[0], whole)};
    if (shape == ">N")
        return Bounds{inSteps(numbers[0] + step), std::max(numbers[0] + step, whole)};
    if (shape == "<=N" || shape == "-N")
        return Bounds{0, numbers[0]};
    if (shape == "<N")
        return Bounds{0, std::max(0.0, inSteps(numbers[0] - step))};
    return std::nullopt;
}

TypedShare sharesOf(const GranuleColor& color, const Bounds& bounds)
{
    if (bounds.to > whole)
        return {std::nullopt, true, std::nullopt};
    return {ShareRange{color.name, bounds.from, bounds.to}, false, std::nullopt};
}

/// Where a name may be parted from a range: at blanks and before or after digits and signs.
bool canPart(std::string_view text, std::size_t at)
{
    constexpr std::string_view edges = " 0123456789<>=%+:";
    return edges.find(text[at - 1]) != std::string_view::npos
        || edges.find(text[at]) != std::string_view::npos;
}

std::string_view withoutEdges(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == ':'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == ':'))
        text.remove_suffix(1);
    return text;
}

} // namespace

TypedShare shareFrom(std::string_view text, const Palette& palette)
{
    for (const std::string_view word : {"no ", "without ", "без ", "нет "})
        if (text.starts_with(word))
            if (const GranuleColor* color = colorFrom(text.substr(word.size()), palette))
                return sharesOf(*color, {0, 0});
    if (const GranuleColor* color = colorFrom(text, palette))
        return sharesOf(*color, {step, whole});

    std::optional<std::string> unknown;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!canPart(text, at))
            continue;
        const std::string_view front = withoutEdges(text.substr(0, at));
        const std::string_view back = withoutEdges(text.substr(at));
        for (const auto& [name, range] : {std::pair(front, back), std::pair(back, front)}) {
            const auto tokens = tokensOf(range);
            const auto bounds = tokens ? boundsOf(*tokens) : std::nullopt;
            if (!bounds || name.empty())
                continue;
            if (const GranuleColor* color = colorFrom(name, palette))
                return sharesOf(*color, *bounds);
            // A bare number may belong to a name of a file or a recipe.
            const bool isOfLetters = std::none_of(name.begin(), name.end(),
                [](char c) { return (c >= '!' && c <= '@' && c != '-') || c == '_'; });
            if (!unknown && isOfLetters && tokens->size() > 1)
                unknown = name;
        }
    }
    return {std::nullopt, false, unknown};
}

std::string toText(const ShareRange& range)
{
    if (range.from == 0 && range.to == 0)
        return fmt::format("no {}", range.color);
    if (range.from == range.to)
        return fmt::format("{} {}", range.color, range.from);
    if (range.from == step && range.to == whole)
        return range.color;
    if (range.to == whole)
        return fmt::format("{} {}+", range.color, range.from);
    return fmt::format("{} {}-{}", range.color, range.from, range.to);
}

} // namespace tilewright
