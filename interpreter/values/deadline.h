// Terms: from an anchor and a duration to the last moment that is still in time, with the count that led there.
// The day itself does not count, contract terms are not moved; legal background: art. 1-4 Algemene termijnenwet (opt-in
// only), HR 1 september 2017, ECLI:NL:HR:2017:2225 (months keep the day number).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "values/calendar.h"
#include "values/duration.h"
#include "values/moment.h"

namespace beding {

enum class Direction : std::uint8_t { forward, backward };

/// What happens when the last day is a Saturday, Sunday or holiday. Contract terms: nothing.
enum class Extension : std::uint8_t { none, termijnenwet, nextWorkday };

/// Where the target month is too short: its last day (naar beneden) or the first of the next month (naar boven).
enum class MonthRounding : std::uint8_t { down, up };

struct TermRule {
  Direction direction = Direction::forward;
  Extension extension = Extension::none;
  MonthRounding rounding = MonthRounding::down;
  friend bool operator==(TermRule, TermRule) = default;
};

/// One line of the count: a day that did not count or that moved the end, and why ("Koningsdag", "zondag").
struct CountNote {
  Date day;
  std::string reason;
};

/// The end of a term. For days and longer `last.instant` is empty and the whole day is in time.
struct TermEnd {
  Moment last;  ///< last moment in time (the earliest possible one when the anchor's hour is unknown)
  std::optional<Instant> latestPossible;  ///< set when the end is an interval: an hour term from a date-only anchor
  std::vector<CountNote> notes;           ///< days skipped, and what moved the end
  std::vector<Wording> warnings;          ///< e.g. outside the table of gelijkgestelde dagen
};

/// The last moment of a term of `length` counted from `anchor`; the anchor's day itself does not count. Only forward
/// terms of a day or more are extended; the Algemene termijnenwet leaves out the terms of its art. 4 and werkdagen.
/// An indefinite term ends on the last day of the calendar (`lastDate`).
TermEnd endOfTerm(const Moment& anchor, Duration length, const TermRule& rule, const Calendar& calendar);

/// Last day of a period of `length` that starts on `start` (day included): 12 maanden from 1 February 2025 runs
/// through 31 January 2026. `times` repeats the length, computed from the original start so that nothing drifts.
Date lastDayOfPeriod(Date start, Duration length, std::int64_t times, const Calendar& calendar);

/// First instant at which something that began on `since` has lasted longer than `length`
/// (days: 00:00 of day D+N+1; werkdagen: the day after the N-th; uren: just after the last second, counted from the
/// start of the day when the hour is unknown).
Moment firstLongerThan(const Moment& since, Duration length, const Calendar& calendar);

/// First instant at which it has lasted at least `length` (days: from day D+N).
Moment firstAtLeast(const Moment& since, Duration length, const Calendar& calendar);

}  // namespace beding
