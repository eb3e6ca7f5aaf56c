// Days as people name them, and the moments at which they begin where the program runs.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tilewright {

using Day = std::chrono::year_month_day;

/// "2026-05-01", nothing else; years 1 to 9999.
std::optional<Day> dayFromIso(std::string_view text);
std::string toIso(Day day);
Day plusDays(Day day, int days);

/// In the local time zone.
Day today();
/// The moment at which the day begins in the local time zone, as UTC in ISO 8601:
/// "2026-04-30T21:00:00Z".
std::string beginOfDay(Day day);

} // namespace tilewright
