// Working days and Dutch public holidays (art. 3 Algemene termijnenwet), computed for 1900-2199.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "values/moment.h"

namespace beding {

/// The name of the public holiday on that day, or nothing: Nieuwjaarsdag, Goede Vrijdag, tweede paasdag, Koningsdag (or
/// Koninginnedag), Bevrijdingsdag (5 May, every year), Hemelvaartsdag, tweede pinksterdag, eerste kerstdag,
/// tweede kerstdag. Paaszondag and pinksterzondag are Sundays and not named by the law.
std::optional<std::string_view> dutchHoliday(Date day);
/// The holiday as `dutchHoliday` spells it, in any letter case; `5 mei` is Bevrijdingsdag.
std::optional<std::string_view> dutchHolidayNamed(std::string_view name);

/// The days that royal decrees put on a par with holidays (art. 3 lid 3 Algemene termijnenwet).
struct EquatedDays {
  /// Both days included.
  struct Stretch {
    Date from;
    Date to;
    friend auto operator<=>(const Stretch&, const Stretch&) = default;
  };
  std::vector<Date> days;      ///< in order
  std::vector<Stretch> known;  ///< of which it is known which they are, in order; there are gaps

  [[nodiscard]] bool contains(Date day) const;
  [[nodiscard]] bool isKnown(Date day) const;
  friend auto operator<=>(const EquatedDays&, const EquatedDays&) = default;
};
/// Those of the table.
const EquatedDays& gelijkgesteldeDagen();

/// Which days are no werkdag. A plain value; the engine makes one per evaluation.
struct Calendar {
  std::set<Date> closingDays;         ///< announced sluitingsdagen
  std::set<std::string> notHolidays;  ///< holidays that a reading does not count, spelled as `dutchHoliday` does
  const EquatedDays* equated = &gelijkgesteldeDagen();  ///< what statutory terms reckon with; never null

  /// Why the day is no werkdag ("zaterdag", "Koningsdag", "sluitingsdag"), or nothing when it is one.
  [[nodiscard]] std::optional<std::string> reasonNotWorkday(Date day) const;
  [[nodiscard]] bool isWorkday(Date day) const { return !reasonNotWorkday(day); }
};

}  // namespace beding
