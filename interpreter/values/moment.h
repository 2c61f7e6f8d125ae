// Days and instants. Civil time is Europe/Amsterdam; an instant is exact seconds.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/maybe.h"
#include "base/wording.h"

namespace beding {

/// A civil day, as days since 1970-01-01 (proleptic Gregorian).
struct Date {
  std::int32_t days = 0;
  friend constexpr auto operator<=>(Date, Date) = default;
};

constexpr Date operator+(Date date, std::int32_t days) { return {date.days + days}; }
constexpr Date operator-(Date date, std::int32_t days) { return {date.days - days}; }
constexpr std::int32_t operator-(Date a, Date b) { return a.days - b.days; }

/// A civil date taken apart; month and day from 1.
struct YearMonthDay {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;
};

YearMonthDay civil(Date date);
/// The day named, or nothing when there is no such day (31 april) or the year is not 1 to 9999.
std::optional<Date> dateOf(YearMonthDay parts);
/// Bounds of the calendar; terms that run past them end on them.
Date firstDate();  // 1 January 1
Date lastDate();   // 31 December 9999
/// 0 is Monday, 6 is Sunday.
unsigned weekday(Date date);

/// Seconds since 1970-01-01T00:00Z.
struct Instant {
  std::int64_t seconds = 0;
  static constexpr Instant none() { return {std::numeric_limits<std::int64_t>::min()}; }  ///< is no instant
  friend constexpr auto operator<=>(Instant, Instant) = default;
};

/// A moment on the timeline: a whole day (somewhere in it) or an exact instant.
struct Moment {
  Date day;                ///< the civil day; for an instant, the Amsterdam day it falls on
  Maybe<Instant> instant;  ///< set when the hour is known
  static constexpr Moment none() { return {{std::numeric_limits<std::int32_t>::min()}, std::nullopt}; }
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// 00:00 of the day in Amsterdam.
Instant startOf(Date day);
/// The Amsterdam day on which the instant falls.
Date dayOf(Instant instant);
Moment momentOf(Instant instant);
inline Moment momentOf(Date day) { return {day, std::nullopt}; }
/// First instant of the moment: 00:00 for a day.
Instant earliest(const Moment& moment);
/// Last second of the moment: 23:59:59 for a day.
Instant latest(const Moment& moment);

/// Why a text is no moment.
enum class MomentError : std::uint8_t { malformed, noSuchDate, nonexistentLocalTime, ambiguousLocalTime };

/// Reads `JJJJ-MM-DD`, `JJJJ-MM-DDTuu:mm[:ss]` (civil time) or the latter with `Z` or an offset `±uu:mm`.
/// A local time that does not exist (spring) or occurs twice (autumn) is an error unless an offset is given.
std::optional<Moment> parseMoment(std::string_view text, MomentError* error = nullptr);

/// Reads `1 maart 2025` or `1 maart 2025 14:30` (civil time), the month in any letter case.
std::optional<Moment> parseDutchMoment(std::string_view text, MomentError* error = nullptr);

/// `2026-03-30`, or `2026-03-30T15:00:00+02:00`.
std::string isoText(const Moment& moment);
std::string isoText(Date date);
/// Writes the same there, in at most `isoRoom` bytes; where it ends.
char* writeIso(char* to, Date date);
inline constexpr std::size_t isoRoom = 16;
/// `30 maart 2026`, `30 maart 2026 15:00`; seconds only when there are any.
std::string dutchText(const Moment& moment);
/// The same, and `30 March 2026`.
Wording wordingOf(const Moment& moment);

}  // namespace beding
