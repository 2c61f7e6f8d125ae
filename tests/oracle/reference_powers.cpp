// Powers: when they are there, and against which day they work (docs/taal.md 5.8, 5.9).
#include <algorithm>

#include "oracle/reference_instant.h"
#include "values/deadline.h"

namespace beding::oracle {

namespace {

using graph::EffectTime;
using graph::Norm;
using graph::NormId;

std::optional<Duration> noticeOf(const View& view, const Norm& norm, const Place& place) {
  const Answer length = valueOf(view, norm.noticePeriod, place);
  const auto* duration = std::get_if<Duration>(&length.value);
  const bool real = duration != nullptr && duration->unit != TimeUnit::indefinite;
  return real ? std::optional(*duration) : std::nullopt;
}

/// The last day on which notice against this day is in time.
Answer lastNotice(const View& view, Date day, const std::optional<Duration>& notice) {
  if (!notice) return answer(Value(momentOf(day)));
  TermRule backward;
  backward.direction = Direction::backward;
  return answer(Value(endOfTerm(momentOf(day), *notice, backward, calendarOf(view)).last));
}

bool isPeriodEnd(const View& view, graph::ExpressionId id) {
  return id && at(view.graph().expressions, id).op == graph::Op::runningPeriodEnd;
}

WorksAgainst afterNotice(const View& view, const Norm& norm, const Place& place, const Moment& received) {
  WorksAgainst works;
  const auto notice = noticeOf(view, norm, place);
  if (!notice) {
    works.day = valueOf(view, norm.noticePeriod, place);
    works.day.value = {};
    return works;
  }
  Date day = endOfTerm(momentOf(received.day), *notice, {}, calendarOf(view)).last.day;
  if (const auto named = namedDay(view, norm, place)) day = std::max(day, *named);
  works.day = answer(Value(momentOf(day)));
  return works;
}

/// Too late for the running period: against the end of the first one for which it is in time.
WorksAgainst againstPeriod(const View& view, const std::optional<Duration>& notice, const Moment& received) {
  WorksAgainst works;
  const RunningPeriod running = runningPeriod(view);
  auto period = running.period;
  while (period && notice && momentIn(lastNotice(view, period->last, notice))->day < received.day) {
    works.late = true;
    period = periodAfter(view, *period);
  }
  if (!period) {
    works.day = runningPeriod(view).basis;
    works.latestNotice = works.day;
    return works;
  }
  works.day = answer(Value(momentOf(period->last)));
  works.latestNotice = lastNotice(view, period->last, notice);
  return works;
}

WorksAgainst againstDay(const View& view, const Norm& norm, const Place& place, const Moment& received) {
  const auto notice = noticeOf(view, norm, place);
  if (isPeriodEnd(view, norm.againstDay)) return againstPeriod(view, notice, received);
  WorksAgainst works;
  works.day = valueOf(view, norm.againstDay, place);
  if (momentIn(works.day) == nullptr) return works;
  works.latestNotice = notice ? lastNotice(view, momentIn(works.day)->day, notice) : works.day;
  works.late = momentIn(works.latestNotice)->day < received.day;
  return works;
}

}  // namespace

std::optional<Date> namedDay(const View& view, const Norm& norm, const Place& place) {
  const Answer named = valueOf(view, norm.namedDay, place);
  if (momentIn(named) != nullptr) return momentIn(named)->day;
  const Thing exercise = place.at(occurrenceSlot(norm));
  if (norm.namedDay || exercise.kind != Thing::Kind::event) return std::nullopt;
  const Value* value = attribute(view, exercise.index, "tegen");
  const auto* moment = value != nullptr ? std::get_if<Moment>(value) : nullptr;
  return moment != nullptr ? std::optional(moment->day) : std::nullopt;
}

bool isAgainstOneDay(const View& view, const Norm& norm) {
  return norm.effectTime == EffectTime::againstDay && !isPeriodEnd(view, norm.againstDay);
}

WorksAgainst worksAgainst(const View& view, const Norm& norm, const Place& place, const Moment& received) {
  if (norm.effectTime == EffectTime::afterNotice) return afterNotice(view, norm, place, received);
  if (norm.effectTime == EffectTime::againstDay) return againstDay(view, norm, place, received);
  WorksAgainst works;
  const auto named = namedDay(view, norm, place);
  works.immediately = !named || *named <= received.day;
  works.day = answer(Value(momentOf(works.immediately ? received.day : *named)));
  return works;
}

namespace {

Answer lastUse(const View& view, const Norm& norm, const NormFact& power) {
  if (norm.term.last) return valueOf(view, norm.term.last, power.place);
  if (norm.effectTime != EffectTime::againstDay) return {};
  return worksAgainst(view, norm, power.place, momentOf(dayOf(view.now))).latestNotice;
}

}  // namespace

Answer isAvailable(const View& view, NormId id, const NormFact& power) {
  const Norm& norm = at(view.graph().norms, id);
  if (!power.arisen) return no();
  Answer whole = both(appliesNow(view, id, power), both(power.condition, met(view, norm.condition, power.place)));
  if (!norm.term.last && !isAgainstOneDay(view, norm)) return whole;
  const Answer last = lastUse(view, norm, power);
  const bool none = momentIn(last) == nullptr && !isUnknown(last);
  return none ? whole : both(whole, isNot(hasPassed(view, last)));
}

void movePower(const View& view, NormId id, NormFact& power) {
  const Norm& norm = at(view.graph().norms, id);
  if (!power.arisen) return;
  const Answer available = isAvailable(view, id, power), last = lastUse(view, norm, power);
  power.deadline = momentIn(last) != nullptr ? std::optional(*momentIn(last)) : std::nullopt;
  power.latestDeadline = last.latest;
  if (power.deadline) lookAt(view, *power.deadline);
  const std::string before = power.status;
  power.status = isYes(available) ? "beschikbaar" : isOpen(available) ? "onbekend" : "niet-beschikbaar";
  if (isNo(available) && power.everAvailable) power.status = "vervallen";
  const bool mayBeUsed = !norm.repeatable && !power.usedAt && !power.mayBeUsed.empty();
  if (mayBeUsed) power.status = "onbekend";
  if (power.usedAt && !norm.repeatable) power.status = "uitgeoefend";
  if (power.status != before) {
    if (power.status == "beschikbaar") {
      power.availableFrom = power.arose->tick == view.now ? power.arose->at : view.moment;
      power.everAvailable = true;
    }
    if (power.status == "vervallen") power.availableTo = momentOf(lastDayBefore(view.now));
    power.since = power.status == "uitgeoefend" ? power.usedAt : std::optional(view.moment);
  }
  power.asks = power.status == "onbekend" ? available.asks : Asks{};
  if (mayBeUsed) add(power.asks, power.mayBeUsed);
  power.assumed = available.assumed;
}

}  // namespace beding::oracle
