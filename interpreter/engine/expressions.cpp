#include "engine/expressions.h"

#include <algorithm>

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;

/// Deeper than any sentence; a graph that passed `verify` never gets there.
constexpr int deepest = 400;

/// The family that an operator belongs to, and whether its value is a truth.
enum class Family : std::uint8_t { logic, arithmetic, instances, time, occurrences, facts };

struct Nature {
  Family family;
  bool isTruth;
};

constexpr Nature natureOf(Op op) {
  switch (op) {
    case Op::logicalAnd:
    case Op::logicalOr:
    case Op::logicalNot:
    case Op::equal:
    case Op::less:
    case Op::lessEqual:
    case Op::contains:
    case Op::underLid:
      return {Family::logic, true};
    case Op::choose:
    case Op::firstKnown:
      return {Family::logic, false};
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide:
    case Op::minimum:
    case Op::maximum:
      return {Family::arithmetic, false};
    case Op::hasAttribute:
    case Op::exists:
    case Op::forAll:
    case Op::sameParty:
    case Op::satisfiesForm:
    case Op::actorIs:
    case Op::refersTo:
      return {Family::instances, true};
    case Op::constant:
    case Op::variable:
    case Op::attribute:
    case Op::occurredAt:
    case Op::sumOver:
    case Op::countOver:
    case Op::earliestOver:
    case Op::otherParty:
    case Op::onlyInstance:
      return {Family::instances, false};
    case Op::happened:
    case Op::happenedWithin:
    case Op::missedWithin:
      return {Family::occurrences, true};
    case Op::momentOf:
    case Op::lastMomentOf:
    case Op::lastOf:
    case Op::countOf:
    case Op::sumOf:
      return {Family::occurrences, false};
    case Op::reached:
    case Op::passed:
    case Op::longerThan:
    case Op::atLeastLong:
      return {Family::time, true};
    case Op::termEnd:
    case Op::periodEnd:
    case Op::dayAfter:
      return {Family::time, false};
    case Op::state:
    case Op::settled:
    case Op::normStatus:
    case Op::exercised:
    case Op::valid:
    case Op::consentFor:
    case Op::agreementCounts:
      return {Family::facts, true};
    default:
      return {Family::facts, false};
  }
}

Verdict truthOf(World& world, Family family, const Expression& expression, const Environment& environment) {
  switch (family) {
    case Family::logic:
      return decideLogic(world, expression, environment);
    case Family::instances:
      return decideInstances(world, expression, environment);
    case Family::time:
      return decideTime(world, expression, environment);
    case Family::occurrences:
      return decideOccurrences(world, expression, environment);
    default:
      return decideFacts(world, expression, environment);
  }
}

Answer valueOf(World& world, Family family, const Expression& expression, const Environment& environment) {
  switch (family) {
    case Family::logic:
      return evaluateLogic(world, expression, environment);
    case Family::arithmetic:
      return evaluateArithmetic(world, expression, environment);
    case Family::instances:
      return evaluateInstances(world, expression, environment);
    case Family::time:
      return evaluateTime(world, expression, environment);
    case Family::occurrences:
      return evaluateOccurrences(world, expression, environment);
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
  const Expression& expression = at(world.graph.expressions, id);
  const auto [family, isTruth] = natureOf(expression.op);
  ++world.depth;
  Answer answer = isTruth ? Answer(truthOf(world, family, expression, environment))
                          : valueOf(world, family, expression, environment);
  --world.depth;
  world.wake(answer.until);
  return answer;
}

Verdict decide(World& world, graph::ExpressionId id, const Environment& environment) {
  if (!id || world.depth > deepest) return {};
  const Expression& expression = at(world.graph.expressions, id);
  const auto [family, isTruth] = natureOf(expression.op);
  ++world.depth;
  Verdict verdict = isTruth ? truthOf(world, family, expression, environment)
                            : verdictOf(valueOf(world, family, expression, environment));
  --world.depth;
  world.wake(verdict.until);
  return verdict;
}

Verdict holds(World& world, graph::ExpressionId condition, const Environment& environment) {
  return condition ? decide(world, condition, environment) : truth(true);
}

Verdict holdsNot(World& world, graph::ExpressionId condition, const Environment& environment) {
  return condition ? decide(world, condition, environment) : truth(false);
}

Answer operand(World& world, const Expression& expression, std::size_t index, const Environment& environment) {
  if (index >= expression.operands.size()) return {};
  return evaluate(world, expression.operands[index], environment);
}

Verdict operandHolds(World& world, const Expression& expression, std::size_t index, const Environment& environment) {
  if (index >= expression.operands.size()) return {};
  return decide(world, expression.operands[index], environment);
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

}  // namespace beding::engine
