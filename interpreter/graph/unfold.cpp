#include "graph/unfold.h"

#include <algorithm>

#include "graph/operators.h"

namespace beding::graph {
namespace {

/// How often an operand is evaluated, at least, where there are a few instances or occurrences: so that what is nested
/// in one another counts. A product counts double, for its numbers grow.
std::uint32_t timesOf(const Operator& of) {
  constexpr std::uint32_t instances = 4;
  if (of.index.names == Names::pattern) return instances;
  if (of.index.names == Names::node && of.index.kind == NodeKind::entity) return instances;
  return of.op == Op::multiply || of.op == Op::divide ? 2 : 1;
}

}  // namespace

/// One more than its parts.
struct Unfolding::Whole {
  std::uint32_t mostSteps;
  Extent extent{0, 1};

  void add(Extent part, std::uint32_t times = 1) {
    extent.height = std::max(extent.height, part.height);
    extent.steps = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(mostSteps, extent.steps + std::uint64_t{times} * part.steps));
  }
};

Unfolding::Unfolding(const Graph& graph, std::uint32_t highest, std::uint32_t mostSteps)
    : graph_(graph),
      highest_(highest),
      mostSteps_(mostSteps),
      expressions_(graph.expressions.size()),
      quantities_(graph.quantities.size()),
      parameters_(graph.parameters.size()),
      forms_(graph.forms.size()),
      acts_(graph.acts.size()) {}

template <class Follow>
Extent Unfolding::once(Entry& entry, std::uint32_t level, Follow follow) {
  if (entry.progress == Progress::known) return entry.extent;
  if (entry.progress == Progress::active || level > highest_) return endless_ = true, Extent{};
  entry.progress = Progress::active;
  Whole whole{mostSteps_};
  follow(whole, level + 1);
  ++whole.extent.height;
  endless_ = endless_ || whole.extent.height > highest_;
  entry = {whole.extent, Progress::known};
  return entry.extent;
}

Extent Unfolding::of(ExpressionId id, std::uint32_t level) {
  if (!id) return {};
  return once(expressions_[id.index], level, [&](Whole& whole, std::uint32_t below) {
    const Expression& expression = at(graph_.expressions, id);
    const Operator& meant = operatorOf(expression.op);
    const std::uint32_t times = timesOf(meant);
    for (const ExpressionId operand : expression.operands) whole.add(of(operand, below), times);
    if (meant.index.names == Names::pattern) whole.add(of(PatternId{expression.index}, below), times);
    if (meant.index.names != Names::nothing || expression.op == Op::agreementCounts)
      whole.add(ofNamed(expression, below));
  });
}

Extent Unfolding::of(PatternId id, std::uint32_t level) {
  Whole whole{mostSteps_};
  if (id)
    for (const PatternAlternative& each : at(graph_.patterns, id).alternatives) whole.add(of(each.where, level));
  return whole.extent;
}

/// What an operator works out of the node that it names.
Extent Unfolding::ofNamed(const Expression& expression, std::uint32_t level) {
  switch (expression.op) {
    case Op::quantity:
      return of(QuantityId{expression.index}, level);
    case Op::parameter:
    case Op::agreed:
      return of(ParameterId{expression.index}, level);
    case Op::satisfiesForm:
      return of(FormId{expression.index}, level);
    case Op::exercised:
    case Op::exercisedAt:
      return ofExercise(ActId{expression.index}, level);
    case Op::agreementCounts:
      return ofRules(level);
    case Op::runningPeriodEnd:
    case Op::periodStart:
    case Op::contractStart:
      return ofTerm(level);
    default:
      return {};
  }
}

Extent Unfolding::of(QuantityId id, std::uint32_t level) {
  if (!id) return {};
  return once(quantities_[id.index], level, [&](Whole& whole, std::uint32_t below) {
    const Quantity& quantity = at(graph_.quantities, id);
    whole.add(of(quantity.value, below));
    whole.add(of(quantity.condition, below));
    whole.add(of(quantity.otherwise, below));
  });
}

Extent Unfolding::of(ParameterId id, std::uint32_t level) {
  return once(parameters_[id.index], level, [&](Whole& whole, std::uint32_t below) {
    const Parameter& parameter = at(graph_.parameters, id);
    whole.add(of(parameter.value, below));
    whole.add(of(parameter.minimum, below));
    whole.add(of(parameter.deviationForm, below));
    whole.add(ofRules(below));
  });
}

Extent Unfolding::of(FormId id, std::uint32_t level) {
  if (!id) return {};
  return once(forms_[id.index], level, [&](Whole& whole, std::uint32_t below) {
    const Form& form = at(graph_.forms, id);
    for (const FormId covered : form.covers) whole.add(of(covered, below));
    whole.add(of(form.reliable, below));
  });
}

Extent Unfolding::ofRules(std::uint32_t level) {
  return once(rules_, level, [&](Whole& whole, std::uint32_t below) {
    for (const AgreementRule& rule : graph_.agreementRules) whole.add(of(rule.condition, below));
  });
}

Extent Unfolding::ofTerm(std::uint32_t level) {
  return once(term_, level, [&](Whole& whole, std::uint32_t below) {
    for (const ExpressionId part : {graph_.term.start, graph_.term.duration, graph_.term.renewal})
      whole.add(of(part, below));
  });
}

/// The exercises of an act are known by the arguments of the norms that give it.
Extent Unfolding::ofExercise(ActId id, std::uint32_t level) {
  return once(acts_[id.index], level, [&](Whole& whole, std::uint32_t below) {
    for (const Norm& norm : graph_.norms)
      if (norm.act == id || contains(norm.alternatives, id))
        for (const ExpressionId argument : norm.arguments) whole.add(of(argument, below));
  });
}

}  // namespace beding::graph
