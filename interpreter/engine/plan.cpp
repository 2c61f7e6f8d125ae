#include "engine/plan.h"
#include "engine/references.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/references.h"
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
        parts_(graph),
        plan_(plan),
        expressions_(graph.expressions.size()),
        patterns_(graph.patterns.size()) {}

  /// Notes `reader` with all that it reads. Its records have instances in as many slots as it has binders.
  void of(NodeRef node, Unit reader, std::size_t binders = 0) {
    reader_ = reader;
    binders_ = binders;
    arguments_.clear();
    if (node.kind == NodeKind::norm) arguments_ = graph_.norms[node.index].arguments;
    stamp_ += frames;
    visited_.clear();
    parts(node);
  }

  /// A form may count only under a condition of the document.
  void forms() {
    elsewhere([&] {
      for (const graph::Form& form : graph_.forms) expression(form.reliable);
    });
  }
  void ledger() { note(plan_.ofLedger); }
  /// Only what is claimed under one of its own instances.
  void claims() { note(binders_ > 0 ? plan_.ofClaims : plan_.ofLedger); }
  void suspensions() { note(plan_.ofSuspensions); }
  void term() { note(plan_.ofTerm); }

  /// The conditions of a rule that goes before this one.
  void conditionsOf(NodeRef other) {
    node(other);
    elsewhere([&] { parts(other); });
  }

 private:
  void note(Readers& readers) {
    if (readers.empty() || readers.back() != reader_) readers.push_back(reader_);
  }

  /// Whose slots an expression speaks of: those of the reader, those of an act that it is about, or others of which
  /// nothing says whether they hold instances of the reader's.
  enum class Frame : std::uint8_t { own, act, elsewhere };
  static constexpr std::uint32_t frames = 3;

  template <class Follow>
  void within(Frame frame, Follow follow) {
    const Frame before = std::exchange(frame_, frame);
    follow();
    frame_ = before;
  }
  template <class Follow>
  void elsewhere(Follow follow) {
    within(Frame::elsewhere, follow);
  }
  [[nodiscard]] std::uint32_t stamp() const { return stamp_ + static_cast<std::uint32_t>(frame_); }

  /// The slot of the reader in which the instance stands that this expression names, if it is one of those.
  [[nodiscard]] std::optional<graph::Slot> ownSlot(graph::ExpressionId id) const {
    if (!id || frame_ == Frame::elsewhere) return std::nullopt;
    const graph::Expression& expression = at(graph_.expressions, id);
    if (expression.op != Op::variable) return std::nullopt;
    if (frame_ == Frame::own) return expression.slot < binders_ ? std::optional(expression.slot) : std::nullopt;
    if (expression.slot >= arguments_.size() || !arguments_[expression.slot]) return std::nullopt;
    const graph::Expression& argument = at(graph_.expressions, arguments_[expression.slot]);
    const bool isOwn = argument.op == Op::variable && argument.slot < binders_;
    return isOwn ? std::optional(argument.slot) : std::nullopt;
  }

  /// What it claims, or has interest over, is in the ledger; it reads there only what belongs to its own instances.
  [[nodiscard]] bool isOwnPost(const graph::Part& part) const {
    const bool posts = part.role == graph::Role::contributes || part.role == graph::Role::value;
    return frame_ == Frame::own && posts && part.node->kind == NodeKind::ledger;
  }

  /// What an act can be about is said by whoever does it: nobody looks for it among the instances that there are.
  [[nodiscard]] bool isParameter(const graph::Part& part) const {
    return frame_ == Frame::act && part.role == graph::Role::instance;
  }

  void parts(NodeRef node) {
    const std::pair visit(node, frame_);
    if (std::find(visited_.begin(), visited_.end(), visit) != visited_.end()) return;
    visited_.push_back(visit);
    for (const graph::Part& part : parts_.of(node)) {
      expression(part.expression);
      pattern(part.pattern);
      if (!part.node || isOwnPost(part) || isParameter(part)) continue;
      const bool opens =
          part.role == graph::Role::instance && part.node->kind == NodeKind::entity && frame_ == Frame::own;
      opens ? note(plan_.overEntity[part.node->index]) : this->node(*part.node);
    }
  }

  /// `same`: the instances that the record read shares with that of the reader, as far as its sentence says.
  void node(NodeRef read, const std::vector<SameInstance>& same = {}) {
    switch (read.kind) {
      case NodeKind::event:
        return note(plan_.ofEvent[read.index]);
      case NodeKind::entity:
        return note(plan_.ofEntity[read.index]);
      case NodeKind::parameter:
        agreements();
        if (graph_.parameters[read.index].deviationForm) forms();
        return elsewhere([&] { parts(read); });
      case NodeKind::quantity:
        return elsewhere([&] { parts(read); });
      case NodeKind::act:
        note(plan_.ofAct[read.index]);
        return within(frame_ == Frame::own ? Frame::act : Frame::elsewhere, [&] { parts(read); });
      case NodeKind::state:
        return records(UnitKind::state, read.index, same);
      case NodeKind::norm:
        return records(UnitKind::norm, read.index, same);
      case NodeKind::amount:
        return records(UnitKind::amount, read.index, same);
      case NodeKind::effect:
        return records(UnitKind::effect, read.index, same);
      case NodeKind::ledger:
        return same.empty() ? ledger() : claims();
      case NodeKind::term:
        term();
        return elsewhere([&] { parts(read); });
      case NodeKind::judgement:
      case NodeKind::right:
      case NodeKind::limit:
      case NodeKind::property:
        return;
    }
  }

  void records(UnitKind kind, std::uint32_t index, const std::vector<SameInstance>& same) {
    records(plan_.ofUnit[plan_.unit(kind, index)], same);
  }
  void records(UnitReaders& readers, const std::vector<SameInstance>& same) {
    if (same.empty()) return note(readers.ofAll);
    readers.ofSome.push_back({reader_, same});
  }

  /// The operands that name what stands in the reader's own slots, as the slots of what is read.
  [[nodiscard]] std::vector<SameInstance> sharedBy(const graph::Expression& expression) const {
    std::vector<SameInstance> same;
    for (graph::Slot slot = 0; slot < expression.operands.size(); ++slot) {
      if (const auto own = ownSlot(expression.operands[slot])) same.push_back({slot, *own});
    }
    return same;
  }

  void expression(graph::ExpressionId id) {
    if (!id || expressions_[id.index] == stamp()) return;
    expressions_[id.index] = stamp();
    const graph::Expression& expression = at(graph_.expressions, id);
    named(expression);
    within(frameInside(openedBy(expression)), [&] {
      for (const graph::ExpressionId operand : expression.operands) this->expression(operand);
    });
  }

  [[nodiscard]] std::optional<graph::Slot> openedBy(const graph::Expression& expression) const {
    switch (expression.op) {
      case Op::exists:
      case Op::forAll:
      case Op::sumOver:
      case Op::countOver:
      case Op::earliestOver:
        return expression.slot;
      case Op::lastOf:
      case Op::sumOf:
        return at(graph_.patterns, graph::PatternId{expression.index}).occurrence;
      default:
        return std::nullopt;
    }
  }
  /// Where a slot is opened that hides one of the reader's, nothing can be said of what stands in it.
  [[nodiscard]] Frame frameInside(std::optional<graph::Slot> opened) const {
    const std::size_t known = frame_ == Frame::own ? binders_ : arguments_.size();
    return opened && *opened < known ? Frame::elsewhere : frame_;
  }

  /// Whether it is not true of whatever has just come up in the slot: that is in no state yet, and a state tells when
  /// it begins.
  [[nodiscard]] bool restsOnState(graph::ExpressionId id, graph::Slot slot) const {
    if (!id) return false;
    const graph::Expression& expression = at(graph_.expressions, id);
    const auto any = [&](auto test) {
      return std::any_of(expression.operands.begin(), expression.operands.end(), test);
    };
    if (expression.op == Op::logicalAnd) return any([&](graph::ExpressionId part) { return restsOnState(part, slot); });
    return expression.op == Op::state && any([&](graph::ExpressionId of) {
             return of && at(graph_.expressions, of).op == Op::variable && at(graph_.expressions, of).slot == slot;
           });
  }

  /// Over all instances of an entity, of which none counts before it is in some state.
  [[nodiscard]] bool ignoresNew(const graph::Expression& expression) const {
    const bool filters = expression.op == Op::exists || expression.op == Op::countOver ||
                         expression.op == Op::sumOver || expression.op == Op::earliestOver;
    return filters && !expression.operands.empty() && restsOnState(expression.operands[0], expression.slot);
  }

  void named(const graph::Expression& expression) {
    const graph::IndexMeaning meaning = graph::indexMeaning(expression.op);
    if (meaning.names == graph::Names::pattern) pattern(graph::PatternId{expression.index});
    if (expression.op == Op::deadlineOf) {
      records(plan_.ofDeadline[expression.index], sharedBy(expression));
    } else if (meaning.names == graph::Names::node && !ignoresNew(expression)) {
      const bool single = meaning.kind == NodeKind::ledger || meaning.kind == NodeKind::term;
      node({meaning.kind, single ? 0 : expression.index}, sharedBy(expression));
    }
    if (expression.op == Op::attribute && expression.type == Type::reference) note(plan_.ofReferences);
    if (expression.op == Op::satisfiesForm) forms();
    if (expression.op == Op::valid) exercisesOf(graph::ActId{expression.index});
    if (expression.op == Op::agreementCounts) agreements();
    if (expression.op == Op::deadlineOf && graph::NormId{expression.index} == graph_.ledger.payment)
      for (const graph::NormId other : graph_.ledger.otherPayments) records(plan_.ofDeadline[other.index], {});
  }

  /// Of one act, or of whatever act.
  void exercisesOf(graph::ActId act) {
    if (act) return note(plan_.ofAct[act.index]);
    for (Readers& readers : plan_.ofAct) note(readers);
  }

  /// By which condition of the document an agreement counts.
  void agreements() {
    if (plan_.agreement) note(plan_.ofEvent[plan_.agreement->index]);
    elsewhere([&] {
      for (const graph::AgreementRule& rule : graph_.agreementRules) expression(rule.condition);
    });
  }

  void pattern(graph::PatternId id) {
    if (!id || patterns_[id.index] == stamp()) return;
    patterns_[id.index] = stamp();
    for (const graph::PatternAlternative& alternative : at(graph_.patterns, id).alternatives) {
      if (alternative.type) note(plan_.ofEvent[alternative.type.index]);
      within(frameInside(at(graph_.patterns, id).occurrence), [&] { expression(alternative.where); });
    }
  }

  const Graph& graph_;
  const graph::AllParts parts_;
  Plan& plan_;
  Unit reader_ = noUnit;
  std::size_t binders_ = 0;
  std::vector<graph::ExpressionId> arguments_;  ///< of the norm, for the slots of its acts
  Frame frame_ = Frame::own;
  std::uint32_t stamp_ = 0;
  std::vector<std::uint32_t> expressions_;  ///< the rule, and where, for which an expression was last followed
  std::vector<std::uint32_t> patterns_;
  std::vector<std::pair<NodeRef, Frame>> visited_;
};

void number(const Graph& graph, Plan& plan) {
  const std::array<std::size_t, static_cast<std::size_t>(UnitKind::end)> counts{
      graph.states.size(), 1, graph.norms.size(), graph.effects.size(), graph.amounts.size(), graph.rights.size(), 1};
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    plan.first[kind + 1] = plan.first[kind] + static_cast<Unit>(counts[kind]);
}

void noteOpening(const Graph& graph, Plan& plan) {
  plan.opens.resize(plan.count());
  const auto note = [&](UnitKind kind, const auto& rules) {
    for (std::uint32_t index = 0; index < rules.size(); ++index)
      plan.opens[plan.unit(kind, index)] = !rules[index].binders.empty();
  };
  note(UnitKind::state, graph.states);
  note(UnitKind::norm, graph.norms);
  note(UnitKind::effect, graph.effects);
  note(UnitKind::amount, graph.amounts);
  note(UnitKind::right, graph.rights);
}

void readStates(const Graph& graph, Plan& plan, Reads& reads) {
  for (std::uint32_t index = 0; index < graph.states.size(); ++index) {
    const auto& binders = graph.states[index].binders;
    reads.of({NodeKind::state, index}, plan.unit(UnitKind::state, index), binders.size());
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
    const auto& binders = graph.norms[index].binders;
    reads.of({NodeKind::norm, index}, plan.unit(UnitKind::norm, index), binders.size());
    reads.term();
    if (asksAct(graph.norms[index].kind)) reads.suspensions();
    if (graph.norms[index].form) reads.forms();
    for (const graph::NormId rival : plan.rivals[index]) reads.conditionsOf({NodeKind::norm, rival.index});
  }
}

void readAmounts(const Graph& graph, Plan& plan, Reads& reads) {
  for (std::uint32_t index = 0; index < graph.amounts.size(); ++index) {
    const auto& binders = graph.amounts[index].binders;
    reads.of({NodeKind::amount, index}, plan.unit(UnitKind::amount, index), binders.size());
    reads.claims();
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
    if (graph.effects[index].kind == graph::EffectKind::accelerate) reads.ledger();
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

template <class Readers>
void sortOnce(Readers& readers) {
  std::sort(readers.begin(), readers.end());
  readers.erase(std::unique(readers.begin(), readers.end()), readers.end());
}

bool has(const Readers& sorted, Unit unit) { return std::binary_search(sorted.begin(), sorted.end(), unit); }

/// Who reads all records reads each.
void sortOnce(UnitReaders& readers) {
  sortOnce(readers.ofAll);
  sortOnce(readers.ofSome);
  std::erase_if(readers.ofSome, [&](const RecordReader& reader) { return has(readers.ofAll, reader.unit); });
}

}  // namespace

Plan::Plan(const Graph& graph)
    : ofEvent(graph.events.size()),
      ofEntity(graph.entities.size()),
      overEntity(graph.entities.size()),
      ofDeadline(graph.norms.size()),
      ofAct(graph.acts.size()),
      created(graph.events.size()),
      exercised(graph.events.size()),
      referencesAsked(engine::referencesAsked(graph)),
      agreement(eventTypeNamed(graph.events, agreementType)),
      cheapestFirst(graph) {
  number(graph, *this);
  ofUnit.resize(count());
  noteOpening(graph, *this);
  noteRivals(graph, *this);
  Reads reads(graph, *this);
  readStates(graph, *this, reads);
  readNorms(graph, *this, reads);
  readAmounts(graph, *this, reads);
  readTheRest(graph, *this, reads);
  noteCreated(graph, *this);
  noteExercised(graph, *this);
  headings = headingsOf(graph);
  for (auto* lists : {&ofEvent, &ofEntity, &overEntity, &ofAct})
    for (Readers& readers : *lists) sortOnce(readers);
  for (auto* lists : {&ofUnit, &ofDeadline})
    for (UnitReaders& readers : *lists) sortOnce(readers);
  for (Readers* readers : {&ofLedger, &ofClaims, &ofTerm}) sortOnce(*readers);
  std::erase_if(ofClaims, [&](Unit unit) { return has(ofLedger, unit); });
}

}  // namespace beding::engine
