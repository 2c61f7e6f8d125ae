#include "engine/plan.h"

#include <algorithm>
#include <optional>

#include "graph/links.h"
#include "graph/opposition.h"

namespace beding::engine {

namespace {

using graph::Graph;
using graph::NodeKind;
using graph::NodeRef;
using graph::Op;

/// Everything that one rule can come to read, followed through what keeps no records: quantities, parameters, acts.
class Reads {
 public:
  Reads(const Graph& graph, Plan& plan)
      : graph_(graph),
        plan_(plan),
        expressions_(graph.expressions.size()),
        patterns_(graph.patterns.size()),
        agreements_(eventTypeNamed(graph.events, agreementType)) {}

  /// Notes `reader` with all that it reads.
  void of(NodeRef node, Unit reader) {
    reader_ = reader;
    ++stamp_;
    visited_.clear();
    parts(node);
  }

  /// A form may count only under a condition of the document.
  void forms() {
    for (const graph::Form& form : graph_.forms) expression(form.reliable);
  }
  void ledger() { note(plan_.ofLedger); }
  void suspensions() { note(plan_.ofSuspensions); }
  void term() { note(plan_.ofUnit[plan_.firstOf(UnitKind::term)]); }

  /// The conditions of a rule that goes before this one.
  void conditionsOf(NodeRef other) {
    node(other);
    parts(other);
  }

 private:
  void note(Readers& readers) {
    if (readers.empty() || readers.back() != reader_) readers.push_back(reader_);
  }

  void parts(NodeRef node) {
    if (std::find(visited_.begin(), visited_.end(), node) != visited_.end()) return;
    visited_.push_back(node);
    for (const graph::Part& part : partsOf(graph_, node)) {
      expression(part.expression);
      pattern(part.pattern);
      if (part.node) this->node(*part.node);
    }
  }

  void node(NodeRef read) {
    switch (read.kind) {
      case NodeKind::event:
        return note(plan_.ofEvent[read.index]);
      case NodeKind::entity:
        return note(plan_.ofEntity[read.index]);
      case NodeKind::parameter:
        agreements();
        if (graph_.parameters[read.index].deviationForm) forms();
        return parts(read);
      case NodeKind::quantity:
        return parts(read);
      case NodeKind::act:
        note(plan_.ofAct[read.index]);
        return parts(read);
      case NodeKind::state:
        return note(plan_.ofUnit[plan_.unit(UnitKind::state, read.index)]);
      case NodeKind::norm:
        return note(plan_.ofUnit[plan_.unit(UnitKind::norm, read.index)]);
      case NodeKind::amount:
        return note(plan_.ofUnit[plan_.unit(UnitKind::amount, read.index)]);
      case NodeKind::effect:
        return note(plan_.ofUnit[plan_.unit(UnitKind::effect, read.index)]);
      case NodeKind::ledger:
        return ledger();
      case NodeKind::term:
        term();
        return parts(read);
      case NodeKind::judgement:
      case NodeKind::right:
      case NodeKind::limit:
      case NodeKind::property:
        return;
    }
  }

  void expression(graph::ExpressionId id) {
    if (!id || expressions_[id.index] == stamp_) return;
    expressions_[id.index] = stamp_;
    const graph::Expression& expression = at(graph_.expressions, id);
    named(expression);
    for (const graph::ExpressionId operand : expression.operands) this->expression(operand);
  }

  void named(const graph::Expression& expression) {
    const graph::IndexMeaning meaning = graph::indexMeaning(expression.op);
    if (meaning.names == graph::Names::pattern) pattern(graph::PatternId{expression.index});
    if (meaning.names == graph::Names::node) {
      const bool single = meaning.kind == NodeKind::ledger || meaning.kind == NodeKind::term;
      node({meaning.kind, single ? 0 : expression.index});
    }
    if (expression.op == Op::attribute && expression.type == Type::reference) note(plan_.ofReferences);
    if (expression.op == Op::satisfiesForm) forms();
    if (expression.op == Op::valid) exercisesOf(graph::ActId{expression.index});
    if (expression.op == Op::agreementCounts) agreements();
    if (expression.op == Op::deadlineOf && graph::NormId{expression.index} == graph_.ledger.payment)
      for (const graph::NormId other : graph_.ledger.otherPayments) node({NodeKind::norm, other.index});
  }

  /// Of one act, or of whatever act.
  void exercisesOf(graph::ActId act) {
    if (act) return note(plan_.ofAct[act.index]);
    for (Readers& readers : plan_.ofAct) note(readers);
  }

  /// By which condition of the document an agreement counts.
  void agreements() {
    if (agreements_) note(plan_.ofEvent[agreements_->index]);
    for (const graph::AgreementRule& rule : graph_.agreementRules) expression(rule.condition);
  }

  void pattern(graph::PatternId id) {
    if (!id || patterns_[id.index] == stamp_) return;
    patterns_[id.index] = stamp_;
    for (const graph::PatternAlternative& alternative : at(graph_.patterns, id).alternatives) {
      if (alternative.type) note(plan_.ofEvent[alternative.type.index]);
      expression(alternative.where);
    }
  }

  const Graph& graph_;
  Plan& plan_;
  Unit reader_ = noUnit;
  std::uint32_t stamp_ = 0;
  std::vector<std::uint32_t> expressions_;  ///< the rule for which an expression was last followed
  std::vector<std::uint32_t> patterns_;
  std::vector<NodeRef> visited_;
  std::optional<EventTypeId> agreements_;
};

void number(const Graph& graph, Plan& plan) {
  const std::array<std::size_t, static_cast<std::size_t>(UnitKind::end)> counts{
      graph.states.size(), 1, graph.norms.size(), graph.effects.size(), graph.amounts.size(), graph.rights.size(), 1};
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    plan.first[kind + 1] = plan.first[kind] + static_cast<Unit>(counts[kind]);
}

void readStates(const Graph& graph, Plan& plan, Reads& reads) {
  for (std::uint32_t index = 0; index < graph.states.size(); ++index) {
    reads.of({NodeKind::state, index}, plan.unit(UnitKind::state, index));
    for (const graph::StateId other : graph.states[index].defeatedBy)
      reads.conditionsOf({NodeKind::state, other.index});
    if (graph.inForce == graph::StateId{index}) reads.term();
  }
}

/// Who goes before whom: by its own words, or by a ranking. A ranking turns no requirement off, the power that goes
/// before lifts it.
void noteRivals(const Graph& graph, Plan& plan) {
  plan.rivals.resize(graph.norms.size());
  for (std::uint32_t index = 0; index < graph.norms.size(); ++index)
    for (const graph::NormId loser : graph.norms[index].defeats) plan.rivals[loser.index].push_back({index});
  for (const graph::Ranking& ranking : graph.rankings) {
    if (graph::opposed(at(graph.norms, ranking.first), at(graph.norms, ranking.second)))
      plan.rivals[ranking.second.index].push_back(ranking.first);
  }
  for (auto& rivals : plan.rivals) {
    std::sort(rivals.begin(), rivals.end());
    rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
  }
}

void readNorms(const Graph& graph, Plan& plan, Reads& reads) {
  for (std::uint32_t index = 0; index < graph.norms.size(); ++index) {
    reads.of({NodeKind::norm, index}, plan.unit(UnitKind::norm, index));
    reads.term();
    if (asksAct(graph.norms[index].kind)) reads.suspensions();
    if (graph.norms[index].form) reads.forms();
    for (const graph::NormId rival : plan.rivals[index]) reads.conditionsOf({NodeKind::norm, rival.index});
  }
}

void readAmounts(const Graph& graph, Plan& plan, Reads& reads) {
  for (std::uint32_t index = 0; index < graph.amounts.size(); ++index) {
    reads.of({NodeKind::amount, index}, plan.unit(UnitKind::amount, index));
    reads.ledger();
    for (std::uint32_t other = 0; other < graph.amounts.size(); ++other) {
      if (contains(graph.amounts[other].defeats, graph::AmountId{index})) reads.conditionsOf({NodeKind::amount, other});
    }
  }
}

void readTheRest(const Graph& graph, Plan& plan, Reads& reads) {
  reads.of({NodeKind::term, 0}, plan.firstOf(UnitKind::term));
  if (graph.inForce) reads.conditionsOf({NodeKind::state, graph.inForce.index});
  for (std::uint32_t index = 0; index < graph.effects.size(); ++index) {
    reads.of({NodeKind::effect, index}, plan.unit(UnitKind::effect, index));
    reads.term();
    reads.ledger();
  }
  for (std::uint32_t index = 0; index < graph.rights.size(); ++index)
    reads.of({NodeKind::right, index}, plan.unit(UnitKind::right, index));
}

/// Notes `value` for every event type that the pattern speaks of.
template <class Value>
void noteTypes(const Graph& graph, graph::PatternId pattern, std::vector<std::vector<Value>>& lists, Value value) {
  if (!pattern) return;
  for (const graph::PatternAlternative& alternative : at(graph.patterns, pattern).alternatives) {
    auto& list = lists[alternative.type.index];
    if (list.empty() || list.back() != value) list.push_back(value);
  }
}

void noteCreated(const Graph& graph, Plan& plan) {
  for (std::uint32_t index = 0; index < graph.entities.size(); ++index)
    noteTypes(graph, graph.entities[index].created, plan.created, graph::EntityId{index});
}

void noteExercised(const Graph& graph, Plan& plan) {
  for (std::uint32_t index = 0; index < graph.norms.size(); ++index) {
    for (const graph::ActId act : graph::actsOf(graph.norms[index]))
      noteTypes(graph, at(graph.acts, act).doneBy, plan.exercised, graph::NormId{index});
  }
}

void sort(std::vector<Readers>& lists) {
  for (Readers& readers : lists) {
    std::sort(readers.begin(), readers.end());
    readers.erase(std::unique(readers.begin(), readers.end()), readers.end());
  }
}

}  // namespace

Plan::Plan(const Graph& graph)
    : ofEvent(graph.events.size()),
      ofEntity(graph.entities.size()),
      ofAct(graph.acts.size()),
      created(graph.events.size()),
      exercised(graph.events.size()) {
  number(graph, *this);
  ofUnit.resize(count());
  noteRivals(graph, *this);
  Reads reads(graph, *this);
  readStates(graph, *this, reads);
  readNorms(graph, *this, reads);
  readAmounts(graph, *this, reads);
  readTheRest(graph, *this, reads);
  noteCreated(graph, *this);
  noteExercised(graph, *this);
  for (auto* lists : {&ofEvent, &ofEntity, &ofUnit, &ofAct}) sort(*lists);
}

}  // namespace beding::engine
