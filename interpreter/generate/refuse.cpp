#include "generate/refuse.h"

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
    else if (!accelerates && (effect.trigger || effect.during.valid() || !effect.binders.empty()))
      model.refuse(effect.where, {Phrasing{"een gevolg van een feit («Zodra …», «zolang …»)",
                                           "a consequence of a fact («Zodra …», «zolang …»)"}});
    else if (!accelerates && effect.condition)
      model.refuse(effect.where, {Phrasing{"een gevolg onder een voorwaarde", "a consequence under a condition"}});
  }
}

Wording kindRefused(const graph::Graph& graph, graph::NodeRef node) {
  return worded({"een zin van de soort «{0}»", "a sentence of the kind «{0}»"},
                {std::string(graph::kindName(graph, node))});
}

/// Whether a derogation shows another value in the place of this parameter.
bool isDerogated(const graph::Graph& graph, graph::ParameterId parameter) {
  for (std::uint32_t i = 0; i < graph.quantities.size(); ++i) {
    graph::QuantityId id{i};
    const graph::Quantity& quantity = graph.quantities[i];
    if (!quantity.derogates || !quantity.binders.empty() || !isStandard(graph, quantity.guard)) continue;
    while (at(graph.quantities, id).otherwise) id = at(graph.quantities, id).otherwise;
    if (at(graph.quantities, id).parameter == parameter) return true;
  }
  return false;
}

bool isRefused(const Model& model, graph::NodeRef node) {
  switch (node.kind) {
    case NodeKind::quantity:
      return model.graph.quantities[node.index].reported;
    case NodeKind::norm: {
      const graph::NormKind kind = model.graph.norms[node.index].kind;
      return kind == graph::NormKind::requirement;
    }
    default:
      return false;
  }
}

}  // namespace

void refuseNodes(Model& model) {
  const graph::Graph& graph = model.graph;
  for (const graph::NodeRef node : model.reached)
    if (isRefused(model, node)) model.refuse(graph::whereOf(graph, node), kindRefused(graph, node));
  for (std::uint32_t i = 0; i < graph.parameters.size(); ++i)
    if (model.has(NodeKind::parameter, i) && graph.parameters[i].reported && isDerogated(graph, graph::ParameterId{i}))
      model.refuse(graph.parameters[i].where,
                   {Phrasing{"een waarde waarvan een ander lid afwijkt", "a value from which another lid derogates"}});
  if (graph.term.renewal && model.has(NodeKind::term, 0))
    model.refuse(
        graph.term.duration && !graph.parameters.empty() ? graph.parameters.front().where : graph::Provenance{},
        {Phrasing{"een looptijd met verlenging", "a term with renewal"}});
  for (const graph::IgnoredHoliday& holiday : graph.ignoredHolidays)
    if (isStandard(graph, holiday.guard))
      model.refuse({}, {Phrasing{"een feestdag die een werkdag is", "a holiday that is a working day"}});
  refuseEffects(model);
}

}  // namespace beding::generate
