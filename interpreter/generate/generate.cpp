#include "generate/generate.h"

#include <algorithm>

#include "base/text.h"
#include "generate/agreement.h"
#include "generate/header.h"

namespace beding::generate {

Generated toCpp(const graph::Graph& graph, const std::vector<std::string>& lids, const std::string& command) {
  Model model(graph, reachOf(graph, lids));
  Generated generated;
  generated.agreement = Agreement(model).text();
  generated.obstacles = std::move(model.obstacles);
  if (!generated.obstacles.empty()) generated.agreement.clear();
  if (generated.obstacles.empty()) generated.header = openingText(graph, command) + kernelText() + generated.agreement;
  for (const auto& [type, use] : model.events)
    generated.events.push_back({EventTypeId{type}, use.type, {use.fields.begin(), use.fields.end()}, use.about});
  for (const auto& [index, use] : model.judgements)
    generated.judgements.push_back({graph::JudgementId{index}, use.type});
  generated.nodes.assign(model.reached.begin(), model.reached.end());
  std::sort(generated.obstacles.begin(), generated.obstacles.end(), [](const Obstacle& a, const Obstacle& b) {
    const int order = compareNumbered(a.lid, b.lid);
    return order != 0 ? order < 0 : a < b;
  });
  return generated;
}

std::vector<Possible> possibleLids(const graph::Graph& graph) {
  std::vector<Possible> all;
  for (const std::string& lid : lidsOf(graph)) all.push_back({lid, toCpp(graph, {lid}, "").obstacles});
  return all;
}

}  // namespace beding::generate
