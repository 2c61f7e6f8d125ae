#include "values/moment.h"

#include <doctest/doctest.h>

using namespace beding;

namespace {

constexpr std::int64_t hour = 3600;

Date day(std::string_view text) { return parseMoment(text).value().day; }
Instant at(std::string_view text) { return parseMoment(text).value().instant.value(); }

std::optional<MomentError> errorOf(std::string_view text) {
  MomentError error{};
  return parseMoment(text, &error) ? std::nullopt : std::optional(error);
}

std::int64_t hoursIn(Date date) { return (startOf(date + 1).seconds - startOf(date).seconds) / hour; }

}  // namespace

TEST_CASE("days are counted from 1970") {
  CHECK(day("1970-01-01").days == 0);
  CHECK(day("1969-12-31").days == -1);
  CHECK(day("2000-03-01").days == 11017);
  CHECK(day("2026-11-21") - day("2026-11-20") == 1);
}

TEST_CASE("a day taken apart and put together is the same day") {
  for (Date date = day("1900-01-01"); date < day("2200-01-01"); date = date + 1) {
    REQUIRE(dateOf(civil(date)) == date);
  }
}

TEST_CASE("a day is written as it is read, whatever was written before") {
  for (const Date date : {day("1900-01-01"), day("2024-02-28"), day("9980-12-31"), firstDate()})
    for (std::int32_t apart = 0; apart < 5000; apart += 512) {
      REQUIRE(day(isoText(date + apart)) == date + apart);
      REQUIRE(day(isoText(date + apart + 1)) == date + apart + 1);
    }
  CHECK(isoText(lastDate() + 1) == "10000-01-01");
  CHECK(isoText(firstDate() - 1) == "0000-12-31");
}

TEST_CASE("days that do not exist") {
  CHECK(dateOf({2025, 2, 29}) == std::nullopt);
  CHECK(dateOf({2024, 2, 29}).has_value());
  CHECK(dateOf({1900, 2, 29}) == std::nullopt);
  CHECK(dateOf({2000, 2, 29}).has_value());
  CHECK(dateOf({2026, 4, 31}) == std::nullopt);
  CHECK(dateOf({2026, 13, 1}) == std::nullopt);
  CHECK(dateOf({2026, 0, 1}) == std::nullopt);
  CHECK(dateOf({2026, 257, 1}) == std::nullopt);
  CHECK(dateOf({2026, 1, 257}) == std::nullopt);
  CHECK(dateOf({0, 1, 1}) == std::nullopt);
  CHECK(dateOf({65536 + 2026, 1, 1}) == std::nullopt);
  CHECK(dateOf({1, 1, 1}) == firstDate());
  CHECK(dateOf({9999, 12, 31}) == lastDate());
}

TEST_CASE("days of the week start on Monday") {
  CHECK(weekday(day("1970-01-01")) == 3);
  CHECK(weekday(day("2026-11-23")) == 0);
  CHECK(weekday(day("2026-11-22")) == 6);
  CHECK(weekday(day("1900-01-01")) == 0);
}

TEST_CASE("civil time is Amsterdam time") {
  CHECK(startOf(day("2026-01-01")).seconds == std::int64_t{day("2026-01-01").days} * 24 * hour - hour);
  CHECK(startOf(day("2026-07-01")).seconds == std::int64_t{day("2026-07-01").days} * 24 * hour - 2 * hour);
  CHECK(at("2026-07-01T12:00") == at("2026-07-01T10:00Z"));
  CHECK(at("2026-01-01T12:00") == at("2026-01-01T11:00:00Z"));
}

TEST_CASE("a day has 23 hours in spring, 25 in autumn, and starts when the one before ends") {
  for (Date date = day("1900-01-01"); date < day("2100-01-01"); date = date + 1) {
    CAPTURE(isoText(date));
    REQUIRE(dayOf(startOf(date)) == date);
    REQUIRE(dayOf({startOf(date).seconds - 1}) == date - 1);
  }
  CHECK(hoursIn(day("2026-03-29")) == 23);
  CHECK(hoursIn(day("2026-10-25")) == 25);
  CHECK(hoursIn(day("2026-03-28")) == 24);
}

TEST_CASE("summer time goes on after 2037, when the zone files end") {
  CHECK(at("2040-07-01T12:00") == at("2040-07-01T10:00Z"));
  CHECK(at("2040-01-01T12:00") == at("2040-01-01T11:00Z"));
  CHECK(hoursIn(day("2038-03-28")) == 23);  // last Sunday of March 2038
  CHECK(hoursIn(day("2100-10-31")) == 25);  // last Sunday of October 2100
  CHECK(hoursIn(day("2100-03-28")) == 23);
  CHECK(errorOf("2038-03-28T02:30") == MomentError::nonexistentLocalTime);
  CHECK(errorOf("2100-10-31T02:30") == MomentError::ambiguousLocalTime);
}

TEST_CASE("moments are read") {
  CHECK(parseMoment("2026-03-30") == momentOf(day("2026-03-30")));
  CHECK_FALSE(parseMoment("2026-03-30")->instant.has_value());
  CHECK(at("2026-03-30T15:00:30").seconds - at("2026-03-30T15:00").seconds == 30);
  CHECK(at("2026-03-30T15:00+02:00") == at("2026-03-30T15:00"));
  CHECK(at("2026-03-30T08:30-05:30") == at("2026-03-30T16:00"));
}

TEST_CASE("an instant belongs to its day in Amsterdam") {
  CHECK(parseMoment("2026-03-30T23:30Z")->day == day("2026-03-31"));
  CHECK(parseMoment("2026-03-30T22:30-05:00")->day == day("2026-03-31"));
  CHECK(parseMoment("2026-12-31T22:59:59Z")->day == day("2026-12-31"));
  CHECK(parseMoment("2026-12-31T23:00:00Z")->day == day("2027-01-01"));
}

TEST_CASE("local times that do not exist or occur twice need an offset") {
  CHECK(errorOf("2026-03-29T02:00") == MomentError::nonexistentLocalTime);
  CHECK(errorOf("2026-03-29T02:59:59") == MomentError::nonexistentLocalTime);
  CHECK(errorOf("2026-03-29T01:59:59") == std::nullopt);
  CHECK(errorOf("2026-03-29T03:00") == std::nullopt);
  CHECK(errorOf("2026-10-25T02:00") == MomentError::ambiguousLocalTime);
  CHECK(errorOf("2026-10-25T02:59:59") == MomentError::ambiguousLocalTime);
  CHECK(errorOf("2026-10-25T03:00") == std::nullopt);
  CHECK(at("2026-10-25T02:30+01:00").seconds - at("2026-10-25T02:30+02:00").seconds == hour);
}

TEST_CASE("what is no moment says why") {
  CHECK(errorOf("2025-02-29") == MomentError::noSuchDate);
  CHECK(errorOf("2025-04-31T10:00") == MomentError::noSuchDate);
  CHECK(errorOf("0000-01-01") == MomentError::noSuchDate);
  for (const char* wrong :
       {"", "2026", "2026-3-1", "26-03-01", "2026-03-01 ", "2026-03-01T", "2026-03-01T24:00", "2026-03-01T10:60",
        "2026-03-01T10:00:60", "2026-03-01T10", "2026-03-01T10:00+1:00", "2026-03-01T10:00+01:00Z", "2026-03-01 10:00",
        "2026-03-01T10:00z", "2026-03-01T10:00:", "2026-03-01T1:00", "12026-03-01", "2026-03-01T10:00+24:00"}) {
    CAPTURE(wrong);
    CHECK(errorOf(wrong) == MomentError::malformed);
  }
  CHECK(parseMoment("onzin") == std::nullopt);
}

TEST_CASE("Dutch moments are read") {
  CHECK(parseDutchMoment("1 maart 2025") == parseMoment("2025-03-01"));
  CHECK(parseDutchMoment("01 Maart 2025") == parseMoment("2025-03-01"));
  CHECK(parseDutchMoment("31 december 2026 14:30") == parseMoment("2026-12-31T14:30"));
  MomentError error{};
  CHECK(parseDutchMoment("31 april 2026", &error) == std::nullopt);
  CHECK(error == MomentError::noSuchDate);
  CHECK(parseDutchMoment("29 maart 2026 02:30", &error) == std::nullopt);
  CHECK(error == MomentError::nonexistentLocalTime);
  for (const char* wrong :
       {"1 march 2025", "1 maart 25", "1  maart 2025", "maart 2025", "1 maart 2025 ", "1 maart 2025 9:00", "1 maart"}) {
    CAPTURE(wrong);
    CHECK(parseDutchMoment(wrong, &error) == std::nullopt);
    CHECK(error == MomentError::malformed);
  }
}

TEST_CASE("the first and last second of a moment") {
  const Moment date = momentOf(day("2026-10-25"));
  CHECK(earliest(date) == at("2026-10-25T00:00"));
  CHECK(latest(date) == at("2026-10-25T23:59:59"));
  const Moment instant = momentOf(at("2026-10-25T12:00"));
  CHECK(earliest(instant) == latest(instant));
}

TEST_CASE("moments as text") {
  CHECK(isoText(day("2026-03-30")) == "2026-03-30");
  CHECK(isoText(firstDate()) == "0001-01-01");
  CHECK(isoText(momentOf(at("2026-03-30T15:00"))) == "2026-03-30T15:00:00+02:00");
  CHECK(isoText(momentOf(at("2026-10-25T02:30+01:00"))) == "2026-10-25T02:30:00+01:00");
  CHECK(isoText(momentOf(at("2026-10-25T02:30+02:00"))) == "2026-10-25T02:30:00+02:00");
  CHECK(isoText(momentOf(at("2040-07-01T00:00"))) == "2040-07-01T00:00:00+02:00");
  CHECK(dutchText(momentOf(day("2026-03-30"))) == "30 maart 2026");
  CHECK(dutchText(momentOf(at("2026-03-01T09:05"))) == "1 maart 2026 09:05");
  CHECK(dutchText(momentOf(at("2026-12-31T23:59:59"))) == "31 december 2026 23:59:59");
}
