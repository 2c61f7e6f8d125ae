#include <doctest/doctest.h>

#include "explain/select.h"
#include "explain/spoken.h"
#include "explain/text.h"
#include "explain_sample.h"

using namespace beding;

TEST_CASE("a table in groups, aligned") {
  CHECK(outcomesText(sample::evaluation()) ==
        R"(vandeez op 31 december 2026

Geschonden of te laat
  6.5 betaling    F1  Opdrachtgever → Opdrachtnemer  te laat nagekomen  uiterlijk 15 maart 2025, vanaf 1 maart 2025, sinds 20 maart 2025
  7.1 overdracht      Opdrachtgever                  overtreden         overtreding O1 vanaf 1 juli 2026 10:00 tot 2 juli 2026, overtreding #7 vanaf 1 augustus 2026

Na te komen
  9.4 reactie  #3  Opdrachtgever  open  op zijn vroegst uiterlijk 30 maart 2026 15:00, op zijn laatst 31 maart 2026 14:59:59

Verschuldigd
  6.8 rente  F1  Opdrachtgever → Opdrachtnemer  verschuldigd  € 2,81, open € 1,00, niet in rekening gebracht, vanaf 16 juni 2026, tot en met 10 juli 2026

Uitoefeningen
  8.3 opzegging  O1  Opdrachtgever  ongeldig  sinds 1 december 2026, ontvangen na 30 november 2026

Eigenschappen
  23.1 toepasselijk recht  Nederlands recht

Vragen
  vandeez:1.11/voldoende  Staan afzender en inhoud voldoende vast?
      over: O1
      nodig voor: vandeez:8.3 opzegging

Aannamen
  overeenkomst van kracht

Waarschuwingen
  rente na 31 december 2026 is niet bevestigd
)");
}

TEST_CASE("sleeping norms are in the table only when all are asked for") {
  TextOptions all;
  all.all = true;
  CHECK(outcomesText(sample::evaluation()).find("slapend") == std::string::npos);
  CHECK(outcomesText(sample::evaluation(), all).find("8.9 melding") != std::string::npos);
}

TEST_CASE("nothing to tell is said") {
  Evaluation evaluation;
  evaluation.document = "elan";
  evaluation.asOf = sample::day("2025-01-31");
  CHECK(outcomesText(evaluation) == "elan op 31 januari 2025\n\nEr zijn geen uitkomsten.\n");
}

TEST_CASE("colour is for the status and the headings") {
  Evaluation evaluation = sample::evaluation();
  evaluation.outcomes = {sample::invalidExercise()};
  TextOptions options;
  options.colour = true;
  const std::string text = outcomesText(evaluation, options);
  CHECK(text.find("\x1b[31mongeldig  \x1b[0m") != std::string::npos);
  CHECK(text.find("\x1b[1mUitoefeningen\x1b[0m") != std::string::npos);
  CHECK(outcomesText(evaluation).find('\x1b') == std::string::npos);
}

TEST_CASE("why: a line and a tree") {
  CHECK(
      whyText(sample::latePayment()) ==
      R"(6.5 betaling F1, Opdrachtgever → Opdrachtnemer: te laat nagekomen, uiterlijk 15 maart 2025, vanaf 1 maart 2025, sinds 20 maart 2025
betaald op 20 maart 2025, na de uiterste dag  [vandeez:6.5, 06-prijzen.beding:12]
├─ uiterste dag 15 maart 2025: 14 dagen na 1 maart 2025  [vandeez:6.5]
└─ betaling ontvangen, € 1.000,00  [regel 2]
   └─ € 1.000,00 voor F1
)");
}

TEST_CASE("why: interest is worked out per segment") {
  const std::string text = whyText(sample::runningInterest());
  CHECK(text.find("├─ € 400,00 × 10,15% × 15 dagen / 365 = € 1,67, van 16 juni 2026 tot en met 30 juni 2026\n") !=
        std::string::npos);
  CHECK(text.find(
            "└─ € 400,00 × 10,4% × 10 dagen / 365 = € 1,14, van 1 juli 2026 tot en met 10 juli 2026 (percentage niet "
            "bevestigd)\n") != std::string::npos);
}

TEST_CASE("outcomes are found by lid, name or both") {
  const Evaluation evaluation = sample::evaluation();
  const auto names = [&](std::string_view what, std::string_view key = {}) {
    std::string result;
    for (const Outcome* outcome : selectOutcomes(evaluation, what, key)) result += outcome->name + ";";
    return result;
  };
  CHECK(names("6.5") == "betaling;");
  CHECK(names("vandeez:6.5") == "betaling;");
  CHECK(names("6") == "betaling;rente;");
  CHECK(names("2") == "");
  CHECK(names("Betaling") == "betaling;");
  CHECK(names("6.8 rente") == "rente;");
  CHECK(names("6.8 betaling") == "");
  CHECK(names("toepasselijk recht") == "toepasselijk recht;");
  CHECK(names("23.1 toepasselijk recht") == "toepasselijk recht;");
  CHECK(names("6", "F1") == "betaling;rente;");
  CHECK(names("6", "F2") == "");
  CHECK(names("elan:6.5") == "");
}

TEST_CASE("in English: headings, statuses and days; names and amounts stay") {
  TextOptions english;
  english.language = Language::english;
  const std::string text = outcomesText(sample::evaluation(), english);
  CHECK(text.find("Breached or late\n") != text.npos);
  CHECK(text.find("Geschonden") == text.npos);
  CHECK(spoken("te-laat-nagekomen", Language::english) == "performed late");
  CHECK(spoken("te-laat-nagekomen", Language::dutch) == "te laat nagekomen");
  CHECK(spoken("huurprijs", Language::english) == "huurprijs");
}
