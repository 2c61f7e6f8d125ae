#include "engine/expressions.h"

#include <algorithm>

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;

/// Deeper than any sentence; a graph that passed `verify` never gets there.
constexpr int deepest = 400;

Answer dispatch(World& world, const Expression& expression, const Environment& environment) {
  if (expression.op <= Op::occurredAt) return evaluateInstances(world, expression, environment);
  switch (expression.op) {
    case Op::logicalAnd:
    case Op::logicalOr:
    case Op::logicalNot:
    case Op::equal:
    case Op::less:
    case Op::lessEqual:
    case Op::contains:
    case Op::underLid:
    case Op::choose:
    case Op::firstKnown:
      return evaluateLogic(world, expression, environment);
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::minimum:
    case Op::maximum:
      return evaluateArithmetic(world, expression, environment);
    case Op::exists:
    case Op::forAll:
    case Op::sumOver:
    case Op::countOver:
    case Op::earliestOver:
    case Op::sameParty:
    case Op::otherParty:
    case Op::onlyInstance:
    case Op::satisfiesForm:
    case Op::actorIs:
    case Op::refersTo:
      return evaluateInstances(world, expression, environment);
    case Op::happened:
    case Op::happenedWithin:
    case Op::missedWithin:
    case Op::momentOf:
    case Op::lastMomentOf:
    case Op::lastOf:
    case Op::countOf:
    case Op::sumOf:
      return evaluateOccurrences(world, expression, environment);
    case Op::termEnd:
    case Op::periodEnd:
    case Op::dayAfter:
    case Op::reached:
    case Op::passed:
    case Op::longerThan:
    case Op::atLeastLong:
      return evaluateTime(world, expression, environment);
    default:
      return evaluateFacts(world, expression, environment);
  }
}

}  // namespace

graph::Party resolveParty(World& world, const graph::PartyRef& party, const Environment& environment) {
  if (!party.expression) return world.partyOf(party, environment);
  const graph::Party found = partyIn(world, evaluate(world, party.expression, environment));
  return party.other ? otherParty(found) : found;
}

graph::Party partyIn(const World& world, const Answer& answer) {
  const graph::Party bound = world.partyOf(answer.binding);
  return bound != graph::Party::none || answer.text() == nullptr ? bound : world.partyNamed(*answer.text());
}

Answer evaluate(World& world, graph::ExpressionId id, const Environment& environment) {
  if (!id || world.depth > deepest) return {};
  ++world.depth;
  Answer answer = dispatch(world, at(world.graph.expressions, id), environment);
  --world.depth;
  world.wake(answer.until);
  return answer;
}

Answer holds(World& world, graph::ExpressionId condition, const Environment& environment) {
  return condition ? evaluate(world, condition, environment) : truth(true);
}

Answer holdsNot(World& world, graph::ExpressionId condition, const Environment& environment) {
  return condition ? evaluate(world, condition, environment) : truth(false);
}

Answer operand(World& world, const Expression& expression, std::size_t index, const Environment& environment) {
  if (index >= expression.operands.size()) return {};
  return evaluate(world, expression.operands[index], environment);
}

Binding boundBy(World& world, graph::ExpressionId id, const Environment& environment) {
  const bool isSlot = id && at(world.graph.expressions, id).op == Op::variable;
  return isSlot ? environment.at(at(world.graph.expressions, id).slot) : evaluate(world, id, environment).binding;
}

Binding boundBy(World& world, const Expression& expression, std::size_t index, const Environment& environment) {
  return index < expression.operands.size() ? boundBy(world, expression.operands[index], environment) : Binding{};
}

Environment argumentsOf(World& world, const Expression& expression, const Environment& environment) {
  Environment arguments;
  arguments.frozen = environment.frozen;
  for (std::size_t index = 0; index < expression.operands.size(); ++index) {
    arguments.slots.push_back(boundBy(world, expression, index, environment));
  }
  return arguments;
}

Answer withoutValue(const Answer& part) {
  Answer answer;
  rest(answer, part);
  return answer;
}

}  // namespace beding::engine
