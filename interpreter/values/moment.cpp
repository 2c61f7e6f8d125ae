#include "values/moment.h"

#include <date/date.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <span>
#include <utility>

#include "values/ascii.h"

namespace beding {

namespace clock {
using Change = std::pair<std::int64_t, std::int32_t>;  // from an instant on, so much ahead of UTC
std::span<const Change> changes();                     // of the clocks in Amsterdam; written by tools/embed
}  // namespace clock

namespace {

using std::chrono::seconds;

constexpr int firstYear = 1;
constexpr int lastYear = 9999;

using MonthNames = std::array<std::string_view, 12>;
constexpr MonthNames monthNames = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                   "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr MonthNames englishMonths = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};

date::sys_days sysDays(Date day) { return date::sys_days{date::days{day.days}}; }
date::sys_seconds sysSeconds(Instant instant) { return date::sys_seconds{seconds{instant.seconds}}; }
constexpr Date dateOf(date::sys_days day) { return {static_cast<std::int32_t>(day.time_since_epoch().count())}; }

constexpr date::sys_days newYear(int year) { return date::sys_days{date::year{year} / 1 / 1}; }

/// Of every number below a hundred.
constexpr std::array<char, 200> twoDigits = [] {
  std::array<char, 200> digits{};
  for (std::size_t number = 0; number < 100; ++number) {
    digits[2 * number] = static_cast<char>('0' + number / 10);
    digits[2 * number + 1] = static_cast<char>('0' + number % 10);
  }
  return digits;
}();

constexpr Date firstDay = dateOf(newYear(firstYear));
constexpr Date lastDay = dateOf(newYear(lastYear + 1)) - 1;

bool sameCalendar(int a, int b) {
  return date::weekday{newYear(a)} == date::weekday{newYear(b)} && date::year{a}.is_leap() == date::year{b}.is_leap();
}

constexpr int lastListed = 2037;

/// Changes are listed until 2037 only. Summer time is tied to weekdays, so a later year is looked up as the last listed
/// year with the same calendar. This is the time between the two.
seconds beyondListedYears(date::sys_seconds time) {
  const int year = static_cast<int>(date::year_month_day{date::floor<date::days>(time)}.year());
  int listed = std::min(year, lastListed);
  while (!sameCalendar(listed, year)) {
    --listed;
  }
  return newYear(year) - newYear(listed);
}

/// By how much Amsterdam clocks are ahead of UTC.
seconds offsetAt(Instant instant) {
  date::sys_seconds time = sysSeconds(instant);
  if (time >= newYear(lastListed + 1)) time -= beyondListedYears(time);
  const std::int64_t sought = time.time_since_epoch().count();
  const std::span<const clock::Change> changes = clock::changes();
  thread_local std::size_t near = 0;  // one look-up is seldom far from the one before
  const auto isIn = [&](std::size_t index) {
    return changes[index].first <= sought && (index + 1 == changes.size() || sought < changes[index + 1].first);
  };
  if (isIn(near)) return seconds{changes[near].second};
  const auto later = std::upper_bound(changes.begin(), changes.end(), sought,
                                      [](std::int64_t at, const clock::Change& change) { return at < change.first; });
  near = later == changes.begin() ? 0 : static_cast<std::size_t>(later - changes.begin()) - 1;
  return seconds{changes[near].second};
}

/// What clocks in Amsterdam show, as seconds since 1970-01-01T00:00 on that clock.
std::int64_t clockSeconds(Instant instant) { return instant.seconds + offsetAt(instant).count(); }

std::nullopt_t fail(MomentError reason, MomentError* error) {
  if (error != nullptr) {
    *error = reason;
  }
  return std::nullopt;
}

/// The instant at which Amsterdam clocks show that time, if there is exactly one. Clocks that change on that day show
/// it before the change, after it, both or never.
std::optional<Instant> instantAtLocal(Date day, seconds time, MomentError* error) {
  const seconds local = sysDays(day).time_since_epoch() + time;
  const auto shown = [&](seconds offset) { return offsetAt({(local - offset).count()}) == offset; };
  const seconds before = offsetAt({(local - date::days{1}).count()});
  const seconds after = offsetAt({(local + date::days{1}).count()});
  if (!shown(before) && !shown(after)) return fail(MomentError::nonexistentLocalTime, error);
  if (before != after && shown(before) && shown(after)) return fail(MomentError::ambiguousLocalTime, error);
  return Instant{(local - (shown(before) ? before : after)).count()};
}

/// Takes a text apart from the left; every step says whether it succeeded.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool atEnd() const { return rest_.empty(); }

  bool take(char expected) {
    const bool there = rest_.starts_with(expected);
    rest_.remove_prefix(there ? 1 : 0);
    return there;
  }

  /// Between `fewest` and `most` digits, as many as there are.
  bool takeNumber(std::size_t fewest, std::size_t most, int& value) {
    std::size_t length = 0;
    value = 0;
    while (length < std::min(most, rest_.size()) && rest_[length] >= '0' && rest_[length] <= '9') {
      value = value * 10 + (rest_[length++] - '0');
    }
    rest_.remove_prefix(length);
    return length >= fewest;
  }

  std::string_view takeUntil(char end) {
    const std::string_view taken = rest_.substr(0, rest_.find(end));
    rest_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view rest_;
};

/// `JJJJ-MM-DD`; whether there is such a day is not asked.
bool scanIsoDate(Scanner& scanner, YearMonthDay& parts) {
  int month = 0;
  int day = 0;
  const bool read = scanner.takeNumber(4, 4, parts.year) && scanner.take('-') && scanner.takeNumber(2, 2, month) &&
                    scanner.take('-') && scanner.takeNumber(2, 2, day);
  parts.month = static_cast<unsigned>(month);
  parts.day = static_cast<unsigned>(day);
  return read;
}

/// `uu:mm[:ss]`
bool scanTime(Scanner& scanner, seconds& time) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!scanner.takeNumber(2, 2, hour) || !scanner.take(':') || !scanner.takeNumber(2, 2, minute)) {
    return false;
  }
  if (scanner.take(':') && !scanner.takeNumber(2, 2, second)) {
    return false;
  }
  time = std::chrono::hours{hour} + std::chrono::minutes{minute} + seconds{second};
  return hour < 24 && minute < 60 && second < 60;
}

/// `Z` or `±uu:mm`
bool scanOffset(Scanner& scanner, seconds& offset) {
  offset = seconds{0};
  if (scanner.take('Z')) {
    return true;
  }
  const bool west = scanner.take('-');
  int hour = 0;
  int minute = 0;
  if ((!west && !scanner.take('+')) || !scanner.takeNumber(2, 2, hour) || !scanner.take(':') ||
      !scanner.takeNumber(2, 2, minute)) {
    return false;
  }
  offset = (std::chrono::hours{hour} + std::chrono::minutes{minute}) * (west ? -1 : 1);
  return hour < 24 && minute < 60;
}

/// `1 maart 2025`
bool scanDutchDate(Scanner& scanner, YearMonthDay& parts) {
  int day = 0;
  if (!scanner.takeNumber(1, 2, day) || !scanner.take(' ')) {
    return false;
  }
  const auto* const month = std::find(monthNames.begin(), monthNames.end(), asciiLowerCase(scanner.takeUntil(' ')));
  parts.day = static_cast<unsigned>(day);
  parts.month = static_cast<unsigned>(month - monthNames.begin()) + 1;
  return month != monthNames.end() && scanner.take(' ') && scanner.takeNumber(4, 4, parts.year);
}

std::optional<Moment> atLocalTime(Date day, seconds time, MomentError* error) {
  const std::optional<Instant> instant = instantAtLocal(day, time, error);
  return instant ? std::optional(momentOf(*instant)) : std::nullopt;
}

/// The rest of an ISO moment, from its `T` on.
std::optional<Moment> parseIsoTime(Scanner& scanner, Date day, MomentError* error) {
  seconds time{0};
  seconds offset{0};
  if (!scanner.take('T') || !scanTime(scanner, time)) {
    return fail(MomentError::malformed, error);
  }
  if (scanner.atEnd()) {
    return atLocalTime(day, time, error);
  }
  if (!scanOffset(scanner, offset) || !scanner.atEnd()) {
    return fail(MomentError::malformed, error);
  }
  return momentOf(Instant{(sysDays(day).time_since_epoch() + time - offset).count()});
}

/// The rest of a Dutch moment, from the space before its time on.
std::optional<Moment> parseDutchTime(Scanner& scanner, Date day, MomentError* error) {
  seconds time{0};
  if (!scanner.take(' ') || !scanTime(scanner, time) || !scanner.atEnd()) {
    return fail(MomentError::malformed, error);
  }
  return atLocalTime(day, time, error);
}

/// A day, with or without a time behind it.
template <class ScanDate, class ParseTime>
std::optional<Moment> parsed(std::string_view text, ScanDate scanDate, ParseTime parseTime, MomentError* error) {
  Scanner scanner(text);
  YearMonthDay parts;
  if (!scanDate(scanner, parts)) {
    return fail(MomentError::malformed, error);
  }
  const std::optional<Date> day = dateOf(parts);
  if (!day) {
    return fail(MomentError::noSuchDate, error);
  }
  return scanner.atEnd() ? std::optional(momentOf(*day)) : parseTime(scanner, *day, error);
}

template <class... Values>
std::string format(const char* pattern, Values... values) {
  std::array<char, 64> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), pattern, values...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

struct ClockTime {
  int hour;
  int minute;
  int second;
};

ClockTime clockTime(Instant instant) {
  const date::hh_mm_ss time{seconds{clockSeconds(instant)} - sysDays(dayOf(instant)).time_since_epoch()};
  return {static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
          static_cast<int>(time.seconds().count())};
}

std::string dayText(Date day, const MonthNames& names) {
  const YearMonthDay parts = civil(day);
  return std::to_string(parts.day) + " " + std::string(names[parts.month - 1]) + " " + std::to_string(parts.year);
}

std::string momentText(const Moment& moment, const MonthNames& names) {
  if (!moment.instant) return dayText(moment.day, names);
  const ClockTime time = clockTime(*moment.instant);
  const std::string text = dayText(moment.day, names) + format(" %02d:%02d", time.hour, time.minute);
  return time.second == 0 ? text : text + format(":%02d", time.second);
}

}  // namespace

YearMonthDay civil(Date date) {
  const date::year_month_day parts{sysDays(date)};
  return {static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day())};
}

std::optional<Date> dateOf(YearMonthDay parts) {
  if (parts.year < firstYear || parts.year > lastYear || parts.month > 12 || parts.day > 31) {
    return std::nullopt;
  }
  const date::year_month_day day{date::year{parts.year}, date::month{parts.month}, date::day{parts.day}};
  return day.ok() ? std::optional(dateOf(date::sys_days{day})) : std::nullopt;
}

Date firstDate() { return firstDay; }
Date lastDate() { return lastDay; }

unsigned weekday(Date date) { return date::weekday{sysDays(date)}.iso_encoding() - 1; }

Instant startOf(Date day) {
  const std::int64_t midnight = std::chrono::seconds{sysDays(day).time_since_epoch()}.count();
  const Instant guess{midnight - offsetAt({midnight}).count()};
  return {midnight - offsetAt(guess).count()};  // again, as clocks may have changed in between
}

Date dayOf(Instant instant) { return dateOf(date::sys_days{date::floor<date::days>(seconds{clockSeconds(instant)})}); }

Moment momentOf(Instant instant) { return {dayOf(instant), instant}; }

Instant earliest(const Moment& moment) { return moment.instant.value_or(startOf(moment.day)); }

Instant latest(const Moment& moment) { return moment.instant.value_or(Instant{startOf(moment.day + 1).seconds - 1}); }

std::optional<Moment> parseMoment(std::string_view text, MomentError* error) {
  return parsed(text, scanIsoDate, parseIsoTime, error);
}

std::optional<Moment> parseDutchMoment(std::string_view text, MomentError* error) {
  return parsed(text, scanDutchDate, parseDutchTime, error);
}

char* writeIso(char* to, Date date) {
  const YearMonthDay parts = civil(date);
  if (date < firstDay || date > lastDay) {
    const std::string text = format("%04d-%02u-%02u", parts.year, parts.month, parts.day);
    return std::copy_n(text.data(), text.size(), to);
  }
  const auto two = [&](std::size_t place, std::size_t number) { std::copy_n(&twoDigits[2 * number], 2, to + place); };
  const auto year = static_cast<unsigned>(parts.year);
  two(0, year / 100);
  two(2, year % 100);
  to[4] = to[7] = '-';
  two(5, parts.month);
  two(8, parts.day);
  return to + 10;
}

std::string isoText(Date date) {
  std::array<char, isoRoom> text;
  return {text.data(), writeIso(text.data(), date)};
}

std::string isoText(const Moment& moment) {
  if (!moment.instant) {
    return isoText(moment.day);
  }
  const ClockTime time = clockTime(*moment.instant);
  const auto offset = static_cast<int>(offsetAt(*moment.instant).count()) / 60;
  return isoText(moment.day) + format("T%02d:%02d:%02d%c%02d:%02d", time.hour, time.minute, time.second,
                                      offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

std::string dutchText(const Moment& moment) { return momentText(moment, monthNames); }

Wording wordingOf(const Moment& moment) {
  Wording text = dutchText(moment);
  text.english = momentText(moment, englishMonths);
  return text;
}

}  // namespace beding
