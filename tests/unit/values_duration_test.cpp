#include "values/duration.h"

#include <doctest/doctest.h>

using namespace beding;

TEST_CASE("durations are read") {
  CHECK(parseDuration("14 dagen") == Duration{14, TimeUnit::day});
  CHECK(parseDuration("1 dag") == Duration{1, TimeUnit::day});
  CHECK(parseDuration("14 kalenderdagen") == Duration{14, TimeUnit::day});
  CHECK(parseDuration("5 werkdagen") == Duration{5, TimeUnit::workday});
  CHECK(parseDuration("2 weken") == Duration{2, TimeUnit::week});
  CHECK(parseDuration("1 maand") == Duration{1, TimeUnit::month});
  CHECK(parseDuration("3 jaar") == Duration{3, TimeUnit::year});
  CHECK(parseDuration("3 Jaren") == Duration{3, TimeUnit::year});
  CHECK(parseDuration("48 uur") == Duration{48, TimeUnit::hour});
  CHECK(parseDuration("onbepaald") == Duration{0, TimeUnit::indefinite});
  CHECK(parseDuration("onbepaalde tijd") == Duration{0, TimeUnit::indefinite});
}

TEST_CASE("counts may be words, with figures that agree") {
  CHECK(parseDuration("één dag") == Duration{1, TimeUnit::day});
  CHECK(parseDuration("een maand") == Duration{1, TimeUnit::month});
  CHECK(parseDuration("veertien (14) dagen") == Duration{14, TimeUnit::day});
  CHECK(parseDuration("dertig dagen") == Duration{30, TimeUnit::day});
  CHECK(parseDuration("vijftien (14) dagen") == std::nullopt);
  CHECK(parseDuration("veertien (veertien) dagen") == std::nullopt);
  CHECK(parseDuration("veertien (14 dagen") == std::nullopt);
}

TEST_CASE("what is no duration") {
  for (const char* wrong : {"", "14", "dagen", "14 days", "-1 dagen", "1,5 uur", "1.000 dagen", " 14 dagen",
                            "14  dagen", "14 dagen ", "99999999999999999999 dagen", "veel dagen", "() dagen"}) {
    CAPTURE(wrong);
    CHECK(parseDuration(wrong) == std::nullopt);
  }
}

TEST_CASE("durations in Dutch, singular after one, uur and jaar always") {
  CHECK(dutchText(Duration{14, TimeUnit::day}) == "14 dagen");
  CHECK(dutchText(Duration{1, TimeUnit::day}) == "1 dag");
  CHECK(dutchText(Duration{1, TimeUnit::workday}) == "1 werkdag");
  CHECK(dutchText(Duration{2, TimeUnit::week}) == "2 weken");
  CHECK(dutchText(Duration{12, TimeUnit::month}) == "12 maanden");
  CHECK(dutchText(Duration{5, TimeUnit::year}) == "5 jaar");
  CHECK(dutchText(Duration{48, TimeUnit::hour}) == "48 uur");
  CHECK(dutchText(Duration{0, TimeUnit::indefinite}) == "onbepaald");
}
