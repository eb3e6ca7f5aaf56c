#include "core/library/day.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <spdlog/fmt/fmt.h>

namespace tilewright {
namespace {

Day dayOf(const std::tm& time)
{
    return Day(std::chrono::year(time.tm_year + 1900),
        std::chrono::month(static_cast<unsigned>(time.tm_mon + 1)),
        std::chrono::day(static_cast<unsigned>(time.tm_mday)));
}

} // namespace

std::optional<Day> dayFromIso(std::string_view text)
{
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() != shape.size())
        return std::nullopt;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
            return std::nullopt;
    const auto number = [&](std::size_t first, std::size_t count) {
        int value = 0;
        std::from_chars(text.data() + first, text.data() + first + count, value);
        return value;
    };
    const Day day(std::chrono::year(number(0, 4)),
        std::chrono::month(static_cast<unsigned>(number(5, 2))),
        std::chrono::day(static_cast<unsigned>(number(8, 2))));
    return day.ok() && day.year() > std::chrono::year(0) ? std::optional(day) : std::nullopt;
}

std::string toIso(Day day)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
        static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

Day plusDays(Day day, int days)
{
    return Day(std::chrono::sys_days(day) + std::chrono::days(days));
}

Day today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return dayOf(local);
}

std::string beginOfDay(Day day)
{
    std::tm local{};
    local.tm_year = static_cast<int>(day.year()) - 1900;
    local.tm_mon = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    local.tm_mday = static_cast<int>(static_cast<unsigned>(day.day()));
    local.tm_isdst = -1; // to be found out
    const std::time_t moment = std::mktime(&local);
    std::tm utc{};
    gmtime_r(&moment, &utc);
    return fmt::format(
        "{}T{:02}:{:02}:{:02}Z", toIso(dayOf(utc)), utc.tm_hour, utc.tm_min, utc.tm_sec);
}

} // namespace tilewright
