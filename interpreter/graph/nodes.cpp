// The nodes of whatever kind: how many, what they are called, where they stand.
#include "graph/links.h"

namespace beding::graph {

std::size_t countOf(const Graph& graph, NodeKind kind) {
  switch (kind) {
    case NodeKind::event:
      return graph.events.size();
    case NodeKind::entity:
      return graph.entities.size();
    case NodeKind::judgement:
      return graph.judgements.size();
    case NodeKind::parameter:
      return graph.parameters.size();
    case NodeKind::quantity:
      return graph.quantities.size();
    case NodeKind::state:
      return graph.states.size();
    case NodeKind::act:
      return graph.acts.size();
    case NodeKind::norm:
      return graph.norms.size();
    case NodeKind::amount:
      return graph.amounts.size();
    case NodeKind::right:
      return graph.rights.size();
    case NodeKind::limit:
      return graph.limits.size();
    case NodeKind::effect:
      return graph.effects.size();
    case NodeKind::property:
      return graph.properties.size();
    case NodeKind::ledger:
    case NodeKind::term:
      break;
  }
  return 1;
}

std::vector<NodeRef> nodesOf(const Graph& graph) {
  std::vector<NodeRef> nodes;
  for (std::uint8_t kind = 0; kind < nodeKinds; ++kind)
    for (std::uint32_t i = 0; i < countOf(graph, NodeKind{kind}); ++i) nodes.push_back({NodeKind{kind}, i});
  return nodes;
}

namespace {

std::string effectName(const Effect& effect) {
  switch (effect.kind) {
    case EffectKind::endAgreement:
      return "einde van de overeenkomst";
    case EffectKind::preventRenewal:
      return "geen verlenging";
    case EffectKind::suspend:
      return "opschorting";
    case EffectKind::accelerate:
      return "direct opeisbaar";
  }
  return {};
}

template <class Nodes>
auto guardIn(const Nodes& nodes, std::uint32_t i) {
  return nodes[i].guard;
}

}  // namespace

std::string nameOf(const Graph& graph, NodeRef node) {
  const std::uint32_t i = node.index;
  switch (node.kind) {
    case NodeKind::event:
      return graph.events[i].name;
    case NodeKind::entity:
      return graph.entities[i].name;
    case NodeKind::judgement:
      return graph.judgements[i].words;
    case NodeKind::parameter:
      return graph.parameters[i].name;
    case NodeKind::quantity:
      return graph.quantities[i].name;
    case NodeKind::state:
      return graph.states[i].name;
    case NodeKind::act:
      return graph.acts[i].name;
    case NodeKind::norm:
      return graph.norms[i].name;
    case NodeKind::amount:
      return graph.amounts[i].name;
    case NodeKind::right:
      return graph.rights[i].name;
    case NodeKind::limit:
      return graph.limits[i].name;
    case NodeKind::effect:
      return effectName(graph.effects[i]);
    case NodeKind::property:
      return graph.properties[i].name;
    case NodeKind::ledger:
      return "grootboek";
    case NodeKind::term:
      return "looptijd";
  }
  return {};
}

const Provenance& whereOf(const Graph& graph, NodeRef node) {
  static const Provenance nowhere;
  const std::uint32_t i = node.index;
  switch (node.kind) {
    case NodeKind::entity:
      return graph.entities[i].where;
    case NodeKind::judgement:
      return graph.judgements[i].where;
    case NodeKind::parameter:
      return graph.parameters[i].where;
    case NodeKind::quantity:
      return graph.quantities[i].where;
    case NodeKind::state:
      return graph.states[i].where;
    case NodeKind::act:
      return graph.acts[i].where;
    case NodeKind::norm:
      return graph.norms[i].where;
    case NodeKind::amount:
      return graph.amounts[i].where;
    case NodeKind::right:
      return graph.rights[i].where;
    case NodeKind::limit:
      return graph.limits[i].where;
    case NodeKind::effect:
      return graph.effects[i].where;
    case NodeKind::property:
      return graph.properties[i].where;
    case NodeKind::ledger:
      return graph.ledger.where;
    case NodeKind::event:
    case NodeKind::term:
      break;
  }
  return nowhere;
}

ReadingGuard guardOf(const Graph& graph, NodeRef node) {
  const std::uint32_t i = node.index;
  switch (node.kind) {
    case NodeKind::judgement:
      return guardIn(graph.judgements, i);
    case NodeKind::parameter:
      return guardIn(graph.parameters, i);
    case NodeKind::quantity:
      return guardIn(graph.quantities, i);
    case NodeKind::state:
      return guardIn(graph.states, i);
    case NodeKind::norm:
      return guardIn(graph.norms, i);
    case NodeKind::amount:
      return guardIn(graph.amounts, i);
    case NodeKind::right:
      return guardIn(graph.rights, i);
    case NodeKind::limit:
      return guardIn(graph.limits, i);
    case NodeKind::effect:
      return guardIn(graph.effects, i);
    case NodeKind::property:
      return guardIn(graph.properties, i);
    default:
      return {};
  }
}

const std::vector<Binder>& bindersOf(const Graph& graph, NodeRef node) {
  static const std::vector<Binder> none;
  const std::uint32_t i = node.index;
  switch (node.kind) {
    case NodeKind::quantity:
      return graph.quantities[i].binders;
    case NodeKind::state:
      return graph.states[i].binders;
    case NodeKind::norm:
      return graph.norms[i].binders;
    case NodeKind::amount:
      return graph.amounts[i].binders;
    case NodeKind::right:
      return graph.rights[i].binders;
    case NodeKind::limit:
      return graph.limits[i].binders;
    case NodeKind::effect:
      return graph.effects[i].binders;
    default:
      return none;
  }
}

}  // namespace beding::graph
