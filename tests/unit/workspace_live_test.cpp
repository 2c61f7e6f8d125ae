// Every scenario of every shipped document, event by event: after each the outcomes are those of one evaluation.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/live.h"
#include "engine/readings.h"
#include "explain/json.h"
#include "timeline/record.h"
#include "workspace/timeline_from_scenario.h"
#include "workspace/workspace.h"

using namespace beding;

namespace {

std::string shown(const Evaluation& evaluation) { return outcomesJson(evaluation, {true, false, {}}); }

using Events = std::vector<syntax::ScenarioEvent>;

/// The lines of these events, numbered from `first`.
TypedLines linesOf(const Events& events, std::size_t first, const graph::Graph& graph) {
  Records records;
  for (const syntax::ScenarioEvent& event : events)
    records.records.push_back(recordOf(event, static_cast<std::uint32_t>(first++), graph));
  return typedLines(std::move(records), "proef", graph.events);
}

/// What one evaluation of these events makes of that day; nothing when they are not whole without what is to come.
std::string atOnce(const Events& events, Date day, const Compiled& document, const Evaluator& evaluator) {
  const ScenarioTimeline made = timelineOf("proef", events, document.graph);
  EvaluationOptions options;
  options.asOf = day;
  return made.problems.empty() ? shown(evaluator.evaluate(made.timeline, options)) : "";
}

struct Counted {
  std::size_t compared = 0;
  std::size_t late = 0;  ///< an event came when its day was past
};

/// What sleeps may be left out when it is not shown.
void checkWithoutSleeping(const Live& live) {
  const JsonOptions awake{false, false, {}};
  CHECK(outcomesJson(live.outcomes(false, false), awake) == outcomesJson(live.outcomes(), awake));
}

/// Tells the events one by one; those that point at a line still to come, together with it.
void tell(const Events& events, Date last, const Compiled& document, Counted& counted) {
  const Evaluator evaluator(document.graph);
  Live live(document.graph, evaluator);
  std::size_t told = 0;
  for (std::size_t count = 1; count <= events.size(); ++count) {
    const Events next(events.begin() + static_cast<std::ptrdiff_t>(told),
                      events.begin() + static_cast<std::ptrdiff_t>(count));
    const Events all(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(count));
    const auto before = live.today();
    if (!live.apply(linesOf(next, told + 1, document.graph)).empty()) {
      CHECK(atOnce(all, last, document, evaluator).empty());
      continue;
    }
    told = count;
    if (!live.today()) continue;  // only judgements so far
    counted.late += before && next.back().at.day < *before ? 1 : 0;
    CHECK(shown(live.outcomes()) == atOnce(all, *live.today(), document, evaluator));
    checkWithoutSleeping(live);
    ++counted.compared;
  }
  CHECK(told == events.size());
  if (live.advance(last)) CHECK(shown(live.outcomes()) == atOnce(events, last, document, evaluator));
}

void tellInTwoOrders(const syntax::Scenario& scenario, const Compiled& document, Counted& counted) {
  if (scenario.expectations.empty() || scenario.events.empty()) return;
  const Date last = scenario.expectations.back().at.day;
  tell(scenario.events, last, document, counted);
  Events lastFirst = scenario.events;
  std::rotate(lastFirst.begin(), lastFirst.end() - 1, lastFirst.end());
  if (timelineOf("proef", lastFirst, document.graph).problems.empty()) tell(lastFirst, last, document, counted);
}

}  // namespace

TEST_CASE("told line by line, a timeline comes out as told in one go") {
  Workspace workspace;
  Counted counted;
  for (const std::string& name : shippedDocuments()) {
    const Compiled& compiled = workspace.compile(workspace.open(name).documents.front());
    for (const FileIndex file : compiled.document.files)
      for (const syntax::Scenario& scenario : workspace.parsed(file).tree.scenarios)
        tellInTwoOrders(scenario, compiled, counted);
  }
  CHECK(counted.compared > 1000);
  CHECK(counted.late > 500);
}
