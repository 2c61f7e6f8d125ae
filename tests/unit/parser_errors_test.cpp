// Mistakes: each is reported once, at its place, and takes nothing else with it. The messages themselves are shown by
// tests/golden/boom/bad.
#include <doctest/doctest.h>

#include "parser_sample.h"

using namespace beding;

namespace {

/// "line:column" of the only message.
std::string placeOf(const std::string& text) {
  const Parsed parsed(text);
  if (parsed.diagnostics.all().size() != 1) return parsed.codes();
  const Place place = parsed.sources.file(0).place(parsed.diagnostics.all()[0].span.begin);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

}  // namespace

TEST_CASE("a missing full stop is placed behind the sentence that lacks it") {
  CHECK(placeOf("De één is B\nDe ander is C.\n") == "1:12");
  CHECK(placeOf("betaling: A moet één dag wachten\nrente: B kan C vragen.\n") == "1:33");
  CHECK(placeOf("artikel 6\nlid 5\n  A is B\nlid 6\n  C is D.\n") == "3:9");
  CHECK(placeOf("A is B") == "1:7");
}

TEST_CASE("a sentence that goes on is not taken for two") {
  CHECK(Parsed("A moet elke\nhandeling nalaten, in afwijking van\nartikel 7 en\nlid 3.3.\n").codes() == "");
  CHECK(Parsed("In afwijking van\nartikel 6:271 BW geldt, voor\nOpdrachtgever: dit.\n").codes() == "");
  CHECK(Parsed("Onder Schriftelijk wordt\nverstaan: brief, e-mail.\n").codes() == "");
}

TEST_CASE("independent mistakes are all reported, and only their statements are left out") {
  const Parsed parsed(
      "De termijn is 14 dagn.\nA moet; B.\nC is D.\nkwestie x\n lezing y: De dag is 31 april 2025.\n standaard y.\nlet "
      "op: “z”.\nE is F");
  CHECK(parsed.codes() == "B054 B012 B050 B004 B010");
  CHECK(parsed.file.statements.size() == 2);
}

TEST_CASE("a damaged scenario or reading takes its whole with it") {
  CHECK(Parsed("scenario \"x\":\n op 31 april 2025: A.\n op 1 april 2025: B.\n").file.scenarios.empty());
  CHECK(Parsed("kwestie x\n lezing y: De som is (a.\n standaard y.\n").file.statements.empty());
}

TEST_CASE("parser_limits: characters and words per sentence") {
  ParseLimits limits;
  limits.characters = 10;
  CHECK(Parsed("De termijn is 14 dagen.", limits).codes() == "B002");
  limits = {};
  limits.tokensPerSentence = 4;
  const Parsed parsed("De a b c d e is f.\nG is h.\n", limits);
  CHECK(parsed.codes() == "B017");
  CHECK(parsed.file.statements.size() == 1);
}

TEST_CASE("bytes that are no text, and bytes that are no UTF-8, are reported and survived") {
  CHECK(Parsed(std::string("A is \0 B.\nC is D.\n", 18)).codes() == "B003");
  CHECK(Parsed("A is \xFF\xFE B.\nC is D.\n").codes() == "B001");
  CHECK(Parsed("A is \xFF\xFE B.\nC is D.\n").file.statements.size() == 1);
  CHECK(Parsed("\xEF\xBB").codes().substr(0, 4) == "B001");
}

TEST_CASE("typographic marks: the replacement is told, programma's is not a quotation") {
  const Parsed parsed("let op: “dwingend”.\n");
  REQUIRE(parsed.codes() == "B004");
  CHECK(parsed.diagnostics.all()[0].arguments[0].dutch == "\"dwingend\"");
  CHECK(Parsed("De programma’s zijn ’s avonds niet in- en uitgeschakeld.\n").codes() == "");
}

TEST_CASE("a unit that is nearly one is asked for; another noun is not") {
  CHECK(Parsed("De termijn is 3 mannden.").diagnostics.all().at(0).suggestions.at(0) == "maanden");
  CHECK(Parsed("Het aantal is 3 mensen.").codes() == "");
}

TEST_CASE("a note may bring its own full stop, but needs one") {
  CHECK(Parsed("let op: \"A is B.\"\nC is D.\n").codes() == "");
  CHECK(Parsed("let op: \"A is B\"\nC is D.\n").codes() == "B010");
}

TEST_CASE("dumping tokens never fails") {
  SourceSet sources;
  Diagnostics diagnostics;
  const FileIndex file = sources.add("x", "lid 5 \xFF “ ;;");
  CHECK(dumpTokens(sources, file, diagnostics).find("1:5\tverwijzing\t5\n") != std::string::npos);
}
