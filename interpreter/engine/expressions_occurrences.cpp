// Patterns: what has happened, when, how often, how much.
#include <algorithm>

#include "engine/expressions.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;
using graph::Pattern;

/// One occurrence that matches, or may match.
struct Match {
  std::uint32_t occurrence;
  Verdict counts;
  Answer moment;
};

/// So many are looked at one by one, whatever they refer to.
constexpr std::size_t fewOccurrences = 16;

/// The occurrences of several types, in their order.
std::vector<std::uint32_t> ofTypes(const World& world, const Pattern& pattern) {
  std::vector<std::uint32_t> all;
  for (const graph::PatternAlternative& alternative : pattern.alternatives) {
    const auto& some = world.ofType[alternative.type.index];
    all.insert(all.end(), some.begin(), some.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// Calls `visit` with what matches, or may match, in order, until it returns false.
template <class Visit>
void eachMatch(World& world, graph::PatternId id, const Environment& environment, Visit visit) {
  if (!id) return;
  const Pattern& pattern = at(world.graph.patterns, id);
  const auto goesOn = [&](std::uint32_t index) {
    if (!isVisible(world, pattern, index)) return true;
    const Verdict counts = matches(world, id, index, environment);
    return counts.truth() == Truth::no || visit(Match{index, counts, momentOf(world, pattern, index)});
  };
  if (pattern.alternatives.size() == 1) {
    const auto& all = world.ofType[pattern.alternatives.front().type.index];
    const auto some = all.size() > fewOccurrences ? thoseThatMayRefer(world, id, environment) : std::nullopt;
    std::all_of(some ? some->begin() : all.begin(), some ? some->end() : all.end(), goesOn);
  } else {
    const std::vector<std::uint32_t> all = ofTypes(world, pattern);
    std::all_of(all.begin(), all.end(), goesOn);
  }
}

graph::PatternId patternOf(const Expression& expression) { return graph::PatternId{expression.index}; }

/// Within the limits that the operands give: from the first through the second.
Verdict withinLimits(World& world, const Expression& expression, const Environment& environment, const Answer& moment) {
  Verdict inside = truth(true);
  if (!expression.operands.empty() && expression.operands[0]) {
    conjoin(inside, isAtOrBefore(world, operand(world, expression, 0, environment), moment));
  }
  if (expression.operands.size() > 1 && expression.operands[1]) {
    conjoin(inside, isAtOrBefore(world, moment, operand(world, expression, 1, environment)));
  }
  return inside;
}

/// Adds one of several that would do. False once that is decided: it stays so for as long as this one does.
bool goesOn(Verdict& whole, const Verdict& one) {
  const bool decides = one.truth() == Truth::yes && one.assumed.empty();
  if (!decides) return disjoin(whole, one), true;
  whole = truth(true);
  whole.until = one.until;
  return false;
}

Verdict happened(World& world, const Expression& expression, const Environment& environment) {
  Verdict whole = truth(false);
  eachMatch(world, patternOf(expression), environment, [&](const Match& match) {
    return goesOn(whole, both(match.counts, withinLimits(world, expression, environment, match.moment)));
  });
  return whole;
}

Verdict happenedBy(World& world, const Expression& expression, const Environment& environment, const Answer& limit) {
  Verdict whole = truth(false);
  eachMatch(world, patternOf(expression), environment, [&](const Match& match) {
    return goesOn(whole, both(match.counts, isAtOrBefore(world, match.moment, limit)));
  });
  return whole;
}

Verdict within(World& world, const Expression& expression, const Environment& environment) {
  const Answer limit = operand(world, expression, 0, environment);
  Verdict happenedInTime = happenedBy(world, expression, environment, limit);
  if (expression.op == Op::happenedWithin) return happenedInTime;
  return both(hasPassed(world, limit), negated(happenedInTime));
}

Answer momentAmong(World& world, const Expression& expression, const Environment& environment) {
  Answer whole;
  QuestionSet doubts;
  eachMatch(world, patternOf(expression), environment, [&](const Match& match) {
    if (match.counts.truth() == Truth::unknown) {
      doubts.add(match.counts.questions);
      return true;
    }
    const bool limited = !expression.operands.empty();
    if (limited && isAtOrBefore(world, match.moment, operand(world, expression, 0, environment)).truth() != Truth::yes)
      return true;
    const bool later = whole.moment() != nullptr && earliest(*match.moment.moment()) >= earliest(*whole.moment());
    if (whole.moment() == nullptr || later == (expression.op == Op::lastMomentOf)) whole = match.moment;
    return true;
  });
  if (whole.moment() == nullptr) whole.questions = doubts;
  return whole;
}

/// Operand a for the last occurrence that matches; nothing when there is none.
Answer lastOf(World& world, const Expression& expression, const Environment& environment) {
  std::optional<Match> last;
  eachMatch(world, patternOf(expression), environment, [&](const Match& match) {
    if (!last || earliest(*match.moment.moment()) >= earliest(*last->moment.moment())) last = match;
    return true;
  });
  if (!last) return {};
  Environment inner = environment;
  inner.bind(at(world.graph.patterns, patternOf(expression)).occurrence, {Binding::Kind::occurrence, last->occurrence});
  Answer answer = operand(world, expression, 0, inner);
  if (last->counts.truth() != Truth::unknown) return answer;
  answer.value = {};
  rest(answer, last->counts);
  return answer;
}

Answer countOf(World& world, const Expression& expression, const Environment& environment) {
  std::int64_t count = 0;
  Answer whole;
  eachMatch(world, patternOf(expression), environment, [&](const Match& match) {
    rest(whole, match.counts);
    ++count;
    return true;
  });
  if (whole.questions.empty()) whole.value = Number(count);
  return whole;
}

Answer sumOf(World& world, const Expression& expression, const Environment& environment) {
  Money money;
  Number number;
  Answer whole;
  const graph::Slot slot = at(world.graph.patterns, patternOf(expression)).occurrence;
  eachMatch(world, patternOf(expression), environment, [&](const Match& match) {
    Environment inner = environment;
    inner.bind(slot, {Binding::Kind::occurrence, match.occurrence});
    const Answer part = operand(world, expression, 0, inner);
    rest(whole, match.counts);
    rest(whole, part);
    if (part.money() != nullptr) money = money + *part.money();
    if (const auto* count = std::get_if<Number>(&part.value)) number = number + *count;
    return true;
  });
  if (!whole.questions.empty()) return whole;
  whole.value = expression.type == Type::money ? Value(money) : Value(number);
  return whole;
}

}  // namespace

bool speaksOf(const World& world, graph::PatternId pattern, EventTypeId type) {
  if (!pattern) return false;
  const auto& ways = at(world.graph.patterns, pattern).alternatives;
  return std::any_of(ways.begin(), ways.end(), [&](const auto& way) { return way.type == type; });
}

bool isVisible(const World& world, const Pattern& pattern, std::uint32_t occurrence) {
  const Occurrence& event = world.occurrences[occurrence];
  return pattern.atReceipt ? event.arrived : event.happened;
}

bool isNew(const World& world, const Pattern& pattern, std::uint32_t occurrence) {
  if (world.arrival == nullptr || world.arrival->occurrence != occurrence) return false;
  return pattern.atReceipt ? world.arrival->arrives : world.arrival->happens;
}

Answer momentOf(World& world, const Pattern& pattern, std::uint32_t occurrence) {
  const Occurrence& event = world.occurrences[occurrence];
  Answer answer = known(pattern.atReceipt ? event.received : event.event.at);
  answer.binding = {Binding::Kind::occurrence, occurrence};
  return answer;
}

Verdict matches(World& world, graph::PatternId id, std::uint32_t occurrence, const Environment& environment) {
  const Pattern& pattern = at(world.graph.patterns, id);
  Verdict whole = truth(false);
  for (const graph::PatternAlternative& alternative : pattern.alternatives) {
    if (alternative.type != world.occurrences[occurrence].event.type) continue;
    if (!alternative.where) return truth(true);
    Environment inner = environment;
    inner.bind(pattern.occurrence, {Binding::Kind::occurrence, occurrence});
    disjoin(whole, holds(world, alternative.where, inner));
  }
  return whole;
}

Verdict decideOccurrences(World& world, const Expression& expression, const Environment& environment) {
  return expression.op == Op::happened ? happened(world, expression, environment)
                                       : within(world, expression, environment);
}

Answer evaluateOccurrences(World& world, const Expression& expression, const Environment& environment) {
  switch (expression.op) {
    case Op::momentOf:
    case Op::lastMomentOf:
      return momentAmong(world, expression, environment);
    case Op::lastOf:
      return lastOf(world, expression, environment);
    case Op::countOf:
      return countOf(world, expression, environment);
    default:
      return sumOf(world, expression, environment);
  }
}

}  // namespace beding::engine
