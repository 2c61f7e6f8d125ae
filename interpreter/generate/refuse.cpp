#include "generate/refuse.h"

#include <algorithm>

#include "graph/print.h"

namespace beding::generate {

using graph::NodeKind;

namespace {

void refuseEffects(Model& model) {
  using graph::EffectKind;
  for (std::uint32_t i = 0; i < model.graph.effects.size(); ++i) {
    const graph::Effect& effect = model.graph.effects[i];
    if (!model.has(NodeKind::effect, i)) continue;
    const bool stated = effect.kind == EffectKind::endAgreement && effect.trigger && effect.trigger->pattern;
    if (stated && graph::text(model.graph, effect.trigger->pattern).starts_with("overeenkomst geeindigd")) continue;
    const bool accelerates = effect.kind == EffectKind::accelerate;
    if (accelerates && effect.act)
      model.refuse(effect.where, {Phrasing{"vorderingen die door een handeling ineens opeisbaar worden",
                                           "claims that fall due at once by an act"}});
    else if (effect.kind == EffectKind::preventRenewal)
      model.refuse(effect.where, {Phrasing{"een opzegging die verlenging voorkomt", "notice that prevents renewal"}});
    else if (!accelerates && effect.trigger && effect.trigger->pattern)
      model.refuse(effect.where, {Phrasing{"een gevolg van een gebeurtenis", "a consequence of an event"}});
    else if (effect.kind == EffectKind::suspend && effect.trigger)
      model.refuse(effect.where, {Phrasing{"een opschorting die niet meer ophoudt", "a suspension without an end"}});
    else if (!accelerates && effect.act && effect.condition)
      model.refuse(effect.where, {Phrasing{"een gevolg onder een voorwaarde", "a consequence under a condition"}});
  }
}

Wording kindRefused(const graph::Graph& graph, graph::NodeRef node) {
  return worded({"een zin van de soort «{0}»", "a sentence of the kind «{0}»"},
                {std::string(graph::kindName(graph, node))});
}

bool isRefused(const Model& model, graph::NodeRef node) {
  switch (node.kind) {
    case NodeKind::quantity:
      return model.graph.quantities[node.index].reported && model.graph.quantities[node.index].type != Type::money;
    default:
      return false;
  }
}

/// Whether a sentence speaks of events of that type.
bool isRead(const Model& model, EventTypeId type) {
  return std::any_of(model.reached.begin(), model.reached.end(), [&](graph::NodeRef node) {
    const auto& reads = model.readsOf(node);
    return std::find(reads.begin(), reads.end(), graph::NodeRef{NodeKind::event, type.index}) != reads.end();
  });
}

}  // namespace

void refuseNodes(Model& model) {
  const graph::Graph& graph = model.graph;
  for (const graph::NodeRef node : model.reached)
    if (isRefused(model, node)) model.refuse(graph::whereOf(graph, node), kindRefused(graph, node));
  for (const graph::Derivation& derivation : graph.derivations)
    if (derivation.from == graph::DerivedFrom::renewal && isRead(model, derivation.type))
      model.refuse({}, {Phrasing{"een zin over «overeenkomst verlengd»", "a sentence about the event of a renewal"}});
  for (const graph::IgnoredHoliday& holiday : graph.ignoredHolidays)
    if (isStandard(graph, holiday.guard))
      model.refuse({}, {Phrasing{"een feestdag die een werkdag is", "a holiday that is a working day"}});
  refuseEffects(model);
}

}  // namespace beding::generate
