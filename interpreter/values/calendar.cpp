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

struct Holiday {
  std::string_view name;
  Date day;
};

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

using Holidays = std::array<Holiday, 9>;

/// Where two fall on one day (Hemelvaartsdag on 5 May, as in 2016) the first one names it.
Holidays holidaysIn(int year) {
  const Date easter = easterSunday(year);
  return {{{"Nieuwjaarsdag", fixedDay(year, 1, 1)},
           {"Goede Vrijdag", easter - 2},
           {"tweede paasdag", easter + 1},
           {year < 2014 ? "Koninginnedag" : "Koningsdag", royalDay(year)},
           {"Hemelvaartsdag", easter + 39},
           {"tweede pinksterdag", easter + 50},
           {"Bevrijdingsdag", fixedDay(year, 5, 5)},
           {"eerste kerstdag", fixedDay(year, 12, 25)},
           {"tweede kerstdag", fixedDay(year, 12, 26)}}};
}

EquatedDays readGelijkgesteldeDagen() {
  EquatedDays read;
  for (const tables::Row& row : tables::rows("gelijkgestelde-dagen")) read.days.push_back(parseMoment(row[0])->day);
  std::sort(read.days.begin(), read.days.end());
  for (const tables::Coverage& stretch : tables::coverage("gelijkgestelde-dagen"))
    read.known.push_back({stretch.from, stretch.to});
  return read;
}

}  // namespace

std::optional<std::string_view> dutchHoliday(Date day) {
  for (const Holiday& holiday : holidaysIn(civil(day).year)) {
    if (holiday.day == day) {
      return holiday.name;
    }
  }
  return std::nullopt;
}

std::optional<std::string_view> dutchHolidayNamed(std::string_view name) {
  constexpr std::array<std::string_view, 10> names = {
      "Nieuwjaarsdag",  "Goede Vrijdag",      "tweede paasdag", "Koninginnedag",   "Koningsdag",
      "Hemelvaartsdag", "tweede pinksterdag", "Bevrijdingsdag", "eerste kerstdag", "tweede kerstdag"};
  const std::string wanted = asciiLowerCase(name) == "5 mei" ? "bevrijdingsdag" : asciiLowerCase(name);
  const auto* const found =
      std::find_if(names.begin(), names.end(), [&](std::string_view known) { return asciiLowerCase(known) == wanted; });
  return found == names.end() ? std::nullopt : std::optional(*found);
}

bool EquatedDays::contains(Date day) const { return std::binary_search(days.begin(), days.end(), day); }

bool EquatedDays::isKnown(Date day) const {
  return std::any_of(known.begin(), known.end(),
                     [day](const Stretch& stretch) { return stretch.from <= day && day <= stretch.to; });
}

const EquatedDays& gelijkgesteldeDagen() {
  static const EquatedDays table = readGelijkgesteldeDagen();
  return table;
}

std::optional<std::string> Calendar::reasonNotWorkday(Date day) const {
  if (weekday(day) >= saturday) {
    return weekday(day) == saturday ? "zaterdag" : "zondag";
  }
  for (const Holiday& holiday : holidaysIn(civil(day).year)) {
    if (holiday.day == day && !notHolidays.contains(std::string(holiday.name))) {
      return std::string(holiday.name);
    }
  }
  return closingDays.contains(day) ? std::optional<std::string>("sluitingsdag") : std::nullopt;
}

}  // namespace beding
