#include "checks/minimum.h"

namespace beding::checks {
namespace {

using graph::ExpressionId;

/// The constant that is written down, whatever an event may state instead; else nothing.
ExpressionId written(const graph::Graph& graph, ExpressionId id) {
  if (!id) return {};
  const graph::Expression& expression = at(graph.expressions, id);
  if (expression.op == graph::Op::firstKnown) return written(graph, expression.operands.back());
  return expression.op == graph::Op::constant ? id : ExpressionId{};
}

}  // namespace

std::vector<BelowMinimum> belowMinimum(const graph::Graph& graph) {
  std::vector<BelowMinimum> found;
  for (std::uint32_t index = 0; index < graph.parameters.size(); ++index) {
    const ExpressionId value = written(graph, graph.parameters[index].value);
    const ExpressionId minimum = written(graph, graph.parameters[index].minimum);
    if (value && minimum && isLess(at(graph.expressions, value).value, at(graph.expressions, minimum).value))
      found.push_back({{index}, value, minimum});
  }
  return found;
}

}  // namespace beding::checks
