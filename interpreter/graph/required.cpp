#include "graph/required.h"

#include "graph/print.h"

namespace beding::graph {
namespace {

/// So many instances one sentence opens; with every one more there are as many times more combinations.
constexpr std::size_t mostBinders = 8;

class Requirements {
 public:
  Requirements(const Graph& graph, std::vector<Fault>& faults) : graph_(graph), faults_(faults) {}

  void all() {
    each(NodeKind::entity, graph_.entities);
    each(NodeKind::act, graph_.acts);
    each(NodeKind::norm, graph_.norms);
    each(NodeKind::state, graph_.states);
    each(NodeKind::amount, graph_.amounts);
    each(NodeKind::right, graph_.rights);
    each(NodeKind::limit, graph_.limits);
    each(NodeKind::effect, graph_.effects);
    each(NodeKind::quantity, graph_.quantities);
    node_ = {NodeKind::ledger, 0};
    of(graph_.ledger);
    node_ = {NodeKind::term, 0};
    need(!graph_.term.declared || (graph_.term.start && graph_.term.duration), "een begin en een duur");
  }

 private:
  template <class Nodes>
  void each(NodeKind kind, const Nodes& nodes) {
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      node_ = {kind, i};
      if (bindersOf(graph_, node_).size() > mostBinders)
        fault("opent meer dan " + std::to_string(mostBinders) + " exemplaren");
      of(nodes[i]);
    }
  }

  void need(bool there, std::string_view what) {
    if (!there) fault("mist " + std::string(what));
  }
  void fault(const std::string& what) {
    faults_.push_back({title(graph_, node_) + " " + what, whereOf(graph_, node_), {}});
  }

  void trigger(const std::optional<Trigger>& trigger) {
    need(!trigger || trigger->pattern.valid() != trigger->becomes.valid(), "wat haar doet beginnen of eindigen");
  }

  /// A party may stand in any slot that its sentence can fill.
  void party(const PartyRef& party) { need(party.slot.value_or(0) < mostSlots, "de plaats van een partij"); }

  /// The parties are the first and come into being by nothing; everything else by some event.
  void of(const Entity& entity) {
    const bool isParty = node_.index == 0;
    need(isParty != entity.created.valid(), "een gebeurtenis die haar doet ontstaan");
    if (!isParty && entity.created)
      need(!at(graph_.patterns, entity.created).alternatives.empty(), "een gebeurtenis die haar doet ontstaan");
  }

  void of(const Act& act) { need(act.doneBy || act.fulfilledWhen, "een gebeurtenis waardoor zij gebeurt"); }

  void of(const Norm& norm) {
    need(norm.act || norm.kind == NormKind::guarantee || norm.kind == NormKind::effort, "een handeling");
    if (norm.act) arguments(norm, norm.act);
    for (const ActId other : norm.alternatives) arguments(norm, other);
    need(norm.alternatives.empty() || norm.act, "een handeling");
    trigger(norm.trigger);
    trigger(norm.until);
    need(!norm.perOccurrence || (norm.trigger && norm.trigger->pattern), "een voorval waarbij zij ontstaat");
    party(norm.bearer);
    party(norm.counterparty);
  }
  void arguments(const Norm& norm, ActId act) {
    need(norm.arguments.size() == at(graph_.acts, act).parameters.size(), "waar haar handeling over gaat");
    for (const ExpressionId argument : norm.arguments) need(argument.valid(), "waar haar handeling over gaat");
  }

  void of(const State& state) {
    for (const Trigger& begin : state.begins) trigger(begin);
    for (const Trigger& end : state.ends) trigger(end);
    party(state.bearer);
  }

  void of(const Amount& amount) {
    const AmountKind kind = amount.kind;
    need(kind == AmountKind::interest || amount.value, "een bedrag");
    need(kind != AmountKind::interest || amount.table.valid() != amount.rate.valid(), "een rentevoet");
    need(kind != AmountKind::perDay || amount.daily, "een bedrag per dag");
    need(kind != AmountKind::perOccurrence || amount.occurrences, "een voorval waarbij het bedrag erbij komt");
    trigger(amount.trigger);
    party(amount.debtor);
    party(amount.creditor);
  }

  void of(const Right& right) {
    trigger(right.trigger);
    party(right.holder);
  }

  void of(const Limit& limit) {
    party(limit.bearer);
    party(limit.counterparty);
  }

  void of(const Effect& effect) {
    trigger(effect.trigger);
    need(effect.act || effect.trigger || effect.during, "waardoor het intreedt");
    party(effect.allOf);
  }

  void of(const Quantity&) {}

  void of(const LedgerRules& ledger) {
    need(!ledger.invoice || ledger.amount, "het bedrag van een factuur");
    need(!ledger.advance || (ledger.advanceAmount && ledger.advanceDue), "het bedrag en de dag van een voorschot");
    need(!ledger.paymentReceived || hasAttribute(ledger.paymentReceived, ledger.paymentAmount),
         "het bedrag van een betaling");
  }
  bool hasAttribute(EventTypeId type, std::uint32_t attribute) {
    return attribute < at(graph_.events, type).attributes.size();
  }

  const Graph& graph_;
  std::vector<Fault>& faults_;
  NodeRef node_;
};

}  // namespace

void addMissing(const Graph& graph, std::vector<Fault>& faults) { Requirements(graph, faults).all(); }

}  // namespace beding::graph
