#include <doctest/doctest.h>

#include "original/original.h"

using namespace beding;

namespace {

std::string idsOf(std::string_view text) {
  std::string ids;
  for (const OriginalLid& lid : splitOriginal(text).leden) ids += (ids.empty() ? "" : " ") + lid.id;
  return ids;
}

std::string wordsOf(std::string_view text, std::string_view id) {
  const Original original = splitOriginal(text);
  const OriginalLid* lid = findLid(original, id);
  return lid == nullptr ? "(none)" : lid->text;
}

}  // namespace

TEST_SUITE("original/split") {
  TEST_CASE("leden below Artikel, with what stands before them") {
    CHECK(idsOf("Voorwaarden\nArtikel 1 Prijs\n1. Een.\n2. Twee.\nArtikel 2 Recht\nEerst dit:\n1. Drie.\n") ==
          "aanhef 1.1 1.2 2.aanhef 2.1");
    CHECK(idsOf("Artikel 1 Prijs\nEen.\nArtikel 2 Recht\nTwee.\n") == "1 2");
  }
  TEST_CASE("leden with the number of their article; a heading is only one when leden follow") {
    CHECK(idsOf("1 Prijs\n1.1 Een.\n1.2 Twee binnen\n14 Dagen of meer.\n2 Recht\n2.1 Drie.\n") == "1.1 1.2 2.1");
    CHECK(idsOf("1.1 Een.\n1.2 Twee.\n2.1 Drie.\n") == "1.1 1.2 2.1");
  }
  TEST_CASE("a number at the start of a line is no lid when it is not the next one") {
    CHECK(idsOf("Artikel 1 Prijs\n1. Een.\n2. Het tarief van\n1.1 genoemd; zie ook\n9. daarna.\n") == "1.1 1.2");
  }
  TEST_CASE("a lid that fell out leaves a gap") {
    CHECK(idsOf("1.1 Een.\n1.2 Twee.\n1.4 Vier.\n1.5 Vijf.\n") == "1.1 1.2 1.4 1.5");
  }
  TEST_CASE("a number used twice is one lid") {
    const Original original = splitOriginal("1.1 Een.\n1.2 Twee.\n1.2 Nog een.\n1.3 Drie.\n");
    REQUIRE(findLid(original, "1.2") != nullptr);
    CHECK(findLid(original, "1.2")->numbered == 2);
    CHECK(findLid(original, "1.2")->text == "Twee. Nog een.");
    CHECK(findLid(original, "1.3")->numbered == 1);
  }
  TEST_CASE("parts by letter, by bullet, by number further from the margin") {
    CHECK(idsOf("1.1 Zoals:\n   a. een:\n     • dit;\n     • dat;\n   b. twee.\n1.2 Twee.\n") ==
          "1.1 1.1.a 1.1.a.•1 1.1.a.•2 1.1.b 1.2");
    CHECK(idsOf("Artikel 1 Begrippen\n 1. Een:\n  1. dit;\n  2. dat;\n 2. Twee.\n") == "1.1 1.1.1 1.1.2 1.2");
  }
  TEST_CASE("parts within a sentence; the sentence behind them belongs to the lid") {
    const char* text = "1.1 Dit kan indien (a) het regent, of\n(b) het waait. Anders niet.\n";
    CHECK(idsOf(text) == "1.1 1.1.(a) 1.1.(b)");
    CHECK(wordsOf(text, "1.1") == "Dit kan indien Anders niet.");
    CHECK(wordsOf(text, "1.1.(b)") == "het waait.");
    CHECK(idsOf("1.1 Dit is (1) jaar en daarna\n(2) jaar geldig.\n") == "1.1");
    CHECK(idsOf("1.1 De rangorde: (1) dit; (2) dat.\n") == "1.1 1.1.(1) 1.1.(2)");
    CHECK(idsOf("1.1 Kies 1) dit of 2) dat.\n") == "1.1 1.1.(1) 1.1.(2)");
  }
  TEST_CASE("page numbers and what every page repeats are no text") {
    const char* text =
        "1.1 Een zin\ndie over\ntwee bladzijden\n\nVerhuur 2026\n\n3\n\f\nVoorbeeld B.V.\n\ndoorloopt.\n\nVerhuur "
        "2026\n\n- 4 -\n\f\n"
        "Voorbeeld B.V.\n\n1.2 Nog\neen zin\nmet vier\nregels.\n\nVerhuur 2026\n\nPagina 5 van 5\n\f\nVoorbeeld "
        "B.V.\n\n"
        "1.3 Slot.\n";
    CHECK(wordsOf(text, "1.1") == "Een zin die over twee bladzijden doorloopt.");
    CHECK(wordsOf(text, "1.2") == "Nog een zin met vier regels.");
  }
  TEST_CASE("nothing at all, and no numbers at all") {
    CHECK(idsOf("").empty());
    CHECK(idsOf("Zomaar een brief.\n") == "aanhef");
  }
}
