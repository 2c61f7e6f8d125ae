// The shipped documents as files: every scenario comes out as from the clauses, explanations too.
#include <doctest/doctest.h>

#include <random>

#include "bgraf/bgraf.h"
#include "bgraf/content.h"
#include "engine/engine.h"
#include "engine/readings.h"
#include "explain/json.h"
#include "explain/text.h"
#include "graph/fields.h"
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

/// Visits the ids and numbers of a graph, and changes one of them.
class ChangeOne {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  explicit ChangeOne(std::size_t which = none, std::uint32_t value = 0) : which_(which), value_(value) {}

  [[nodiscard]] std::size_t count() const { return count_; }
  template <class... Fields>
  void operator()(Fields&... each) {
    (look(each), ...);
  }

 private:
  void look(std::uint32_t& number) {
    if (count_++ == which_) number = value_;
  }
  template <class Tag>
  void look(Id<Tag>& id) {
    look(id.index);
  }
  template <class T>
  void look(std::vector<T>& values) {
    for (T& value : values) look(value);
  }
  template <class T>
  void look(std::optional<T>& value) {
    if (value) look(*value);
  }
  void look(graph::Operands& operands) {
    for (graph::ExpressionId& operand : operands) look(operand);
  }
  void look(graph::Provenance&) {}
  void look(Span&) {}
  template <class T>
  void look(T& value) {
    if constexpr (graph::Described<T>) graph::fields(*this, value);
  }

  std::size_t which_;
  std::uint32_t value_;
  std::size_t count_ = 0;
};

/// Of the document's scenarios.
Timeline longestTimeline(Workspace& workspace, const Compiled& compiled) {
  Timeline longest;
  for (const FileIndex file : compiled.document.files)
    for (const syntax::Scenario& scenario : workspace.parsed(file).tree.scenarios) {
      Timeline timeline = timelineOf(scenario.name, scenario.events, compiled.graph).timeline;
      if (timeline.events.size() > longest.events.size()) longest = std::move(timeline);
    }
  return longest;
}

/// Whether the graph is accepted when it comes out of a file; if so it is evaluated, with reasons.
bool runs(const graph::Graph& graph, const Timeline& timeline) {
  try {
    const graph::Graph read = bgraf::read(bgraf::write(graph));
    EvaluationOptions options;
    options.explain = true;
    (void)evaluate(read, timeline, options);
    return true;
  } catch (const bgraf::Damaged&) {
    return false;
  }
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

TEST_CASE("a file in which any id or number is another is refused or can be evaluated") {
  Workspace workspace;
  const Compiled& compiled = workspace.compile(workspace.open("elan").documents.front());
  const Timeline timeline = longestTimeline(workspace, compiled);
  REQUIRE(timeline.events.size() > 5);
  graph::Graph graph = compiled.graph;
  ChangeOne places;
  graph::fields(places, graph);
  std::mt19937 random(20261122);
  std::size_t ran = 0, refused = 0;
  for (std::size_t i = 0; i < 600; ++i) {
    graph = compiled.graph;
    const std::uint32_t values[] = {graph::NormId::nothing, 0, static_cast<std::uint32_t>(random() % 8),
                                    static_cast<std::uint32_t>(random() % 200)};
    ChangeOne change(random() % places.count(), values[random() % 4]);
    graph::fields(change, graph);
    ++(runs(graph, timeline) ? ran : refused);
  }
  CHECK(ran > 100);
  CHECK(refused > 100);
}
