// What each kind of node reads: a new field of a node is told here.
#include <algorithm>

#include "graph/links.h"

namespace beding::graph {
namespace {

constexpr std::size_t usualParts = 8;

/// Collects the parts of one node; what is absent is left out.
class Parts {
 public:
  std::vector<Part> all;

  void add(std::string_view name, Role role, ExpressionId expression, bool delayed = false) {
    if (expression) all.push_back({name, role, expression, {}, {}, delayed});
  }
  void add(std::string_view name, Role role, PatternId pattern) {
    if (pattern) all.push_back({name, role, {}, pattern, {}, false});
  }
  void add(std::string_view name, Role role, NodeRef node, bool delayed = false) {
    all.push_back({name, role, {}, {}, node, delayed});
  }
  template <class Tag>
  void node(std::string_view name, Role role, NodeKind kind, Id<Tag> id, bool delayed = false) {
    if (id) add(name, role, NodeRef{kind, id.index}, delayed);
  }
  void add(std::string_view name, Role role, const Trigger& trigger) {
    add(name, role, trigger.pattern);
    add(name, role, trigger.becomes);
  }
  void add(std::string_view name, Role role, const std::optional<Trigger>& trigger) {
    if (trigger) add(name, role, *trigger);
  }
  void add(std::string_view name, const PartyRef& party) { add(name, Role::value, party.expression); }
  void add(const std::vector<Binder>& binders) {
    for (const Binder& binder : binders) {
      node("elke", Role::instance, NodeKind::entity, binder.entity);
      add("waarvoor", Role::condition, binder.where);
    }
  }
};

/// Nodes of one kind for which `test` holds, as parts.
template <class Nodes, class Test>
void addWhere(Parts& parts, std::string_view name, Role role, NodeKind kind, const Nodes& nodes, Test test,
              bool delayed = false) {
  for (std::uint32_t i = 0; i < nodes.size(); ++i)
    if (test(nodes[i])) parts.add(name, role, NodeRef{kind, i}, delayed);
}

void entityParts(const Graph&, const Entity& entity, Parts& parts) {
  parts.add("ontstaat bij", Role::trigger, entity.created);
}

void parameterParts(const Graph& graph, const Parameter& parameter, Parts& parts) {
  parts.add("waarde", Role::value, parameter.value);
  parts.add("ten minste", Role::value, parameter.minimum);
  for (const AgreementRule& rule : graph.agreementRules)
    if (parameter.deviable || !parameter.value)
      parts.add("afspraak telt indien", Role::condition, rule.condition, true);
  parts.add("in plaats van", Role::value, parameter.displaced);
}

void quantityParts(const Graph&, const Quantity& quantity, Parts& parts) {
  parts.add(quantity.binders);
  parts.add("waarde", Role::value, quantity.value);
  parts.add("indien", Role::condition, quantity.condition);
  parts.node("anders", Role::value, NodeKind::quantity, quantity.otherwise);
}

void stateParts(const Graph& graph, const State& state, std::uint32_t index, Parts& parts) {
  parts.add(state.binders);
  for (const Trigger& begin : state.begins) parts.add("zodra", Role::trigger, begin);
  parts.add("indien", Role::condition, state.beginCondition);
  for (const Trigger& end : state.ends) parts.add("totdat", Role::exception, end);
  parts.add("zolang", Role::condition, state.during);
  parts.add("tenzij", Role::exception, state.unless);
  parts.add("ongeldig zodra", Role::exception, state.voidWhen);
  parts.add("laatste dag", Role::deadline, state.lastDay, true);
  parts.add("drager", state.bearer);
  for (const StateId id : state.defeatedBy) parts.node("wijkt voor", Role::exception, NodeKind::state, id);
  addWhere(parts, "gevolg", Role::contributes, NodeKind::effect, graph.effects,
           [&](const Effect& effect) { return effect.shows == StateId{index}; });
  if (graph.inForce == StateId{index})
    addWhere(parts, "einde", Role::exception, NodeKind::effect, graph.effects,
             [](const Effect& effect) { return effect.kind == EffectKind::endAgreement; });
}

void actParts(const Graph& graph, const Act& act, std::uint32_t index, Parts& parts) {
  for (const EntityId entity : act.parameters) parts.node("over", Role::instance, NodeKind::entity, entity);
  parts.add("gebeurt door", Role::trigger, act.doneBy);
  parts.add("vervuld zodra", Role::trigger, act.fulfilledWhen);
  // An exercise is tested against the world just before it.
  addWhere(
      parts, "bevoegdheid", Role::condition, NodeKind::norm, graph.norms,
      [&](const Norm& norm) { return norm.act == ActId{index} && norm.kind == NormKind::power; }, true);
}

void normWhenParts(const Norm& norm, Parts& parts) {
  parts.add("zodra", Role::trigger, norm.trigger);
  parts.add("indien", Role::condition, norm.condition);
  parts.add("zolang", Role::condition, norm.during);
  parts.add("totdat", Role::exception, norm.until);
  parts.add("tenzij", Role::exception, norm.unless);
  parts.add("termijn", Role::deadline, norm.term.last, true);
  parts.add("gerekend vanaf", Role::deadline, norm.term.anchor, true);
  parts.node("open norm", Role::deadline, NodeKind::judgement, norm.term.soft);
  parts.add("geschonden zodra", Role::condition, norm.breachWhen);
  parts.add("ongeldig zodra", Role::exception, norm.voidWhen);
}

void normWhatParts(const Norm& norm, Parts& parts) {
  parts.add(norm.binders);
  parts.add("drager", norm.bearer);
  parts.add("jegens", norm.counterparty);
  parts.node("handeling", Role::act, NodeKind::act, norm.act);
  for (const ExpressionId argument : norm.arguments) parts.add("over", Role::value, argument);
  for (const ActId act : norm.alternatives) parts.node("of", Role::act, NodeKind::act, act);
  parts.add("keuze", Role::value, norm.choice);
}

void normExerciseParts(const Norm& norm, Parts& parts) {
  parts.add("vereiste", Role::condition, norm.exerciseCondition);
  parts.add("opzegtermijn", Role::deadline, norm.noticePeriod, true);
  parts.add("tegen", Role::deadline, norm.againstDay, true);
  parts.add("genoemde dag", Role::deadline, norm.namedDay, true);
  parts.add("toestemming", Role::exception, norm.consent);
  parts.add("geldt nog tot", Role::deadline, norm.survivesUntil, true);
}

void normPriorityParts(const Graph& graph, std::uint32_t index, Parts& parts) {
  addWhere(parts, "in afwijking van", Role::exception, NodeKind::norm, graph.norms, [&](const Norm& norm) {
    return contains(norm.defeats, NormId{index}) || contains(norm.lifts, NormId{index});
  });
  for (const Ranking& ranking : graph.rankings) {  // other readings may rank the other way round: no cycle
    const bool inReading = ranking.guard.issue.valid();
    if (ranking.second == NormId{index})
      parts.node("gaat voor", Role::exception, NodeKind::norm, ranking.first, inReading);
  }
  addWhere(
      parts, "opschorting", Role::exception, NodeKind::effect, graph.effects,
      [&](const Effect& effect) { return contains(effect.targets, NormId{index}); }, true);
}

void amountParts(const Graph& graph, const Amount& amount, std::uint32_t index, Parts& parts) {
  parts.add(amount.binders);
  parts.add("schuldenaar", amount.debtor);
  parts.add("schuldeiser", amount.creditor);
  parts.add("zodra", Role::trigger, amount.trigger);
  parts.add("per", Role::trigger, amount.occurrences);
  parts.add("indien", Role::condition, amount.condition);
  parts.add("ongeldig zodra", Role::exception, amount.voidWhen);
  parts.add("zolang", Role::condition, amount.during);
  parts.add("tenzij", Role::exception, amount.unless);
  parts.add("bedrag", Role::value, amount.value);
  parts.add("per dag", Role::value, amount.daily);
  parts.add("rentevoet", Role::value, amount.rate);
  parts.add("uiterlijk", Role::deadline, amount.due, true);
  if (amount.kind == AmountKind::interest) parts.add("over", Role::value, NodeRef{NodeKind::ledger, 0});
  addWhere(parts, "in afwijking van", Role::exception, NodeKind::amount, graph.amounts,
           [&](const Amount& each) { return contains(each.defeats, AmountId{index}); });
}

void rightParts(const Graph& graph, const Right& right, std::uint32_t index, Parts& parts) {
  parts.add(right.binders);
  parts.add("houder", right.holder);
  parts.add("zodra", Role::trigger, right.trigger);
  parts.add("gebruikt door", Role::condition, right.used);
  parts.add("uiterlijk", Role::deadline, right.last, true);
  parts.add("vervalt door", Role::exception, right.lapsedBy);
  parts.add("indien", Role::condition, right.condition);
  parts.add("ongeldig zodra", Role::exception, right.voidWhen);
  parts.add("voor zover", Role::exception, right.keptFor);
  addWhere(parts, "in afwijking van", Role::exception, NodeKind::right, graph.rights,
           [&](const Right& each) { return contains(each.defeats, RightId{index}); });
}

void limitParts(const Graph& graph, const Limit& limit, std::uint32_t index, Parts& parts) {
  parts.add(limit.binders);
  parts.add("drager", limit.bearer);
  parts.add("jegens", limit.counterparty);
  parts.add("indien", Role::condition, limit.condition);
  parts.add("tenzij", Role::exception, limit.unless);
  parts.add("ongeldig zodra", Role::exception, limit.voidWhen);
  parts.add("bedrag", Role::value, limit.amount);
  parts.add("per jaar", Role::value, limit.perYear);
  parts.add("schade", Role::value, limit.damage);
  parts.add("één gebeurtenis", Role::condition, limit.together);
  addWhere(parts, "in afwijking van", Role::exception, NodeKind::limit, graph.limits,
           [&](const Limit& each) { return contains(each.defeats, LimitId{index}); });
}

void effectParts(const Graph&, const Effect& effect, Parts& parts) {
  parts.add(effect.binders);
  parts.node("door", Role::trigger, NodeKind::act, effect.act);
  parts.add("waarvan", Role::condition, effect.which);
  parts.add("zodra", Role::trigger, effect.trigger);
  parts.add("zolang", Role::condition, effect.during);
  parts.add("indien", Role::condition, effect.condition);
  parts.add("alleen als", Role::condition, effect.claims);
  parts.add("alle plichten van", effect.allOf);
}

void ledgerParts(const Graph& graph, Parts& parts) {
  const LedgerRules& ledger = graph.ledger;
  parts.node("hoofdsom", Role::contributes, NodeKind::entity, ledger.invoice);
  parts.add("hoofdsom", Role::value, ledger.amount, true);
  parts.add("factuurdatum", Role::value, ledger.invoiceDate, true);
  parts.node("vervaldag", Role::deadline, NodeKind::norm, ledger.payment, true);
  for (const NormId other : ledger.otherPayments) parts.node("vervaldag", Role::deadline, NodeKind::norm, other, true);
  parts.node("voorschot", Role::contributes, NodeKind::entity, ledger.advance);
  parts.add("voorschot", Role::value, ledger.advanceAmount, true);
  parts.add("uiterlijk", Role::deadline, ledger.advanceDue, true);
  parts.node("betaling", Role::contributes, NodeKind::event, ledger.paymentReceived);
  parts.node("in rekening gebracht", Role::contributes, NodeKind::event, ledger.interestCharged);
  addWhere(
      parts, "post", Role::contributes, NodeKind::amount, graph.amounts, [](const Amount&) { return true; }, true);
  addWhere(
      parts, "direct opeisbaar", Role::contributes, NodeKind::effect, graph.effects,
      [](const Effect& effect) { return effect.kind == EffectKind::accelerate; }, true);
}

void termParts(const Graph& graph, Parts& parts) {
  parts.add("begin", Role::value, graph.term.start);
  parts.add("duur", Role::value, graph.term.duration);
  parts.add("verlenging", Role::value, graph.term.renewal);
  addWhere(parts, "einde", Role::exception, NodeKind::effect, graph.effects, [](const Effect& effect) {
    return effect.kind == EffectKind::endAgreement || effect.kind == EffectKind::preventRenewal;
  });
}

void normParts(const Graph& graph, const Norm& norm, std::uint32_t index, Parts& parts) {
  normWhatParts(norm, parts);
  normWhenParts(norm, parts);
  normExerciseParts(norm, parts);
  normPriorityParts(graph, index, parts);
}

}  // namespace

std::vector<NodeParts> partsOf(const Graph& graph) {
  std::vector<NodeParts> all;
  for (const NodeRef node : nodesOf(graph)) all.push_back({node, partsOf(graph, node)});
  return all;
}

std::vector<Part> partsOf(const Graph& graph, NodeRef node) {
  Parts parts;
  parts.all.reserve(usualParts);
  const std::uint32_t i = node.index;
  switch (node.kind) {
    case NodeKind::event:
    case NodeKind::property:
      break;
    case NodeKind::entity:
      entityParts(graph, graph.entities[i], parts);
      break;
    case NodeKind::judgement:
      parts.node("over", Role::instance, NodeKind::entity, graph.judgements[i].subject);
      break;
    case NodeKind::parameter:
      parameterParts(graph, graph.parameters[i], parts);
      break;
    case NodeKind::quantity:
      quantityParts(graph, graph.quantities[i], parts);
      break;
    case NodeKind::state:
      stateParts(graph, graph.states[i], i, parts);
      break;
    case NodeKind::act:
      actParts(graph, graph.acts[i], i, parts);
      break;
    case NodeKind::norm:
      normParts(graph, graph.norms[i], i, parts);
      break;
    case NodeKind::amount:
      amountParts(graph, graph.amounts[i], i, parts);
      break;
    case NodeKind::right:
      rightParts(graph, graph.rights[i], i, parts);
      break;
    case NodeKind::limit:
      limitParts(graph, graph.limits[i], i, parts);
      break;
    case NodeKind::effect:
      effectParts(graph, graph.effects[i], parts);
      break;
    case NodeKind::ledger:
      ledgerParts(graph, parts);
      break;
    case NodeKind::term:
      termParts(graph, parts);
      break;
  }
  return std::move(parts.all);
}

}  // namespace beding::graph
