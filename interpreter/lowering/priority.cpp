// Which rule goes before which: "in afwijking van" and "4.6 gaat voor 11.1", once all norms are known.
#include <algorithm>

#include "graph/opposition.h"
#include "lowering/forms/forms.h"

namespace beding::lowering {

namespace {

bool isStatute(const std::string& lid) { return lid.find("BW") != std::string::npos; }  // recorded elsewhere

bool isDerogation(const Priority& priority) { return priority.derogates && !isStatute(priority.lid); }

/// What a reference stands for; a reference to nothing is reported.
std::vector<Labelled> meant(Lowering& lowering, const Priority& priority, const std::string& document) {
  if (isStatute(priority.lid)) return {};
  const std::string place = qualified(priority.lid, document);
  auto nodes = lowering.labelled(place, priority.label);
  const auto& leden = lowering.leden;
  const bool isLid = priority.label.empty() && std::find(leden.begin(), leden.end(), place) != leden.end();
  if (nodes.empty() && !isLid && !lowering.definedLabels.contains({place, priority.label}))
    lowering.unknownReference(names::spanOf(priority.words, 0, priority.words.size()), place, priority.label);
  return nodes;
}

void nothingGivesWay(Lowering& lowering, const Priority& priority) {
  lowering.report(kinds::nothingGivesWay, names::spanOf(priority.words, 0, priority.words.size()),
                  {priority.lid + (priority.label.empty() ? "" : " " + priority.label)});
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

bool openTheSame(const graph::State& a, const graph::State& b) {
  return std::equal(a.binders.begin(), a.binders.end(), b.binders.begin(), b.binders.end(),
                    [](const graph::Binder& x, const graph::Binder& y) { return x.entity == y.entity; });
}

/// Whether the other can give way: a node of the same kind, a state about the same instances.
bool giveWay(graph::Graph& graph, const Derogation& derogation, const Labelled& other) {
  const Labelled& first = derogation.node;
  if (first.kind != other.kind || first.index == other.index) return false;
  switch (first.kind) {
    case Labelled::Kind::norm:
      derogate(graph, derogation, other);
      return true;
    case Labelled::Kind::amount:
      graph.amounts[first.index].defeats.push_back({other.index});
      return true;
    case Labelled::Kind::limit:
      graph.limits[first.index].defeats.push_back({other.index});
      return true;
    case Labelled::Kind::state:
      if (!openTheSame(graph.states[first.index], graph.states[other.index])) return false;
      graph.states[other.index].defeatedBy.push_back({first.index});
      return true;
    case Labelled::Kind::right:
      graph.rights[first.index].defeats.push_back({other.index});
      return true;
    case Labelled::Kind::quantity:
      return false;
  }
  return false;
}

/// Onverminderd: both count beside each other.
void stand(graph::Graph& graph, const Derogation& derogation, const Labelled& other) {
  if (other.kind != derogation.node.kind) return;
  const std::uint32_t index = derogation.node.index;
  if (other.kind == Labelled::Kind::norm) graph.norms[index].beside.push_back({other.index});
  if (other.kind == Labelled::Kind::limit) graph.limits[index].beside.push_back({other.index});
}

/// A definition goes before the one of its own name; the lid it refers to, and a label there, need only exist.
void settleDefinition(Lowering& lowering, const Priority& priority, const std::string& document) {
  if (isStatute(priority.lid)) return;
  const std::string place = qualified(priority.lid, document);
  const bool exists = std::any_of(lowering.sites.begin(), lowering.sites.end(), [&](const Site& s) {
    const bool inLid = s.place() == place || s.place().starts_with(place + ".");
    return inLid && (priority.label.empty() || fold(nameOf(s, "")) == priority.label);
  });
  if (!exists)
    lowering.unknownReference(names::spanOf(priority.words, 0, priority.words.size()), place, priority.label);
}

void settle(Lowering& lowering, const Derogation& derogation, const Priority& priority) {
  if (derogation.node.kind == Labelled::Kind::quantity)
    return settleDefinition(lowering, priority, derogation.document);
  const std::size_t before = lowering.reported();
  const auto others = meant(lowering, priority, derogation.document);
  if (lowering.reported() > before) return;
  if (!priority.derogates) {
    for (const Labelled& other : others) stand(lowering.graph, derogation, other);
    return;
  }
  bool any = false;
  for (const Labelled& other : others) any = giveWay(lowering.graph, derogation, other) || any;
  if (!any) nothingGivesWay(lowering, priority);
}

bool isRankable(const graph::Norm& a, const graph::Norm& b) {
  return graph::opposed(a, b) || graph::isRequirementOn(a, b) || graph::isRequirementOn(b, a);
}

}  // namespace

void Lowering::finishPriorities() {
  for (const Derogation& derogation : derogations) {
    for (const Priority& priority : derogation.priorities) {
      if (isDerogation(priority) || !priority.derogates) settle(*this, derogation, priority);
    }
  }
  for (const RankingSentence& ranking : rankings) {
    for (const Labelled& first : meant(*this, ranking.first, ranking.site.document)) {
      for (const Labelled& second : meant(*this, ranking.second, ranking.site.document)) {
        const bool norms = first.kind == Labelled::Kind::norm && second.kind == Labelled::Kind::norm;
        if (norms && isRankable(graph.norms[first.index], graph.norms[second.index]))
          graph.rankings.push_back({provenance(ranking.site), ranking.site.guard, {first.index}, {second.index}});
      }
    }
  }
}

}  // namespace beding::lowering
