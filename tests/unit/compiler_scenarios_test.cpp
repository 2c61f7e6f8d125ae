// Every scenario of every shipped document through the library, saved and resumed after every event: the outcomes are
// those of one evaluation.
#include <doctest/doctest.h>

#include "beding/beding.h"
#include "engine/engine.h"
#include "explain/json.h"
#include "library/convert.h"
#include "workspace/timeline_from_scenario.h"
#include "workspace/workspace.h"

namespace beding {

namespace {

std::string atOnce(const Timeline& timeline, Date day, const graph::Graph& graph) {
  EvaluationOptions options;
  options.asOf = day;
  return outcomesJson(evaluate(graph, timeline, options), {true, false, {}});
}

/// Saved and resumed after each line; a line that points at a later one comes together with it.
v1::Evaluation told(const syntax::Scenario& scenario, const v1::Graph& graph, const graph::Graph& rules) {
  v1::Evaluation evaluation = std::move(*v1::Evaluation::begin(graph));
  std::string waiting;
  for (const syntax::ScenarioEvent& event : scenario.events) {
    waiting += v1::jsonLine(recordOf(event, 1, rules)) + "\n";
    if (!evaluation.apply(waiting)) continue;
    waiting.clear();
    auto resumed = v1::Evaluation::resume(graph, *evaluation.save());
    REQUIRE_MESSAGE(resumed, resumed.error().message.dutch);
    evaluation = std::move(*resumed);
  }
  CHECK_MESSAGE(waiting.empty(), waiting);
  return evaluation;
}

void compare(const syntax::Scenario& scenario, const v1::Graph& graph, const graph::Graph& rules, int& compared) {
  const Timeline timeline = timelineOf("proef", scenario.events, rules).timeline;
  if (timeline.contracts.size() > 1) return;  // two evaluations
  v1::Evaluation evaluation = told(scenario, graph, rules);
  for (const syntax::Expectation& expectation : scenario.expectations) {
    if (!evaluation.advance(v1::dateOf(expectation.at.day))) continue;
    auto resumed = v1::Evaluation::resume(graph, *evaluation.save());
    REQUIRE(resumed);
    CHECK(*resumed->json(true) == atOnce(timeline, expectation.at.day, rules));
    ++compared;
  }
}

}  // namespace

TEST_CASE("saved and resumed after every event, a scenario comes out as told in one go") {
  Workspace workspace;
  int compared = 0;
  for (const std::string& name : beding::shippedDocuments()) {
    const Compiled& compiled = workspace.compile(workspace.open(name).documents.front());
    const auto graph = v1::compile(name);
    REQUIRE(graph);
    for (const FileIndex file : compiled.document.files)
      for (const syntax::Scenario& scenario : workspace.parsed(file).tree.scenarios)
        compare(scenario, *graph, compiled.graph, compared);
  }
  CHECK(compared > 1000);
}

}  // namespace beding
