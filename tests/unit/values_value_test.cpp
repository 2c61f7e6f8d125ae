#include "values/value.h"

#include <doctest/doctest.h>

#include <limits>

using namespace beding;

namespace {

Money euros(std::string_view text) { return {parseDecimal(text).value()}; }

}  // namespace

TEST_CASE("Kleene truth") {
  using enum Truth;
  CHECK((yes && yes) == yes);
  CHECK((yes && unknown) == unknown);
  CHECK((no && unknown) == no);
  CHECK((unknown && no) == no);
  CHECK((unknown && unknown) == unknown);
  CHECK((no || no) == no);
  CHECK((no || unknown) == unknown);
  CHECK((yes || unknown) == yes);
  CHECK((unknown || yes) == yes);
  CHECK(!yes == no);
  CHECK(!no == yes);
  CHECK(!unknown == unknown);
}

TEST_CASE("whole cents are written as an amount is") {
  const auto written = [](std::int64_t cents) {
    std::string text(centsRoom, ' ');
    text.resize(static_cast<std::size_t>(writeCents(text.data(), cents) - text.data()));
    return text;
  };
  for (const std::int64_t cents : {0, 5, -5, 10, 99, 100, -100, 123456, -123456})
    CHECK(written(cents) == decimalText(Money{Number::ratio(cents, 100)}));
  CHECK(written(std::numeric_limits<std::int64_t>::max()) == "92233720368547758.07");
  CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-92233720368547758.08");
}

TEST_CASE("money is posted half away from zero") {
  CHECK(roundedToCents(euros("1.005")) == euros("1.01"));
  CHECK(roundedToCents(euros("1.00499")) == euros("1"));
  CHECK(roundedToCents(euros("-1.005")) == euros("-1.01"));
  CHECK(roundedToCents({Number::ratio(1, 3)}) == euros("0.33"));
}

TEST_CASE("money adds, subtracts, scales and compares exactly") {
  CHECK(euros("0.10") + euros("0.20") == euros("0.30"));
  CHECK(euros("1") - euros("1.01") == euros("-0.01"));
  CHECK(euros("100") * Number::ratio(21, 100) == euros("21"));
  CHECK(euros("0.99") < euros("1"));
}

TEST_CASE("money as text") {
  CHECK(dutchText(euros("1234.56")) == "€ 1.234,56");
  CHECK(dutchText(euros("2500000")) == "€ 2.500.000,00");
  CHECK(dutchText(euros("-0.5")) == "€ -0,50");
  CHECK(dutchText(euros("0")) == "€ 0,00");
  CHECK(decimalText(euros("1234.56")) == "1234.56");
  CHECK(decimalText(euros("1210")) == "1210.00");
  CHECK(decimalText(euros("-0.005")) == "-0.01");
}

TEST_CASE("money is read with a point and at most two decimals") {
  CHECK(parseMoney("1210.00") == euros("1210"));
  CHECK(parseMoney("1210") == euros("1210"));
  CHECK(parseMoney("-3.5") == euros("-3.5"));
  for (const char* wrong : {"", "1.210", "1.005", "1210,00", "€ 5", "5.", "abc"}) {
    CAPTURE(wrong);
    CHECK(parseMoney(wrong) == std::nullopt);
  }
}

TEST_CASE("a value knows whether it is known") {
  CHECK_FALSE(isKnown(Value{}));
  CHECK(isKnown(Value{Truth::unknown}));
  CHECK(isKnown(Value{std::string()}));
}
