// Terms, days, and what has been reached or has gone by.
#include <algorithm>

#include "engine/expressions.h"
#include "values/deadline.h"

namespace beding::engine {

namespace {

using graph::Expression;
using graph::Op;

struct Range {
  Instant first;
  Instant last;
};

Range rangeOf(const Answer& moment) {
  const Moment& value = *moment.moment();
  return {earliest(value), moment.latest.value_or(latest(value))};
}

bool isDay(const Answer& moment) { return !moment.moment()->instant && !moment.latest; }

Verdict askHour(World& world, const Answer& a, const Answer& b) {
  const Answer& vague = !a.moment()->instant && a.binding ? a : b;
  return verdictOf(askFact(world, vague.binding ? vague.binding : a.binding, "tijdstip", "Hoe laat was het?"));
}

/// Neither is a known moment: unknown when one is, else not true.
std::optional<Verdict> withoutMoments(const Answer& a, const Answer& b) {
  if (a.moment() != nullptr && b.moment() != nullptr) return std::nullopt;
  Verdict answer = truth(a.unknown() || b.unknown() ? Truth::unknown : Truth::no);
  rest(answer, a);
  rest(answer, b);
  if (answer.value == Truth::no) answer.questions.clear();
  return answer;
}

template <class Whole>
Whole withParts(Whole answer, const Answer& a, const Answer& b) {
  rest(answer, a);
  rest(answer, b);
  return answer;
}

/// Truth that turns from no to yes at a tick.
Verdict since(World& world, const Tick& tick) {
  Verdict answer = truth(world.now >= tick);
  if (world.now < tick) answer.until = tick;
  world.wake(answer.until);
  return answer;
}

/// As `since`, but between the two ticks it is not known.
Verdict sinceBetween(World& world, const Tick& first, const Tick& last, Binding subject) {
  Verdict answer = since(world, first);
  if (world.now < first || world.now >= last) return answer;
  answer = verdictOf(askFact(world, subject, "tijdstip", "Hoe laat was het?"));
  answer.until = last;
  world.wake(last);
  return answer;
}

std::optional<Verdict> notAMoment(const Answer& moment) {
  if (moment.moment() != nullptr) return std::nullopt;
  Verdict answer = truth(moment.unknown() ? Truth::unknown : Truth::no);
  rest(answer, moment);
  return answer;
}

Answer termEnd(World& world, const Expression& expression, const Environment& environment) {
  const Answer anchor = operand(world, expression, 0, environment);
  Answer length = operand(world, expression, 1, environment);
  Answer answer = withParts(Answer{}, anchor, length);
  if (length.moment() != nullptr) return length;  // a term given as a day ends on that day
  const auto* duration = std::get_if<Duration>(&length.value);
  if (anchor.moment() == nullptr || duration == nullptr || duration->unit == TimeUnit::indefinite) return answer;
  const TermEnd end = endOfTerm(*anchor.moment(), *duration, expression.rule, world.calendar);
  answer.value = end.last;
  answer.latest = end.latestPossible;
  answer.binding = anchor.binding;
  world.warnings.insert(end.warnings.begin(), end.warnings.end());
  if (anchor.latest) {
    answer.latest =
        earliest(endOfTerm(beding::momentOf(*anchor.latest), *duration, expression.rule, world.calendar).last);
  }
  return answer;
}

Answer periodEnd(World& world, const Expression& expression, const Environment& environment) {
  const Answer start = operand(world, expression, 0, environment);
  const Answer length = operand(world, expression, 1, environment);
  Answer answer = withParts(Answer{}, start, length);
  const auto* duration = std::get_if<Duration>(&length.value);
  if (start.moment() == nullptr || duration == nullptr || duration->unit == TimeUnit::indefinite) return answer;
  answer.value = beding::momentOf(lastDayOfPeriod(start.moment()->day, *duration, 1, world.calendar));
  return answer;
}

Answer dayAfter(const Answer& moment) {
  Answer answer = withoutValue(moment);
  if (moment.moment() != nullptr) answer.value = beding::momentOf(moment.moment()->day + 1);
  return answer;
}

/// The moment from which a state holds, when the operand is a state; nothing while it does not hold.
Answer beginOf(World& world, const Expression& expression, const Environment& environment) {
  const Expression& subject = at(world.graph.expressions, expression.operands.at(0));
  if (subject.op != Op::state) return operand(world, expression, 0, environment);
  Expression sinceState = subject;
  sinceState.op = Op::stateSince;
  return evaluateFacts(world, sinceState, environment);
}

Verdict lasted(World& world, const Expression& expression, const Environment& environment) {
  if (expression.operands.size() < 2) return {};
  const Answer begin = beginOf(world, expression, environment);
  const Answer length = operand(world, expression, 1, environment);
  const auto* duration = std::get_if<Duration>(&length.value);
  if (begin.moment() == nullptr || duration == nullptr) return *withoutMoments(begin, begin.moment() ? length : begin);
  const bool longer = expression.op == Op::longerThan;
  const Moment first = longer ? firstLongerThan(*begin.moment(), *duration, world.calendar)
                              : firstAtLeast(*begin.moment(), *duration, world.calendar);
  return withParts(since(world, startTick(first)), begin, length);
}

}  // namespace

Verdict isBefore(World& world, const Answer& a, const Answer& b) {
  if (auto none = withoutMoments(a, b)) return *none;
  if (isDay(a) && isDay(b)) return withParts(truth(a.moment()->day < b.moment()->day), a, b);
  const Range x = rangeOf(a), y = rangeOf(b);
  if (x.last < y.first) return withParts(truth(true), a, b);
  if (x.first >= y.last) return withParts(truth(false), a, b);
  return withParts(askHour(world, a, b), a, b);
}

Verdict isAtOrBefore(World& world, const Answer& a, const Answer& b) {
  if (auto none = withoutMoments(a, b)) return *none;
  if (isDay(a) && isDay(b)) return withParts(truth(a.moment()->day <= b.moment()->day), a, b);
  const Range x = rangeOf(a), y = rangeOf(b);
  // A whole day as the limit includes all of that day.
  if (isDay(b))
    return withParts(x.last <= y.last ? truth(true) : (x.first > y.last ? truth(false) : askHour(world, a, b)), a, b);
  if (x.last <= y.first) return withParts(truth(true), a, b);
  if (x.first > y.last) return withParts(truth(false), a, b);
  return withParts(askHour(world, a, b), a, b);
}

Verdict hasReached(World& world, const Answer& moment) {
  if (auto none = notAMoment(moment)) return *none;
  const Tick first = startTick(*moment.moment());
  if (!moment.latest) return withParts(since(world, first), moment, Answer{});
  return withParts(sinceBetween(world, first, {*moment.latest, Phase::timers}, moment.binding), moment, Answer{});
}

Verdict hasPassed(World& world, const Answer& moment) {
  if (auto none = notAMoment(moment)) return *none;
  const Tick first = passedTick(*moment.moment());
  if (!moment.latest) return withParts(since(world, first), moment, Answer{});
  return withParts(sinceBetween(world, first, {*moment.latest, Phase::after}, moment.binding), moment, Answer{});
}

Verdict decideTime(World& world, const Expression& expression, const Environment& environment) {
  switch (expression.op) {
    case Op::reached:
      return hasReached(world, operand(world, expression, 0, environment));
    case Op::passed:
      return hasPassed(world, operand(world, expression, 0, environment));
    default:
      return lasted(world, expression, environment);
  }
}

Answer evaluateTime(World& world, const Expression& expression, const Environment& environment) {
  switch (expression.op) {
    case Op::termEnd:
      return termEnd(world, expression, environment);
    case Op::periodEnd:
      return periodEnd(world, expression, environment);
    default:
      return dayAfter(operand(world, expression, 0, environment));
  }
}

}  // namespace beding::engine
