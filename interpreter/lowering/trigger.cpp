// Triggers: an event, an act, or a condition that becomes true. What they name with `een X` stays open for the
// sentence.
#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

/// What triggers stands beyond the instances that the rest of the sentence may still open ("moet iedere Partij ...").
constexpr Slot roomForBinders = 8;

}  // namespace

std::optional<graph::Trigger> Lowering::trigger(const Words& words, Scope& scope, std::vector<graph::Binder>& binders) {
  useClause(words);
  if (eventAt(words, 0)) {
    bool whole = false;
    auto named = namedTrigger(words, scope, whole);
    if (whole || !named) return named;
  }
  scope.binders = &binders;
  auto found = openingTrigger(words, scope);
  scope.binders = nullptr;
  return found;
}

/// An event named outright, with `waarvan ...`. Nothing when there is a mistake in it, reported there.
std::optional<graph::Trigger> Lowering::namedTrigger(const Words& words, const Scope& scope, bool& whole) {
  const Slot occurrence = scope.next + roomForBinders;
  Scope inner = scope;
  inner.next = occurrence + 1;
  std::size_t end = 0;
  auto alternatives = eventChoice(words, 0, end, inner, occurrence);
  if (alternatives.empty()) return std::nullopt;
  whole = end == words.size();
  return graph::Trigger{append<graph::Pattern>(graph.patterns, graph::Pattern{std::move(alternatives), occurrence,
                                                                              false, names::spelled(words, 0, end)}),
                        {}};
}

/// An act or event as an occurrence, else a condition that becomes true.
std::optional<graph::Trigger> Lowering::openingTrigger(const Words& words, Scope& scope) {
  const auto match = occurring(words, scope);
  if (!match) {
    const ExpressionId becomes = conditionOpening(words, scope);
    return becomes ? std::optional(graph::Trigger{{}, becomes}) : std::nullopt;
  }
  const std::size_t before = scope.binders->size();
  ExpressionId filter;
  const auto given = arguments(*match, words, scope, filter);
  ExpressionId actor;
  if (match->actor) actor = instance(*match->actor, words, scope);
  Scope inner = scope;
  inner.next += roomForBinders;
  const graph::PatternId pattern = patternOf(*match, words, given, actor, inner);
  if (filter && scope.binders->size() > before) scope.binders->back().where = both(scope.binders->back().where, filter);
  return graph::Trigger{pattern, {}};
}

/// The act or event that the words say has happened; nothing when they deny it or say something else.
std::optional<Predicate> Lowering::occurring(const Words& words, const Scope& scope) {
  const Trial attempt(*this);
  auto match = predicate(words, Free(words.size(), true), true, true, &scope);
  if (!match || has(words, "niet") || deniesPart(words, *match)) return std::nullopt;
  const bool act = match->phrase->kind == names::PhraseKind::act && !graph.acts[match->phrase->index].fulfilledWhen;
  return act || match->phrase->kind == names::PhraseKind::event ? match : std::nullopt;
}

/// A condition in a trigger: what `een X` opens stays open for the sentence. Only `of` joins there.
ExpressionId Lowering::conditionOpening(const Words& words, Scope& scope) {
  const Scope kept = scope;
  const std::size_t opened = scope.binders->size();
  {
    const Trial attempt(*this);
    if (const ExpressionId whole = atomic(words, scope); whole && attempt.clean()) return whole;
  }
  scope = kept;
  scope.binders->resize(opened);
  if (!has(words, "of") && !has(words, "en")) return atomic(words, scope);
  scope.binders = nullptr;
  const ExpressionId joined = condition(words, scope);
  scope.binders = kept.binders;
  return joined;
}

/// The arguments of an act or event in a trigger or main clause; `een X` and `elke X` open an instance of the sentence.
std::vector<ExpressionId> Lowering::arguments(const Predicate& found, const Words& words, Scope& scope,
                                              ExpressionId& filter) {
  std::vector<ExpressionId> given;
  for (const NounPhrase& phrase : found.slots) {
    const bool opens = scope.binders && !phrase.pronoun && phrase.party == graph::Party::none && !phrase.otherParty &&
                       (phrase.determiner == Determiner::indefinite || phrase.determiner == Determiner::each ||
                        (phrase.determiner == Determiner::none && !scope.latest(phrase.entity)));
    ExpressionId id;
    if (opens) {
      id = openNew(scope, phrase.entity).value;
      scope.binders->push_back({phrase.entity, adjective(words, phrase.adjectives, phrase.entity, id)});
    } else {
      id = instance(phrase, words, scope);
      if (id && !phrase.adjectives.empty())
        filter = both(filter, adjective(words, phrase.adjectives, phrase.entity, id));
    }
    given.push_back(id);
  }
  return given;
}

}  // namespace beding::lowering
