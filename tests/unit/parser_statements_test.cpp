// Where statements start and end, and what they are made of.
#include <doctest/doctest.h>

#include <chrono>

#include "parser_sample.h"

using namespace beding;
using syntax::Conjunction;
using syntax::StatementKind;

TEST_CASE("statement words are ordinary words elsewhere, also as labels and attributes") {
  const Parsed parsed(
      "vorm: De zaak is een kwestie van lezing.\n"
      "op verzoek: Opdrachtgever moet betalen.\n"
      "gebeurtenis zaak verkocht met zaak (kenmerk), op (datum).\n");
  CHECK(parsed.codes() == "");
  REQUIRE(parsed.file.statements.size() == 3);
  CHECK(*parsed.file.statements[0].label == "vorm");
  CHECK(*parsed.file.statements[1].label == "op verzoek");
  CHECK(parsed.file.statements[2].attributes[1].name == "op");
}

TEST_CASE("a fronted clause ends before the comma in front of a verb") {
  const Parsed parsed("Zodra A ontstaat, failliet is of B weg is, moet C betalen, tenzij D waar is.");
  REQUIRE(parsed.file.statements.size() == 1);
  const auto& clauses = parsed.file.statements[0].clauses;
  REQUIRE(clauses.size() == 3);
  CHECK(clauses[0].conjunction == Conjunction::zodra);
  CHECK(syntax::itemsText(clauses[0].items) == "A ontstaat, failliet is [of] B weg is");
  CHECK(syntax::itemsText(clauses[1].items) == "[moet] C betalen");
  CHECK(clauses[2].conjunction == Conjunction::tenzij);
}

TEST_CASE("spans of statements, labels and clauses are the words themselves") {
  const std::string text = "  betaling: Opdrachtgever moet betalen indien A waar is.  // niet dit\n";
  const Parsed parsed(text);
  const syntax::Statement& statement = parsed.file.statements.at(0);
  CHECK(parsed.sources.text(statement.span) == "betaling: Opdrachtgever moet betalen indien A waar is.");
  CHECK(parsed.sources.text(statement.labelSpan) == "betaling");
  CHECK(parsed.sources.text(statement.clauses[1].span) == "indien A waar is");
}

TEST_CASE("items of lists have ids as the catalogue writes them") {
  const Parsed parsed("De gevallen zijn:\n (1) A;\n (b) B.\nDe wijzigingen zijn:\n a. van:\n • C;\n • D;\n b. E.\n");
  CHECK(parsed.codes() == "");
  CHECK(parsed.file.statements.at(0).list.at(1).id == "(b)");
  const auto& list = parsed.file.statements.at(1).list;
  REQUIRE(list.size() == 4);
  CHECK(list[2].id == "a.•2");
  CHECK(list[3].id == "b");
}

TEST_CASE("forms of an act") {
  const Parsed parsed("handeling de factuur betalen (betaald, betaling van de factuur) is vervuld zodra A waar is.");
  const syntax::Statement& act = parsed.file.statements.at(0);
  REQUIRE(act.forms.size() == 3);
  CHECK(syntax::itemsText(act.forms[0]) == "de factuur betalen");
  CHECK(syntax::itemsText(act.forms[2]) == "betaling van de factuur");
  CHECK(syntax::itemsText(act.clauses.at(0).items) == "is vervuld");
}

TEST_CASE("a scenario knows its lid and ends at the next heading") {
  const Parsed parsed(
      "artikel 6\nlid 5\nscenario \"x\" met vandeez:\n  op 1 maart 2025: A; B, c onbekend.\nlid 6\n  A is B.\n");
  CHECK(parsed.codes() == "");
  REQUIRE(parsed.file.scenarios.size() == 1);
  CHECK(parsed.file.scenarios[0].lid == "6.5");
  CHECK(parsed.file.scenarios[0].events.size() == 2);
  CHECK(std::get<Truth>(parsed.file.scenarios[0].events[1].parts[1][1].value) == Truth::unknown);
  CHECK(parsed.file.articles.at(0).lids.at(1).statements.size() == 1);
}

TEST_CASE("ends of lines, byte order mark and commentary at the end do not matter") {
  CHECK(Parsed("\xEF\xBB\xBF"
               "A is B.\r\nC is D.// slot")
            .file.statements.size() == 2);
  CHECK(Parsed("").codes() == "");
  CHECK(Parsed("// niets").file.statements.empty());
}

TEST_CASE("a long document is read in a moment") {
  std::string text = "artikel 6\n";
  for (int i = 1; i <= 200; ++i) {
    text += "lid " + std::to_string(i) +
            "\n  betaling: Voor elke factuur moet Opdrachtgever de factuur betalen binnen 14 dagen "
            "na de factuurdatum, tenzij schriftelijk anders overeengekomen.\n  De termijn is 14 dagn.\n  Opdrachtgever "
            "moet; .\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  const Parsed parsed(text);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));  // loose: also under sanitizers
  CHECK(parsed.diagnostics.all().size() == 400);
}
