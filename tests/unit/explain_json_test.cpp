#include <doctest/doctest.h>

#include "explain/json.h"
#include "explain/names.h"
#include "explain_sample.h"

using namespace beding;

TEST_CASE("an obligation, field by field, in the order of the interface") {
  CHECK(outcomeJson(sample::latePayment()) ==
        R"({"lid":"vandeez:6.5","naam":"betaling","soort":"plicht","sleutel":"F1","status":"te-laat-nagekomen",)"
        R"("drager":"Opdrachtgever","jegens":"Opdrachtnemer","vanaf":"2025-03-01","uiterlijk":"2025-03-15",)"
        R"("sinds":"2025-03-20"})");
}

TEST_CASE("interest shows its arithmetic") {
  CHECK(
      outcomeJson(sample::runningInterest()) ==
      R"({"lid":"vandeez:6.8","naam":"rente","soort":"bedrag","sleutel":"F1","status":"verschuldigd",)"
      R"("drager":"Opdrachtgever","jegens":"Opdrachtnemer","bedrag":"2.81","open":"1.00","in_rekening":false,)"
      R"("vanaf":"2026-06-16","tot":"2026-07-10","segmenten":[)"
      R"({"vanaf":"2026-06-16","tot":"2026-06-30","grondslag":"400.00","percentage":"10.15","dagen":15,"bedrag":"1.67","bevestigd":true},)"
      R"({"vanaf":"2026-07-01","tot":"2026-07-10","grondslag":"400.00","percentage":"10.40","dagen":10,"bedrag":"1.14","bevestigd":false}]})");
}

TEST_CASE("violations, instants, reasons, intervals and values") {
  CHECK(outcomeJson(sample::breachedProhibition()) ==
        R"({"lid":"vandeez:7.1","naam":"overdracht","soort":"verbod","status":"overtreden","drager":"Opdrachtgever",)"
        R"("overtredingen":[{"vanaf":"2026-07-01T10:00:00+02:00","tot":"2026-07-02","gebeurtenis":"O1"},)"
        R"({"vanaf":"2026-08-01","gebeurtenis":"#7"}]})");
  CHECK(outcomeJson(sample::invalidExercise()) ==
        R"({"lid":"vandeez:8.3","naam":"opzegging","soort":"uitoefening","sleutel":"O1","status":"ongeldig",)"
        R"("drager":"Opdrachtgever","sinds":"2026-12-01","reden":"ontvangen na 30 november 2026"})");
  CHECK(
      outcomeJson(sample::hourDeadline()) ==
      R"({"lid":"vandeez:9.4","naam":"reactie","soort":"plicht","sleutel":"#3","status":"open","drager":"Opdrachtgever",)"
      R"("uiterlijk":"2026-03-30T15:00:00+02:00","uiterlijk_laatst":"2026-03-31T14:59:59+02:00"})");
  CHECK(outcomeJson(sample::law()) ==
        R"({"lid":"vandeez:23.1","naam":"toepasselijk recht","soort":"eigenschap","waarde":"Nederlands recht"})");
}

TEST_CASE("money always has two decimals and is rounded half up only here") {
  Outcome outcome;
  outcome.kind = OutcomeKind::amount;
  outcome.amount = Money{Number::ratio(5, 1000)};
  outcome.charged = true;
  CHECK(outcomeJson(outcome) == R"({"lid":"","naam":"","soort":"bedrag","bedrag":"0.01","in_rekening":true})");
}

TEST_CASE("every kind has its name") {
  const auto name = [](OutcomeKind kind) { return std::string(kindName(kind)); };
  CHECK(name(OutcomeKind::obligation) == "plicht");
  CHECK(name(OutcomeKind::prohibition) == "verbod");
  CHECK(name(OutcomeKind::power) == "bevoegdheid");
  CHECK(name(OutcomeKind::exercise) == "uitoefening");
  CHECK(name(OutcomeKind::amount) == "bedrag");
  CHECK(name(OutcomeKind::state) == "toestand");
  CHECK(name(OutcomeKind::right) == "recht");
  CHECK(name(OutcomeKind::indemnity) == "vrijwaring");
  CHECK(name(OutcomeKind::limit) == "beperking");
  CHECK(name(OutcomeKind::presumption) == "vermoeden");
  CHECK(name(OutcomeKind::property) == "eigenschap");
}

TEST_CASE("percentages keep what they are") {
  CHECK(percentageText(Number::ratio(104, 1000)) == "10.40");
  CHECK(percentageText(Number::ratio(5, 100)) == "5.00");
  CHECK(percentageText(Number::ratio(10125, 100000)) == "10.125");
}

TEST_CASE("the object, an outcome per line") {
  Evaluation evaluation = sample::evaluation();
  evaluation.outcomes = {sample::law(), sample::sleeping()};
  CHECK(outcomesJson(evaluation) ==
        R"({"versie":1,"document":"vandeez","peildatum":"2026-12-31",
 "uitkomsten":[
  {"lid":"vandeez:23.1","naam":"toepasselijk recht","soort":"eigenschap","waarde":"Nederlands recht"}],
 "vragen":[
  {"id":"vandeez:1.11/voldoende","vraag":"Staan afzender en inhoud voldoende vast?","nodig_voor":["vandeez:8.3 opzegging"],"onderwerpen":["O1"]}],
 "aannamen":[
  "overeenkomst van kracht"],
 "waarschuwingen":[
  "rente na 31 december 2026 is niet bevestigd"]}
)");
}

TEST_CASE("sleeping norms are shown when all are asked for") {
  Evaluation evaluation = sample::evaluation();
  JsonOptions all;
  all.all = true;
  CHECK(outcomesJson(evaluation).find("slapend") == std::string::npos);
  CHECK(outcomesJson(evaluation, all).find("slapend") != std::string::npos);
}

TEST_CASE("a portfolio has one line per contract") {
  Evaluation evaluation;
  evaluation.document = "elan";
  evaluation.asOf = sample::day("2025-01-31");
  JsonOptions options;
  options.oneLine = true;
  options.contract = "K1";
  CHECK(outcomesJson(evaluation, options) ==
        "{\"versie\":1,\"document\":\"elan\",\"overeenkomst\":\"K1\",\"peildatum\":\"2025-01-31\",\"uitkomsten\":[],"
        "\"vragen\":[],\"aannamen\":[],\"waarschuwingen\":[]}\n");
}

TEST_CASE("an explanation is a tree") {
  const std::string json = whyJson(sample::evaluation(), sample::latePayment());
  CHECK(json.starts_with(
      "{\"versie\":1,\"document\":\"vandeez\",\"peildatum\":\"2026-12-31\",\n \"uitkomst\":{\"lid\":\"vandeez:6.5\""));
  CHECK(json.ends_with(
      R"("waarom":{"tekst":"betaald op 20 maart 2025, na de uiterste dag","lid":"vandeez:6.5","bron":"06-prijzen.beding:12",)"
      R"("omdat":[{"tekst":"uiterste dag 15 maart 2025: 14 dagen na 1 maart 2025","lid":"vandeez:6.5"},)"
      R"({"tekst":"betaling ontvangen, € 1.000,00","bron":"regel 2","omdat":[{"tekst":"€ 1.000,00 voor F1"}]}]}})"
      "\n"));
}

TEST_CASE("text that is not UTF-8 does not break the output") {
  Outcome outcome;
  outcome.name = "caf\xE9";
  CHECK(outcomeJson(outcome).find("caf\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("quotes, backslashes and control characters are escaped; letters of any language stay as they are") {
  Outcome outcome = sample::law();
  outcome.value = "a\"b\\c\nd\x01 «é» €";
  CHECK(outcomeJson(outcome).ends_with(R"("waarde":"a\"b\\c\nd\u0001 «é» €"})"));
}
