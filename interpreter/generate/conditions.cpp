#include "generate/conditions.h"

#include <algorithm>

namespace beding::generate {

using graph::Expression;
using graph::ExpressionId;
using graph::Op;

namespace {

/// A walk over instances costs much more than what is remembered.
int costOf(const Model& model, ExpressionId id) {
  if (!id) return 0;
  const Expression& expression = at(model.graph.expressions, id);
  if (expression.op == Op::state) return model.relations.contains(expression.index) ? 4 : 1;
  int whole = expression.op == Op::exists || expression.op == Op::forAll ? 100 : 1;
  for (const ExpressionId operand : expression.operands) whole += costOf(model, operand);
  return whole;
}

void addParts(const graph::Graph& graph, const Expression& expression, std::vector<ExpressionId>& parts) {
  for (const ExpressionId operand : expression.operands) {
    const bool same = operand && at(graph.expressions, operand).op == expression.op;
    if (same)
      addParts(graph, at(graph.expressions, operand), parts);
    else
      parts.push_back(operand);
  }
}

}  // namespace

std::vector<ExpressionId> partsOf(const Model& model, const Expression& expression) {
  std::vector<ExpressionId> parts;
  addParts(model.graph, expression, parts);
  std::stable_sort(parts.begin(), parts.end(),
                   [&](ExpressionId a, ExpressionId b) { return costOf(model, a) < costOf(model, b); });
  return parts;
}

bool readsOnlyEvent(const graph::Graph& graph, ExpressionId id, graph::Slot slot) {
  if (!id) return true;
  const Expression& expression = at(graph.expressions, id);
  switch (expression.op) {
    case Op::attribute:
    case Op::hasAttribute: {
      if (expression.operands.empty()) return expression.slot == slot;
      const Expression& subject = at(graph.expressions, expression.operands.front());
      return subject.op == Op::variable && subject.slot == slot;
    }
    case Op::constant:
      return true;
    case Op::logicalAnd:
    case Op::logicalOr:
    case Op::logicalNot:
    case Op::equal:
      return std::all_of(expression.operands.begin(), expression.operands.end(),
                         [&](ExpressionId each) { return readsOnlyEvent(graph, each, slot); });
    default:
      return false;
  }
}

bool namesParty(const graph::Graph& graph, const Expression& expression) {
  const auto* text = std::get_if<std::string>(&expression.value);
  return expression.op == Op::constant && text != nullptr &&
         (*text == "Opdrachtnemer" || *text == "Opdrachtgever" || *text == graph.contractorName ||
          *text == graph.clientName);
}

}  // namespace beding::generate
