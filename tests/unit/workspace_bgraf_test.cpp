// The shipped documents as files: every scenario comes out as from the clauses, explanations too.
#include <doctest/doctest.h>

#include "bgraf/bgraf.h"
#include "bgraf/content.h"
#include "engine/engine.h"
#include "engine/readings.h"
#include "explain/json.h"
#include "explain/text.h"
#include "graph/print.h"
#include "graph_sample.h"
#include "workspace/timeline_from_scenario.h"
#include "workspace/workspace.h"

using namespace beding;

namespace {

/// Everything that can be seen of an evaluation.
std::string shown(const graph::Graph& graph, const Timeline& timeline, const EvaluationOptions& options) {
  const Evaluation evaluation = evaluate(graph, timeline, options);
  std::string text = outcomesJson(evaluation, {true, false, {}});
  for (const Outcome& outcome : evaluation.outcomes) text += whyJson(evaluation, outcome);
  return text;
}

std::size_t compareScenario(const syntax::Scenario& scenario, const graph::Graph& clauses, const graph::Graph& file) {
  const Timeline timeline = timelineOf(scenario.name, scenario.events, clauses).timeline;
  std::size_t compared = 0;
  for (const syntax::Expectation& expectation : scenario.expectations) {
    EvaluationOptions options;
    options.asOf = expectation.at.day;
    options.explain = true;
    CHECK(shown(clauses, timeline, options) == shown(file, timeline, options));
    ++compared;
  }
  return compared;
}

}  // namespace

TEST_CASE("a shipped document comes out of its file as it went in") {
  Workspace workspace;
  std::size_t compared = 0;
  for (const std::string& name : shippedDocuments()) {
    const Compiled& compiled = workspace.compile(workspace.open(name).documents.front());
    const std::string bytes = toBgraf(compiled.graph);
    const FromBgraf read = fromBgraf(bytes);
    REQUIRE_MESSAGE(read.graph, read.problem.dutch);
    CHECK(toBgraf(*read.graph) == bytes);
    CHECK(graph::dumpText(*read.graph) == graph::dumpText(compiled.graph));
    for (const FileIndex file : compiled.document.files)
      for (const syntax::Scenario& scenario : workspace.parsed(file).tree.scenarios)
        compared += compareScenario(scenario, compiled.graph, *read.graph);
  }
  CHECK(compared > 1000);
}

TEST_CASE("what a damaged file still lets through can be evaluated") {
  const graph::Graph graph = sample::invoiceGraph();
  const std::string content = bgraf::write(graph);
  const std::string lines =
      "{\"op\":\"2025-03-01\",\"gebeurtenis\":\"factuur verzonden\"}\n"
      "{\"op\":\"2025-03-20\",\"gebeurtenis\":\"dienst opgeschort\"}\n";
  const Timeline timeline = readTimeline(lines, "proef", graph.events, {}).timeline;
  REQUIRE(timeline.events.size() == 2);
  std::size_t evaluated = 0;
  for (std::size_t at = 0; at < content.size(); ++at) {
    for (int change = 1; change < 256; change += 23) {
      std::string damaged = content;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      try {
        const graph::Graph other = bgraf::read(damaged);
        if (other.events.size() != graph.events.size()) continue;  // the timeline is not about these
        EvaluationOptions options;
        options.explain = true;
        (void)evaluate(other, timeline, options);
        ++evaluated;
      } catch (const bgraf::Damaged&) {
      }
    }
  }
  CHECK(evaluated > 500);
}
