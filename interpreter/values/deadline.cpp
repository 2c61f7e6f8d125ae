#include "values/deadline.h"

#include <algorithm>

namespace beding {

namespace {

constexpr std::int64_t daysPerWeek = 7;
constexpr std::int64_t secondsPerHour = 3600;
/// More of any unit than the calendar holds; counts are cut off here so that nothing overflows.
constexpr std::int64_t mostUnits = 100'000'000;

std::int64_t bounded(std::int64_t count) { return std::clamp(count, -mostUnits, mostUnits); }

std::int64_t boundedProduct(std::int64_t a, std::int64_t b) {
  std::int64_t product = 0;
  return __builtin_mul_overflow(bounded(a), bounded(b), &product) ? mostUnits : bounded(product);
}

Date addDays(Date day, std::int64_t count) {
  const std::int64_t sum = std::clamp<std::int64_t>(day.days + bounded(count), firstDate().days, lastDate().days);
  return {static_cast<std::int32_t>(sum)};
}

Instant addHours(Instant instant, std::int64_t count) {
  const std::int64_t sum = instant.seconds + bounded(count) * secondsPerHour;
  return {std::clamp(sum, startOf(firstDate()).seconds, startOf(lastDate()).seconds)};
}

/// The same day number so many months on; `exists` tells whether that month has it. If not, its last day.
struct MonthStep {
  Date day;
  bool exists = true;
};

MonthStep stepMonths(Date from, std::int64_t count) {
  const YearMonthDay parts = civil(from);
  const std::int64_t months = std::int64_t{parts.year} * 12 + parts.month - 1 + bounded(count);
  if (months < 12) {
    return {firstDate()};
  }
  if (months / 12 > civil(lastDate()).year) {
    return {lastDate()};
  }
  YearMonthDay target{static_cast<int>(months / 12), static_cast<unsigned>(months % 12) + 1, parts.day};
  while (!dateOf(target)) {
    --target.day;
  }
  return {*dateOf(target), target.day == parts.day};
}

Date addMonths(Date from, std::int64_t count, MonthRounding rounding) {
  const MonthStep step = stepMonths(from, count);
  return step.exists || rounding == MonthRounding::down ? step.day : addDays(step.day, 1);
}

/// The `count`-th werkdag before or after the day, which itself does not count. The days passed over go to the notes.
Date countWorkdays(Date from, std::int64_t count, int step, const Calendar& calendar, std::vector<CountNote>& notes) {
  Date day = from;
  while (count > 0 && day > firstDate() && day < lastDate()) {
    day = day + step;
    if (std::optional<std::string> reason = calendar.reasonNotWorkday(day)) {
      notes.push_back({day, std::move(*reason)});
    } else {
      --count;
    }
  }
  return day;
}

/// Last day of a term of a day or more, before any extension.
Date lastDayOfTerm(Date anchor, Duration length, const TermRule& rule, const Calendar& calendar,
                   std::vector<CountNote>& notes) {
  const int sign = rule.direction == Direction::forward ? 1 : -1;
  const std::int64_t count = sign * bounded(length.count);
  switch (length.unit) {
    case TimeUnit::workday:
      return countWorkdays(anchor, length.count, sign, calendar, notes);
    case TimeUnit::week:
      return addDays(anchor, boundedProduct(count, daysPerWeek));
    case TimeUnit::month:
      return addMonths(anchor, count, rule.rounding);
    case TimeUnit::year:
      return addMonths(anchor, boundedProduct(count, 12), rule.rounding);
    case TimeUnit::indefinite:
      return sign > 0 ? lastDate() : firstDate();
    default:
      return addDays(anchor, count);
  }
}

TermEnd endOfHours(const Moment& anchor, std::int64_t hours) {
  TermEnd end;
  end.last = momentOf(addHours(earliest(anchor), hours));
  if (!anchor.instant) {
    end.latestPossible = addHours(latest(anchor), hours);
  }
  return end;
}

/// Moves the last day to the first werkdag, if it is none itself.
void extendToWorkday(TermEnd& end, const Calendar& calendar) {
  Date& day = end.last.day;
  while (day < lastDate()) {
    std::optional<std::string> reason = calendar.reasonNotWorkday(day);
    if (!reason) {
      break;
    }
    end.notes.push_back({day, std::move(*reason)});
    day = day + 1;
  }
}

/// Why the Algemene termijnenwet does not count the day; closing days and readings of a contract are nothing to it.
std::optional<std::string> reasonNotCounted(Date day, const EquatedDays& equated) {
  std::optional<std::string> reason = Calendar{}.reasonNotWorkday(day);
  return !reason && equated.contains(day) ? "gelijkgestelde dag" : reason;
}

/// Art. 4: hours, more than 90 days, 12 weeks or 3 months, and years are outside the act. Werkdagen already skip.
bool termijnenwetApplies(Duration length) {
  switch (length.unit) {
    case TimeUnit::day:
      return length.count <= 90;
    case TimeUnit::week:
      return length.count <= 12;
    case TimeUnit::month:
      return length.count <= 3;
    default:
      return false;
  }
}

/// Art. 2: a term of three days or more holds at least two days that count.
bool holdsTwoCountedDays(Date anchor, Date last, const EquatedDays& equated) {
  int counted = 0;
  for (Date day = anchor + 1; day <= last && counted < 2; day = day + 1) {
    counted += reasonNotCounted(day, equated) ? 0 : 1;
  }
  return counted == 2;
}

void warnOutsideTable(Date first, TermEnd& end, const EquatedDays& equated) {
  for (const Date day : {first, end.last.day}) {
    if (!equated.isKnown(day)) {
      end.warnings.push_back(
          worded({"Van {0} zijn niet alle gelijkgestelde dagen bekend (art. 3 lid 3 Algemene termijnenwet); de termijn "
                  "kan later eindigen.",
                  "Not all days equated with holidays in {0} are known (art. 3(3) Algemene termijnenwet); the term may "
                  "end later."},
                 {std::to_string(civil(day).year)}));
      return;
    }
  }
}

/// Art. 1 and 2 of the act: on to the first day that counts, and until enough days count.
void extendByTermijnenwet(Date anchor, Duration length, TermEnd& end, const EquatedDays& equated) {
  const bool atLeastThreeDays = length.unit != TimeUnit::day || length.count >= 3;
  Date& day = end.last.day;
  while (day < lastDate()) {
    std::optional<std::string> reason = reasonNotCounted(day, equated);
    if (!reason && atLeastThreeDays && !holdsTwoCountedDays(anchor, day, equated)) {
      reason = "nog geen twee werkdagen in de termijn (art. 2 Algemene termijnenwet)";
    }
    if (!reason) {
      break;
    }
    end.notes.push_back({day, std::move(*reason)});
    day = day + 1;
  }
  warnOutsideTable(anchor + 1, end, equated);
}

void extend(Date anchor, Duration length, const TermRule& rule, const Calendar& calendar, TermEnd& end) {
  if (rule.direction == Direction::backward || length.unit == TimeUnit::indefinite) {
    return;
  }
  if (rule.extension == Extension::nextWorkday) {
    extendToWorkday(end, calendar);
  }
  if (rule.extension == Extension::termijnenwet && termijnenwetApplies(length)) {
    extendByTermijnenwet(anchor, length, end, *calendar.equated);
  }
}

}  // namespace

TermEnd endOfTerm(const Moment& anchor, Duration length, const TermRule& rule, const Calendar& calendar) {
  if (length.unit == TimeUnit::hour) {
    return endOfHours(anchor, rule.direction == Direction::forward ? length.count : -length.count);
  }
  TermEnd end;
  end.last = momentOf(lastDayOfTerm(anchor.day, length, rule, calendar, end.notes));
  extend(anchor.day, length, rule, calendar, end);
  return end;
}

Date lastDayOfPeriod(Date start, Duration length, std::int64_t times, const Calendar& calendar) {
  const std::int64_t count = boundedProduct(length.count, times);
  if (length.unit == TimeUnit::hour) {
    return dayOf({addHours(startOf(start), count).seconds - 1});
  }
  if (length.unit == TimeUnit::month || length.unit == TimeUnit::year) {
    const MonthStep next = stepMonths(start, boundedProduct(count, length.unit == TimeUnit::year ? 12 : 1));
    return next.exists ? addDays(next.day, -1) : next.day;
  }
  return endOfTerm(momentOf(addDays(start, -1)), {count, length.unit}, {}, calendar).last.day;
}

Moment firstLongerThan(const Moment& since, Duration length, const Calendar& calendar) {
  const Moment last = endOfTerm(since, length, {}, calendar).last;
  return last.instant ? momentOf(Instant{last.instant->seconds + 1}) : momentOf(addDays(last.day, 1));
}

Moment firstAtLeast(const Moment& since, Duration length, const Calendar& calendar) {
  return endOfTerm(since, length, {}, calendar).last;
}

}  // namespace beding
