#include "values/number.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <type_traits>
#include <vector>

using namespace beding;

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

/// Far outside 64 bits.
Number huge() { return Number(largest) * largest * largest; }

}  // namespace

TEST_CASE("fractions are kept in lowest terms, sign above the line") {
  CHECK(Number::ratio(6, 8) == Number::ratio(3, 4));
  CHECK(Number::ratio(3, -4) == Number::ratio(-3, 4));
  CHECK(Number::ratio(0, -4) == Number(0));
  CHECK(Number::ratio(3, 4).text() == "0.75");
  CHECK(Number::ratio(-1, 3).text() == "-1/3");
  CHECK(Number::ratio(1, 3) + Number::ratio(1, 6) == Number::ratio(1, 2));
  CHECK(Number::ratio(1, 3) * 3 == Number(1));
}

TEST_CASE("whole numbers that outgrow 64 bits stay exact and come back") {
  const Number above = Number(largest) + 1;
  CHECK(above.text() == "9223372036854775808");
  CHECK(above - 1 == Number(largest));
  CHECK((Number(smallest) - 1).text() == "-9223372036854775809");
  CHECK((Number(smallest) - 1) + 1 == Number(smallest));
  CHECK((Number(smallest) * Number(-1)).text() == "9223372036854775808");
  CHECK((Number(largest) * largest).text() == "85070591730234615847396907784232501249");
  CHECK(Number(largest) * largest / largest == Number(largest));
  CHECK(Number(smallest) / Number(smallest) == Number(1));
  CHECK(Number::ratio(smallest, smallest) == Number(1));
  CHECK(Number::ratio(1, smallest).text(25) == "-0.0000000000000000001084202");
}

TEST_CASE("fractions that outgrow 64 bits stay exact and come back") {
  const Number tiny = Number(1) / huge();
  CHECK(tiny > 0);
  CHECK(tiny * huge() == Number(1));
  CHECK((Number(1) + tiny) - tiny == Number(1));
  CHECK(Number::ratio(1, largest) - Number::ratio(1, largest - 1) < 0);
  CHECK(Number::ratio(1, largest) + Number::ratio(1, largest - 1) - Number::ratio(1, largest - 1) ==
        Number::ratio(1, largest));
}

TEST_CASE("the fast path and the big one agree") {
  const std::vector<Number> samples = {0,
                                       1,
                                       -1,
                                       7,
                                       largest,
                                       smallest,
                                       Number::ratio(1, 3),
                                       Number::ratio(-22, 7),
                                       Number::ratio(largest, 2),
                                       Number::ratio(smallest, 3),
                                       Number::ratio(5, largest)};
  for (const Number& a : samples) {
    for (const Number& b : samples) {
      CHECK(a + b == ((a + huge()) + b) - huge());
      CHECK(a - b == ((a + huge()) - b) - huge());
      CHECK(a * b == ((a * huge()) * b) / huge());
      CHECK((a < b) == (a + huge() < b + huge()));
      if (!b.isZero()) {
        CHECK(a / b == ((a * huge()) / b) / huge());
      }
    }
  }
}

TEST_CASE("no floating point becomes a number") {
  CHECK(std::is_convertible_v<int, Number>);
  CHECK_FALSE(std::is_constructible_v<Number, double>);
  CHECK_FALSE(std::is_constructible_v<Number, float>);
}

TEST_CASE("numbers are ordered by value") {
  CHECK(Number::ratio(1, 3) < Number::ratio(34, 100));
  CHECK(Number(-2) < Number(-1));
  CHECK(Number::ratio(smallest, largest) < Number::ratio(largest, largest));
  CHECK(huge() > largest);
  CHECK(Number(0) - huge() < smallest);
  CHECK(huge() == huge() + 1 - 1);
  CHECK(huge() != huge() + 1);
  CHECK(Number(0).isZero());
  CHECK_FALSE((Number(1) / huge()).isZero());
}

TEST_CASE("rounding is half away from zero") {
  CHECK(Number::ratio(5, 1000).rounded(2) == Number::ratio(1, 100));
  CHECK(Number::ratio(-5, 1000).rounded(2) == Number::ratio(-1, 100));
  CHECK(Number::ratio(4999, 1000000).rounded(2) == Number(0));
  CHECK(Number::ratio(-4999, 1000000).rounded(2) == Number(0));
  CHECK(Number::ratio(1, 3).rounded(2) == Number::ratio(33, 100));
  CHECK(Number::ratio(2, 3).rounded(0) == Number(1));
  CHECK(Number(largest).rounded(2) == Number(largest));
  CHECK((huge() + Number::ratio(1, 2)).rounded(0) == huge() + 1);
  CHECK((Number(0) - huge() - Number::ratio(1, 2)).rounded(0) == Number(0) - huge() - 1);
  CHECK(Number::ratio(1, 3).rounded(20).text() == "0.33333333333333333333");
}

TEST_CASE("text with a point") {
  CHECK(Number(1210).text(2) == "1210.00");
  CHECK(Number::ratio(-1, 200).text(2) == "-0.01");
  CHECK(Number::ratio(-1, 250).text(2) == "0.00");
  CHECK(Number::ratio(805, 10000).text() == "0.0805");
  CHECK(Number(0).text() == "0");
  CHECK(Number::ratio(7, 2).text(0) == "4");
  CHECK(Number(smallest).text() == "-9223372036854775808");
}

TEST_CASE("the whole part") {
  CHECK(Number::ratio(7, 2).whole() == 3);
  CHECK(Number::ratio(-7, 2).whole() == -3);
  CHECK(huge().whole() == std::nullopt);
  CHECK((Number(1) / huge()).whole() == 0);
}

TEST_CASE("decimals with a point are read") {
  CHECK(parseDecimal("1210.00") == Number(1210));
  CHECK(parseDecimal("-3") == Number(-3));
  CHECK(parseDecimal("8.05") == Number::ratio(161, 20));
  CHECK(parseDecimal("007.50") == Number::ratio(15, 2));
  CHECK(parseDecimal("0.000") == Number(0));
  CHECK(parseDecimal("9223372036854775808") == Number(largest) + 1);
  for (const char* wrong : {"", "-", ".5", "5.", "1,5", "1.2.3", "+1", "1e3", " 1", "1 ", "--1", "-.5", "٣"}) {
    CAPTURE(wrong);
    CHECK(parseDecimal(wrong) == std::nullopt);
  }
  CHECK(parseDecimal(std::string(maxNumberText, '9')).has_value());
  CHECK(parseDecimal(std::string(maxNumberText + 1, '9')) == std::nullopt);
}

TEST_CASE("Dutch decimals are read") {
  CHECK(parseDutchDecimal("1.234,56") == Number::ratio(123456, 100));
  CHECK(parseDutchDecimal("2.500.000,00") == Number(2500000));
  CHECK(parseDutchDecimal("8,05") == Number::ratio(161, 20));
  CHECK(parseDutchDecimal("5") == Number(5));
  CHECK(parseDutchDecimal("1234,5") == Number::ratio(2469, 2));
  CHECK(parseDutchDecimal("100.000") == Number(100000));
  CHECK(parseDutchDecimal("-1.000") == Number(-1000));
  for (const char* wrong :
       {"", ",5", "5,", "1.23", "1234.567", "1.2345", "0.123", "1..234", "1.234.", ".123", "1,234.56", "1,2,3"}) {
    CAPTURE(wrong);
    CHECK(parseDutchDecimal(wrong) == std::nullopt);
  }
}

TEST_CASE("number words") {
  CHECK(parseDutchNumberWord("één") == 1);
  CHECK(parseDutchNumberWord("een") == 1);
  CHECK(parseDutchNumberWord("veertien") == 14);
  CHECK(parseDutchNumberWord("twintig") == 20);
  CHECK(parseDutchNumberWord("eenentwintig") == 21);
  CHECK(parseDutchNumberWord("tweeëntwintig") == 22);
  CHECK(parseDutchNumberWord("drieëndertig") == 33);
  CHECK(parseDutchNumberWord("vijfenveertig") == 45);
  CHECK(parseDutchNumberWord("negenennegentig") == 99);
  CHECK(parseDutchNumberWord("honderd") == 100);
  for (const char* wrong : {"", "nul", "de", "entwintig", "tweeentwintig", "tienentwintig", "veertien "}) {
    CAPTURE(wrong);
    CHECK(parseDutchNumberWord(wrong) == std::nullopt);
  }
}

TEST_CASE("numbers in Dutch") {
  CHECK(dutchText(Number::ratio(123456, 100), 2) == "1.234,56");
  CHECK(dutchText(Number(-1234567), 0) == "-1.234.567");
  CHECK(dutchText(Number(999), 2) == "999,00");
  CHECK(dutchText(Number(-999)) == "-999");
  CHECK(dutchText(Number::ratio(805, 100)) == "8,05");
  CHECK(dutchText(Number::ratio(1, 3)) == "1/3");
  CHECK(dutchPercentage(Number::ratio(104, 1000)) == "10,4%");
  CHECK(dutchPercentage(Number::ratio(5, 100)) == "5%");
}
