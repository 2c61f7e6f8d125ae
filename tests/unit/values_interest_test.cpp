#include "values/interest.h"

#include "unit/values_vectors.h"

using namespace beding;

namespace {

Date day(std::string_view text) { return parseMoment(text).value().day; }
Money euros(std::string_view text) { return parseMoney(text).value(); }
const RateTable tenPercent = fixedRate("overeengekomen rente", Number::ratio(1, 10));

/// A table by name, or a fixed percentage.
RateTable tableOf(const std::string& name) {
  if (name == "handelsrente") {
    return wettelijkeHandelsrente();
  }
  return name == "wettelijke rente" ? wettelijkeRente() : fixedRate(name, parseDecimal(name).value() / 100);
}

/// `2024-10-01 375.00; 2024-11-01 5.00`: payments that meet interest first.
std::vector<BasePayment> paymentsOf(const std::string& text) {
  std::vector<BasePayment> payments;
  std::istringstream in(text);
  std::string date;
  std::string amount;
  while (in >> date >> amount) {
    amount.erase(amount.find_last_not_of(';') + 1);
    payments.push_back({day(date), euros(amount), true});
  }
  return payments;
}

std::string describe(const InterestSegment& segment) {
  return isoText(segment.from) + " " + isoText(segment.to) + " " + decimalText(segment.base) + " " +
         dutchPercentage(segment.rate) + " " + decimalText(segment.amount);
}

}  // namespace

TEST_CASE("worked examples of interest") {
  for (const test::Vector& row : test::readVectors("rente.csv")) {
    CAPTURE(row.at("id"));
    const RateTable table = tableOf(row.at("tabel"));
    const InterestTerms terms{&table, 365, row.at("kapitaliseert") == "ja"};
    const InterestResult result = interest(euros(row.at("hoofdsom")), day(row.at("eerste_dag")),
                                           day(row.at("laatste_dag")), terms, paymentsOf(row.at("betalingen")));
    CHECK(decimalText(result.total) == row.at("rente"));
    CHECK(decimalText(result.openInterest) == row.at("open_rente"));
    CHECK(decimalText(result.openPrincipal) == row.at("open_hoofdsom"));
    CHECK(result.warnings.empty());
  }
}

TEST_CASE("worked examples of collection costs") {
  for (const test::Vector& row : test::readVectors("bik.csv")) {
    CAPTURE(row.at("hoofdsom"));
    CHECK(decimalText(collectionCosts(euros(row.at("hoofdsom")), 0)) == row.at("zonder_btw"));
    CHECK(decimalText(collectionCosts(euros(row.at("hoofdsom")), Number::ratio(21, 100))) == row.at("met_btw"));
  }
}

TEST_CASE("segments end at a rate change, a payment and the anniversary") {
  const InterestTerms terms{&wettelijkeRente()};
  const InterestResult result =
      interest(euros("5000"), day("2024-06-01"), day("2025-06-30"), terms, {{day("2024-10-01"), euros("375"), true}});
  REQUIRE(result.segments.size() == 4);
  CHECK(describe(result.segments[0]) == "2024-06-01 2024-10-01 5000.00 7% 117.95");
  CHECK(describe(result.segments[1]) == "2024-10-02 2024-12-31 4742.95 7% 82.77");
  CHECK(describe(result.segments[2]) == "2025-01-01 2025-05-31 4742.95 6% 117.73");  // 151 days
  // The anniversary adds the unpaid 82.77 + 117.73 to the base.
  CHECK(describe(result.segments[3]) == "2025-06-01 2025-06-30 4943.45 6% 24.38");
}

TEST_CASE("a row with an equal rate ends no segment") {
  RateTable table = tenPercent;
  table.changes.push_back({day("2025-01-06"), Number::ratio(1, 10)});
  table.changes.push_back({day("2025-01-08"), Number::ratio(2, 10)});
  const InterestResult result = interest(euros("36500"), day("2025-01-01"), day("2025-01-10"), {&table}, {});
  REQUIRE(result.segments.size() == 2);
  CHECK(describe(result.segments[0]) == "2025-01-01 2025-01-07 36500.00 10% 70.00");
  CHECK(describe(result.segments[1]) == "2025-01-08 2025-01-10 36500.00 20% 60.00");
}

TEST_CASE("a payment that meets interest only ends no segment") {
  const InterestResult result = interest(euros("36500"), day("2025-01-01"), day("2025-01-20"), {&tenPercent},
                                         {{day("2025-01-10"), euros("50"), true}});
  REQUIRE(result.segments.size() == 1);
  CHECK(describe(result.segments[0]) == "2025-01-01 2025-01-20 36500.00 10% 200.00");
}

TEST_CASE("a payment of principal leaves the interest open") {
  const InterestResult result = interest(euros("36500"), day("2025-01-01"), day("2025-01-20"), {&tenPercent},
                                         {{day("2025-01-10"), euros("36500"), false}});
  CHECK(result.openInterest == euros("100"));
  CHECK(result.openPrincipal == euros("0"));
  CHECK(result.segments.size() == 1);
}

TEST_CASE("payments are taken by day") {
  const InterestResult result =
      interest(euros("36500"), day("2025-01-01"), day("2025-01-20"), {&tenPercent},
               {{day("2025-01-15"), euros("3695"), true}, {day("2025-01-10"), euros("3750"), true}});
  CHECK(result.total == euros("185"));  // ten days of 10, five of 9, five of 8
  CHECK(result.openInterest == euros("40"));
  CHECK(result.openPrincipal == euros("29200"));
  CHECK(result.surplus == euros("0"));
}

TEST_CASE("what finds nothing to pay is surplus") {
  const InterestResult result =
      interest(euros("36500"), day("2025-01-01"), day("2025-01-20"), {&tenPercent},
               {{day("2025-01-10"), euros("36650"), true}, {day("2025-01-15"), euros("100"), false}});
  CHECK(result.total == euros("100"));
  CHECK(result.surplus == euros("150"));
  CHECK(result.openPrincipal == euros("0"));
}

TEST_CASE("without capitalisation the interest year ends a segment and the base stays") {
  const InterestResult result =
      interest(euros("10000"), day("2024-01-01"), day("2025-12-31"), {&tenPercent, 365, false}, {});
  REQUIRE(result.segments.size() == 2);
  CHECK(describe(result.segments[0]) == "2024-01-01 2024-12-31 10000.00 10% 1002.74");  // 366 days
  CHECK(describe(result.segments[1]) == "2025-01-01 2025-12-31 10000.00 10% 1000.00");
}

TEST_CASE("the divisor is a parameter") {
  const InterestResult result = interest(euros("36000"), day("2025-01-01"), day("2025-01-10"), {&tenPercent, 360}, {});
  CHECK(result.total == euros("100"));
}

TEST_CASE("no day, no interest") {
  const InterestResult result = interest(euros("1000"), day("2025-01-02"), day("2025-01-01"), {&tenPercent}, {});
  CHECK(result.segments.empty());
  CHECK(result.total == euros("0"));
  CHECK(result.openPrincipal == euros("1000"));
}

TEST_CASE("past the confirmed part of the table interest runs on, marked, with a warning") {
  const InterestTerms terms{&wettelijkeHandelsrente()};
  const InterestResult confirmed = interest(euros("1000"), day("2026-07-01"), day("2026-12-31"), terms, {});
  CHECK(confirmed.segments.front().confirmed);
  CHECK(confirmed.warnings.empty());
  const InterestResult beyond = interest(euros("1000"), day("2026-06-01"), day("2027-01-31"), terms, {});
  REQUIRE(beyond.segments.size() == 2);
  CHECK(beyond.segments[0].confirmed);
  CHECK_FALSE(beyond.segments[1].confirmed);
  CHECK(decimalText(beyond.total) == "69.60");  // 30 days of 10.15 % and 215 of 10.40 %: 8.34 + 61.26
  REQUIRE(beyond.warnings.size() == 1);
  CHECK(
      beyond.warnings[0].dutch ==
      "De wettelijke handelsrente is bevestigd tot en met 31 december 2026; daarna is gerekend met het laatst bekende "
      "percentage, 10,4%.");
}

TEST_CASE("before the table there is no rate, and a warning") {
  const InterestResult result =
      interest(euros("36500"), day("2002-08-01"), day("2002-08-17"), {&wettelijkeHandelsrente()}, {});
  REQUIRE(result.segments.size() == 1);
  CHECK(describe(result.segments[0]) == "2002-08-08 2002-08-17 36500.00 7% 70.00");
  CHECK(result.warnings.size() == 1);
}

TEST_CASE("rates on a day") {
  CHECK(wettelijkeHandelsrente().rateOn(day("2026-06-30")) == Number::ratio(1015, 10000));
  CHECK(wettelijkeHandelsrente().rateOn(day("2026-07-01")) == Number::ratio(104, 1000));
  CHECK(wettelijkeHandelsrente().rateOn(day("2013-03-15")) == Number::ratio(775, 10000));
  CHECK(wettelijkeHandelsrente().rateOn(day("2013-03-16")) == Number::ratio(875, 10000));
  CHECK(wettelijkeHandelsrente().rateOn(day("2002-08-07")) == std::nullopt);
  CHECK(wettelijkeRente().rateOn(day("2025-12-31")) == Number::ratio(6, 100));
  CHECK(wettelijkeRente().rateOn(day("2026-01-01")) == Number::ratio(4, 100));
  CHECK(wettelijkeRente().rateOn(day("1934-01-01")) == Number::ratio(5, 100));
  CHECK(wettelijkeHandelsrente().nextChangeAfter(day("2016-07-01")) == day("2023-01-01"));
  CHECK(wettelijkeHandelsrente().nextChangeAfter(day("2026-07-01")) == std::nullopt);
  CHECK(wettelijkeHandelsrente().nextChangeAfter(day("2000-01-01")) == day("2002-08-08"));
}

TEST_CASE("the statutory tables are in order, and confirmed until the end of 2026") {
  for (const RateTable* table : {&wettelijkeHandelsrente(), &wettelijkeRente()}) {
    CAPTURE(table->name);
    CHECK(isoText(table->confirmedUntil) == "2026-12-31");
    CHECK_FALSE(table->source.empty());
    for (std::size_t row = 1; row < table->changes.size(); ++row) {
      CHECK(table->changes[row - 1].from < table->changes[row].from);
      CHECK(table->changes[row - 1].rate != table->changes[row].rate);
    }
  }
  CHECK(wettelijkeHandelsrente().changes.size() == 32);
  CHECK(wettelijkeRente().changes.size() == 33);
}

TEST_CASE("interest to the end of the calendar ends") {
  const InterestResult result = interest(euros("1"), day("9990-01-01"), lastDate(), {&tenPercent, 365, false}, {});
  CHECK(result.segments.size() == 10);
}
