// Conditions, moments and amounts as steps.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "generate/model.h"
#include "machine/program.h"
#include "timeline/plain_timeline.h"

namespace beding::machine {

/// Thrown for what the machine does not run; the document is then the engine's.
struct NotForTheMachine {};

/// Refuses when it is so.
inline void refuseIf(bool present) {
  if (present) throw NotForTheMachine{};
}

/// What stands in a slot of a sentence.
struct Bound {
  enum class What : std::uint8_t { nothing, instance, event, party };
  What what = What::nothing;
  graph::EntityId entity{};
  EventTypeId event{};  ///< also of an instance: the one that brings it about
  graph::Party party = graph::Party::none;
  Place place = ownPlace;

  [[nodiscard]] bool isThing() const { return what == What::instance || what == What::event; }
};

struct Scope {
  std::vector<Bound> slots{};
  Place free = firstFreePlace;  ///< the first place that nothing stands in

  [[nodiscard]] Bound at(graph::Slot slot) const { return slot < slots.size() ? slots[slot] : Bound{}; }
  [[nodiscard]] Scope with(graph::Slot slot, const Bound& bound) const;
};

class Steps {
 public:
  Steps(const generate::Model& model, Program& program) : model_(model), graph_(model.graph), program_(program) {}

  StepId truth(graph::ExpressionId id, const Scope& scope);
  StepId value(graph::ExpressionId id, const Scope& scope);
  /// Whether the event (at its place) is what the pattern speaks of; always so when there is no pattern.
  StepId matches(graph::PatternId id, EventTypeId type, const Scope& scope);

  StepId always(bool yes);
  StepId negated(StepId part) { return add({Do::negate}, {part}); }
  /// All of them, or one; a single part is itself.
  StepId joined(Do what, const std::vector<StepId>& parts);
  StepId add(Step step, const std::vector<StepId>& parts = {});

  /// The cell of an attribute, which is read from now on: its place among those of its type.
  std::uint32_t cellOf(EventTypeId type, std::uint32_t attribute);

  std::map<std::uint32_t, std::uint32_t> memories;  ///< pattern to memory: whether it happened
  std::map<std::uint32_t, std::uint32_t> lasts;     ///< pattern to memory: which was the last

 private:
  StepId reached(const graph::Expression& expression, const Scope& scope);
  StepId connected(const graph::Expression& expression, const Scope& scope);
  StepId compared(const graph::Expression& expression, const Scope& scope);
  StepId quantified(const graph::Expression& expression, const Scope& scope);
  StepId state(const graph::Expression& expression, const Scope& scope);
  StepId stateSince(const graph::Expression& expression, const Scope& scope);
  StepId relation(std::uint32_t index, const std::vector<Bound>& about, const Scope& scope);
  StepId settled(const graph::Expression& expression, const Scope& scope);
  StepId deadline(const graph::Expression& expression, const Scope& scope);
  StepId attribute(const graph::Expression& expression, const Scope& scope);
  StepId hasAttribute(const graph::Expression& expression, const Scope& scope);
  StepId happenedOn(const graph::Expression& expression, const Scope& scope);
  StepId constant(const graph::Expression& expression);
  StepId sameParty(const graph::Expression& expression, const Scope& scope);
  StepId party(graph::ExpressionId id, const Scope& scope);
  StepId happened(const graph::Expression& expression, const Scope& scope);
  StepId ofLast(const graph::Expression& expression, const Scope& scope);
  StepId term(const graph::Expression& expression, const Scope& scope);

  std::vector<Bound> instances(const graph::Expression& expression, const Scope& scope) const;
  Bound thing(graph::ExpressionId id, const Scope& scope) const;
  Bound subject(const graph::Expression& expression, const Scope& scope) const;
  bool bothParties(const graph::Expression& expression) const;
  const graph::Expression& operand(const graph::Expression& expression, std::size_t index) const;

  const generate::Model& model_;
  const graph::Graph& graph_;
  Program& program_;
};

/// The index among the program's entities.
std::uint32_t entityIndex(const generate::Model& model, graph::EntityId entity);

inline kern::Partij partyOf(graph::Party party) {
  return party == graph::Party::contractor ? kern::Partij::opdrachtnemer
         : party == graph::Party::client   ? kern::Partij::opdrachtgever
                                           : kern::geen_partij;
}

}  // namespace beding::machine
