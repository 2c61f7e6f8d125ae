#include "engine/agreement.h"

#include <algorithm>
#include <utility>

#include "engine/expressions.h"
#include "engine/lookup.h"
#include "engine/plain_outcome.h"
#include "values/deadline.h"

namespace beding::engine {

namespace {

bool hasFormationEvent(World& world) {
  if (!world.graph.formation) return false;
  bool has = false;
  world.occurrences.each(
      [&](std::uint32_t index) { has = has || matches(world, world.graph.formation, index, {}).truth() != Truth::no; });
  return has;
}

bool isStatedEnd(const World& world, std::uint32_t occurrence) {
  return isEndEvent(world.typeOf(world.occurrences[occurrence]));
}

Verdict isFormed(const World& world) {
  if (!world.graph.inForce) return truth(true);
  Verdict whole = truth(false);
  for (const StateRecord& record : world.states[world.graph.inForce.index]) {
    Verdict formed = truth(record.holds);
    formed.questions = record.questions;
    disjoin(whole, formed);
  }
  return whole;
}

struct TermFacts {
  std::optional<Date> start;
  std::optional<Duration> first;
  std::optional<Duration> renewal;
  Answer basis;
};

std::optional<Duration> lengthOf(const Answer& answer) {
  const auto* length = std::get_if<Duration>(&answer.value);
  return length != nullptr && length->unit != TimeUnit::indefinite ? std::optional(*length) : std::nullopt;
}

TermFacts termFacts(World& world) {
  const graph::ContractTerm& term = world.graph.term;
  TermFacts facts;
  if (!term.declared) return facts;
  const Answer start = evaluate(world, term.start, {});
  const Answer first = evaluate(world, term.duration, {});
  rest(facts.basis, start);
  rest(facts.basis, first);
  if (start.moment() != nullptr) facts.start = start.moment()->day;
  facts.first = lengthOf(first);
  if (term.renewal) {
    const Answer renewal = evaluate(world, term.renewal, {});
    rest(facts.basis, renewal);
    facts.renewal = lengthOf(renewal);
  }
  return facts;
}

/// The n-th period, counted from the original start so that nothing drifts.
Period periodOf(const World& world, const TermFacts& facts, int number) {
  const Date firstEnd = lastDayOfPeriod(*facts.start, *facts.first, 1, world.calendar);
  if (number == 0) return {*facts.start, firstEnd, 0};
  const auto endOf = [&](int count) {
    if (*facts.renewal == *facts.first) return lastDayOfPeriod(*facts.start, *facts.first, count + 1, world.calendar);
    return count == 0 ? firstEnd : lastDayOfPeriod(firstEnd + 1, *facts.renewal, count, world.calendar);
  };
  return {endOf(number - 1) + 1, endOf(number), number};
}

bool canRenewAfter(const World& world, const TermFacts& facts, const Period& period) {
  if (!facts.renewal || facts.renewal->count < 1) return false;
  return !world.agreement.renewalPrevented || period.last < *world.agreement.renewalPrevented;
}

std::optional<Period> periodOn(const World& world, const TermFacts& facts, Date day) {
  if (!facts.start || !facts.first || facts.first->count < 1 || day < *facts.start) return std::nullopt;
  Period period = periodOf(world, facts, 0);
  while (day > period.last) {
    if (!canRenewAfter(world, facts, period)) return std::nullopt;
    period = periodOf(world, facts, period.number + 1);
  }
  return period;
}

bool expire(World& world) {
  const TermFacts facts = termFacts(world);
  if (!facts.start || !facts.first || facts.first->count < 1) return false;
  auto period = periodOn(world, facts, std::max(dayOf(world.now), *facts.start));
  if (!period)
    return endAgreementAfter(world, world.agreement.renewalPrevented.value_or(periodOf(world, facts, 0).last), "");
  world.wake(startOfDay(period->last + 1));
  return canRenewAfter(world, facts, *period) ? false : endAgreementAfter(world, period->last, "");
}

/// All that reads the agreement looks again, its term among them.
void tell(World& world) {
  world.work.mark(world.plan.firstOf(UnitKind::term));
  world.work.touch(world.plan.ofTerm);
}

/// What surely has not begun cannot end; an end on the timeline goes before all.
bool canEnd(const World& world, Tick tick) {
  return world.agreement.ends > tick && !world.agreement.statedEnd && hasBegun(world).truth() != Truth::no;
}

bool setEnd(World& world, Tick tick, Date lastDay, const std::string& event) {
  if (!canEnd(world, tick)) return false;
  world.agreement.ends = tick;
  world.agreement.lastDay = lastDay;
  world.agreement.endedBy = event;
  tell(world);
  return true;
}

}  // namespace

bool isEndEvent(const EventType& type) {
  constexpr std::string_view endEvent = "overeenkomst geeindigd";  // part of the interface
  return type.name == endEvent;
}

Verdict hasBegun(const World& world) { return world.agreement.begun ? truth(true) : isFormed(world); }

Verdict isOver(World& world) {
  if (world.over()) return truth(true);
  Verdict whole = truth(false);
  for (const PossibleEnd& doubt : world.agreement.doubts) {
    Verdict one = truth(world.now >= doubt.ends ? Truth::unknown : Truth::no);
    if (world.now >= doubt.ends) one.questions = doubt.questions;
    if (world.now < doubt.ends) one.until = doubt.ends;
    disjoin(whole, one);
  }
  world.wake(whole.until);
  return whole;
}

bool mayEnd(World& world, Tick ends, Date lastDay, const QuestionSet& questions) {
  if (!canEnd(world, ends)) return false;
  world.agreement.doubts.push_back({ends, lastDay, questions});
  tell(world);
  return true;
}

RunningPeriod runningPeriod(World& world) {
  const TermFacts facts = termFacts(world);
  RunningPeriod running{periodOn(world, facts, dayOf(world.now)), facts.basis, {}};
  if (running.period) running.basis.until = std::min(running.basis.until, startOfDay(running.period->last + 1));
  if (!running.period && facts.start && dayOf(world.now) < *facts.start) {
    running.basis.until = std::min(running.basis.until, startOfDay(*facts.start));
  }
  const Verdict over = isOver(world);
  running.possible = running.period;
  if (over.truth() != Truth::no) running.period.reset();
  if (over.truth() == Truth::unknown) rest(running.basis, over);
  return running;
}

std::optional<Period> nextPeriod(World& world, const Period& period) {
  const TermFacts facts = termFacts(world);
  if (!facts.start || !facts.first || !canRenewAfter(world, facts, period)) return std::nullopt;
  return periodOf(world, facts, period.number + 1);
}

void beginAgreement(World& world) {
  world.agreement.assumed = !hasFormationEvent(world);
  world.agreement.begun = world.agreement.assumed;
  world.occurrences.each(
      [&](std::uint32_t index) { world.agreement.statedEnd = world.agreement.statedEnd || isStatedEnd(world, index); });
  if (world.agreement.assumed) world.assumptions.insert(assumedInForce);
}

namespace {

/// A stated end takes the place of every derived one.
bool takeStatedEnd(World& world) {
  if (world.arrival == nullptr || !world.arrival->happens || !isStatedEnd(world, world.arrival->occurrence))
    return false;
  if (world.agreement.ends <= world.now) return false;
  world.agreement.ends = world.now;
  world.agreement.lastDay = dayOf(world.now);
  world.agreement.endedBy = world.occurrences[world.arrival->occurrence].event.key;
  return true;
}

/// Begins it, lets its term run out, and passes on that it is over.
bool follow(World& world) {
  bool changed = false;
  world.agreement.followed = true;
  if (!world.agreement.begun && isFormed(world).truth() == Truth::yes) changed = world.agreement.begun = true;
  if (world.agreement.begun && !world.over()) changed = expire(world) || changed;
  if (world.agreement.ends != never) world.wake(world.agreement.ends);
  if (world.over() && !std::exchange(world.agreement.toldOver, true)) tell(world);
  return changed;
}

}  // namespace

bool updateAgreement(World& world) {
  bool changed = takeStatedEnd(world);
  world.work.each(UnitKind::term, [&](std::uint32_t) { changed = follow(world) || changed; });
  if (changed) tell(world);
  return changed;
}

bool endAgreementNow(World& world, const std::string& event) {
  return setEnd(world, world.now, dayOf(world.now), event);
}

bool endAgreementAfter(World& world, Date lastDay, const std::string& event) {
  return setEnd(world, startOfDay(lastDay + 1), lastDay, event);
}

bool preventRenewal(World& world, Date lastDay, const std::string& event) {
  if (hasBegun(world).truth() == Truth::no) return false;
  if (world.agreement.renewalPrevented && *world.agreement.renewalPrevented <= lastDay) return false;
  world.agreement.renewalPrevented = lastDay;
  tell(world);
  return endAgreementAfter(world, lastDay, event);
}

}  // namespace beding::engine
