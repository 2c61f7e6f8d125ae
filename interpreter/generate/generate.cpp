#include "generate/generate.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.h"
#include "generate/agreement.h"
#include "generate/alone.h"
#include "generate/header.h"
#include "generate/lines.h"

namespace beding::generate {

namespace {

/// With a kind of instance for every norm that is there once for each event of a kind.
graph::Graph withOccasions(graph::Graph graph) {
  for (const graph::Norm& norm : graph.norms) {
    if (!isPerOccurrence(norm)) continue;
    graph::Entity occasion;
    occasion.where = norm.where;
    occasion.name = "aanleiding voor " + norm.name;
    graph.entities.push_back(occasion);
  }
  return graph;
}

using Taken = std::set<std::string>;

/// All but the header.
Generated generated(const graph::Graph& graph, const Choice& choice, const Taken& taken) {
  Model model(graph, reachOf(graph, choice.lids), choice.alone ? choice.lids : std::vector<std::string>{}, taken);
  Generated made;
  made.agreement = Agreement(model).text();
  made.obstacles = std::move(model.obstacles);
  if (!made.obstacles.empty()) made.agreement.clear();
  for (const auto& [type, use] : model.events)
    made.events.push_back({EventTypeId{type}, use.type, {use.fields.begin(), use.fields.end()}, use.about});
  for (const auto& [index, use] : model.judgements)
    made.judgements.push_back({graph::JudgementId{index}, use.type, use.about});
  made.persons = model.persons;
  std::copy_if(model.reached.begin(), model.reached.end(), std::back_inserter(made.nodes),
               [&](graph::NodeRef node) { return model.reports(node); });
  std::sort(made.obstacles.begin(), made.obstacles.end(), [](const Obstacle& a, const Obstacle& b) {
    const int order = compareNumbered(a.lid, b.lid);
    return order != 0 ? order < 0 : a < b;
  });
  return made;
}

/// `taken`: names that nothing can have.
Generated parts(const graph::Graph& graph, const Choice& choice, const Taken& taken) {
  if (choice.alone) return generated(withOccasions(aloneOf(graph, choice.lids)), choice, taken);
  const bool hasOccasions = std::any_of(graph.norms.begin(), graph.norms.end(), isPerOccurrence);
  return hasOccasions ? generated(withOccasions(graph), choice, taken) : generated(graph, choice, taken);
}

}  // namespace

Generated toCpp(const graph::Graph& graph, const Choice& choice, const std::string& command) {
  Generated made = parts(graph, choice, kernelNames());
  if (made.obstacles.empty()) made.header = openingText(graph, command) + kernelText() + foldedLines(made.agreement);
  return made;
}

std::vector<Obstacle> obstaclesOf(const graph::Graph& graph, const Choice& choice) {
  return parts(graph, choice, {}).obstacles;
}

std::vector<Possible> possibleLids(const graph::Graph& graph) {
  std::vector<Possible> all;
  for (const std::string& lid : lidsOf(graph)) {
    Possible possible{lid, obstaclesOf(graph, {{lid}, false}), {}};
    if (!possible.obstacles.empty()) possible.alone = obstaclesOf(graph, {{lid}, true});
    all.push_back(std::move(possible));
  }
  return all;
}

}  // namespace beding::generate
