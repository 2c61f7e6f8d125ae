// What is to be done when an event of some type happens, or reaches the other party.
#include <algorithm>

#include "graph/opposition.h"
#include "machine/translator.h"

namespace beding::machine {

using generate::Read;
using graph::EffectKind;
using graph::NodeKind;
using graph::PatternId;

namespace {

bool receives(const graph::Graph& graph, graph::ActId act) {
  const graph::Act& meant = at(graph.acts, act);
  return meant.atReceipt || (meant.doneBy && at(graph.patterns, meant.doneBy).atReceipt);
}

bool isOf(const graph::Graph& graph, PatternId pattern, EventTypeId type) {
  if (!pattern) return false;
  const auto& ways = at(graph.patterns, pattern).alternatives;
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
}

}  // namespace

/// What does something that the machine does not run makes every contract that has it one for the engine.
void Translator::fillEvent(EventTypeId type) {
  EventPlan& plan = program_.events[type.index];
  try {
    fillEvent(type, plan);
  } catch (const NotForTheMachine&) {
    plan = {};
    plan.forTheEngine = true;
  }
  program_.hasPlan[type.index] = !plan.creates.empty() || !plan.onHappening.empty() || !plan.onReceipt.empty() ||
                                 plan.endsAgreement || plan.paid != none || plan.currency != none ||
                                 plan.formation != noStep || plan.isLegalAct || plan.forTheEngine;
}

void Translator::fillEvent(EventTypeId type, EventPlan& plan) {
  for (std::uint32_t i = 0; i < model_.entities.size(); ++i)
    if (model_.entities[i].event == type)
      plan.creates.emplace_back(i, steps_.matches(at(graph_.entities, model_.entities[i].id).created, type, {}));
  plan.onHappening = doings(type, false);
  plan.onReceipt = doings(type, true);
  if (const auto received = attributeIndex(at(graph_.events, type), "ontvangen"))
    plan.received = plan.onReceipt.empty() ? none : steps_.cellOf(type, *received);
  if (const auto against = attributeIndex(at(graph_.events, type), "tegen"))
    plan.against = steps_.cellOf(type, *against);
  if (isOf(graph_, graph_.formation, type)) plan.formation = steps_.matches(graph_.formation, type, {});
  plan.endsAgreement = at(graph_.events, type).name == "overeenkomst geeindigd";
  plan.isLegalAct = isLegalAct(type);
  plan.forTheEngine = at(graph_.events, type).name == agreementType;
  if (type == graph_.ledger.paymentReceived) fillPayment(type, plan);
}

void Translator::fillPayment(EventTypeId type, EventPlan& plan) {
  const graph::LedgerRules& rules = graph_.ledger;
  if (model_.has(NodeKind::ledger, 0)) plan.paid = steps_.cellOf(type, rules.paymentAmount);
  if (rules.paymentCurrency < at(graph_.events, type).attributes.size())
    plan.currency = steps_.cellOf(type, rules.paymentCurrency);
}

bool Translator::isLegalAct(EventTypeId type) const {
  return std::any_of(graph_.norms.begin(), graph_.norms.end(), [&](const graph::Norm& norm) {
    if (graph::isDuty(norm.kind)) return false;
    const auto acts = graph::actsOf(norm);
    return std::any_of(acts.begin(), acts.end(),
                       [&](graph::ActId act) { return isOf(graph_, at(graph_.acts, act).doneBy, type); });
  });
}

Doings Translator::doings(EventTypeId type, bool receipt) {
  Doings doings;
  for (const generate::Sentence& from : model_.sentences) {
    if (from.node.kind == NodeKind::state) addTriggers(from, type, receipt, doings);
    if (from.node.kind == NodeKind::norm) addActs(from, type, receipt, doings);
  }
  const auto remember = [&](const std::map<std::uint32_t, std::uint32_t>& all, std::vector<Memory>& memories) {
    for (const auto& [id, index] : all)
      if (isOf(graph_, PatternId{id}, type) && graph_.patterns[id].atReceipt == receipt)
        memories.push_back({index, steps_.matches(PatternId{id}, type, {}), marksOf(Read::What::happening, id)});
  };
  remember(steps_.memories, doings.memories);
  remember(steps_.lasts, doings.lasts);
  return doings;
}

void Translator::addTriggers(const generate::Sentence& from, EventTypeId type, bool receipt, Doings& doings) {
  const graph::State& state = graph_.states[from.node.index];
  const auto each = [&](const std::vector<graph::Trigger>& all, Fact::What what) {
    for (const graph::Trigger& trigger : all)
      if (isOf(graph_, trigger.pattern, type) && at(graph_.patterns, trigger.pattern).atReceipt == receipt)
        doings.facts.push_back({what, from.number, steps_.matches(trigger.pattern, type, scopeOf(from))});
  };
  each(state.begins, Fact::What::begins);
  each(state.ends, Fact::What::ends);
}

void Translator::addActs(const generate::Sentence& from, EventTypeId type, bool receipt, Doings& doings) {
  const graph::Norm& norm = graph_.norms[from.node.index];
  for (const graph::ActId act : graph::actsOf(norm)) {
    if (!isOf(graph_, at(graph_.acts, act).doneBy, type) || receives(graph_, act) != receipt) continue;
    const bool duty = graph::isDuty(norm.kind);
    Scope scope = duty ? argumentsOf(norm, scopeOf(from)) : Scope{};
    Bound actor;
    actor.what = Bound::What::party;
    actor.party = norm.bearer.fixed;
    scope = scope.with(static_cast<graph::Slot>(at(graph_.acts, act).parameters.size()), actor);
    const StepId matches = steps_.matches(at(graph_.acts, act).doneBy, type, scope);
    if (duty)
      doings.facts.push_back({Fact::What::performs, from.number, matches});
    else
      addAttempt(from, act, type, matches, doings);
  }
}

void Translator::addAttempt(const generate::Sentence& from, graph::ActId act, EventTypeId type, StepId fits,
                            Doings& doings) {
  const auto ground = attributeIndex(at(graph_.events, type), "grond");
  doings.attempts.push_back({from.number, act.index, fits, ground ? steps_.cellOf(type, *ground) : none});
  const auto known = std::any_of(doings.consequences.begin(), doings.consequences.end(),
                                 [&](const Consequence& each) { return each.act == act.index; });
  if (!known) doings.consequences.push_back(consequenceOf(act, type));
}

Consequence Translator::consequenceOf(graph::ActId act, EventTypeId type) {
  Consequence all;
  all.act = act.index;
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
    const graph::Effect& effect = graph_.effects[i];
    if (!model_.has(NodeKind::effect, i) || effect.act != act) continue;
    refuseIf(effect.trigger || effect.during || !effect.binders.empty() || effect.condition);
    if (effect.kind == EffectKind::endAgreement) {
      all.mayEnd = true;
      all.ends.push_back(effect.which ? steps_.matches(effect.which, type, {}) : steps_.always(true));
    } else {
      refuseIf(effect.kind != EffectKind::suspend);
      all.suspends.push_back({i, partyOf(effect.allOf.fixed)});
    }
  }
  return all;
}

}  // namespace beding::machine
