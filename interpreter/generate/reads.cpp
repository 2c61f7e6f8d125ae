#include "generate/reads.h"

#include <algorithm>

#include "generate/expressions.h"
#include "generate/norms.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::Expression;
using graph::ExpressionId;
using graph::NodeKind;
using graph::Op;

namespace {

/// Walks the expressions of one sentence.
class Walk {
 public:
  explicit Walk(const Model& model) : model_(model), graph_(model.graph) {}

  /// `own`: the slot in which the sentence's instance stands, if anywhere.
  void expression(ExpressionId id, std::optional<graph::Slot> own) {
    if (!id) return;
    const Expression& read = at(graph_.expressions, id);
    if (isInHours(graph_, id)) found.insert({Read::What::hours, 0, false});
    const bool same = !read.operands.empty() && isOwn(read.operands.front(), own);
    if (read.op == Op::state || read.op == Op::stateSince) state(read, same);
    const bool inForce = read.op == Op::state && graph_.inForce.index == read.index;
    if (inForce || read.op == Op::contractEnd) found.insert({Read::What::agreement, 0, false});
    if (read.op == Op::contractStart) expression(graph_.term.start, std::nullopt);
    if (read.op == Op::runningPeriodEnd || read.op == Op::periodStart) term();
    if (read.op == Op::contractStart && graph_.inForce) found.insert({Read::What::state, graph_.inForce.index, false});
    if (read.op == Op::normStatus) found.insert({Read::What::breach, read.index, same});
    if (read.op == Op::exercised) found.insert({Read::What::exercise, read.index, false});
    if (read.op == Op::valid)
      found.insert({Read::What::exercise, read.index < graph_.acts.size() ? read.index : anyAct, false});
    if (read.op == Op::outstanding) found.insert({Read::What::ledger, 0, false});
    if (read.op == Op::parameter) parameter(read.index);
    named(read);
    if (read.op == Op::deadlineOf) found.insert({Read::What::deadline, read.index, same});
    if (read.op == Op::settled) {
      found.insert({Read::What::settled, 0, same});
      found.insert({Read::What::advance, 0, false});
    }
    if (read.op == Op::forAll || (read.op == Op::exists && !beginsUntrue(model_, read.operands.front(), read.slot)))
      found.insert({Read::What::instances, read.index, false});
    if (read.op == Op::agreementCounts) agreementRules();
    if (graph::indexMeaning(read.op).names == graph::Names::pattern) pattern(read.index);
    const bool reckons = read.op == Op::sumOver || read.op == Op::countOver || read.op == Op::earliestOver;
    if (reckons) found.insert({Read::What::instances, read.index, false});
    if (read.op == Op::quantity) quantity(graph::QuantityId{read.index});
    const bool binds = reckons || read.op == Op::exists || read.op == Op::forAll;
    const bool hides = binds && own == read.slot;  // another instance stands in the slot of the sentence's own
    for (const ExpressionId operand : read.operands) expression(operand, hides ? std::nullopt : own);
  }

  Reads found;

 private:
  bool isOwn(ExpressionId id, std::optional<graph::Slot> own) const {
    if (!id) return false;
    const Expression& expression = at(graph_.expressions, id);
    return expression.op == Op::variable && own && expression.slot == *own;
  }
  /// Of a state about two instances nothing is remembered: what it reads is read.
  void state(const Expression& read, bool same) {
    if (!model_.relations.contains(read.index)) {
      found.insert({Read::What::state, read.index, same});
      return;
    }
    const graph::State& relation = graph_.states[read.index];
    expression(relation.during, std::nullopt);
    expression(relation.unless, std::nullopt);
  }

  /// What an attribute names may come up later; to compare its name it need not be there.
  void named(const Expression& read) {
    if (read.op == Op::equal) return;
    for (const ExpressionId operand : read.operands)
      if (operand && at(graph_.expressions, operand).op == Op::attribute)
        for (const EntityUse& entity : model_.entities)
          if (at(graph_.expressions, operand).type == Type::reference && entity.event)
            found.insert({Read::What::instances, entity.id.index, false});
  }
  /// What can be agreed is looked at again at every agreement, and when it is known whether that counts.
  void parameter(std::uint32_t index) {
    found.insert({Read::What::value, 0, false});
    agreementRules();
    expression(graph_.parameters[index].value, std::nullopt);
  }
  void agreementRules() {
    for (const graph::AgreementRule& rule : graph_.agreementRules) expression(rule.condition, std::nullopt);
  }
  void term() {
    found.insert({Read::What::agreement, 0, false});
    for (const ExpressionId id : {graph_.term.start, graph_.term.duration, graph_.term.renewal})
      expression(id, std::nullopt);
  }
  /// What its events are asked may come to be so later.
  void pattern(std::uint32_t index) {
    if (!found.insert({Read::What::happening, index, false}).second) return;
    for (const auto& way : graph_.patterns[index].alternatives) expression(way.where, std::nullopt);
  }

  /// Of a quantity nothing is remembered either.
  void quantity(graph::QuantityId id) {
    for (; id; id = at(graph_.quantities, id).otherwise) {
      expression(at(graph_.quantities, id).value, std::nullopt);
      expression(at(graph_.quantities, id).condition, std::nullopt);
    }
  }

  const Model& model_;
  const graph::Graph& graph_;
};

std::optional<graph::Slot> ownSlot(const Sentence& sentence) {
  return sentence.over ? std::optional<graph::Slot>(0) : std::nullopt;
}

void readState(const graph::State& state, std::optional<graph::Slot> own, Walk& walk) {
  for (const auto* triggers : {&state.begins, &state.ends})
    for (const graph::Trigger& trigger : *triggers) walk.expression(trigger.becomes, own);
  for (const ExpressionId id : {state.beginCondition, state.during, state.unless, state.voidWhen})
    walk.expression(id, own);
}

/// Those that go before it.
void readRivals(const Model& model, const graph::State& state, std::optional<graph::Slot> own, Walk& walk) {
  for (const graph::StateId id : state.defeatedBy) {
    const graph::State& rival = at(model.graph.states, id);
    walk.found.insert({Read::What::state, id.index, own.has_value()});
    for (const ExpressionId part : {rival.beginCondition, rival.during, rival.unless}) walk.expression(part, own);
  }
}

void readNorm(const graph::Graph& graph, const graph::Norm& norm, std::optional<graph::Slot> own, Walk& walk) {
  for (const ExpressionId id : {norm.condition, norm.during, norm.unless, norm.voidWhen, norm.breachWhen,
                                norm.term.last, norm.againstDay, norm.noticePeriod})
    walk.expression(id, own);
  for (const graph::Binder& binder : norm.binders) walk.expression(binder.where, own);
  for (const auto& trigger : {norm.trigger, norm.until})
    if (trigger) walk.expression(trigger->becomes, own);
  if (graph::onlyEndsAgreement(graph, norm) || norm.survivesUntil) walk.found.insert({Read::What::agreement, 0, false});
  if (isStandingNorm(norm)) walk.found.insert({Read::What::agreement, 0, false});
  if (!graph::isDuty(norm.kind) && norm.kind != graph::NormKind::prohibition) return;
  for (const graph::ActId act : graph::actsOf(norm)) {
    const bool same = norm.arguments.size() == 1 && own;
    if (at(graph.acts, act).fulfilledWhen)
      walk.expression(at(graph.acts, act).fulfilledWhen, same ? own : std::nullopt);
  }
}

}  // namespace

bool beginsUntrue(const Model& model, ExpressionId id, graph::Slot slot) {
  if (!id) return false;
  const Expression& expression = at(model.graph.expressions, id);
  const auto isIt = [&](ExpressionId operand) {
    const Expression& named = at(model.graph.expressions, operand);
    return named.op == Op::variable && named.slot == slot;
  };
  if (expression.op == Op::state)
    return !model.relations.contains(expression.index) && expression.operands.size() == 1 &&
           isIt(expression.operands.front());
  return expression.op == Op::logicalAnd &&
         std::any_of(expression.operands.begin(), expression.operands.end(),
                     [&](ExpressionId operand) { return beginsUntrue(model, operand, slot); });
}

bool startsByItself(const Model& model, const Sentence& sentence) {
  const graph::Graph& graph = model.graph;
  if (sentence.node.kind == NodeKind::state) {
    const graph::State& state = graph.states[sentence.node.index];
    return !state.begins.empty() || !beginsUntrue(model, state.during, 0);
  }
  if (sentence.node.kind != NodeKind::amount) return true;
  const graph::Amount& amount = graph.amounts[sentence.node.index];
  return amount.kind != graph::AmountKind::interest || amount.condition || !beginsUntrue(model, amount.during, 0);
}

Reads readsOf(const Model& model, const Sentence& sentence) {
  Walk walk(model);
  const graph::Graph& graph = model.graph;
  const auto own = ownSlot(sentence);
  if (sentence.node.kind == NodeKind::state) {
    readState(graph.states[sentence.node.index], own, walk);
    readRivals(model, graph.states[sentence.node.index], own, walk);
  }
  if (sentence.node.kind == NodeKind::norm) {
    readNorm(graph, graph.norms[sentence.node.index], own, walk);
    for (const graph::NormId rival : rivalsOf(graph, graph::NormId{sentence.node.index})) {
      readNorm(graph, at(graph.norms, rival), std::nullopt, walk);
      walk.found.insert({Read::What::norm, rival.index, false});
    }
  }
  if (sentence.node.kind == NodeKind::effect) {
    const graph::Effect& effect = graph.effects[sentence.node.index];
    if (effect.trigger) walk.expression(effect.trigger->becomes, own);
    for (const ExpressionId id : {effect.condition, effect.during}) walk.expression(id, own);
    for (const graph::Binder& binder : effect.binders) walk.expression(binder.where, own);
  }
  if (sentence.node.kind == NodeKind::amount) {
    const graph::Amount& amount = graph.amounts[sentence.node.index];
    for (const ExpressionId id : {amount.condition, amount.during, amount.unless, amount.voidWhen, amount.value})
      walk.expression(id, own);
    if (amount.trigger) walk.expression(amount.trigger->becomes, own);
    for (const graph::Binder& binder : amount.binders) walk.expression(binder.where, own);
  }
  if (sentence.node.kind == NodeKind::right) {
    const graph::Right& right = graph.rights[sentence.node.index];
    for (const ExpressionId id : {right.condition, right.used, right.last, right.lapsedBy, right.voidWhen})
      walk.expression(id, own);
  }
  return std::move(walk.found);
}

std::vector<Reader> readersOf(const Model& model, Read::What what, std::uint32_t index) {
  std::vector<Reader> readers;
  for (const Sentence& sentence : model.sentences) {
    const Reads& reads = model.reads[sentence.number];
    const bool any = reads.contains({what, index, false});
    if (any || reads.contains({what, index, true})) readers.push_back({&sentence, !any});
  }
  return readers;
}

}  // namespace beding::generate
