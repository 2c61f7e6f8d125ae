#include "values/calendar.h"

#include "unit/values_vectors.h"

using namespace beding;

namespace {

Date day(std::string_view text) { return parseMoment(text).value().day; }

}  // namespace

TEST_CASE("public holidays") {
  for (const test::Vector& row : test::readVectors("feestdagen.csv")) {
    CAPTURE(row.at("datum"));
    CHECK(dutchHoliday(day(row.at("datum"))).value_or("") == row.at("naam"));
  }
}

TEST_CASE("every year from 1900 to 2199 has nine holidays, on eight days when Hemelvaartsdag is 5 May") {
  for (int year = 1900; year < 2200; ++year) {
    int holidays = 0;
    for (Date date = dateOf({year, 1, 1}).value(); date <= dateOf({year, 12, 31}).value(); date = date + 1) {
      holidays += dutchHoliday(date) ? 1 : 0;
    }
    CAPTURE(year);
    CHECK(holidays == (dutchHoliday(dateOf({year, 5, 5}).value()) == "Hemelvaartsdag" ? 8 : 9));
  }
}

TEST_CASE("holidays by name") {
  CHECK(dutchHolidayNamed("goede vrijdag") == "Goede Vrijdag");
  CHECK(dutchHolidayNamed("Tweede Pinksterdag") == "tweede pinksterdag");
  CHECK(dutchHolidayNamed("5 mei") == "Bevrijdingsdag");
  CHECK(dutchHolidayNamed("Koninginnedag") == "Koninginnedag");
  CHECK(dutchHolidayNamed("Sinterklaas") == std::nullopt);
}

TEST_CASE("gelijkgestelde dagen come from a table with gaps and an end") {
  CHECK(gelijkgesteldeDagen().contains(day("2026-05-15")));
  CHECK(gelijkgesteldeDagen().contains(day("2026-01-02")));
  CHECK(gelijkgesteldeDagen().contains(day("2028-05-26")));
  CHECK(gelijkgesteldeDagen().contains(day("1990-05-25")));
  CHECK_FALSE(gelijkgesteldeDagen().contains(day("2026-05-14")));
  CHECK_FALSE(gelijkgesteldeDagen().contains(day("2026-05-18")));
  CHECK(gelijkgesteldeDagen().known.front().from == day("1990-01-01"));
  CHECK(gelijkgesteldeDagen().known.back().to == day("2028-12-31"));
  CHECK(gelijkgesteldeDagen().isKnown(day("1992-12-31")));
  CHECK_FALSE(gelijkgesteldeDagen().isKnown(day("1993-01-01")));
  CHECK_FALSE(gelijkgesteldeDagen().isKnown(day("2022-05-27")));  // one day of 2022 is known, the year is not
  CHECK(gelijkgesteldeDagen().isKnown(day("2028-12-31")));
  CHECK_FALSE(gelijkgesteldeDagen().isKnown(day("2029-01-01")));
}

TEST_CASE("every gelijkgestelde dag is a weekday that is no holiday") {
  for (Date date = day("1990-01-01"); date <= day("2028-12-31"); date = date + 1) {
    if (gelijkgesteldeDagen().contains(date)) {
      CAPTURE(isoText(date));
      CHECK(Calendar{}.isWorkday(date));
    }
  }
}

TEST_CASE("werkdagen are Monday to Friday without holidays and closing days") {
  Calendar calendar;
  CHECK(calendar.isWorkday(day("2026-11-20")));
  CHECK(calendar.reasonNotWorkday(day("2026-11-21")) == "zaterdag");
  CHECK(calendar.reasonNotWorkday(day("2026-11-22")) == "zondag");
  CHECK(calendar.reasonNotWorkday(day("2026-04-27")) == "Koningsdag");
  CHECK(calendar.reasonNotWorkday(day("2026-04-03")) == "Goede Vrijdag");
  CHECK(calendar.isWorkday(day("2026-05-15")));  // gelijkgesteld is an ordinary werkdag
  calendar.closingDays.insert(day("2026-05-15"));
  CHECK(calendar.reasonNotWorkday(day("2026-05-15")) == "sluitingsdag");
}

TEST_CASE("a reading may leave out holidays") {
  Calendar calendar;
  calendar.notHolidays = {"Goede Vrijdag", "Bevrijdingsdag"};
  CHECK(calendar.isWorkday(day("2026-04-03")));
  CHECK(calendar.isWorkday(day("2026-05-05")));
  CHECK(calendar.reasonNotWorkday(day("2026-04-06")) == "tweede paasdag");
  CHECK(calendar.reasonNotWorkday(day("2016-05-05")) == "Hemelvaartsdag");  // also 5 May
  calendar.notHolidays = {"Hemelvaartsdag"};
  CHECK(calendar.reasonNotWorkday(day("2016-05-05")) == "Bevrijdingsdag");
}
