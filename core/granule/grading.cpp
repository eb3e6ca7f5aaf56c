#include "core/granule/grading.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <spdlog/fmt/fmt.h>

namespace tilewright {

namespace {

constexpr std::size_t mostFractions = 8;
constexpr double smallest = 0.1; // millimetres
constexpr double largest = 1000;

/// Takes a number and the sign behind it off the front of a text; no sign: the end.
bool take(std::string_view& text, double& number, char sign)
{
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
    if (sign == '\0') {
        return text.empty();
    }
    const bool found = text.starts_with(sign);
    text.remove_prefix(found ? 1 : 0);
    return found;
}

std::string withoutBlanks(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        if (letter != ' ' && letter != '%') {
            result += letter;
        }
    }
    return result;
}

} // namespace

std::string formatGrading(const std::vector<GranuleFraction>& fractions)
{
    std::string text;
    for (const GranuleFraction& fraction : fractions) {
        text += fmt::format("{}{:g}-{:g}:{:g}", text.empty() ? "" : ",", fraction.fromMillimetres,
            fraction.toMillimetres, fraction.percent);
    }
    return text;
}

Expected<std::vector<GranuleFraction>> parseGrading(std::string_view text)
{
    const std::string plain = withoutBlanks(text);
    std::vector<GranuleFraction> fractions;
    for (std::size_t begin = 0; begin <= plain.size();) {
        const std::size_t end = std::min(plain.find(',', begin), plain.size());
        std::string_view part = std::string_view(plain).substr(begin, end - begin);
        begin = end + 1;
        GranuleFraction fraction;
        if (!take(part, fraction.fromMillimetres, '-') || !take(part, fraction.toMillimetres, ':')
            || !take(part, fraction.percent, '\0')) {
            return fail(ErrorKind::Usage,
                fmt::format("\"{}\" is no grading; write the sizes in millimetres and the percent "
                            "of the area, e.g. 1-3:60,3-5:40.",
                    text));
        }
        fractions.push_back(fraction);
    }
    if (const auto checked = checkGrading(fractions); !checked) {
        return tl::unexpected(checked.error());
    }
    return fractions;
}

Expected<void> checkGrading(const std::vector<GranuleFraction>& fractions)
{
    if (fractions.size() > mostFractions) {
        return fail(ErrorKind::Usage,
            fmt::format(
                "The grading has {} fractions; {} are the most.", fractions.size(), mostFractions));
    }
    double sum = 0;
    for (const GranuleFraction& fraction : fractions) {
        const std::string name
            = fmt::format("{:g}-{:g} mm", fraction.fromMillimetres, fraction.toMillimetres);
        // Written so that a NaN fails.
        if (!(fraction.fromMillimetres >= smallest && fraction.toMillimetres <= largest
                && fraction.fromMillimetres <= fraction.toMillimetres)) {
            return fail(ErrorKind::Usage,
                fmt::format("The fraction {} of the grading is not possible: sizes go from small "
                            "to large, between {:g} and {:g} mm.",
                    name, smallest, largest));
        }
        if (!(fraction.percent > 0 && fraction.percent <= 100)) {
            return fail(ErrorKind::Usage,
                fmt::format("The fraction {} of the grading has {:g} %; it must be more than 0 and "
                            "at most 100.",
                    name, fraction.percent));
        }
        sum += fraction.percent;
    }
    constexpr double rounding = 0.1;
    if (!fractions.empty() && std::abs(sum - 100) > rounding) {
        return fail(ErrorKind::Usage,
            fmt::format("The fractions of the grading sum to {:g} %, not to 100 %.", sum));
    }
    return {};
}

double meanMillimetres(const std::vector<GranuleFraction>& fractions)
{
    double sum = 0;
    double percent = 0;
    for (const GranuleFraction& fraction : fractions) {
        sum += fraction.percent * (fraction.fromMillimetres + fraction.toMillimetres) / 2;
        percent += fraction.percent;
    }
    return percent > 0 ? sum / percent : 0;
}

} // namespace tilewright
