// The canonical layout: what changes, what stays, and that it stays the same when done again.
#include <doctest/doctest.h>

#include "layout/layout.h"

namespace beding {
namespace {

std::string laidOut(const std::string& text) {
  SourceSet sources;
  Diagnostics diagnostics;
  const FileIndex file = sources.add("proef.beding", text);
  const auto result = beding::laidOut(sources, file, diagnostics);
  REQUIRE(result.has_value());
  SourceSet again;
  Diagnostics none;
  CHECK(beding::laidOut(again, again.add("proef.beding", *result), none) == *result);
  return *result;
}

TEST_CASE("white space: one space between words, none before marks, none at the end of a line") {
  CHECK(laidOut(
            "artikel  6   \"Betaling\"  \nlid 5\n\t De opzegtermijn   is 1 maand , tenzij anders overeengekomen .  ") ==
        "artikel 6 \"Betaling\"\nlid 5\n  De opzegtermijn is 1 maand, tenzij anders overeengekomen.\n");
  CHECK(laidOut("zaak factuur( facturen )ontstaat bij factuur verzonden,met kenmerk factuur.\n") ==
        "zaak factuur(facturen)ontstaat bij factuur verzonden, met kenmerk factuur.\n");
  CHECK(laidOut("\xEF\xBB\xBF"
                "De valuta is \"a  b\".\r\n") == "De valuta is \"a  b\".\n");
  CHECK(laidOut("").empty());
}

TEST_CASE("every statement begins a line, in its place") {
  CHECK(laidOut("artikel 6\nlid 5 \"Prijs\"\nDe looptijd is 1 maand. De opzegtermijn is 1 maand.\n    lid 6\n"
                "      betaling: Opdrachtgever moet betalen\n   binnen 14 dagen.\n") ==
        "artikel 6\nlid 5 \"Prijs\"\n  De looptijd is 1 maand.\n  De opzegtermijn is 1 maand.\nlid 6\n"
        "  betaling: Opdrachtgever moet betalen\n    binnen 14 dagen.\n");
  CHECK(laidOut("voorwaarden proef \"Proef\"\ngebruikt algemeen.\n      partijen Opdrachtnemer, Opdrachtgever.\n") ==
        "voorwaarden proef \"Proef\"\n  gebruikt algemeen.\n  partijen Opdrachtnemer, Opdrachtgever.\n");
}

TEST_CASE("what a contract agrees stands below its heading") {
  const std::string contract =
      "overeenkomst \"Hosting\"\n  tussen Opdrachtnemer \"A\" en Opdrachtgever \"B\"\n  onder vandeez, met afspraken:\n"
      "    de betalingstermijn is 30 dagen;\n    de looptijd is 24 maanden.\n";
  CHECK(laidOut(contract) == contract);
}

TEST_CASE("readings, scenarios and lists stand below what they belong to") {
  CHECK(laidOut("artikel 6\nlid 5\nkwestie jaar  lezing kalenderjaar: Een jaar is een kalenderjaar.\n"
                "lezing rollend:\nEen jaar is 12 maanden.\n  standaard rollend.\n") ==
        "artikel 6\nlid 5\n  kwestie jaar\n    lezing kalenderjaar: Een jaar is een kalenderjaar.\n"
        "    lezing rollend:\n      Een jaar is 12 maanden.\n    standaard rollend.\n");
  CHECK(laidOut("artikel 6\nlid 5\n   scenario \"te laat\":\nop 1 maart 2025: factuur verzonden, bedrag € 100.\n"
                "verwacht op 2 maart 2025: 6.5 is er niet.\n") ==
        "artikel 6\nlid 5\n  scenario \"te laat\":\n    op 1 maart 2025: factuur verzonden, bedrag € 100.\n"
        "    verwacht op 2 maart 2025: 6.5 is er niet.\n");
  CHECK(laidOut("artikel 6\nlid 5\nDe wijzigingen zijn:\na. wijziging van:\n• procedures;\n• eisen;\nb. andere.\n") ==
        "artikel 6\nlid 5\n  De wijzigingen zijn:\n    a. wijziging van:\n      • procedures;\n      • eisen;\n"
        "    b. andere.\n");
}

TEST_CASE("comments stay, and stand above what follows; of blank lines one is left") {
  CHECK(laidOut("\n// Kop\n\n\n\nartikel 6\n// bij lid 5\nlid 5\n      // bij de termijn\n"
                "  De opzegtermijn is 1 maand.   // een maand\n\n\n") ==
        "// Kop\n\nartikel 6\n// bij lid 5\nlid 5\n  // bij de termijn\n"
        "  De opzegtermijn is 1 maand.   // een maand\n");
  CHECK(laidOut("De opzegtermijn is\n// midden in de zin\n1 maand.\n") ==
        "De opzegtermijn is\n  // midden in de zin\n  1 maand.\n");
}

TEST_CASE("curly quotes become straight ones, where they are the only mistake") {
  CHECK(laidOut("De valuta is “EUR”.\n") == "De valuta is \"EUR\".\n");
  CHECK(laidOut("De valuta is \"zij zei “ja”\".\n") == "De valuta is \"zij zei “ja”\".\n");
}

TEST_CASE("a line that is too long is broken where the sentence breathes; other breaks stay") {
  const std::string duty =
      "betaling: Voor elke factuur moet Opdrachtgever de factuur betalen binnen de betalingstermijn na de "
      "factuurdatum, ";
  CHECK(laidOut(duty + "ook na het einde van de Overeenkomst.\n") ==
        duty.substr(0, duty.size() - 1) + "\n  ook na het einde van de Overeenkomst.\n");
  CHECK(laidOut("gebeurtenis betaling ontvangen met bedrag (geld), valuta (tekst, standaard \"EUR\"), "
                "gecrediteerd (tijdstip, standaard op),\n  factuur (verwijzing).\n") ==
        "gebeurtenis betaling ontvangen met bedrag (geld), valuta (tekst, standaard \"EUR\"),\n"
        "  gecrediteerd (tijdstip, standaard op),\n  factuur (verwijzing).\n");
  const std::string kept = "handeling een factuur betalen (betaald)\n  gebeurt door betaling ontvangen.\n";
  CHECK(laidOut(kept) == kept);
  const std::string text = "let op: \"" + std::string(150, 'x') + " en " + std::string(20, 'y') + "\".\n";
  CHECK(laidOut(text) == text);
  const std::string named = "eigenschap maatregelen: \"" + std::string(110, 'x') + "\".\n";
  CHECK(laidOut(named) == named);
}

TEST_CASE("a number and its unit, a fixed group and a fence stay together") {
  const std::string start =
      "rente: Voor elke factuur is Opdrachtgever, zolang de factuur te laat en nog niet voldaan is en";
  const auto first = [](const std::string& text) { return text.substr(0, text.find('\n')); };
  CHECK(first(laidOut(start + " gaat om bedragen boven € 1.000 verschuldigd een vergoeding.\n")).size() <= 120);
  const std::string group = laidOut(start + " geheel of gedeeltelijk open staat, een vergoeding schuldig.\n");
  CHECK(group.find("geheel of gedeeltelijk") != group.npos);
  const std::string fence = laidOut(start + " «bezwaar tegen de factuur» gemaakt is, een vergoeding schuldig.\n");
  CHECK(fence.find("«bezwaar tegen de factuur»") != fence.npos);
}

TEST_CASE("a file with mistakes is not laid out, and says why") {
  SourceSet sources;
  Diagnostics diagnostics;
  const FileIndex file = sources.add("proef.beding", "artikel 6\nlid 5\n De opzegtermijn is 1 maand\n");
  CHECK_FALSE(beding::laidOut(sources, file, diagnostics).has_value());
  CHECK(diagnostics.hasErrors());
}

}  // namespace
}  // namespace beding
