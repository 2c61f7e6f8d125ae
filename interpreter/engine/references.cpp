#include "engine/references.h"

#include <algorithm>

#include "engine/expressions.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::ExpressionId;
using graph::Graph;
using graph::Op;

bool isVariable(const Graph& graph, ExpressionId id, bool isOccurrence, graph::Slot occurrence) {
  if (!id || at(graph.expressions, id).op != Op::variable) return false;
  return (at(graph.expressions, id).slot == occurrence) == isOccurrence;
}

/// In a condition that holds only when this does.
ExpressionId referenceIn(const Graph& graph, ExpressionId id, graph::Slot occurrence) {
  if (!id) return {};
  const Expression& expression = at(graph.expressions, id);
  const auto& operands = expression.operands;
  if (expression.op == Op::refersTo && operands.size() > 1 && isVariable(graph, operands[0], true, occurrence) &&
      isVariable(graph, operands[1], false, occurrence))
    return id;
  if (expression.op != Op::logicalAnd) return {};
  for (const ExpressionId operand : operands)
    if (const ExpressionId found = referenceIn(graph, operand, occurrence)) return found;
  return {};
}

void insert(std::vector<std::uint32_t>& numbers, std::uint32_t number) {
  const auto place = std::lower_bound(numbers.begin(), numbers.end(), number);
  if (place == numbers.end() || *place != number) numbers.insert(place, number);
}

}  // namespace

void References::read(const World& world, EventTypeId type, const Expression& asked) {
  const auto& all = world.ofType[type.index];
  const auto firstDerived = std::lower_bound(all.begin(), all.end(), Occurrences::firstDerived);
  const auto take = [&](auto from, auto to) {
    for (; from != to; ++from) {
      const Occurrence& event = world.occurrences[*from];
      add(*from, event, attributeValue(world, event, asked.index, std::get_if<std::string>(&asked.value)));
    }
  };
  take(all.begin() + stated_, firstDerived);
  take(firstDerived + derived_, all.end());
  stated_ = static_cast<std::uint32_t>(firstDerived - all.begin());
  derived_ = static_cast<std::uint32_t>(all.end() - firstDerived);
}

/// As `refersTo` reads it: the attribute, else what the event is about.
void References::add(std::uint32_t occurrence, const Occurrence& event, const Value* named) {
  const auto* text = named != nullptr ? std::get_if<std::string>(named) : nullptr;
  const auto* list = named != nullptr ? std::get_if<std::vector<std::string>>(named) : nullptr;
  if (text != nullptr) return insert(named_[*text], occurrence);
  for (const std::string& each : list != nullptr ? *list : event.event.about) insert(named_[each], occurrence);
  if (list == nullptr && event.event.about.empty()) insert(others_, occurrence);
}

std::vector<std::uint32_t> References::naming(const std::vector<std::string>& keys) const {
  std::vector<std::uint32_t> all = others_;
  for (const std::string& key : keys) {
    const auto found = named_.find(key);
    if (found == named_.end()) continue;
    for (const std::uint32_t each : found->second) insert(all, each);
  }
  return all;
}

std::vector<ExpressionId> referencesAsked(const Graph& graph) {
  std::vector<ExpressionId> asked;
  for (const graph::Pattern& pattern : graph.patterns) {
    const bool isOne = pattern.alternatives.size() == 1;
    asked.push_back(isOne ? referenceIn(graph, pattern.alternatives.front().where, pattern.occurrence)
                          : ExpressionId{});
  }
  return asked;
}

std::optional<std::vector<std::uint32_t>> thoseThatMayRefer(World& world, graph::PatternId pattern,
                                                            const Environment& environment) {
  const ExpressionId id = world.plan.referencesAsked[pattern.index];
  if (!id) return std::nullopt;
  const Expression& asked = at(world.graph.expressions, id);
  const Binding instance = boundBy(world, asked, 1, environment);
  const Occurrence* creator = world.occurrenceOf(instance);
  // What followed from a norm is also named by it, in several ways.
  if (instance.kind != Binding::Kind::instance || creator == nullptr || creator->derivedFrom) return std::nullopt;
  References& references = world.references[pattern.index];
  const EventTypeId type = at(world.graph.patterns, pattern).alternatives.front().type;
  references.read(world, type, asked);
  std::vector<std::uint32_t> some = references.naming({world.keyOf(instance), creator->event.key});
  const std::uint32_t own = world.occurrenceIn(instance);  // is about what it brings about
  if (creator->event.type == type) insert(some, own);
  return some;
}

}  // namespace beding::engine
