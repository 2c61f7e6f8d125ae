#include "engine/cheapest.h"

#include <algorithm>

#include "graph/links.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::ExpressionId;
using graph::NodeKind;
using graph::Op;

/// How much work expressions are, in steps or so.
class Costs {
 public:
  explicit Costs(const graph::Graph& graph) : graph_(graph), known_(graph.expressions.size()) {}

  std::uint32_t of(ExpressionId id) {
    if (!id) return 0;
    std::uint32_t& known = known_[id.index];
    if (known == 0) {
      known = 1;  // what comes back to itself is not counted twice
      known = std::min(most, found(at(graph_.expressions, id)));
    }
    return known;
  }

 private:
  static constexpr std::uint32_t most = 1'000'000, instances = 4, occurrences = 4, step = 2, lookUp = 20;

  std::uint32_t found(const Expression& expression) {
    std::uint32_t parts = 0;
    for (const ExpressionId operand : expression.operands) parts += of(operand);
    const graph::IndexMeaning read = graph::indexMeaning(expression.op);
    if (read.names == graph::Names::pattern)
      return lookUp + occurrences * (parts + ofPattern(graph::PatternId{expression.index}));
    if (read.names != graph::Names::node || expression.op == Op::settled) return step + parts;
    return read.kind == NodeKind::entity ? lookUp + instances * parts : ofNode(read.kind) + parts;
  }
  /// What is recorded is at hand.
  static std::uint32_t ofNode(NodeKind kind) {
    const bool isRecorded = kind == NodeKind::state || kind == NodeKind::norm || kind == NodeKind::act;
    return isRecorded ? step : lookUp;
  }
  std::uint32_t ofPattern(graph::PatternId id) {
    std::uint32_t cost = 0;
    if (id)
      for (const graph::PatternAlternative& way : at(graph_.patterns, id).alternatives) cost += of(way.where);
    return cost;
  }

  const graph::Graph& graph_;
  std::vector<std::uint32_t> known_;  ///< 0: not yet
};

}  // namespace

CheapestFirst::CheapestFirst(const graph::Graph& graph)
    : first_(graph.expressions.data()), begins_(graph.expressions.size()) {
  Costs costs(graph);
  for (std::size_t index = 0; index < begins_.size(); ++index) {
    const Expression& whole = graph.expressions[index];
    begins_[index] = static_cast<std::uint32_t>(parts_.size());
    if (whole.op != Op::logicalAnd && whole.op != Op::logicalOr) continue;
    parts_.insert(parts_.end(), whole.operands.begin(), whole.operands.end());
    std::stable_sort(parts_.begin() + begins_[index], parts_.end(),
                     [&](ExpressionId a, ExpressionId b) { return costs.of(a) < costs.of(b); });
  }
}

}  // namespace beding::engine
