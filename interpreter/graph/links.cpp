// Which node reads which, through expressions and patterns.
#include "graph/links.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace beding::graph {
namespace {

/// How an expression is read on the way down.
struct Reading {
  bool negated = false;
  bool delayed = false;
};

/// Which nodes were met on one walk, and how they were read. The next walk begins without wiping anything.
class Seen {
 public:
  explicit Seen(std::size_t nodes) : walks_(4 * nodes) {}

  void beginWalk() { ++walk_; }
  bool isFirst(std::uint32_t index, Reading reading) {
    return std::exchange(walks_[4 * index + (reading.negated ? 2 : 0) + (reading.delayed ? 1 : 0)], walk_) != walk_;
  }

 private:
  std::vector<std::uint32_t> walks_;  ///< the last one on which it was met
  std::uint32_t walk_ = 0;
};

/// Finds the nodes that an expression reads, through patterns too.
class Walker {
 public:
  explicit Walker(const Graph& graph)
      : graph_(graph), seenExpressions_(graph.expressions.size()), seenPatterns_(graph.patterns.size()) {}

  std::vector<Link> links;

  /// All that a node reads by this part of it.
  void walk(NodeRef reader, const Part& part) {
    reader_ = reader;
    part_ = &part;
    seenExpressions_.beginWalk();
    seenPatterns_.beginWalk();
    const Reading reading{part.role == Role::exception, part.delayed};
    expression(part.expression, reading);
    pattern(part.pattern, reading);
    if (part.node) link(*part.node, reading);
  }

 private:
  void expression(ExpressionId id, Reading reading) {
    if (!id || !seenExpressions_.isFirst(id.index, reading)) return;
    const Expression& expression = at(graph_.expressions, id);
    named(expression, reading);
    for (std::size_t i = 0; i < expression.operands.size(); ++i)
      this->expression(expression.operands[i], operandReading(expression.op, i, reading));
  }

  void pattern(PatternId id, Reading reading) {
    if (!id || !seenPatterns_.isFirst(id.index, reading)) return;
    for (const PatternAlternative& alternative : at(graph_.patterns, id).alternatives) {
      if (alternative.type) link({NodeKind::event, alternative.type.index}, reading);
      expression(alternative.where, reading);
    }
  }

  void link(NodeRef read, Reading reading) {
    links.push_back({read, reader_, part_->role, part_->name, reading.negated, reading.delayed});
  }

  /// The node or pattern that the operator's index names.
  void named(const Expression& expression, Reading reading) {
    const IndexMeaning meaning = indexMeaning(expression.op);
    const bool exercise = expression.op == Op::exercised || expression.op == Op::exercisedAt;
    if (exercise) reading.delayed = true;
    if (expression.op == Op::valid && ActId{expression.index})
      link({NodeKind::act, expression.index}, {reading.negated, true});
    if (expression.op == Op::missedWithin) reading = {!reading.negated, true};
    if (meaning.names == Names::pattern) pattern(PatternId{expression.index}, reading);
    if (meaning.names != Names::node) return;
    const bool single = meaning.kind == NodeKind::ledger || meaning.kind == NodeKind::term;
    link({meaning.kind, single ? 0 : expression.index}, reading);
  }

  /// What lies below a timer takes effect from the next instant; `niet`, a difference and a minimum turn round.
  static Reading operandReading(Op op, std::size_t index, Reading reading) {
    switch (op) {
      case Op::termEnd:
      case Op::reached:
      case Op::passed:
      case Op::longerThan:
      case Op::atLeastLong:
      case Op::happenedWithin:
      case Op::missedWithin:
        return {reading.negated, true};
      case Op::logicalNot:
        return {!reading.negated, reading.delayed};
      case Op::subtract:
        return {reading.negated != (index == 1), reading.delayed};
      case Op::minimum:
        return {true, reading.delayed};
      case Op::choose:
        return {reading.negated || index == 0, reading.delayed};
      default:
        return reading;
    }
  }

  const Graph& graph_;
  NodeRef reader_;
  const Part* part_ = nullptr;
  Seen seenExpressions_;
  Seen seenPatterns_;
};

auto ordered(const Link& link) {
  return std::tuple(link.reader, link.read, link.role, link.name, link.negated, link.delayed);
}

}  // namespace

std::vector<Link> unsortedLinks(const Graph& graph, const AllParts& parts) {
  Walker walker(graph);
  for (const NodeRef node : parts.nodes())
    for (const Part& part : parts.of(node)) walker.walk(node, part);
  return std::move(walker.links);
}

std::vector<Link> linksOf(const Graph& graph) {
  std::vector<Link> links = unsortedLinks(graph, AllParts(graph));
  std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return ordered(a) < ordered(b); });
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

}  // namespace beding::graph
