// The machine: which documents it runs, when it leaves a contract to the engine, and that it says the same. On
// timelines made at random and on the leden of the shipped documents the oracle compares them (docs/orakel.md).
#include "machine/machine.h"

#include <doctest/doctest.h>

#include "beding/engine.h"
#include "bgraf/bgraf.h"
#include "explain/json.h"
#include "explain/json_text.h"
#include "timeline/timeline.h"
#include "workspace/workspace.h"

using namespace beding;

namespace {

struct Clause {
  Workspace workspace;
  const Compiled& compiled =
      workspace.compile(workspace.open(std::string(BEDING_SOURCE_DIR) + "/tests/bench/betaling").documents.front());
  Evaluator engine{compiled.graph};
  Machine machine{compiled.graph, 1};

  Timeline timeline(const std::string& lines) const {
    const TimelineResult read = readTimeline(lines, "proef.jsonl", compiled.graph.events, {});
    REQUIRE(read.problems.empty());
    return read.timeline;
  }
};

/// A contract under it that goes on.
struct Dossier {
  explicit Dossier(const Clause& clause)
      : graph(*v1::Graph::load(toBgraf(clause.compiled.graph))), live(std::move(*v1::Evaluation::begin(graph))) {}

  void tell(const std::string& line) {
    REQUIRE(live.apply(line + "\n"));
    told += line + "\n";
  }

  v1::Graph graph;
  v1::Evaluation live;
  std::string told;
};

EvaluationOptions on(int year, unsigned month, unsigned day) {
  EvaluationOptions options;
  options.asOf = dateOf({year, month, day});
  return options;
}

std::string shown(const Evaluation& evaluation) { return outcomesJson(evaluation, {false, true, "K1"}); }

std::string written(const PlainJson& json, const PlainEvaluation& evaluation) {
  JsonText text;
  json.append(text, evaluation, "K1");
  return std::string(text.text());
}

std::string shown(const std::optional<v1::Moment>& moment) { return moment ? v1::isoText(*moment) : "-"; }
std::string shown(const std::optional<v1::Cents>& cents) { return cents ? std::to_string(cents->count) : "-"; }

/// All that an outcome hands over, of those that do not sleep.
std::string shown(const v1::Outcomes& outcomes) {
  std::string text = outcomes.document + " " + v1::isoText({outcomes.asOf, {}});
  for (const v1::Text& each : outcomes.assumptions) text += " " + each.dutch + "/" + each.english;
  for (const v1::Outcome& each : outcomes.outcomes) {
    if (each.dormant) continue;
    for (const std::string& part :
         {each.lid, each.norm, std::string(v1::kindName(each.kind)), each.key, each.status, each.bearer,
          each.counterparty, each.value, each.reason, shown(each.from), shown(each.due), shown(each.to),
          shown(each.since), shown(each.amount), shown(each.open)})
      text += (part == each.lid ? "\n" : "|") + part;
    for (const v1::Segment& segment : each.segments)
      text += " " + shown(v1::Moment{segment.from, {}}) + ".." + shown(v1::Moment{segment.to, {}}) + " " +
              shown(segment.base) + " " + segment.percentage + " " + shown(segment.amount);
  }
  return text;
}

constexpr const char* invoice =
    R"({"op":"2025-03-03","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00"})"
    "\n";

}  // namespace

TEST_CASE("the machine says of a payment clause what the engine says, interest and use in vain too") {
  const Clause clause;
  REQUIRE(clause.machine.runs());
  const Timeline timeline =
      clause.timeline(std::string(R"({"op":"2025-03-01","gebeurtenis":"overeenkomst gesloten","overeenkomst":"K1"})"
                                  "\n") +
                      invoice +
                      R"({"op":"2025-03-27","gebeurtenis":"betaling ontvangen","bedrag":"500.00"})"
                      "\n"
                      R"({"op":"2025-03-28","gebeurtenis":"opschorting ingeroepen","id":"U1","partij":"Opdrachtnemer"})"
                      "\n");
  const PlainJson json(clause.machine.document());
  for (const unsigned day : {4U, 17U, 18U, 27U, 28U, 31U}) {
    const PlainEvaluation* quick = clause.machine.evaluate(timeline, on(2025, 3, day), 0);
    REQUIRE(quick != nullptr);
    const std::string expected = shown(clause.engine.evaluate(timeline, on(2025, 3, day)));
    CHECK(written(json, *quick) == expected);
    CHECK(shown(evaluationOf(clause.machine.document(), *quick)) == expected);
  }
  // 18 to 27 March: 1,000 x 11.15% x 10 / 365 = 3.05, which the payment meets first: 503.05 is left. 28 to 31 March:
  // 503.05 x 11.15% x 4 / 365 = 0.61.
  const PlainEvaluation* last = clause.machine.evaluate(timeline, on(2025, 3, 31), 0);
  REQUIRE(last != nullptr);
  const std::string told = written(json, *last);
  CHECK(told.find("\"grondslag\":\"503.05\"") != std::string::npos);
  CHECK(told.find("\"bedrag\":\"0.61\"") != std::string::npos);
  CHECK(told.find("voorwaarde niet vervuld: een factuur vergeefs aangemaand is") != std::string::npos);
}

TEST_CASE("what is unknown, after the hour, judged or worth a warning is left to the engine") {
  const Clause clause;
  const auto leaves = [&](const std::string& lines) {
    return nullptr == clause.machine.evaluate(clause.timeline(lines), on(2025, 6, 1), 0);
  };
  CHECK_FALSE(leaves(invoice));
  // Which invoice the reminder is about, and by when, it does not say.
  CHECK(leaves(std::string(invoice) + R"({"op":"2025-03-20","gebeurtenis":"aanmaning verzonden","id":"A1"})"));
  CHECK(leaves(R"({"op":"2025-03-03T10:00","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00"})"));
  CHECK(leaves(std::string(invoice) +
               R"({"op":"2025-03-20","gebeurtenis":"betaling ontvangen","bedrag":"10.00","valuta":"USD"})"));
  CHECK(leaves(std::string(invoice) +
               R"({"op":"2025-03-20","gebeurtenis":"betaling ontvangen","factuur":"F11","bedrag":"10.00"})"));
  CHECK(
      leaves(std::string(invoice) +
             R"({"op":"2025-03-20","gebeurtenis":"oordeel vastgelegd","norm":"betaling:1.1/tijdig","uitkomst":true})"));
  EvaluationOptions explained = on(2025, 6, 1);
  explained.explain = true;
  CHECK(clause.machine.evaluate(clause.timeline(invoice), explained, 0) == nullptr);
}

TEST_CASE("interest past what is confirmed is left to the engine, which warns") {
  const Clause clause;
  const Timeline timeline = clause.timeline(invoice);
  CHECK(clause.machine.evaluate(timeline, on(2026, 12, 31), 0) != nullptr);
  CHECK(clause.machine.evaluate(timeline, on(2027, 1, 1), 0) == nullptr);
}

TEST_CASE("a whole document of general terms is not the machine's") {
  Workspace workspace;
  CHECK_FALSE(Machine(workspace.compile(workspace.open("wonderfull").documents.front()).graph, 1).runs());
}

TEST_CASE("an evaluation that goes on says line by line what the engine says, by the machine or not") {
  const Clause clause;
  Dossier dossier(clause);
  const std::string& told = dossier.told;
  v1::Evaluation& live = dossier.live;
  const auto tell = [&](const std::string& line) {
    dossier.tell(line);
    const Timeline timeline = clause.timeline(told);
    const std::string expected = outcomesJson(clause.engine.evaluate(timeline, {}), {false, false, {}});
    CHECK(*live.json() == expected);
    return clause.machine.evaluate(timeline, {}, 0) != nullptr;
  };
  CHECK(tell(R"({"op":"2025-03-03","gebeurtenis":"factuur verzonden","factuur":"F1","bedrag":"1000.00"})"));
  CHECK(tell(R"({"op":"2025-03-27","gebeurtenis":"betaling ontvangen","bedrag":"500.00"})"));
  // Which invoice it is about and by when it does not say: from here on there are questions, and the engine goes on.
  CHECK_FALSE(tell(R"({"op":"2025-03-28","gebeurtenis":"aanmaning verzonden","id":"A1"})"));
  CHECK_FALSE(tell(R"({"op":"2025-04-02","gebeurtenis":"betaling ontvangen","bedrag":"100.00"})"));
  // Taken back, it leaves nothing to ask: the machine has it again, until explanations are wanted.
  CHECK(tell(R"({"op":"2025-03-28","gebeurtenis":"aanmaning verzonden","vervalt":"A1"})"));
  CHECK(live.outcomes(true));
}

TEST_CASE("what the machine answers for is handed over as by the engine, and refused as by the engine") {
  const Clause clause;
  Dossier dossier(clause);
  const std::string& told = dossier.told;
  v1::Evaluation& live = dossier.live;
  const auto tell = [&](const std::string& line) {
    dossier.tell(line);
    auto whole = v1::Evaluation::begin(dossier.graph);
    REQUIRE(whole->apply(told));
    REQUIRE(whole->advance(*live.today()));
    CHECK(shown(*live.outcomes()) == shown(*whole->outcomes(true)));  // what sleeps only the engine knows
  };
  tell(R"({"op":"2025-03-01","gebeurtenis":"overeenkomst gesloten","overeenkomst":"K1","id":"E7"})");
  tell(
      R"({"op":"2025-03-03","gebeurtenis":"factuur verzonden","overeenkomst":"K1","id":"E8","factuur":"F1","bedrag":"1000.00"})");
  tell(R"({"op":"2025-04-27","gebeurtenis":"betaling ontvangen","overeenkomst":"K1","id":"E3","bedrag":500})");
  tell(
      R"({"op":"2025-04-28","gebeurtenis":"opschorting ingeroepen","overeenkomst":"K1","id":"E4","partij":"Opdrachtnemer"})");
  for (const char* refused :
       {R"({"op":"2025-04-29","gebeurtenis":"betaling ontvangen","overeenkomst":"K1","id":"E8","bedrag":1})",
        R"({"op":"2025-04-29","gebeurtenis":"betaling ontvangen","overeenkomst":"K2","id":"E9","bedrag":1})",
        R"({"op":"2025-04-29","gebeurtenis":"betaling ontvangen","overeenkomst":"K1","id":"E9"})"})
    CHECK_FALSE(live.apply(refused));
  CHECK(*live.timeline() == told);
  REQUIRE(live.advance({2025, 7, 2}));
  const auto resumed = v1::Evaluation::resume(dossier.graph, *live.save());
  REQUIRE(resumed);
  CHECK(shown(*resumed->outcomes()) == shown(*live.outcomes(true)));
  tell(
      R"({"op":"2025-04-26","gebeurtenis":"betaling ontvangen","overeenkomst":"K1","id":"E1","bedrag":"20.00"})");  // late
}
