#include <doctest/doctest.h>

#include "original/findings.h"

using namespace beding;

namespace {

/// "1.1 verwijzing: ...", one per line.
std::string found(std::string_view text) {
  std::string all;
  for (const Finding& finding : findingsOf(splitOriginal(text))) {
    all += finding.lid + " " + std::string(nameOf(finding.kind)) + ": " + finding.text + "\n";
  }
  return all;
}

}  // namespace

TEST_SUITE("original/findings") {
  TEST_CASE("nothing is wrong") {
    CHECK(found("1.1 Zie artikel 1.2 en artikel 6:225 lid 2 BW.\n1.2 Zie lid 1; lid 9 van artikel 6:271 BW is "
                "uitgesloten.\n")
              .empty());
  }
  TEST_CASE("references that lead nowhere, to themselves or elsewhere than they say") {
    CHECK(found("1.1 Zie artikel 3.2.\n1.2 Goed.\n") ==
          "1.1 verwijzing: verwijst naar artikel 3.2, en dat is er niet\n");
    CHECK(found("1.1 Goed.\n1.2 De leden 1-2 van dit artikel.\n") ==
          "1.2 verwijzing: verwijst naar zichzelf («lid 1.2»)\n");
    CHECK(found("1.1 Goed.\n1.2 Zie het vorige lid.\n1.3 Zie het vorige lid onder 1.1 genoemd.\n") ==
          "1.3 verwijzing: noemt «het vorige lid» en 1.1; het vorige lid is 1.2\n");
    CHECK(
        found(
            "Artikel 1 Reclame\n1. Goed.\nArtikel 2 Slot\n1. Onverminderd artikel 2.1 en artikel 2 omtrent reclame.\n")
            .find("verwijst voor «reclame» naar artikel 2; artikel 1 heet zo") != std::string::npos);
    CHECK(found("1.1 Zie bijlage 2.\n") == "1.1 verwijzing: verwijst naar bijlage 2, en die hoort niet bij de tekst\n");
  }
  TEST_CASE("what was left open") {
    CHECK(found("1.1 Ten hoogste [bedrag] euro, zie [1].\n") == "1.1 niet ingevuld: «[bedrag]» is niet ingevuld\n");
    CHECK(found("1.1 Het werk begint op …….\n") == "1.1 niet ingevuld: «……» is niet ingevuld\n");
    CHECK(found("1.1 Hij huurt gedurende aantal dagen.\n1.2 Gedurende een aantal dagen.\n") ==
          "1.1 niet ingevuld: «gedurende aantal dagen» is niet ingevuld\n");
  }
  TEST_CASE("numbers used twice or skipped") {
    CHECK(found("1.1 Een.\n1.1 Nog een.\n1.3 Drie.\n") ==
          "1.1 nummering: dit nummer is meer dan eens gebruikt\n1.3 nummering: volgt op 1.1\n");
  }
  TEST_CASE("terms: undefined, unused, written otherwise") {
    const char* text =
        "1 Begrippen\n1.1 Huurder: wie huurt.\n1.2 Huurdag: 24 uur.\n2 Prijs\n2.1 De Huurder betaalt een Borg.\n"
        "2.2 Aan de huurder geeft men de Borg terug.\n";
    CHECK(found(text) ==
          "1.2 begrip: «Huurdag» is omschreven en wordt nergens gebruikt\n"
          "2.1 begrip: «Borg» heeft een hoofdletter en is nergens omschreven; ook in 2.2\n"
          "2.2 begrip: «huurder» is omschreven als «Huurder» (1.1)\n");
  }
  TEST_CASE("said twice") {
    const char* text =
        "1.1 Afspraken die na het sluiten worden gemaakt zijn slechts bindend indien zij zijn bevestigd.\n"
        "1.2 Anders.\n1.3 Afspraken die na het sluiten worden gemaakt zijn slechts bindend indien zij zijn "
        "bevestigd.\n";
    CHECK(found(text) == "1.3 dubbel: «Afspraken die na het sluiten worden …» staat ook in 1.1\n");
    CHECK(found("1.1 Zoals namen, modelrechten, merkrechten, modelrechten, en meer.\n") ==
          "1.1 dubbel: «modelrechten» staat tweemaal in de opsomming\n");
  }
  TEST_CASE("damage") {
    CHECK(found("1.1 Het haakje (sluit niet.\n") == "1.1 verminkt: een haakje opent of sluit alleen\n");
    CHECK(found("1.1 De de huur van een leverAuto.\n") ==
          "1.1 verminkt: «De de» staat tweemaal achter elkaar\n"
          "1.1 verminkt: «leverAuto» heeft een hoofdletter middenin\n");
    CHECK(found("1.1 Bij oproer,staking en deze(sub)huur.\n") ==
          "1.1 verminkt: in «oproer,staking» ontbreekt een spatie\n"
          "1.1 verminkt: in «deze(sub)huur» ontbreekt een spatie\n");
  }
}
