// Days and hours: before, after, terms, how long something lasts (docs/taal.md 12).
#include <algorithm>

#include "oracle/reference_view.h"
#include "values/deadline.h"

namespace beding::oracle {

using graph::Expression;
using graph::Op;

namespace {

/// The instants between which a moment lies.
struct Bounds {
  Instant first;
  Instant last;
};

Bounds boundsOf(const Answer& moment) {
  const Moment& value = *momentIn(moment);
  return {earliest(value), moment.latest.value_or(latest(value))};
}

bool isWholeDay(const Answer& moment) { return !momentIn(moment)->instant && !moment.latest; }

Answer withAssumptions(Answer whole, const Answer& a, const Answer& b) {
  add(whole.assumed, a.assumed);
  add(whole.assumed, b.assumed);
  return whole;
}

/// Without two moments there is nothing to compare: not true, or not known.
std::optional<Answer> incomparable(const Answer& a, const Answer& b) {
  if (momentIn(a) != nullptr && momentIn(b) != nullptr) return std::nullopt;
  Answer whole = isUnknown(a) || isUnknown(b) ? answer(Truth::unknown) : no();
  if (isOpen(whole)) {
    whole.asks = a.asks;
    add(whole.asks, b.asks);
  }
  return withAssumptions(whole, a, b);
}

/// The hour of whichever is a day.
Answer askHour(const View& view, const Answer& a, const Answer& b) {
  const bool vagueA = !momentIn(a)->instant && a.thing;
  const Thing vague = vagueA || !b.thing ? a.thing : b.thing;
  return askTruth(view, vague, "tijdstip");
}

}  // namespace

Answer isBefore(const View& view, const Answer& a, const Answer& b) {
  if (const auto none = incomparable(a, b)) return *none;
  const Bounds x = boundsOf(a), y = boundsOf(b);
  const bool days = isWholeDay(a) && isWholeDay(b);
  if (x.last < y.first) return withAssumptions(yes(), a, b);
  if (days || x.first >= y.last) return withAssumptions(no(), a, b);
  return withAssumptions(askHour(view, a, b), a, b);
}

/// A day as a limit includes all of that day.
Answer isAtOrBefore(const View& view, const Answer& a, const Answer& b) {
  if (const auto none = incomparable(a, b)) return *none;
  const Bounds x = boundsOf(a), y = boundsOf(b);
  const Instant surely = isWholeDay(b) ? y.last : y.first;
  if (x.last <= surely) return withAssumptions(yes(), a, b);
  if (x.first > y.last) return withAssumptions(no(), a, b);
  return withAssumptions(askHour(view, a, b), a, b);
}

namespace {

/// Truth that turns at a tick; between the first and the last one the hour must be known.
Answer turned(const View& view, const Tick& first, const std::optional<Tick>& last, const Answer& moment) {
  if (view.now < first) return withAssumptions(no(), moment, {});
  if (last && view.now < *last) return withAssumptions(askTruth(view, moment.thing, "tijdstip"), moment, {});
  return withAssumptions(yes(), moment, {});
}

Answer withoutMoment(const Answer& moment) {
  Answer whole = isUnknown(moment) ? answer(Truth::unknown) : no();
  whole.asks = moment.asks;
  whole.assumed = moment.assumed;
  return whole;
}

Answer hasCome(const View& view, const Answer& moment) {
  if (momentIn(moment) == nullptr) return withoutMoment(moment);
  const auto last = moment.latest ? std::optional(Tick{*moment.latest, 0}) : std::nullopt;
  return turned(view, beginOf(*momentIn(moment)), last, moment);
}

}  // namespace

Answer hasPassed(const View& view, const Answer& moment) {
  if (momentIn(moment) == nullptr) return withoutMoment(moment);
  lookAt(view, *momentIn(moment));
  if (moment.latest) lookAt(view, *moment.latest);
  const auto last = moment.latest ? std::optional(Tick{*moment.latest, 2}) : std::nullopt;
  return turned(view, endOf(*momentIn(moment)), last, moment);
}

namespace {

const Duration* lengthIn(const Answer& answer) {
  const auto* length = std::get_if<Duration>(&answer.value);
  return length != nullptr && length->unit != TimeUnit::indefinite ? length : nullptr;
}

Answer restingOn(const Answer& a, const Answer& b) {
  Answer whole = withAssumptions({}, a, b);
  whole.asks = a.asks;
  add(whole.asks, b.asks);
  return whole;
}

/// A term given as a day ends on that day. Of a term in hours from a day only the bounds are known.
Answer endOfTerm(const View& view, const Expression& expression, const Place& place) {
  const Answer anchor = operand(view, expression, 0, place), length = operand(view, expression, 1, place);
  if (momentIn(length) != nullptr) return length;
  Answer whole = restingOn(anchor, length);
  if (momentIn(anchor) == nullptr || lengthIn(length) == nullptr) return whole;
  const auto endFrom = [&](const Moment& from) {
    return beding::endOfTerm(from, *lengthIn(length), expression.rule, calendarOf(view));
  };
  const TermEnd end = endFrom(*momentIn(anchor));
  whole.value = end.last;
  whole.latest = end.latestPossible;
  if (anchor.latest) whole.latest = earliest(endFrom(momentOf(*anchor.latest)).last);
  whole.thing = anchor.thing;
  return whole;
}

Answer endOfPeriod(const View& view, const Expression& expression, const Place& place) {
  const Answer start = operand(view, expression, 0, place), length = operand(view, expression, 1, place);
  Answer whole = restingOn(start, length);
  if (momentIn(start) == nullptr || lengthIn(length) == nullptr) return whole;
  whole.value = momentOf(lastDayOfPeriod(momentIn(start)->day, *lengthIn(length), 1, calendarOf(view)));
  return whole;
}

Answer nextDay(const Answer& moment) {
  Answer whole = restingOn(moment, {});
  if (momentIn(moment) != nullptr) whole.value = momentOf(momentIn(moment)->day + 1);
  return whole;
}

/// Since when: of a state its begin, while it holds.
Answer sinceWhen(const View& view, const Expression& expression, const Place& place) {
  const Expression& subject = at(view.graph().expressions, expression.operands.at(0));
  if (subject.op != Op::state) return operand(view, expression, 0, place);
  Expression since = subject;
  since.op = Op::stateSince;
  return ofNodes(view, since, place);
}

Answer lasts(const View& view, const Expression& expression, const Place& place) {
  if (expression.operands.size() < 2) return {};
  const Answer since = sinceWhen(view, expression, place), length = operand(view, expression, 1, place);
  const auto* duration = std::get_if<Duration>(&length.value);
  if (momentIn(since) == nullptr) return *incomparable(since, since);
  if (duration == nullptr) return *incomparable(since, length);
  const Moment first = expression.op == Op::longerThan ? firstLongerThan(*momentIn(since), *duration, calendarOf(view))
                                                       : firstAtLeast(*momentIn(since), *duration, calendarOf(view));
  lookAt(view, first);
  return withAssumptions(turned(view, beginOf(first), std::nullopt, since), length, {});
}

}  // namespace

Answer ofTime(const View& view, const Expression& expression, const Place& place) {
  switch (expression.op) {
    case Op::termEnd:
      return endOfTerm(view, expression, place);
    case Op::periodEnd:
      return endOfPeriod(view, expression, place);
    case Op::dayAfter:
      return nextDay(operand(view, expression, 0, place));
    case Op::reached:
      return hasCome(view, operand(view, expression, 0, place));
    case Op::passed:
      return hasPassed(view, operand(view, expression, 0, place));
    default:
      return lasts(view, expression, place);
  }
}

}  // namespace beding::oracle
