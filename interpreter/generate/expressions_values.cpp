// What expressions reckon: quantities, sums, choices.
#include <algorithm>

#include "generate/expressions.h"
#include "graph/print.h"

namespace beding::generate {

using graph::Expression;
using graph::ExpressionId;
using graph::Op;

std::string valueType(Type type) {
  switch (type) {
    case Type::money:
    case Type::number:
    case Type::percentage:
      return "Mogelijk<Getal>";
    case Type::truth:
      return "Waarheid";
    case Type::date:
    case Type::instant:
      return "Moment";
    case Type::duration:
      return "Mogelijk<Termijn>";
    case Type::party:
      return "Mogelijk<Partij>";
    default:
      return "Mogelijk<std::string_view>";
  }
}

/// Reckoned with, and so not yet rounded to the cent.
bool Expressions::isExact(ExpressionId id) const {
  if (!id) return false;
  const Expression& expression = at(graph_.expressions, id);
  if (expression.type != Type::money && expression.type != Type::number && expression.type != Type::percentage)
    return false;
  return expression.op != Op::constant && expression.op != Op::attribute && expression.op != Op::judgement;
}

std::string Expressions::codeType(ExpressionId id) const {
  const Type type = at(graph_.expressions, id).type;
  return type == Type::money && !isExact(id) ? "Mogelijk<Centen>" : valueType(type);
}

/// As something to reckon with.
std::string Expressions::number(ExpressionId id, const Scope& scope) {
  return isExact(id) ? value(id, scope) : "getal(" + value(id, scope) + ")";
}

std::string Expressions::calculated(const Expression& expression, const Scope& scope) {
  const auto isNumber = [&](ExpressionId id) {
    const Type type = at(graph_.expressions, id).type;
    return type == Type::money || type == Type::number || type == Type::percentage;
  };
  const bool extreme = expression.op == Op::minimum || expression.op == Op::maximum;
  const auto isMoment = [&](ExpressionId id) { return valueType(at(graph_.expressions, id).type) == "Moment"; };
  if (extreme && std::all_of(expression.operands.begin(), expression.operands.end(), isMoment))
    return extremeMoment(expression, scope);
  if (!std::all_of(expression.operands.begin(), expression.operands.end(), isNumber))
    return refused(scope, worded({"«{0}» met iets anders dan bedragen en getallen",
                                  "«{0}» of something else than amounts and numbers"},
                                 {std::string(graph::operatorName(expression.op))}));
  const char* name = expression.op == Op::add        ? "plus"
                     : expression.op == Op::subtract ? "min"
                     : expression.op == Op::multiply ? "maal"
                     : expression.op == Op::divide   ? "gedeeld"
                     : expression.op == Op::minimum  ? "laagste"
                                                     : "hoogste";
  std::string whole = number(expression.operands.at(0), scope);
  for (std::size_t i = 1; i < expression.operands.size(); ++i)
    whole = std::string(name) + "(" + whole + ", " + number(expression.operands[i], scope) + ")";
  return whole;
}

/// Of several days: an open one only adds a question.
std::string Expressions::extremeMoment(const Expression& expression, const Scope& scope) {
  std::string whole;
  for (const ExpressionId id : expression.operands) whole += ", [&] { return " + value(id, scope) + "; }";
  return std::string(expression.op == Op::minimum ? "vroegste" : "laatste") + "(v" + whole + ")";
}

std::string Expressions::chosen(const Expression& expression, const Scope& scope) {
  const std::size_t first = expression.op == Op::choose ? 1 : 0;
  const bool numbers = std::any_of(expression.operands.begin() + static_cast<std::ptrdiff_t>(first),
                                   expression.operands.end(), [&](ExpressionId id) { return isExact(id); });
  std::string whole = expression.op == Op::choose
                          ? "kies(v, [&] { return " + truth(expression.operands[0], scope) + "; }"
                          : "eerste_bekende(v";
  for (std::size_t i = first; i < expression.operands.size(); ++i)
    whole += ", [&] { return " +
             (numbers || isExactType(expression) ? number(expression.operands[i], scope)
                                                 : value(expression.operands[i], scope)) +
             "; }";
  return whole + ")";
}

bool Expressions::isExactType(const Expression& expression) const {
  return expression.type == Type::money || expression.type == Type::number || expression.type == Type::percentage;
}

Bound Expressions::eachOf(const EntityUse& entity, graph::Slot slot, const Scope& scope) const {
  std::string name = entity.name;
  for (const Bound& bound : scope.slots)
    if (bound.code == name) name += "_" + std::to_string(slot);
  return {Bound::Kind::instance, entity.id, entity.event, graph::Party::none, name};
}

std::string Expressions::summed(const Expression& expression, const Scope& scope) {
  const EntityUse* entity = model_.entityOf(graph::EntityId{expression.index});
  if (entity == nullptr) return refused(scope, {Phrasing{"een som over Partijen", "a sum over parties"}});
  const Bound each = eachOf(*entity, expression.slot, scope);
  const Scope inner = scope.with(expression.slot, each);
  const bool filtered = !expression.operands.empty() && expression.operands[0];
  const std::string counts = filtered ? truth(expression.operands[0], inner) : "Waarheid::ja";
  const std::string part =
      expression.op == Op::countOver ? "Mogelijk<Getal>(Getal(1))" : number(expression.operands.at(1), inner);
  const std::string head = ", [&]([[maybe_unused]] const auto& " + each.code + ") { return ";
  return "som_over(v, " + scope.contract + entity->list + head + counts + "; }" + head + part + "; })";
}

// --------------------------------------------------------------------------------------------------------- quantities

std::string Expressions::quantity(const Expression& expression, const Scope& scope) {
  std::string about;
  const graph::Quantity& node = graph_.quantities[expression.index];
  for (const ExpressionId id : expression.operands) {
    const Bound bound = thing(id, scope);
    if (bound.kind == Bound::Kind::absent && expression.operands.size() == 1)
      return quantityOfNothing(expression, scope);
    if (bound.kind == Bound::Kind::nothing && expression.operands.size() == 1)
      return ofNamed(id, scope, valueType(expression.type), node.binders.at(0).entity, [&](const Bound& named) {
        return named.kind == Bound::Kind::absent ? quantityOfNothing(expression, scope)
                                                 : quantityOf(expression, scope, ", " + named.code);
      });
    if (bound.kind != Bound::Kind::instance)
      return refused(scope, {Phrasing{"een grootheid van iets dat de zin niet noemt",
                                      "a quantity of something that the sentence does not name"}});
    about += ", " + bound.code;
  }
  return quantityOf(expression, scope, about);
}

/// What it comes to when nothing says of what: open norms may have been judged for all.
std::string Expressions::quantityOfNothing(const Expression& expression, const Scope& scope) {
  const graph::QuantityId id{expression.index};
  return quantityBody(id, Scope{&at(graph_.quantities, id).where, scope.contract}.with(
                              0, {Bound::Kind::absent, {}, {}, graph::Party::none, {}}));
}

std::string Expressions::quantityOf(const Expression& expression, const Scope& scope, const std::string& about) {
  graph::QuantityId id{expression.index};
  while (!isStandard(graph_, at(graph_.quantities, id).guard) && at(graph_.quantities, id).otherwise)
    id = at(graph_.quantities, id).otherwise;
  const auto found = model_.quantities.find(id.index);
  if (found == model_.quantities.end())
    return refused(scope, {Phrasing{"een grootheid van een andere lezing", "a quantity of another reading"}});
  return scope.contract + found->second + "(v" + about + ")";
}

/// The first of the chain whose condition is true; where that is not known, both are possible.
std::string Expressions::quantityBody(graph::QuantityId id, const Scope& scope) {
  const graph::Quantity& node = at(graph_.quantities, id);
  const bool numeric = node.type == Type::money || node.type == Type::number || node.type == Type::percentage;
  if (!isStandard(graph_, node.guard) && node.otherwise) return quantityBody(node.otherwise, scope);
  if (!node.value)
    return refused(scope, {Phrasing{"een grootheid die niet is ingevuld", "a quantity that is not filled in"}});
  const bool isTruth = node.type == Type::truth;
  const std::string own = isTruth   ? truth(node.value, scope)
                          : numeric ? number(node.value, scope)
                                    : value(node.value, scope);
  if (!node.condition) return own;
  const std::string nothing = isTruth ? "Waarheid::nee" : numeric ? "Mogelijk<Getal>()" : "decltype(" + own + "){}";
  const std::string otherwise = node.otherwise ? quantityBody(node.otherwise, scope) : nothing;
  return "kies(v, [&] { return " + truth(node.condition, scope) + "; }, [&] { return " + own + "; }, [&] { return " +
         otherwise + "; })";
}

}  // namespace beding::generate
