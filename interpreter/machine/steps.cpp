#include "machine/steps.h"

#include <algorithm>

#include "generate/conditions.h"
#include "generate/expressions.h"
#include "generate/reach.h"

namespace beding::machine {

using graph::Expression;
using graph::ExpressionId;
using graph::NodeKind;
using graph::Op;

Scope Scope::with(graph::Slot slot, const Bound& bound) const {
  Scope changed = *this;
  if (slot >= changed.slots.size()) changed.slots.resize(slot + 1);
  changed.slots[slot] = bound;
  return changed;
}

std::uint32_t entityIndex(const generate::Model& model, graph::EntityId entity) {
  const generate::EntityUse* use = model.entityOf(entity);
  refuseIf(use == nullptr);
  return static_cast<std::uint32_t>(use - model.entities.data());
}

const Expression& Steps::operand(const Expression& expression, std::size_t index) const {
  return at(graph_.expressions, expression.operands.at(index));
}

StepId Steps::add(Step step, const std::vector<StepId>& parts) {
  step.first = static_cast<std::uint32_t>(program_.parts.size());
  step.count = static_cast<std::uint32_t>(parts.size());
  program_.parts.insert(program_.parts.end(), parts.begin(), parts.end());
  program_.steps.push_back(step);
  return static_cast<StepId>(program_.steps.size() - 1);
}

StepId Steps::always(bool yes) {
  Step step{Do::constant};
  step.value = {Cell::Kind::truth, yes ? 1 : 0};
  return add(step);
}

StepId Steps::joined(Do what, const std::vector<StepId>& parts) {
  if (parts.empty()) return always(what == Do::all);
  return parts.size() == 1 ? parts.front() : add({what}, parts);
}

std::uint32_t Steps::cellOf(EventTypeId type, std::uint32_t attribute) {
  std::vector<std::uint32_t>& cells = program_.events[type.index].cells;
  if (std::find(cells.begin(), cells.end(), attribute) == cells.end()) cells.push_back(attribute);
  return attribute;
}

// ------------------------------------------------------------------------------------------------------------- truth

StepId Steps::truth(ExpressionId id, const Scope& scope) {
  refuseIf(!id);
  const Expression& expression = at(graph_.expressions, id);
  const auto of = [&](std::size_t index) { return truth(expression.operands.at(index), scope); };
  const auto in = [&](std::size_t index) { return value(expression.operands.at(index), scope); };
  switch (expression.op) {
    case Op::constant:
      refuseIf(!std::holds_alternative<Truth>(expression.value) || expression.value == Value(Truth::unknown));
      return always(expression.value == Value(Truth::yes));
    case Op::logicalAnd:
    case Op::logicalOr:
      return connected(expression, scope);
    case Op::logicalNot:
      return negated(of(0));
    case Op::choose:
      return add({Do::choose}, {of(0), of(1), of(2)});
    case Op::equal:
    case Op::less:
    case Op::lessEqual:
      return compared(expression, scope);
    case Op::exists:
    case Op::forAll:
      return quantified(expression, scope);
    case Op::reached:
      return reached(expression, scope);
    case Op::passed:
      return add({Do::passed}, {in(0)});
    case Op::state:
      return state(expression, scope);
    case Op::longerThan:
      return add({Do::longer}, {in(0), in(1)});
    case Op::atLeastLong:
      return add({Do::asLong}, {in(0), in(1)});
    case Op::settled:
      return settled(expression, scope);
    case Op::attribute:
      refuseIf(expression.type != Type::truth);
      return attribute(expression, scope);
    case Op::hasAttribute:
      return hasAttribute(expression, scope);
    case Op::sameParty:
      return sameParty(expression, scope);
    case Op::happened:
      return happened(expression, scope);
    case Op::lastOf:
      return ofLast(expression, scope);
    default:
      throw NotForTheMachine{};
  }
}

/// The day after a day is reached when that day has passed.
StepId Steps::reached(const Expression& expression, const Scope& scope) {
  const Expression& day = operand(expression, 0);
  if (day.op == Op::dayAfter) return add({Do::passed}, {value(day.operands.at(0), scope)});
  return add({Do::reached}, {value(expression.operands.at(0), scope)});
}

StepId Steps::connected(const Expression& expression, const Scope& scope) {
  const std::vector<ExpressionId> operands = generate::partsOf(model_, expression);
  std::vector<StepId> parts;
  parts.reserve(operands.size());
  for (const ExpressionId part : operands) parts.push_back(truth(part, scope));
  return joined(expression.op == Op::logicalAnd ? Do::all : Do::any, parts);
}

bool Steps::bothParties(const Expression& expression) const {
  const auto says = [&](std::size_t index) {
    const Expression& side = operand(expression, index);
    return side.type == Type::party && (side.op == Op::attribute || side.op == Op::constant);
  };
  return says(0) && says(1);
}

StepId Steps::compared(const Expression& expression, const Scope& scope) {
  if (expression.op == Op::equal && bothParties(expression)) return sameParty(expression, scope);
  const auto side = [&](std::size_t index) {
    const Expression& own = operand(expression, index);
    if (own.op == Op::attribute && generate::namesParty(graph_, operand(expression, 1 - index)))
      return add({Do::partyName}, {value(expression.operands[index], scope)});
    const Bound bound = thing(expression.operands[index], scope);
    if (own.op != Op::variable || bound.what != Bound::What::instance) return value(expression.operands[index], scope);
    return add({Do::key, bound.place});
  };
  const Do what = expression.op == Op::equal ? Do::equal : expression.op == Op::less ? Do::less : Do::atMost;
  return add({what}, {side(0), side(1)});
}

StepId Steps::quantified(const Expression& expression, const Scope& scope) {
  const std::uint32_t entity = entityIndex(model_, graph::EntityId{expression.index});
  refuseIf(scope.free >= places);
  const Place place = scope.free;
  Scope inner = scope.with(expression.slot, {Bound::What::instance, graph::EntityId{expression.index},
                                             model_.entities[entity].event, graph::Party::none, place});
  inner.free = static_cast<Place>(place + 1);
  Step step{expression.op == Op::exists ? Do::exists : Do::each, place};
  step.index = entity;
  return add(step, {truth(expression.operands.at(0), inner)});
}

/// What is remembered of it, or (about two instances) what it comes to now.
StepId Steps::state(const Expression& expression, const Scope& scope) {
  const graph::State& read = graph_.states[expression.index];
  if (!generate::isStandard(graph_, read.guard)) return always(false);
  refuseIf(graph_.inForce.index == expression.index || expression.operands.size() != read.binders.size());
  const std::vector<Bound> about = instances(expression, scope);
  const generate::Sentence* sentence = model_.sentenceOf({NodeKind::state, expression.index});
  if (sentence == nullptr) return relation(expression.index, about, scope);
  Step step = about.empty() ? Step{Do::state} : Step{Do::stateOf, about.front().place};
  step.index = program_.sentences[sentence->number].column;
  return add(step);
}

std::vector<Bound> Steps::instances(const Expression& expression, const Scope& scope) const {
  std::vector<Bound> found;
  found.reserve(expression.operands.size());
  for (const ExpressionId id : expression.operands) {
    found.push_back(thing(id, scope));
    refuseIf(found.back().what != Bound::What::instance);
  }
  return found;
}

/// The day on which it came to hold, while it does.
StepId Steps::stateSince(const Expression& expression, const Scope& scope) {
  const generate::Sentence* sentence = model_.sentenceOf({NodeKind::state, expression.index});
  const std::vector<Bound> about = instances(expression, scope);
  refuseIf(sentence == nullptr || about.size() > 1 || about.size() != graph_.states[expression.index].binders.size());
  Step since = about.empty() ? Step{Do::since} : Step{Do::sinceOf, about.front().place};
  since.index = program_.sentences[sentence->number].column;
  return add(since);
}

StepId Steps::relation(std::uint32_t index, const std::vector<Bound>& about, const Scope& scope) {
  const graph::State& state = graph_.states[index];
  refuseIf(!state.begins.empty() || state.voidWhen || !state.defeatedBy.empty() ||
           state.report != graph::StateReport::hidden);
  for (const graph::Binder& binder : state.binders) refuseIf(binder.where.valid());
  const Scope inner{about, scope.free};
  const StepId during = state.during ? truth(state.during, inner) : always(false);
  return state.unless ? add({Do::all}, {during, negated(truth(state.unless, inner))}) : during;
}

StepId Steps::settled(const Expression& expression, const Scope& scope) {
  const Bound about = expression.operands.empty() ? Bound{} : thing(expression.operands.front(), scope);
  refuseIf(about.what != Bound::What::instance || about.entity != graph_.ledger.invoice);
  return add({Do::settled, about.place});
}

StepId Steps::sameParty(const Expression& expression, const Scope& scope) {
  return add({Do::equal}, {party(expression.operands.at(0), scope), party(expression.operands.at(1), scope)});
}

StepId Steps::party(ExpressionId id, const Scope& scope) {
  const Bound bound = thing(id, scope);
  if (bound.what == Bound::What::party) {
    Step step{Do::constant};
    step.value = {Cell::Kind::party, static_cast<std::int64_t>(partyOf(bound.party))};
    return add(step);
  }
  const Expression& expression = at(graph_.expressions, id);
  refuseIf(expression.op != Op::attribute || expression.type != Type::party);
  return add({Do::party}, {attribute(expression, scope)});
}

StepId Steps::happened(const Expression& expression, const Scope&) {
  const graph::Pattern& pattern = graph_.patterns[expression.index];
  for (const ExpressionId limit : expression.operands) refuseIf(limit.valid());
  for (const graph::PatternAlternative& way : pattern.alternatives)
    refuseIf(!generate::readsOnlyEvent(graph_, way.where, pattern.occurrence));
  Step step{Do::happened};
  step.index = memories.try_emplace(expression.index, static_cast<std::uint32_t>(memories.size())).first->second;
  return add(step);
}

StepId Steps::ofLast(const Expression& expression, const Scope& scope) {
  const graph::Pattern& pattern = graph_.patterns[expression.index];
  refuseIf(pattern.alternatives.size() != 1 || expression.type != Type::truth || scope.free >= places);
  const graph::PatternAlternative& way = pattern.alternatives.front();
  refuseIf(!generate::readsOnlyEvent(graph_, way.where, pattern.occurrence));
  Step step{Do::ofLast, scope.free};
  step.index = lasts.try_emplace(expression.index, static_cast<std::uint32_t>(lasts.size())).first->second;
  Scope inner = scope.with(pattern.occurrence, {Bound::What::event, {}, way.type, graph::Party::none, scope.free});
  inner.free = static_cast<Place>(scope.free + 1);
  return add(step, {truth(expression.operands.at(0), inner)});
}

StepId Steps::matches(graph::PatternId id, EventTypeId type, const Scope& scope) {
  const graph::Pattern& pattern = at(graph_.patterns, id);
  const Scope inner = scope.with(pattern.occurrence, {Bound::What::event, {}, type, graph::Party::none, eventPlace});
  std::vector<StepId> parts;
  for (const graph::PatternAlternative& way : pattern.alternatives) {
    if (way.type != type) continue;
    if (!way.where) return always(true);
    parts.push_back(truth(way.where, inner));
  }
  return joined(Do::any, parts);
}

// ------------------------------------------------------------------------------------------------------------ values

Bound Steps::thing(ExpressionId id, const Scope& scope) const {
  if (!id) return {};
  const Expression& expression = at(graph_.expressions, id);
  if (expression.op == Op::variable) return scope.at(expression.slot);
  if (expression.op != Op::constant || expression.type != Type::party) return {};
  const auto* text = std::get_if<std::string>(&expression.value);
  const bool contractor = text != nullptr && (*text == "Opdrachtnemer" || *text == graph_.contractorName);
  Bound bound;
  bound.what = Bound::What::party;
  bound.party = contractor ? graph::Party::contractor : graph::Party::client;
  return bound;
}

Bound Steps::subject(const Expression& expression, const Scope& scope) const {
  return expression.operands.empty() ? scope.at(expression.slot) : thing(expression.operands.front(), scope);
}

StepId Steps::value(ExpressionId id, const Scope& scope) {
  refuseIf(!id);
  const Expression& expression = at(graph_.expressions, id);
  switch (expression.op) {
    case Op::constant:
      return constant(expression);
    case Op::attribute:
      return attribute(expression, scope);
    case Op::occurredAt:
      return happenedOn(expression, scope);
    case Op::stateSince:
      return stateSince(expression, scope);
    case Op::dayAfter:
      return add({Do::dayAfter}, {value(expression.operands.at(0), scope)});
    case Op::termEnd:
      return term(expression, scope);
    case Op::deadlineOf:
      return deadline(expression, scope);
    default:
      throw NotForTheMachine{};
  }
}

StepId Steps::term(const Expression& expression, const Scope& scope) {
  const TermRule& rule = expression.rule;
  refuseIf(rule.extension != Extension::none || rule.rounding != MonthRounding::down);
  const StepId anchor = value(expression.operands.at(0), scope), length = value(expression.operands.at(1), scope);
  return add({rule.direction == Direction::forward ? Do::termEnd : Do::termBegin}, {anchor, length});
}

StepId Steps::happenedOn(const Expression& expression, const Scope& scope) {
  const Bound about = subject(expression, scope);
  refuseIf(!about.isThing());
  Step step{Do::happenedOn, about.place};
  const auto receipt = attributeIndex(at(graph_.events, about.event), "ontvangen");
  step.index = receipt ? cellOf(about.event, *receipt) : none;
  return add(step);
}

StepId Steps::deadline(const Expression& expression, const Scope& scope) {
  const generate::Sentence* duty = model_.sentenceOf({NodeKind::norm, expression.index});
  const Bound about = expression.operands.empty() ? Bound{} : thing(expression.operands.front(), scope);
  refuseIf(duty == nullptr || !duty->over || about.what != Bound::What::instance || about.entity != *duty->over);
  Step step{Do::deadline, about.place};
  step.index = program_.sentences[duty->number].column;
  return add(step);
}

StepId Steps::constant(const Expression& expression) {
  Step step{Do::constant};
  step.value = plainOf(expression.value);
  refuseIf(!step.value.known() || step.value.kind == Cell::Kind::truth);
  return add(step);
}

StepId Steps::attribute(const Expression& expression, const Scope& scope) {
  const Bound about = subject(expression, scope);
  refuseIf(!about.isThing());
  const EventType& type = at(graph_.events, about.event);
  const auto index = generate::meantAttribute(type, expression);
  refuseIf(!index);
  const Attribute& read = type.attributes[*index];
  refuseIf(read.type == Type::number || read.type == Type::percentage || read.type == Type::list);
  Step step{Do::cell, about.place};
  step.index = cellOf(about.event, *index);
  if (read.standsForOp) step.absent = Absent::day;
  if (read.isKey) step.absent = Absent::key;
  if (!read.standard.empty()) step.absent = Absent::standard;
  step.value = Cell(read.standard);
  return add(step);
}

StepId Steps::hasAttribute(const Expression& expression, const Scope& scope) {
  const Bound about = subject(expression, scope);
  refuseIf(!about.isThing() || expression.value == Value(std::string("betreft")));
  const EventType& type = at(graph_.events, about.event);
  const auto index = generate::meantAttribute(type, expression);
  if (!index) return always(false);
  if (type.attributes[*index].required) return always(true);
  Step step{Do::has, about.place};
  step.index = cellOf(about.event, *index);
  return add(step);
}

}  // namespace beding::machine
