// Working days and Dutch public holidays (art. 3 Algemene termijnenwet), computed for 1900-2199.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "values/moment.h"

namespace beding {

/// The name of the public holiday on that day, or nothing: Nieuwjaarsdag, Goede Vrijdag, tweede paasdag, Koningsdag (or
/// Koninginnedag), Bevrijdingsdag (5 May, every year), Hemelvaartsdag, tweede pinksterdag, eerste kerstdag,
/// tweede kerstdag. Paaszondag and pinksterzondag are Sundays and not named by the law.
std::optional<std::string_view> dutchHoliday(Date day);
/// The holiday as `dutchHoliday` spells it, in any letter case; `5 mei` is Bevrijdingsdag.
std::optional<std::string_view> dutchHolidayNamed(std::string_view name);

/// Whether a royal decree puts the day on a par with a holiday (art. 3 lid 3 Algemene termijnenwet).
bool isGelijkgesteld(Date day);
/// Whether the table says which days of that year are gelijkgesteld; it has gaps.
bool gelijkgesteldeDagenBekend(Date day);
/// First and last day that the table of gelijkgestelde dagen covers.
Date gelijkgesteldeDagenVanaf();
Date gelijkgesteldeDagenBevestigdTot();

/// Which days are no werkdag. A plain value; the engine makes one per evaluation.
struct Calendar {
  std::set<Date> closingDays;         ///< announced sluitingsdagen
  std::set<std::string> notHolidays;  ///< holidays that a reading does not count, spelled as `dutchHoliday` does

  /// Why the day is no werkdag ("zaterdag", "Koningsdag", "sluitingsdag"), or nothing when it is one.
  [[nodiscard]] std::optional<std::string> reasonNotWorkday(Date day) const;
  [[nodiscard]] bool isWorkday(Date day) const { return !reasonNotWorkday(day); }
};

}  // namespace beding
