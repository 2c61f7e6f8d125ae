// What each kind of node reads: a new field of a node is told here, among its own parts or, where the field says
// something of another node (which it goes before, which it suspends), among what is told of that one.
#include <algorithm>

#include "graph/links.h"

namespace beding::graph {
namespace {

constexpr std::size_t usualParts = 4;

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

void entityParts(const Entity& entity, Parts& parts) { parts.add("ontstaat bij", Role::trigger, entity.created); }

void parameterParts(const Graph& graph, const Parameter& parameter, Parts& parts) {
  parts.add("waarde", Role::value, parameter.value);
  parts.add("ten minste", Role::value, parameter.minimum);
  for (const AgreementRule& rule : graph.agreementRules)
    if (parameter.deviable || !parameter.value)
      parts.add("afspraak telt indien", Role::condition, rule.condition, true);
  parts.add("in plaats van", Role::value, parameter.displaced);
}

void quantityParts(const Quantity& quantity, Parts& parts) {
  parts.add(quantity.binders);
  parts.add("waarde", Role::value, quantity.value);
  parts.add("indien", Role::condition, quantity.condition);
  parts.node("anders", Role::value, NodeKind::quantity, quantity.otherwise);
}

void stateParts(const State& state, Parts& parts) {
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
}

void actParts(const Act& act, Parts& parts) {
  for (const EntityId entity : act.parameters) parts.node("over", Role::instance, NodeKind::entity, entity);
  parts.add("gebeurt door", Role::trigger, act.doneBy);
  parts.add("vervuld zodra", Role::trigger, act.fulfilledWhen);
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

void amountParts(const Amount& amount, Parts& parts) {
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
}

void rightParts(const Right& right, Parts& parts) {
  parts.add(right.binders);
  parts.add("houder", right.holder);
  parts.add("zodra", Role::trigger, right.trigger);
  parts.add("gebruikt door", Role::condition, right.used);
  parts.add("uiterlijk", Role::deadline, right.last, true);
  parts.add("vervalt door", Role::exception, right.lapsedBy);
  parts.add("indien", Role::condition, right.condition);
  parts.add("ongeldig zodra", Role::exception, right.voidWhen);
  parts.add("voor zover", Role::exception, right.keptFor);
}

void limitParts(const Limit& limit, Parts& parts) {
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
}

void effectParts(const Effect& effect, Parts& parts) {
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

void normParts(const Norm& norm, Parts& parts) {
  normWhatParts(norm, parts);
  normWhenParts(norm, parts);
  normExerciseParts(norm, parts);
}

void ownParts(const Graph& graph, NodeRef node, Parts& parts) {
  const std::uint32_t i = node.index;
  switch (node.kind) {
    case NodeKind::event:
    case NodeKind::property:
      return;
    case NodeKind::entity:
      return entityParts(graph.entities[i], parts);
    case NodeKind::judgement:
      return parts.node("over", Role::instance, NodeKind::entity, graph.judgements[i].subject);
    case NodeKind::parameter:
      return parameterParts(graph, graph.parameters[i], parts);
    case NodeKind::quantity:
      return quantityParts(graph.quantities[i], parts);
    case NodeKind::state:
      return stateParts(graph.states[i], parts);
    case NodeKind::act:
      return actParts(graph.acts[i], parts);
    case NodeKind::norm:
      return normParts(graph.norms[i], parts);
    case NodeKind::amount:
      return amountParts(graph.amounts[i], parts);
    case NodeKind::right:
      return rightParts(graph.rights[i], parts);
    case NodeKind::limit:
      return limitParts(graph.limits[i], parts);
    case NodeKind::effect:
      return effectParts(graph.effects[i], parts);
    case NodeKind::ledger:
      return ledgerParts(graph, parts);
    case NodeKind::term:
      return termParts(graph, parts);
  }
}

// ------------------------------------------------------------------------------------------- what others say of a node

/// A part of one node that stands in another.
struct Told {
  NodeRef of;
  Part part;
};

/// What nodes say of each other, by the node that it is said of: of all, or only of one. Ids may be out of range.
class Tales {
 public:
  explicit Tales(const Graph& graph, std::optional<NodeRef> only = {}) : graph_(graph), only_(only) {
    norms();
    rankings();
    effects();
    defeats(NodeKind::amount, graph.amounts);
    defeats(NodeKind::right, graph.rights);
    defeats(NodeKind::limit, graph.limits);
    std::stable_sort(all_.begin(), all_.end(), [](const Told& a, const Told& b) { return a.of < b.of; });
  }

  /// Appends what is told of one node, in the order of the tellers.
  void addOf(NodeRef node, std::vector<Part>& parts) const {
    auto next = std::lower_bound(all_.begin(), all_.end(), node,
                                 [](const Told& each, NodeRef wanted) { return each.of < wanted; });
    for (; next != all_.end() && next->of == node; ++next) parts.push_back(next->part);
  }

 private:
  template <class Tag>
  void add(NodeKind kind, Id<Tag> of, std::string_view name, Role role, NodeRef by, bool delayed = false) {
    const NodeRef node{kind, of.index};
    if (of && (!only_ || only_ == node)) all_.push_back({node, {name, role, {}, {}, by, delayed}});
  }

  template <class Nodes>
  void defeats(NodeKind kind, const Nodes& nodes) {
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
      for (const auto loser : nodes[i].defeats) add(kind, loser, "in afwijking van", Role::exception, {kind, i});
  }

  void norms() {
    for (std::uint32_t i = 0; i < graph_.norms.size(); ++i) {
      const Norm& norm = graph_.norms[i];
      const NodeRef by{NodeKind::norm, i};
      // An exercise is tested against the world just before it.
      if (norm.kind == NormKind::power) add(NodeKind::act, norm.act, "bevoegdheid", Role::condition, by, true);
      for (const NormId loser : norm.defeats) add(NodeKind::norm, loser, "in afwijking van", Role::exception, by);
      for (const NormId lifted : norm.lifts)
        if (!contains(norm.defeats, lifted)) add(NodeKind::norm, lifted, "in afwijking van", Role::exception, by);
    }
  }

  /// Other readings may rank the other way round: no cycle.
  void rankings() {
    for (const Ranking& each : graph_.rankings)
      if (each.first)
        add(NodeKind::norm, each.second, "gaat voor", Role::exception, {NodeKind::norm, each.first.index},
            each.guard.issue.valid());
  }

  void effects() {
    for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
      const Effect& effect = graph_.effects[i];
      const NodeRef by{NodeKind::effect, i};
      for (const NormId target : effect.targets) add(NodeKind::norm, target, "opschorting", Role::exception, by, true);
      add(NodeKind::state, effect.shows, "gevolg", Role::contributes, by);
      if (effect.kind == EffectKind::endAgreement) add(NodeKind::state, graph_.inForce, "einde", Role::exception, by);
    }
  }

  const Graph& graph_;
  std::optional<NodeRef> only_;
  std::vector<Told> all_;
};

}  // namespace

std::vector<Part> partsOf(const Graph& graph, NodeRef node) {
  Parts parts;
  parts.all.reserve(usualParts);
  ownParts(graph, node, parts);
  Tales(graph, node).addOf(node, parts.all);
  return std::move(parts.all);
}

AllParts::AllParts(const Graph& graph) : nodes_(nodesOf(graph)) {
  const Tales tales(graph);
  Parts parts;
  parts.all.reserve(usualParts * nodes_.size());
  begin_.reserve(nodes_.size() + 1);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].index == 0) firstOfKind_[static_cast<std::size_t>(nodes_[i].kind)] = i;
    begin_.push_back(parts.all.size());
    ownParts(graph, nodes_[i], parts);
    tales.addOf(nodes_[i], parts.all);
  }
  begin_.push_back(parts.all.size());
  parts_ = std::move(parts.all);
}

std::span<const Part> AllParts::of(NodeRef node) const {
  const std::size_t i = firstOfKind_[static_cast<std::size_t>(node.kind)] + node.index;
  return std::span(parts_).subspan(begin_[i], begin_[i + 1] - begin_[i]);
}

}  // namespace beding::graph
