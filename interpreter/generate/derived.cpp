// Which breaches matter: those from which an event follows that another sentence reads.
#include <algorithm>

#include "generate/model.h"

namespace beding::generate {

using graph::ExpressionId;
using graph::NodeRef;
using graph::PatternId;

namespace {

/// What a condition on a derived event comes to, when all that is known of it is the duty it comes from.
Truth couldBe(const graph::Graph& graph, ExpressionId id, std::uint32_t lid, const std::string& duty) {
  if (!id) return Truth::yes;
  const graph::Expression& expression = at(graph.expressions, id);
  const auto of = [&](std::size_t index) { return couldBe(graph, expression.operands[index], lid, duty); };
  Truth whole = Truth::unknown;
  if (expression.op == graph::Op::logicalAnd || expression.op == graph::Op::logicalOr) {
    whole = of(0);
    for (std::size_t i = 1; i < expression.operands.size(); ++i)
      whole = expression.op == graph::Op::logicalAnd ? whole && of(i) : whole || of(i);
  }
  if (expression.op != graph::Op::equal) return whole;
  const graph::Expression& a = at(graph.expressions, expression.operands[0]);
  const graph::Expression& b = at(graph.expressions, expression.operands[1]);
  const auto* text = std::get_if<std::string>(&b.value);
  if (a.op != graph::Op::attribute || a.index != lid || b.op != graph::Op::constant || text == nullptr)
    return Truth::unknown;
  return *text == duty ? Truth::yes : Truth::no;
}

/// The patterns that a node speaks of, in its own words or within a condition.
class Patterns {
 public:
  Patterns(const graph::Graph& graph, NodeRef node) : graph_(graph) {
    for (const graph::Part& part : graph::partsOf(graph, node)) {
      pattern(part.pattern);
      expression(part.expression);
    }
  }
  std::set<PatternId> found;

 private:
  void pattern(PatternId id) {
    if (!id || !found.insert(id).second) return;
    for (const auto& way : at(graph_.patterns, id).alternatives) expression(way.where);
  }
  void expression(ExpressionId id) {
    if (!id || !seen_.insert(id).second) return;
    const graph::Expression& read = at(graph_.expressions, id);
    if (graph::indexMeaning(read.op).names == graph::Names::pattern) pattern(PatternId{read.index});
    for (const ExpressionId operand : read.operands) expression(operand);
  }

  const graph::Graph& graph_;
  std::set<ExpressionId> seen_;
};

/// Whether an instance that the norm is about has another key than that of its event.
bool isNamed(const graph::Graph& graph, const graph::Norm& norm) {
  return std::any_of(norm.binders.begin(), norm.binders.end(), [&](const graph::Binder& binder) {
    return at(graph.entities, binder.entity).keyAttribute != 0xffffffff;
  });
}

}  // namespace

void Model::findDerived() {
  for (const NodeRef node : reached)
    for (const PatternId id : Patterns(graph, node).found)
      for (const auto& way : at(graph.patterns, id).alternatives)
        for (const graph::Derivation& derivation : graph.derivations)
          if (way.type == derivation.type) derivedReads_[way.type.index].emplace_back(node, way.where);
}

/// A duty knows itself that it was breached, unless what it is about bears a name of its own: the event by which
/// another came up may be called the same. Of a performance after it nothing more is known than who did what.
bool Model::derives(const graph::Derivation& derivation, std::uint32_t norm) const {
  const auto readers = derivedReads_.find(derivation.type.index);
  if (readers == derivedReads_.end() || derivation.from == graph::DerivedFrom::renewal) return false;
  const std::string duty = lidOf(graph, graph.norms[norm].where) + " " + graph.norms[norm].name;
  return std::any_of(readers->second.begin(), readers->second.end(), [&](const auto& read) {
    const bool own = read.first == NodeRef{graph::NodeKind::norm, norm} && !isNamed(graph, graph.norms[norm]);
    return !own && couldBe(graph, read.second, derivation.lid, duty) != Truth::no;
  });
}

bool Model::derives(const graph::Derivation& derivation) const {
  return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& each) {
    return each.node.kind == graph::NodeKind::norm && graph::isDuty(graph.norms[each.node.index].kind) &&
           derives(derivation, each.node.index);
  });
}

}  // namespace beding::generate
