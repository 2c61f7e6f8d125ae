// Days as numbers since 1 January 1970, read and written without looking anything up.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

using Day = std::int32_t;

inline constexpr Day noDay = INT32_MIN;

inline std::chrono::year_month_day civil(Day day) { return std::chrono::sys_days{std::chrono::days{day}}; }

inline Day dayOf(std::chrono::year_month_day civil) {
  return static_cast<Day>(std::chrono::sys_days{civil}.time_since_epoch().count());
}

/// "2025-03-01", of which the form has been promised.
inline Day parseDay(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const auto month = static_cast<unsigned>(digit(5) * 10 + digit(6));
  const auto day = static_cast<unsigned>(digit(8) * 10 + digit(9));
  return dayOf(std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day});
}

inline void appendDay(std::string& text, Day day) {
  const std::chrono::year_month_day parts = civil(day);
  const auto year = static_cast<unsigned>(static_cast<int>(parts.year()));
  const auto month = static_cast<unsigned>(parts.month()), ofMonth = static_cast<unsigned>(parts.day());
  const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
  const char written[] = {
      digit(year / 1000),  digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-',
      digit(ofMonth / 10), digit(ofMonth)};
  text.append(written, sizeof written);
}

/// The same day some years later; of 29 February, 28 February in a common year.
inline Day yearsLater(Day day, int years) {
  std::chrono::year_month_day later = civil(day) + std::chrono::years{years};
  if (!later.ok()) later = later.year() / later.month() / std::chrono::last;
  return dayOf(later);
}

}  // namespace bench
