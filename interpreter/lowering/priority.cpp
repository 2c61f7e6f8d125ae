// Which rule goes before which: "in afwijking van" and "4.6 gaat voor 11.1", once all norms are known.
#include <algorithm>

#include "graph/opposition.h"
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

bool isStatute(const std::string& lid) { return lid.find("BW") != std::string::npos; }  // recorded elsewhere

/// What a reference stands for; a reference to nothing is reported.
std::vector<Labelled> meant(Lowering& lowering, const Priority& priority) {
  if (isStatute(priority.lid)) return {};
  auto nodes = lowering.labelled(priority.lid, priority.label);
  const auto& leden = lowering.leden;
  const bool isLid = priority.label.empty() && std::find(leden.begin(), leden.end(), priority.lid) != leden.end();
  if (nodes.empty() && !isLid && !lowering.definedLabels.contains({priority.lid, priority.label}))
    lowering.unknownReference(names::spanOf(priority.words, 0, priority.words.size()), priority.lid, priority.label);
  return nodes;
}

/// Powers stand beside each other; of a requirement a power lifts what it contradicts; anything else it defeats.
void derogate(graph::Graph& graph, const Derogation& derogation, const Labelled& other) {
  graph::Norm& norm = graph.norms[derogation.node.index];
  const graph::NormKind kind = graph.norms[other.index].kind;
  const bool power = norm.kind == graph::NormKind::power;
  if (power && kind == graph::NormKind::power) return;
  if (!power || kind != graph::NormKind::requirement)
    norm.defeats.push_back({other.index});
  else if (norm.form || derogation.without)
    norm.lifts.push_back({other.index});
}

bool isRankable(const graph::Norm& a, const graph::Norm& b) {
  return graph::opposed(a, b) || graph::isRequirementOn(a, b) || graph::isRequirementOn(b, a);
}

}  // namespace

void Lowering::finishPriorities() {
  for (const Derogation& derogation : derogations) {
    for (const Priority& priority : derogation.priorities) {
      for (const Labelled& other : meant(*this, priority)) {
        if (!priority.derogates || other.kind != derogation.node.kind) continue;
        if (other.kind == Labelled::Kind::norm) derogate(graph, derogation, other);
        if (other.kind == Labelled::Kind::limit) graph.limits[derogation.node.index].defeats.push_back({other.index});
      }
    }
  }
  for (const RankingSentence& ranking : rankings) {
    for (const Labelled& first : meant(*this, ranking.first)) {
      for (const Labelled& second : meant(*this, ranking.second)) {
        const bool norms = first.kind == Labelled::Kind::norm && second.kind == Labelled::Kind::norm;
        if (norms && isRankable(graph.norms[first.index], graph.norms[second.index]))
          graph.rankings.push_back({provenance(ranking.site), ranking.site.guard, {first.index}, {second.index}});
      }
    }
  }
}

}  // namespace beding::lowering
