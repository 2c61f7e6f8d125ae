#include "machine/limits.h"

#include "generate/sentences.h"
#include "graph/opposition.h"
#include "machine/steps.h"

namespace beding::machine {

using graph::EffectKind;
using graph::NodeKind;

namespace {

bool isRun(const graph::Graph& graph, graph::NodeRef node) {
  switch (node.kind) {
    case NodeKind::event:
    case NodeKind::entity:
    case NodeKind::state:
    case NodeKind::act:
    case NodeKind::amount:
    case NodeKind::effect:
    case NodeKind::property:
    case NodeKind::ledger:
    case NodeKind::term:
      return true;
    case NodeKind::norm:
      return graph::isDuty(graph.norms[node.index].kind) || graph::isPower(graph.norms[node.index].kind);
    default:
      return false;
  }
}

void limitBinders(const std::vector<graph::Binder>& binders) {
  refuseIf(binders.size() > 1);
  for (const graph::Binder& binder : binders) refuseIf(binder.entity == graph::EntityId{0} || binder.where.valid());
}
void limitParty(const graph::PartyRef& party) { refuseIf(party.slot || party.expression); }

void limitState(const graph::State& state) {
  limitBinders(state.binders);
  refuseIf(state.begins.empty() && !state.during);  // it is so by something else
  refuseIf(!state.defeatedBy.empty() || (state.report != graph::StateReport::hidden && state.lastDay));
  if (state.report != graph::StateReport::hidden) limitParty(state.bearer);
}

void limitNorm(const graph::Graph& graph, const graph::Norm& norm) {
  limitBinders(norm.binders);
  limitParty(norm.bearer);
  limitParty(norm.counterparty);
  refuseIf(norm.trigger || norm.until || norm.perOccurrence || norm.survivesUntil || norm.form ||
           norm.exerciseCondition || !norm.alternatives.empty() || norm.choice || norm.term.soft ||
           !norm.defeats.empty() || !norm.lifts.empty());
  if (graph::isDuty(norm.kind)) return;
  refuseIf(graph::onlyEndsAgreement(graph, norm) && (norm.surviving || norm.survivesByNature));
  refuseIf(!norm.binders.empty() || norm.effectTime != graph::EffectTime::immediately || norm.oncePer ||
           norm.oncePerCalendarYear || norm.voidWhen || norm.namedDay);
}

void limitAmount(const graph::Graph& graph, const graph::Amount& amount) {
  limitBinders(amount.binders);
  limitParty(amount.debtor);
  limitParty(amount.creditor);
  const bool interest = amount.kind == graph::AmountKind::interest;
  const bool overInvoice = amount.binders.size() == 1 && amount.binders.front().entity == graph.ledger.invoice;
  refuseIf(amount.kind != graph::AmountKind::posted && !interest);
  refuseIf(interest && (!overInvoice || !amount.table));
  refuseIf(!amount.owed || amount.trigger || amount.due || !amount.defeats.empty());
}

void limitSentence(const graph::Graph& graph, const generate::Model& model, graph::NodeRef node) {
  if (node.kind == NodeKind::state && !model.relations.contains(node.index)) limitState(graph.states[node.index]);
  if (node.kind == NodeKind::norm) limitNorm(graph, graph.norms[node.index]);
  if (node.kind == NodeKind::amount) limitAmount(graph, graph.amounts[node.index]);
}

/// What comes about by something else than one event.
void limitOccasions(const graph::Graph& graph, const generate::Model& model) {
  for (const generate::EntityUse& entity : model.entities)
    refuseIf(entity.event && at(graph.patterns, at(graph.entities, entity.id).created).alternatives.size() != 1);
  for (const graph::Derivation& derivation : graph.derivations) refuseIf(model.derives(derivation));
  for (std::uint32_t i = 0; i < graph.effects.size(); ++i)
    refuseIf(model.has(NodeKind::effect, i) && graph.effects[i].trigger.has_value() &&
             graph.effects[i].kind != EffectKind::endAgreement);
}

/// What goes before something else.
void limitPrecedence(const graph::Graph& graph, const generate::Model& model) {
  for (const graph::Norm& norm : graph.norms)
    for (const graph::NormId beaten : norm.defeats)
      refuseIf(generate::isStandard(graph, norm.guard) && model.has(NodeKind::norm, beaten.index));
  for (const graph::Ranking& ranking : graph.rankings)
    refuseIf(model.has(NodeKind::norm, ranking.first.index) || model.has(NodeKind::norm, ranking.second.index));
  refuseIf(!graph.documentRanks.empty());
}

}  // namespace

void limitKinds(const graph::Graph& graph, const generate::Reached& reached) {
  for (const graph::NodeRef node : reached) refuseIf(!isRun(graph, node));
}

void limitGraph(const graph::Graph& graph, const generate::Model& model) {
  refuseIf(model.sentences.size() > mostSentences);
  refuseIf(model.has(NodeKind::entity, 0));  // a party as one of its kind
  for (const graph::NodeRef node : model.reached) limitSentence(graph, model, node);
  limitOccasions(graph, model);
  limitPrecedence(graph, model);
  refuseIf(graph.term.declared && model.has(NodeKind::term, 0));
  refuseIf(graph.ledger.advance && model.entityOf(graph.ledger.advance) != nullptr);
  refuseIf(!graph.ledger.ignoreDesignation && model.has(NodeKind::ledger, 0));
}

}  // namespace beding::machine
