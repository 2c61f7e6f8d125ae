// Making expressions: small, typed, anew wherever one is asked for; at the end equal ones become one (graph/share.h).
// An invalid id stands for "nothing said".
#include <algorithm>

#include "lowering/lowering.h"

namespace beding::lowering {

ExpressionId Lowering::make(graph::Expression expression) {
  return append<graph::Expression>(graph.expressions, std::move(expression));
}

ExpressionId Lowering::constant(Value value, Type type, Span span, std::string words) {
  graph::Expression expression;
  expression.type = type;
  expression.value = std::move(value);
  expression.span = span;
  expression.words = std::move(words);
  return make(std::move(expression));
}

ExpressionId Lowering::variable(Slot slot, graph::EntityId entity) {
  graph::Expression expression;
  expression.op = Op::variable;
  expression.type = entity.index == 0 ? Type::party : Type::reference;
  expression.slot = slot;
  expression.index = entity.index;
  return make(std::move(expression));
}

ExpressionId Lowering::occurrence(Slot slot) { return variable(slot, {}); }

ExpressionId Lowering::field(EventTypeId event, ExpressionId occurrence, std::string_view name) {
  const EventType& type = at(graph.events, event);
  const auto index = attributeIndex(type, name);
  return index ? operation(Op::attribute, type.attributes[*index].type, {occurrence}, *index) : ExpressionId{};
}

ExpressionId Lowering::present(EventTypeId event, ExpressionId occurrence, std::string_view name) {
  const auto index = attributeIndex(at(graph.events, event), name);
  return index ? operation(Op::hasAttribute, Type::truth, {occurrence}, *index) : ExpressionId{};
}

ExpressionId Lowering::operation(Op op, Type type, graph::Operands operands, std::uint32_t index) {
  graph::Expression expression;
  expression.op = op;
  expression.type = type;
  expression.operands = std::move(operands);
  expression.index = index;
  return make(std::move(expression));
}

ExpressionId Lowering::both(ExpressionId a, ExpressionId b) {
  if (!a) return b;
  if (!b) return a;
  return operation(Op::logicalAnd, Type::truth, {a, b});
}

ExpressionId Lowering::either(ExpressionId a, ExpressionId b) {
  if (!a) return b;
  if (!b) return a;
  return operation(Op::logicalOr, Type::truth, {a, b});
}

ExpressionId Lowering::negate(ExpressionId a) { return operation(Op::logicalNot, Type::truth, {a}); }

Type Lowering::typeOf(ExpressionId id) const { return id ? at(graph.expressions, id).type : Type::truth; }

void Lowering::describe(ExpressionId id, const Words& words, std::size_t begin, std::size_t end) {
  if (!id || begin >= end) return;
  graph::Expression& expression = at(graph.expressions, id);
  expression.span = names::spanOf(words, begin, end);
  expression.words = names::spelled(words, begin, end);
}

const EventType* Lowering::eventOf(graph::EntityId entity) const {
  if (!entity || !at(graph.entities, entity).created) return nullptr;
  const graph::Pattern& created = at(graph.patterns, at(graph.entities, entity).created);
  return created.alternatives.empty() ? nullptr : &at(graph.events, created.alternatives.front().type);
}

ExpressionId Lowering::attribute(ExpressionId instance, graph::EntityId entity, std::uint32_t index) {
  const EventType* type = eventOf(entity);
  const ExpressionId id = operation(Op::attribute, type->attributes[index].type, {instance}, index);
  const auto& ways = at(graph.patterns, at(graph.entities, entity).created).alternatives;
  const bool moves = std::any_of(ways.begin(), ways.end(), [&](const graph::PatternAlternative& way) {
    return attributeIndex(at(graph.events, way.type), type->attributes[index].name) != index;
  });
  if (moves) at(graph.expressions, id).value = type->attributes[index].name;
  return id;
}

ExpressionId Lowering::isOfParty(graph::EntityId entity, ExpressionId instance, ExpressionId party) {
  if (!eventOf(entity)) return {};
  for (const auto& source : at(graph.patterns, at(graph.entities, entity).created).alternatives) {
    for (const Attribute& named : at(graph.events, source.type).attributes) {
      if (named.type != Type::party) continue;
      const auto index = attributeIndex(*eventOf(entity), named.name);
      const ExpressionId whose =
          index ? attribute(instance, entity, *index) : operation(Op::attribute, Type::party, {instance});
      if (!index) at(graph.expressions, whose).value = named.name;  // only other events that make it have it
      return operation(Op::sameParty, Type::truth, {whose, party});
    }
  }
  return {};
}

/// An instance read as a moment is the moment it came into being; a moment stays itself.
ExpressionId Lowering::asMoment(ExpressionId value, Span span) {
  if (!value) return value;
  const Type type = typeOf(value);
  if (type == Type::date || type == Type::instant) return value;
  if (type == Type::reference) return operation(Op::occurredAt, Type::date, {value});
  report(kinds::wrongType, span, {Phrasing("een dag of tijdstip", "a day or a time"), typePhrase(type)});
  return {};
}

const Open* Scope::latest(graph::EntityId entity) const {
  for (auto it = open.rbegin(); it != open.rend(); ++it) {
    if (it->entity == entity) return &*it;
  }
  return nullptr;
}

/// A contract that is concluded `met` somebody else than a party is not this agreement.
ExpressionId Lowering::ownContract(EventTypeId event) {
  const ExpressionId one = occurrence(0);
  const ExpressionId named = present(event, one, "met");
  if (!named) return {};
  ExpressionId own = negate(named);
  for (const std::string& party :
       {std::string("Opdrachtnemer"), std::string("Opdrachtgever"), graph.contractorName, graph.clientName}) {
    if (party.empty()) continue;
    const ExpressionId same =
        operation(Op::equal, Type::truth, {field(event, one, "met"), constant(party, Type::text)});
    own = either(own, both(named, same));
  }
  return own;
}

}  // namespace beding::lowering
