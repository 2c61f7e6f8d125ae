#include "values/calendar.h"

#include <algorithm>
#include <array>
#include <vector>

#include "values/ascii.h"
#include "values/tables.h"

namespace beding {

namespace {

constexpr unsigned saturday = 5;
constexpr unsigned sunday = 6;

constexpr std::array<std::string_view, 10> holidayNames = {
    "Nieuwjaarsdag",  "Goede Vrijdag",     "tweede paasdag",   "Koninginnedag",   "Koningsdag",
    "Hemelvaartsdag", "tweede pinksterdag", "Bevrijdingsdag", "eerste kerstdag", "tweede kerstdag"};

/// Easter Sunday, by the Gregorian algorithm of Meeus, Jones and Butcher; the letters are theirs.
Date easterSunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int monthAndDay = h + l - 7 * m + 114;
  return dateOf({year, static_cast<unsigned>(monthAndDay / 31), static_cast<unsigned>(monthAndDay % 31 + 1)}).value();
}

Date fixedDay(int year, unsigned month, unsigned day) { return dateOf({year, month, day}).value(); }

/// The day on which the birthday of the Queen or King is celebrated. A Sunday moved to Monday until 1979, since then it
/// moves to Saturday.
Date royalDay(int year) {
  if (year < 1949) {
    return fixedDay(year, 8, 31);
  }
  const Date birthday = year < 2014 ? fixedDay(year, 4, 30) : fixedDay(year, 4, 27);
  if (weekday(birthday) != sunday) {
    return birthday;
  }
  return year < 1980 ? birthday + 1 : birthday - 1;
}

bool isHoliday(std::string_view name, Date day) {
  const YearMonthDay parts = civil(day);
  const auto on = [&](unsigned month, unsigned date) { return parts.month == month && parts.day == date; };
  const auto afterEaster = [&](int days) { return day == easterSunday(parts.year) + days; };
  if (name == "Nieuwjaarsdag") return on(1, 1);
  if (name == "Goede Vrijdag") return afterEaster(-2);
  if (name == "tweede paasdag") return afterEaster(1);
  if (name == "Hemelvaartsdag") return afterEaster(39);
  if (name == "tweede pinksterdag") return afterEaster(50);
  if (name == "Koninginnedag") return parts.year < 2014 && day == royalDay(parts.year);
  if (name == "Koningsdag") return parts.year >= 2014 && day == royalDay(parts.year);
  if (name == "Bevrijdingsdag") return parts.year >= 1945 && on(5, 5);
  if (name == "eerste kerstdag") return on(12, 25);
  return on(12, 26);
}

std::vector<Date> readGelijkgesteldeDagen() {
  std::vector<Date> days;
  for (const tables::Row& row : tables::rows("gelijkgestelde-dagen")) {
    days.push_back(parseMoment(row[0]).value().day);
  }
  std::sort(days.begin(), days.end());
  return days;
}

const std::vector<tables::Coverage>& gelijkgesteldeDagenCoverage() {
  static const std::vector<tables::Coverage> coverage = tables::coverage("gelijkgestelde-dagen");
  return coverage;
}

}  // namespace

std::optional<std::string_view> dutchHoliday(Date day) {
  for (const std::string_view name : holidayNames) {
    if (isHoliday(name, day)) {
      return name;
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> dutchHolidayNamed(std::string_view name) {
  const std::string wanted = asciiLowerCase(name);
  if (wanted == "5 mei") {
    return "Bevrijdingsdag";
  }
  for (const std::string_view holiday : holidayNames) {
    if (asciiLowerCase(holiday) == wanted) {
      return holiday;
    }
  }
  return std::nullopt;
}

bool isGelijkgesteld(Date day) {
  static const std::vector<Date> days = readGelijkgesteldeDagen();
  return std::binary_search(days.begin(), days.end(), day);
}

bool gelijkgesteldeDagenBekend(Date day) {
  const auto& stretches = gelijkgesteldeDagenCoverage();
  return std::any_of(stretches.begin(), stretches.end(),
                     [day](const tables::Coverage& stretch) { return stretch.from <= day && day <= stretch.to; });
}

Date gelijkgesteldeDagenVanaf() { return gelijkgesteldeDagenCoverage().front().from; }
Date gelijkgesteldeDagenBevestigdTot() { return gelijkgesteldeDagenCoverage().back().to; }

std::optional<std::string> Calendar::reasonNotWorkday(Date day) const {
  if (weekday(day) >= saturday) {
    return weekday(day) == saturday ? "zaterdag" : "zondag";
  }
  for (const std::string_view name : holidayNames) {
    if (isHoliday(name, day) && !notHolidays.contains(std::string(name))) {
      return std::string(name);
    }
  }
  return closingDays.contains(day) ? std::optional<std::string>("sluitingsdag") : std::nullopt;
}

}  // namespace beding
