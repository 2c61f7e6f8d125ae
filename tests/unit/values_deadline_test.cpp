#include "values/deadline.h"

#include "unit/values_vectors.h"

using namespace beding;

namespace {

const Calendar netherlands;

Date day(std::string_view text) { return parseMoment(text).value().day; }
Moment moment(std::string_view text) { return parseMoment(text).value(); }
Duration length(std::string_view text) { return parseDuration(text).value(); }

TermRule ruleOf(const test::Vector& row) {
  const std::map<std::string, Extension> extensions = {
      {"geen", Extension::none}, {"termijnenwet", Extension::termijnenwet}, {"werkdag", Extension::nextWorkday}};
  return {row.at("richting") == "terug" ? Direction::backward : Direction::forward, extensions.at(row.at("verlenging")),
          row.at("afronding") == "boven" ? MonthRounding::up : MonthRounding::down};
}

std::string lastDay(std::string_view start, std::string_view duration, std::int64_t times) {
  return isoText(lastDayOfPeriod(day(start), length(duration), times, netherlands));
}

std::string longerThan(std::string_view since, std::string_view duration) {
  return isoText(firstLongerThan(moment(since), length(duration), netherlands));
}

std::string atLeast(std::string_view since, std::string_view duration) {
  return isoText(firstAtLeast(moment(since), length(duration), netherlands));
}

std::string notesOf(const TermEnd& end) {
  std::string text;
  for (const CountNote& note : end.notes) {
    text += isoText(note.day) + " " + note.reason + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("ends of terms") {
  for (const test::Vector& row : test::readVectors("termijnen.csv")) {
    CAPTURE(row.at("id"));
    const TermEnd end = endOfTerm(moment(row.at("anker")), length(row.at("duur")), ruleOf(row), netherlands);
    CHECK(isoText(end.last) == row.at("laatste"));
    CHECK((end.latestPossible ? isoText(momentOf(*end.latestPossible)) : "") == row.at("laatst_mogelijk"));
  }
}

TEST_CASE("the hour of the anchor matters only to hours") {
  CHECK(endOfTerm(moment("2026-03-01T23:59"), length("14 dagen"), {}, netherlands).last == moment("2026-03-15"));
  CHECK(endOfTerm(moment("2026-03-01T00:00"), length("1 maand"), {}, netherlands).last == moment("2026-04-01"));
}

TEST_CASE("a count of werkdagen names the days it skips") {
  const TermEnd end = endOfTerm(moment("2026-04-20"), length("5 werkdagen"), {}, netherlands);
  CHECK(notesOf(end) == "2026-04-25 zaterdag\n2026-04-26 zondag\n2026-04-27 Koningsdag\n");
}

TEST_CASE("announced closing days are skipped and named") {
  Calendar calendar;
  calendar.closingDays = {day("2026-04-21")};
  const TermEnd end = endOfTerm(moment("2026-04-20"), length("1 werkdag"), {}, calendar);
  CHECK(isoText(end.last) == "2026-04-22");
  CHECK(notesOf(end) == "2026-04-21 sluitingsdag\n");
}

TEST_CASE("an extension names what moved the end") {
  const TermRule act{Direction::forward, Extension::termijnenwet, MonthRounding::down};
  const TermEnd end = endOfTerm(moment("2026-04-30"), length("14 dagen"), act, netherlands);
  CHECK(notesOf(end) ==
        "2026-05-14 Hemelvaartsdag\n2026-05-15 gelijkgestelde dag\n2026-05-16 zaterdag\n2026-05-17 zondag\n");
  CHECK(end.warnings.empty());
  const TermEnd twoDays = endOfTerm(moment("2026-12-24"), length("3 dagen"), act, netherlands);
  CHECK(notesOf(twoDays) ==
        "2026-12-27 zondag\n2026-12-28 nog geen twee werkdagen in de termijn (art. 2 Algemene termijnenwet)\n");
}

TEST_CASE("the Algemene termijnenwet ignores closing days and readings of the contract") {
  const TermRule act{Direction::forward, Extension::termijnenwet, MonthRounding::down};
  Calendar calendar;
  calendar.closingDays = {day("2026-06-04")};
  CHECK(isoText(endOfTerm(moment("2026-06-01"), length("3 dagen"), act, calendar).last) == "2026-06-04");
  calendar.notHolidays = {"Hemelvaartsdag"};
  CHECK(isoText(endOfTerm(moment("2026-04-30"), length("14 dagen"), act, calendar).last) == "2026-05-18");
}

TEST_CASE("the Algemene termijnenwet warns where its table is not known") {
  const TermRule act{Direction::forward, Extension::termijnenwet, MonthRounding::down};
  const TermEnd unknown = endOfTerm(moment("2029-03-01"), length("14 dagen"), act, netherlands);
  REQUIRE(unknown.warnings.size() == 1);
  CHECK(unknown.warnings[0].dutch.find("2029") != std::string::npos);
  CHECK(endOfTerm(moment("2029-03-01"), length("14 dagen"), {}, netherlands).warnings.empty());
  CHECK(endOfTerm(moment("2029-03-01"), length("48 uur"), act, netherlands).warnings.empty());
  CHECK(endOfTerm(moment("2028-12-20"), length("14 dagen"), act, netherlands).warnings.size() == 1);
}

TEST_CASE("terms that run past the calendar end on its last day") {
  CHECK(endOfTerm(moment("2026-01-01"), length("onbepaald"), {}, netherlands).last.day == lastDate());
  for (const char* text : {"9223372036854775807 dagen", "9223372036854775807 weken", "9223372036854775807 maanden",
                           "9223372036854775807 jaar", "9000 jaar"}) {
    CAPTURE(text);
    CHECK(endOfTerm(moment("2026-01-01"), length(text), {}, netherlands).last.day == lastDate());
    CHECK(endOfTerm(moment("2026-01-01"), length(text), {Direction::backward, {}, {}}, netherlands).last.day ==
          firstDate());
  }
  CHECK(endOfTerm(moment("2026-01-01T10:00"), length("9223372036854775807 uur"), {}, netherlands).last.day ==
        lastDate());
  CHECK(isoText(firstLongerThan(moment("2026-01-01"), length("onbepaald"), netherlands)) == "9999-12-31");
}

TEST_CASE("a period ends on the day before the same day number") {
  CHECK(lastDay("2025-02-01", "12 maanden", 1) == "2026-01-31");
  CHECK(lastDay("2024-02-29", "12 maanden", 1) == "2025-02-28");
  CHECK(lastDay("2024-02-29", "48 maanden", 1) == "2028-02-28");
  CHECK(lastDay("2025-01-31", "1 maand", 1) == "2025-02-28");
  CHECK(lastDay("2025-03-31", "1 jaar", 1) == "2026-03-30");
  CHECK(lastDay("2025-03-01", "14 dagen", 1) == "2025-03-14");
  CHECK(lastDay("2025-03-01", "2 weken", 1) == "2025-03-14");
  CHECK(lastDay("2026-04-20", "5 werkdagen", 1) == "2026-04-24");
  CHECK(lastDay("2026-04-24", "2 werkdagen", 1) == "2026-04-28");
  CHECK(lastDay("2026-10-25", "24 uur", 1) == "2026-10-25");
  CHECK(lastDay("2026-10-25", "25 uur", 1) == "2026-10-25");  // that day has 25 hours
  CHECK(lastDay("2026-10-25", "26 uur", 1) == "2026-10-26");
}

TEST_CASE("renewals are counted from the original start") {
  CHECK(lastDay("2025-01-31", "1 maand", 2) == "2025-03-30");
  CHECK(lastDay("2025-01-31", "1 maand", 3) == "2025-04-30");
  CHECK(lastDay("2024-02-29", "1 jaar", 4) == "2028-02-28");
  CHECK(lastDay("2025-02-01", "12 maanden", 3) == "2028-01-31");
  CHECK(lastDay("2025-03-01", "14 dagen", 2) == "2025-03-28");
}

TEST_CASE("longer than") {
  CHECK(longerThan("2026-01-01", "90 dagen") == "2026-04-02");  // day D+91
  CHECK(longerThan("2026-01-01T15:00", "90 dagen") == "2026-04-02");
  CHECK(longerThan("2026-01-31", "1 maand") == "2026-03-01");
  CHECK(longerThan("2026-04-20", "5 werkdagen") == "2026-04-29");
  CHECK(longerThan("2026-11-20T16:00", "48 uur") == "2026-11-22T16:00:01+01:00");
}

TEST_CASE("at least") {
  CHECK(atLeast("2026-01-01", "90 dagen") == "2026-04-01");  // day D+90
  CHECK(atLeast("2026-04-20", "5 werkdagen") == "2026-04-28");
  CHECK(atLeast("2026-11-20T16:00", "48 uur") == "2026-11-22T16:00:00+01:00");
}
