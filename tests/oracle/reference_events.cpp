// Patterns: what has happened, when, how often, how much.
#include <algorithm>

#include "oracle/reference_view.h"

namespace beding::oracle {

using graph::Expression;
using graph::Op;
using graph::Pattern;
using graph::PatternId;

Answer matches(const View& view, PatternId id, std::uint32_t event, const Place& place) {
  const Pattern& pattern = at(view.graph().patterns, id);
  Answer whole = no();
  for (const graph::PatternAlternative& way : pattern.alternatives)
    if (way.type == view.in.happenings[event].event.type)
      whole = either(whole, met(view, way.where, place.with(pattern.occurrence, {Thing::Kind::event, event})));
  return whole;
}

bool isNew(const View& view, const Pattern& pattern, std::uint32_t event) {
  if (!view.event || view.event->event != event) return false;
  return pattern.atReceipt ? view.event->arrives : view.event->happens;
}

Moment momentOf(const View& view, const Pattern& pattern, std::uint32_t event) {
  const Happening& happening = view.in.happenings[event];
  return pattern.atReceipt ? happening.received : happening.event.at;
}

namespace {

/// An event that matches, or of which that is not known.
struct Match {
  std::uint32_t event = 0;
  Answer counts;
  Answer moment;
};

bool isVisible(const View& view, const Pattern& pattern, std::uint32_t event) {
  return pattern.atReceipt ? view.facts.arrived[event] : view.facts.happened[event];
}

std::vector<Match> matchesOf(const View& view, const Expression& expression, const Place& place) {
  std::vector<Match> found;
  const PatternId id{expression.index};
  if (!id) return found;
  const Pattern& pattern = at(view.graph().patterns, id);
  for (std::uint32_t event = 0; event < view.in.happenings.size(); ++event) {
    if (!isVisible(view, pattern, event)) continue;
    Match match{event, matches(view, id, event, place), answer(Value(momentOf(view, pattern, event)))};
    match.moment.thing = {Thing::Kind::event, event};
    if (!isNo(match.counts)) found.push_back(std::move(match));
  }
  return found;
}

bool hasOperand(const Expression& expression, std::size_t index) {
  return index < expression.operands.size() && expression.operands[index];
}

Answer happened(const View& view, const Expression& expression, const Place& place) {
  Answer whole = no();
  for (const Match& match : matchesOf(view, expression, place)) {
    Answer counts = match.counts;
    if (hasOperand(expression, 0))
      counts = both(counts, isAtOrBefore(view, operand(view, expression, 0, place), match.moment));
    if (hasOperand(expression, 1))
      counts = both(counts, isAtOrBefore(view, match.moment, operand(view, expression, 1, place)));
    whole = either(whole, counts);
  }
  return whole;
}

/// A window: within it from the first match on; missed once it has closed without one (docs/taal.md 4.3).
Answer window(const View& view, const Expression& expression, const Place& place) {
  const Answer limit = operand(view, expression, 0, place);
  Answer within = no();
  for (const Match& match : matchesOf(view, expression, place))
    within = either(within, both(match.counts, isAtOrBefore(view, match.moment, limit)));
  return expression.op == Op::happenedWithin ? within : both(hasPassed(view, limit), isNot(within));
}

/// The first or the last that surely matches; without one, what may have been one is the question.
Answer when(const View& view, const Expression& expression, const Place& place) {
  Answer whole;
  Asks doubts;
  for (const Match& match : matchesOf(view, expression, place)) {
    if (isOpen(match.counts)) {
      add(doubts, match.counts.asks);
      continue;
    }
    if (!expression.operands.empty() && !isYes(isAtOrBefore(view, match.moment, operand(view, expression, 0, place))))
      continue;
    if (momentIn(whole) == nullptr) {
      whole = match.moment;
      continue;
    }
    const Instant mine = earliest(*momentIn(match.moment)), best = earliest(*momentIn(whole));
    if (expression.op == Op::lastMomentOf ? mine >= best : mine < best) whole = match.moment;
  }
  if (momentIn(whole) == nullptr) whole.asks = doubts;
  return whole;
}

Answer ofLast(const View& view, const Expression& expression, const Place& place) {
  const auto found = matchesOf(view, expression, place);
  if (found.empty()) return {};
  const Match* last = &found.front();
  for (const Match& match : found)
    if (earliest(*momentIn(match.moment)) >= earliest(*momentIn(last->moment))) last = &match;
  const graph::Slot slot = view.graph().patterns[expression.index].occurrence;
  Answer whole = operand(view, expression, 0, place.with(slot, {Thing::Kind::event, last->event}));
  if (!isOpen(last->counts)) return whole;
  whole.value = {};
  add(whole.asks, last->counts.asks);
  add(whole.assumed, last->counts.assumed);
  return whole;
}

/// One that is not known to match leaves count and sum unknown.
Answer total(const View& view, const Expression& expression, const Place& place) {
  Number sum;
  Answer whole;
  const graph::Slot slot = view.graph().patterns[expression.index].occurrence;
  for (const Match& match : matchesOf(view, expression, place)) {
    Answer part = answer(Value(Number(1)));
    if (expression.op == Op::sumOf)
      part = operand(view, expression, 0, place.with(slot, {Thing::Kind::event, match.event}));
    for (const Answer* each : {&match.counts, static_cast<const Answer*>(&part)}) {
      add(whole.asks, each->asks);
      add(whole.assumed, each->assumed);
    }
    if (const auto* number = std::get_if<Number>(&part.value)) sum = sum + *number;
    if (moneyIn(part) != nullptr) sum = sum + moneyIn(part)->euros;
  }
  const bool money = expression.op == Op::sumOf && expression.type == Type::money;
  if (whole.asks.empty()) whole.value = money ? Value(Money{sum}) : Value(sum);
  return whole;
}

}  // namespace

Answer ofEvents(const View& view, const Expression& expression, const Place& place) {
  switch (expression.op) {
    case Op::happened:
      return happened(view, expression, place);
    case Op::happenedWithin:
    case Op::missedWithin:
      return window(view, expression, place);
    case Op::momentOf:
    case Op::lastMomentOf:
      return when(view, expression, place);
    case Op::lastOf:
      return ofLast(view, expression, place);
    default:
      return total(view, expression, place);
  }
}

}  // namespace beding::oracle
