// One evaluation with an outcome of most kinds, made by hand.
#pragma once

#include "engine/outcome.h"

namespace beding::sample {

inline Moment moment(std::string_view text) { return *parseMoment(text); }
inline Date day(std::string_view text) { return moment(text).day; }

inline Outcome latePayment() {
  Outcome outcome;
  outcome.lid = "vandeez:6.5";
  outcome.name = "betaling";
  outcome.kind = OutcomeKind::obligation;
  outcome.key = "F1";
  outcome.status = "te-laat-nagekomen";
  outcome.bearer = "Opdrachtgever";
  outcome.counterparty = "Opdrachtnemer";
  outcome.from = moment("2025-03-01");
  outcome.deadline = moment("2025-03-15");
  outcome.since = moment("2025-03-20");
  outcome.why = {"betaald op 20 maart 2025, na de uiterste dag",
                 "vandeez:6.5",
                 "06-prijzen.beding:12",
                 {{"uiterste dag 15 maart 2025: 14 dagen na 1 maart 2025", "vandeez:6.5", "", {}},
                  {"betaling ontvangen, € 1.000,00", "", "regel 2", {{"€ 1.000,00 voor F1", "", "", {}}}}}};
  return outcome;
}

inline Outcome runningInterest() {
  Outcome outcome;
  outcome.lid = "vandeez:6.8";
  outcome.name = "rente";
  outcome.kind = OutcomeKind::amount;
  outcome.key = "F1";
  outcome.status = "verschuldigd";
  outcome.bearer = "Opdrachtgever";
  outcome.counterparty = "Opdrachtnemer";
  outcome.amount = Money{Number::ratio(281, 100)};
  outcome.open = Money{1};
  outcome.charged = false;
  outcome.from = moment("2026-06-16");
  outcome.to = moment("2026-07-10");
  outcome.segments = {{day("2026-06-16"), day("2026-06-30"), Money{400}, Number::ratio(1015, 10000),
                       Money{Number::ratio(167, 100)}, true},
                      {day("2026-07-01"), day("2026-07-10"), Money{400}, Number::ratio(104, 1000),
                       Money{Number::ratio(114, 100)}, false}};
  return outcome;
}

inline Outcome breachedProhibition() {
  Outcome outcome;
  outcome.lid = "vandeez:7.1";
  outcome.name = "overdracht";
  outcome.kind = OutcomeKind::prohibition;
  outcome.status = "overtreden";
  outcome.bearer = "Opdrachtgever";
  outcome.violations = {{moment("2026-07-01T10:00"), moment("2026-07-02"), "O1"}, {moment("2026-08-01"), {}, "#7"}};
  return outcome;
}

inline Outcome invalidExercise() {
  Outcome outcome;
  outcome.lid = "vandeez:8.3";
  outcome.name = "opzegging";
  outcome.kind = OutcomeKind::exercise;
  outcome.key = "O1";
  outcome.status = "ongeldig";
  outcome.bearer = "Opdrachtgever";
  outcome.since = moment("2026-12-01");
  outcome.reason = "ontvangen na 30 november 2026";
  return outcome;
}

inline Outcome hourDeadline() {
  Outcome outcome;
  outcome.lid = "vandeez:9.4";
  outcome.name = "reactie";
  outcome.kind = OutcomeKind::obligation;
  outcome.key = "#3";
  outcome.status = "open";
  outcome.bearer = "Opdrachtgever";
  outcome.deadline = moment("2026-03-30T15:00:00+02:00");
  outcome.latestDeadline = moment("2026-03-31T14:59:59+02:00");
  return outcome;
}

inline Outcome law() {
  Outcome outcome;
  outcome.lid = "vandeez:23.1";
  outcome.name = "toepasselijk recht";
  outcome.kind = OutcomeKind::property;
  outcome.value = "Nederlands recht";
  return outcome;
}

inline Outcome sleeping() {
  Outcome outcome;
  outcome.lid = "vandeez:8.9";
  outcome.name = "melding";
  outcome.status = "slapend";
  outcome.dormant = true;
  return outcome;
}

inline Evaluation evaluation() {
  Evaluation result;
  result.document = "vandeez";
  result.asOf = day("2026-12-31");
  result.outcomes = {
      latePayment(), runningInterest(), breachedProhibition(), invalidExercise(), sleeping(), hourDeadline(), law()};
  result.questions = {
      {"vandeez:1.11/voldoende", "Staan afzender en inhoud voldoende vast?", {"vandeez:8.3 opzegging"}, {"O1"}}};
  result.assumptions = {"overeenkomst van kracht"};
  result.warnings = {"rente na 31 december 2026 is niet bevestigd"};
  return result;
}

}  // namespace beding::sample
