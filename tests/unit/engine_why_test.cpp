// Explanations, and warnings about the order of events.
#include "unit/graph_builder.h"

namespace beding::built {

namespace {

/// Every text of an explanation, one per line.
std::string flat(const Reason& reason) {
  std::string text = reason.text + "\n";
  for (const Reason& part : reason.because) text += flat(part);
  return text;
}

bool says(const Reason& reason, std::string_view words) { return flat(reason).find(words) != std::string::npos; }

EvaluationOptions explained() {
  EvaluationOptions options;
  options.explain = true;
  return options;
}

}  // namespace

TEST_CASE("interest is explained segment by segment, with the arithmetic") {
  Builder built;
  built.invoices();
  built.interest("1.2", false);
  const std::string_view lines =
      R"({"op":"2026-06-01","gebeurtenis":"factuur verzonden","factuur":"F2","bedrag":"1000.00"}
{"op":"2026-06-15T23:58","gebeurtenis":"betaling ontvangen","factuur":"F2","bedrag":"600.00"}
{"op":"2026-07-10","gebeurtenis":"betaling ontvangen","factuur":"F2","bedrag":"400.00"})";
  const Evaluation evaluation = built.run(lines, "2026-07-11", explained());
  const Reason& why = find(evaluation, "1.2", OutcomeKind::amount, "F2")->why;
  CHECK(says(why, "16 juni 2026 tot en met 30 juni 2026: € 400,00 × 10,15% × 15 / 365 = € 1,67"));
  CHECK(says(why, "1 juli 2026 tot en met 10 juli 2026: € 400,00 × 10,4% × 10 / 365 = € 1,14"));
  const Reason& duty = find(evaluation, "1.1", OutcomeKind::obligation, "F2")->why;
  CHECK(duty.lid == "proef:1.1");
  CHECK(says(duty, "15 juni 2026: 14 dagen na 1 juni 2026"));
  CHECK(says(duty, "15 juni 2026: € 600,00 betaald (#2)"));
  CHECK(find(built.run(lines, "2026-07-11"), "1.1", OutcomeKind::obligation, "F2")->why.text.empty());
}

TEST_CASE("a count of working days names the days it skips") {
  Builder built;
  built.invoices();
  at(built.graph.norms, built.payment).term.last =
      built.term(built.get(built.var(0), "factuur verzonden", "factuurdatum"), "5 werkdagen");
  const Evaluation evaluation =
      built.run(R"({"op":"2026-04-20","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1.00"})", "2026-04-20",
                explained());
  const Reason& why = find(evaluation, "1.1", OutcomeKind::obligation, "F1")->why;
  CHECK(says(why, "28 april 2026: 5 werkdagen na 20 april 2026"));
  CHECK(says(why, "27 april 2026 telt niet: Koningsdag"));
}

TEST_CASE("where the order of two date-only events decides an exercise, a warning names both") {
  Builder built;
  State force;
  force.where = Builder::where("21.1");
  force.name = "overmacht";
  force.begins = {{built.pattern("overmacht ingetreden"), {}}};
  const StateId runs = built.add(force);
  Norm stop = built.norm(NormKind::power, "21.1", "opzeggen", Party::client,
                         built.act("opzeggen", "opzegging gedaan", "partij"));
  stop.during = built.stateOf(runs);
  built.add(stop);
  const std::string begins = R"({"op":"2026-05-01","gebeurtenis":"overmacht ingetreden","id":"V1"})";
  const std::string notice =
      R"({"op":"2026-05-01","gebeurtenis":"opzegging gedaan","id":"O1","partij":"Opdrachtgever"})";
  const Evaluation evaluation = built.run(begins + "\n" + notice, "2026-05-01");
  CHECK(find(evaluation, "21.1", OutcomeKind::exercise, "O1")->status == "geldig");
  REQUIRE(evaluation.warnings.size() == 1);
  CHECK(evaluation.warnings[0].dutch ==
        "de volgorde op 1 mei 2026 maakt verschil: overmacht ingetreden V1 staat voor opzegging gedaan O1; geef het "
        "tijdstip");
  CHECK(evaluation.warnings[0].english ==
        "the order on 1 May 2026 makes a difference: overmacht ingetreden V1 stands before opzegging gedaan O1; give "
        "the time");
  const std::string later =
      R"({"op":"2026-05-02","gebeurtenis":"opzegging gedaan","id":"O1","partij":"Opdrachtgever"})";
  CHECK(built.run(begins + "\n" + later, "2026-05-02").warnings.empty());
}

TEST_CASE("a state whose begin is not known is unknown, and so is what follows from it") {
  Builder built;
  const JudgementId fear = built.judgement("4.4", "goede grond");
  State state;
  state.where = Builder::where("4.4");
  state.name = "vrees";
  state.begins = {{{}, built.make(Op::judgement, {}, fear.index)}};
  state.report = StateReport::state;
  const StateId runs = built.add(state);
  Norm stop = built.norm(NormKind::power, "4.4", "opschorten", Party::contractor,
                         built.act("opschorten", "dienst buiten gebruik gesteld"));
  stop.during = built.stateOf(runs);
  built.add(stop);
  const std::string used = R"({"op":"2026-05-01","gebeurtenis":"dienst buiten gebruik gesteld","id":"B1"})";
  const Evaluation open = built.run(used, "2026-05-02");
  CHECK(find(open, "4.4", OutcomeKind::state)->status == "onbekend");
  CHECK(find(open, "4.4", OutcomeKind::power)->status == "onbekend");
  CHECK(find(open, "4.4", OutcomeKind::exercise, "B1")->status == "onbekend");
  REQUIRE(open.questions.size() == 1);
  CHECK(open.questions[0].neededFor.size() == 2);
  const std::string judged =
      used + "\n" +
      R"({"op":"2026-05-02","gebeurtenis":"oordeel vastgelegd","norm":"proef:4.4/goede grond","uitkomst":"ja"})";
  CHECK(find(built.run(judged, "2026-05-02"), "4.4", OutcomeKind::exercise, "B1")->status == "geldig");
  // From the judgement on only: the exercise of the day before was too early.
  built.graph.judgements[0].fromJudgement = true;
  CHECK(find(built.run(judged, "2026-05-02"), "4.4", OutcomeKind::exercise, "B1")->status == "ongeldig");
  CHECK(find(built.run(judged, "2026-05-02"), "4.4", OutcomeKind::power)->status == "beschikbaar");
}

}  // namespace beding::built
