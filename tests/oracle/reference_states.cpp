// States: stretches, one for each cause, and conditions that are followed (docs/taal.md 3.4, 7.3).
#include <algorithm>

#include "oracle/reference_instant.h"

namespace beding::oracle {

namespace {

using graph::State;

/// The fact about these instances in the instant before, or a new one.
StateFact factAt(const View& view, const State& state, const std::vector<StateFact>& before, const Place& place) {
  for (const StateFact& fact : before)
    if (fact.place.slots == place.slots) return fact;
  StateFact fact;
  fact.place = place;
  fact.included = included(view, state.binders, place);
  return fact;
}

/// Whether an end closes the stretch: an event of this instant (a doubtful one leaves a doubt), or a condition.
Answer closes(const View& view, const State& state, Stretch& stretch) {
  for (const graph::Trigger& end : state.ends) {
    if (!end.pattern || !view.event || !isNew(view, at(view.graph().patterns, end.pattern), view.event->event))
      continue;
    stretch.ended = either(stretch.ended, matches(view, end.pattern, view.event->event, stretch.place));
  }
  Answer whole = stretch.ended;
  for (const graph::Trigger& end : state.ends)
    if (end.becomes) whole = either(whole, valueOf(view, end.becomes, stretch.place));
  return whole;
}

/// A begin of this instant opens a stretch; a begin that may have come leaves it open whether it did.
Answer begins(const View& view, const State& state, StateFact& fact, std::size_t index) {
  const graph::Trigger& begin = state.begins[index];
  Stretch stretch{fact.place, {}, {}, no()};
  bool was = fact.wasTrue[index];
  const auto firing = fires(view, begin, stretch.place, was);
  fact.wasTrue[index] = was;
  if (firing) {
    stretch.from = firing->at;
    stretch.began = both(firing->certain, met(view, state.beginCondition, stretch.place));
    if (!isNo(stretch.began)) fact.stretches.push_back(std::move(stretch));
  }
  if (!begin.becomes || fact.wasTrue[index]) return no();
  const Answer may = valueOf(view, begin.becomes, fact.place);
  return isOpen(may) ? both(may, met(view, state.beginCondition, fact.place)) : no();
}

Answer stretchesHold(const View& view, const State& state, StateFact& fact) {
  fact.wasTrue.resize(state.begins.size());
  Answer whole = no();
  for (std::size_t index = 0; index < state.begins.size(); ++index)
    whole = either(whole, begins(view, state, fact, index));
  std::vector<Stretch> open;
  for (Stretch& stretch : fact.stretches) {
    const Answer closed = closes(view, state, stretch);
    if (isYes(closed)) continue;
    whole = either(whole, both(stretch.began, isNot(closed)));
    open.push_back(std::move(stretch));
  }
  fact.stretches = std::move(open);
  return whole;
}

/// What goes before another state does so while its own condition is true; without one, while it holds.
Answer goesBefore(const View& view, graph::StateId id, const Place& place) {
  const State& state = at(view.graph().states, id);
  if (!state.beginCondition && !state.during && !state.unless) return stateHolds(view, id, place.slots);
  const Answer own = both(met(view, state.beginCondition, place), met(view, state.during, place));
  return both(own, isNot(defeats(view, state.unless, place)));
}

bool isInForce(const View& view, std::uint32_t state) { return view.graph().inForce.index == state; }

Answer holdsNow(const View& view, std::uint32_t index, StateFact& fact) {
  const State& state = view.graph().states[index];
  Answer whole = no();
  if (!state.begins.empty() || state.during) {
    whole = fact.included;
    if (!state.begins.empty()) whole = both(whole, stretchesHold(view, state, fact));
    whole = both(whole, met(view, state.during, fact.place));
  }
  if (fact.forced) whole = yes();
  whole = both(whole, isNot(defeats(view, state.unless, fact.place)));
  whole = both(whole, isNot(defeats(view, state.voidWhen, fact.place)));
  for (const graph::StateId another : state.defeatedBy)
    if (view.active(at(view.graph().states, another).guard))
      whole = both(whole, isNot(goesBefore(view, another, fact.place)));
  if (!isInForce(view, index)) return whole;
  fact.formed = view.in.assumedInForce ? yes() : whole;
  return both(fact.formed, isNot(isOver(view)));
}

/// An invoice that has been paid is no longer claimed at once.
bool isPaid(const View& view, std::uint32_t state, const StateFact& fact) {
  const auto& effects = view.graph().effects;
  const bool shown = std::any_of(effects.begin(), effects.end(), [&](const graph::Effect& effect) {
    return effect.kind == graph::EffectKind::accelerate && effect.shows.index == state;
  });
  const auto post = shown ? principalOf(view.facts.books, keyOf(view, fact.place.at(0))) : std::nullopt;
  return shown && (!post || view.facts.books.posts[*post].open() <= Money{});
}

StateFact after(const View& view, std::uint32_t index, StateFact fact) {
  if (fact.forced && isPaid(view, index, fact)) fact.forced = false;
  const Truth before = fact.holds;
  const Answer now = holdsNow(view, index, fact);
  fact.holds = truth(now);
  fact.asks = now.asks;
  fact.assumed = now.assumed;
  if (fact.holds == before) return fact;
  if (before == Truth::yes) fact.until = momentOf(lastDayBefore(view.now));
  if (fact.holds == Truth::yes) {
    fact.since = fact.stretches.empty() ? view.moment : fact.stretches.back().from;
    fact.until.reset();
  }
  return fact;
}

}  // namespace

std::vector<StateFact> statesAfter(const View& view, std::uint32_t index, const std::vector<StateFact>& before) {
  const State& state = view.graph().states[index];
  std::vector<StateFact> found;
  if (!view.active(state.guard)) return found;
  for (const Place& place : combinations(view, state.binders))
    found.push_back(after(view, index, factAt(view, state, before, place)));
  return found;
}

}  // namespace beding::oracle
