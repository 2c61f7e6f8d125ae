// Literals and references inside a clause.
#include <doctest/doctest.h>

#include "parser_sample.h"

using namespace beding;

namespace {

struct Case {
  const char* written;
  const char* read;
};

void check(const Case& example) {
  INFO(example.written);
  CHECK(clauseOf(std::string("De waarde is ") + example.written + ".") == std::string("De waarde is ") + example.read);
}

}  // namespace

TEST_CASE("dates and moments") {
  for (const Case& each :
       {Case{"1 maart 2025", "<datum 2025-03-01>"}, Case{"29 februari 2024", "<datum 2024-02-29>"},
        Case{"1 MAART 2025", "<datum 2025-03-01>"}, Case{"2025-03-01", "<datum 2025-03-01>"},
        Case{"1 juli 2025 9:30", "<tijdstip 2025-07-01T09:30:00+02:00>"},
        Case{"2025-07-01T09:30", "<tijdstip 2025-07-01T09:30:00+02:00>"}, Case{"5 mei", "<getal 5> mei"}}) {
    check(each);
  }
}

TEST_CASE("amounts, percentages and numbers") {
  for (const Case& each :
       {Case{"€ 100.000", "<geld 100000>"}, Case{"€ 1.234,56", "<geld 1234.56>"}, Case{"€100.000,--", "<geld 100000>"},
        Case{"€ 5,-", "<geld 5>"}, Case{"1.000 euro", "<geld 1000>"}, Case{"8,05 procent", "<percentage 0.0805>"},
        Case{"5%", "<percentage 0.05>"}, Case{"1.234,56", "<getal 1234.56>"}, Case{"20", "<getal 20>"},
        Case{"0", "<getal 0>"}}) {
    check(each);
  }
}

TEST_CASE("terms, in figures, words and both") {
  for (const Case& each :
       {Case{"14 dagen", "<duur 14 dagen>"}, Case{"veertien (14) dagen", "<duur 14 dagen>"},
        Case{"veertien dagen", "<duur 14 dagen>"}, Case{"één dag", "<duur 1 dag>"}, Case{"een dag", "een dag"},
        Case{"een (1) dag", "<duur 1 dag>"}, Case{"1.000 uren", "<duur 1000 uur>"}, Case{"twee zaken", "twee zaken"}}) {
    check(each);
  }
}

TEST_CASE("references to places and statutes") {
  for (const Case& each :
       {Case{"6.5", "{6.5}"}, Case{"2.7.(1)", "{2.7.(1)}"}, Case{"18.6.a.•1", "{18.6.a.•1}"}, Case{"9.2.a", "{9.2.a}"},
        Case{"vandeez:6.5", "{vandeez:6.5}"}, Case{"artikel 7", "{artikel 7}"}, Case{"lid 3.3", "{lid 3.3}"},
        Case{"artikel 7 lid 2 van elan", "{artikel 7 lid 2} van elan"},
        Case{"Artikel 7:408 lid 1 BW", "{artikel 7:408 lid 1 bw}"},
        Case{"artikel 6:271 BW of 6:83 BW", "{artikel 6:271 bw} [of] {6:83 bw}"}, Case{"1.000", "{1.000}"}}) {
    check(each);
  }
}

TEST_CASE("an item knows its text, key, value and place") {
  const Parsed parsed("De termijn is veertien (14)\n  dagen.");
  REQUIRE(parsed.file.statements.size() == 1);
  const syntax::Item& item = parsed.file.statements[0].clauses[0].items.back();
  CHECK(item.text == "veertien (14) dagen");
  CHECK(item.type == Type::duration);
  CHECK(std::get<Duration>(item.value) == Duration{14, TimeUnit::day});
  CHECK(parsed.sources.text(item.span) == "veertien (14)\n  dagen");
}

TEST_CASE("fixed groups are one item, whatever their case and white space") {
  CHECK(clauseOf("In  afwijking\nvan 3.3 geldt dit.") == "[In afwijking van] {3.3} geldt dit");
  CHECK(clauseOf("Dit geldt Tot en met vandaag.") == "Dit geldt [Tot en met] vandaag");
  CHECK(clauseOf("Het is in dienst.") == "Het is in dienst");
}
