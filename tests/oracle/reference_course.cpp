// The agreement: its periods, renewals and end (docs/taal.md 8), and what stands still (8.5).
#include <algorithm>

#include "oracle/reference_instant.h"
#include "values/deadline.h"

namespace beding::oracle {

namespace {

/// The term as it reads now.
struct Term {
  std::optional<Date> start;
  std::optional<Duration> first;
  std::optional<Duration> renewal;
  Answer basis;
};

std::optional<Duration> lengthIn(const Answer& answer) {
  const auto* length = std::get_if<Duration>(&answer.value);
  const bool real = length != nullptr && length->unit != TimeUnit::indefinite && length->count > 0;
  return real ? std::optional(*length) : std::nullopt;
}

Term termOf(const View& view) {
  const graph::ContractTerm& term = view.graph().term;
  Term found;
  if (!term.declared) return found;
  const auto read = [&](graph::ExpressionId id) {
    Answer part = valueOf(view, id, {});
    add(found.basis.asks, part.asks);
    add(found.basis.assumed, part.assumed);
    return part;
  };
  const Answer start = read(term.start);
  if (momentIn(start) != nullptr) found.start = momentIn(start)->day;
  found.first = lengthIn(read(term.duration));
  if (term.renewal) found.renewal = lengthIn(read(term.renewal));
  return found;
}

/// The n-th period, counted from the original start so that nothing drifts.
Period periodOf(const View& view, const Term& term, int number) {
  const Calendar& calendar = calendarOf(view);
  const Date firstEnd = lastDayOfPeriod(*term.start, *term.first, 1, calendar);
  const auto endOf = [&](int which) {
    if (which == 0) return firstEnd;
    if (*term.renewal == *term.first) return lastDayOfPeriod(*term.start, *term.first, which + 1, calendar);
    return lastDayOfPeriod(firstEnd + 1, *term.renewal, which, calendar);
  };
  return {number == 0 ? *term.start : endOf(number - 1) + 1, endOf(number), number};
}

bool isRenewed(const Term& term, const Course& course, const Period& period) {
  return term.renewal && (!course.lastRenewed || period.last < *course.lastRenewed);
}

std::optional<Period> periodOn(const View& view, const Term& term, const Course& course, Date day) {
  if (!term.start || !term.first || day < *term.start) return std::nullopt;
  Period period = periodOf(view, term, 0);
  while (day > period.last) {
    if (!isRenewed(term, course, period)) return std::nullopt;
    period = periodOf(view, term, period.number + 1);
  }
  lookAt(view, momentOf(period.last));
  return period;
}

}  // namespace

RunningPeriod runningPeriod(const View& view) {
  const Term term = termOf(view);
  RunningPeriod running{periodOn(view, term, view.facts.course, dayOf(view.now)), {}, term.basis};
  running.possible = running.period;
  const Answer over = isOver(view);
  if (!isNo(over)) running.period.reset();
  if (isOpen(over)) add(running.basis.asks, over.asks);
  return running;
}

std::optional<Period> periodAfter(const View& view, const Period& period) {
  const Term term = termOf(view);
  if (!term.start || !term.first || !isRenewed(term, view.facts.course, period)) return std::nullopt;
  return periodOf(view, term, period.number + 1);
}

Answer isOver(const View& view) {
  const Course& course = view.facts.course;
  if (view.now >= course.ends) return yes();
  Answer whole = no();
  for (const Ending& doubt : course.doubts) {
    if (view.now < doubt.at) continue;
    Answer may = answer(Truth::unknown);
    may.asks = doubt.asks;
    whole = either(whole, may);
  }
  return whole;
}

namespace {

Answer isFormed(const View& view) {
  if (!view.graph().inForce) return yes();
  Answer whole = no();
  for (const StateFact& fact : view.facts.states[view.graph().inForce.index]) whole = either(whole, fact.formed);
  return whole;
}

}  // namespace

/// What was over before it was formed, has not begun.
Answer hasBegun(const View& view) {
  return view.facts.course.begun ? yes() : both(isFormed(view), isNot(isOver(view)));
}

// ------------------------------------------------------------------------------------------------------------ its end

namespace {

/// An earlier end stays, and one that stands on the timeline goes before all.
void end(const View& view, Course& course, const Ending& ending) {
  if (view.in.statedEnd || course.ends <= ending.at) return;
  course.ends = ending.at;
  course.lastDay = ending.lastDay;
}

void end(const View& view, Course& course, const Ending& ending, bool stopsRenewal) {
  if (stopsRenewal) {
    if (course.lastRenewed && *course.lastRenewed <= ending.lastDay) return;
    course.lastRenewed = ending.lastDay;
  }
  end(view, course, ending);
}

void runOut(const View& view, Course& course) {
  const Term term = termOf(view);
  if (!term.start || !term.first) return;
  const auto period = periodOn(view, term, course, std::max(dayOf(view.now), *term.start));
  if (period && isRenewed(term, course, *period)) return;
  const Date last = period ? period->last : course.lastRenewed.value_or(periodOf(view, term, 0).last);
  end(view, course, {midnight(last + 1), last, {}});
}

bool isStatedEnd(const View& view) {
  if (!view.event || !view.event->happens) return false;
  return at(view.graph().events, view.in.happenings[view.event->event].event.type).name == "overeenkomst geeindigd";
}

/// What surely has not begun cannot end.
void addEnds(const View& view, Course& course, const Consequences& consequences) {
  for (const Ending& ending : consequences.ends) end(view, course, ending, ending.stopsRenewal);
  for (const Ending& doubt : consequences.doubts)
    if (!view.in.statedEnd && doubt.at < course.ends) course.doubts.push_back(doubt);
}

}  // namespace

Course courseAfter(const View& view, const Course& before, const Consequences& consequences) {
  Course course = before;
  if (isStatedEnd(view) && course.ends > view.now) {
    course.ends = view.now;
    course.lastDay = dayOf(view.now);
  }
  if (!isNo(hasBegun(view))) addEnds(view, course, consequences);
  if (isYes(hasBegun(view))) course.begun = true;
  if (course.begun && view.now < course.ends) runOut(view, course);
  if (course.ends != never) view.in.ticks.insert(course.ends);
  for (const Ending& doubt : course.doubts) view.in.ticks.insert(doubt.at);
  return course;
}

// -------------------------------------------------------------------------------------------------- what stands still

namespace {

using graph::Effect;
using graph::EffectKind;
using graph::NormId;

/// While its condition holds; one by an act, while the power lasts that was used.
Answer lasts(const View& view, const Standstill& still) {
  const Effect& effect = view.graph().effects[still.effect];
  if (effect.during) return valueOf(view, effect.during, still.place);
  if (!still.by) return yes();
  const graph::Norm& norm = at(view.graph().norms, still.by->norm);
  for (const NormFact& fact : view.facts.norms[still.by->norm.index])
    if (isSame(fact, still.by->record, still.by->firing, norm.binders.size()))
      return appliesNow(view, still.by->norm, fact);
  return no();
}

bool runs(const std::vector<Standstill>& all, std::uint32_t effect, const Place& place) {
  return std::any_of(all.begin(), all.end(), [&](const Standstill& still) {
    return still.effect == effect && !still.to && still.place.slots == place.slots;
  });
}

void beginFollowed(const View& view, std::uint32_t index, std::vector<Standstill>& all) {
  const Effect& effect = view.graph().effects[index];
  if (effect.kind != EffectKind::suspend || effect.act || effect.trigger || !view.active(effect.guard)) return;
  for (const Place& place : combinations(view, effect.binders)) {
    if (runs(all, index, place)) continue;
    if (isYes(both(included(view, effect.binders, place), defeats(view, effect.during, place))))
      all.push_back({index, place, partyOf(view, effect.allOf, place), {}, view.moment, {}, yes()});
  }
}

}  // namespace

std::vector<Standstill> standstillsAfter(const View& view, const std::vector<Standstill>& before,
                                         const Consequences& consequences) {
  std::vector<Standstill> all = before;
  all.insert(all.end(), consequences.standstills.begin(), consequences.standstills.end());
  for (Standstill& still : all)
    if (!still.to && isNo(lasts(view, still))) still.to = view.moment;
  for (std::uint32_t index = 0; index < view.graph().effects.size(); ++index) beginFollowed(view, index, all);
  return all;
}

namespace {

bool canBeSuspended(const graph::Norm& norm) {
  return !norm.neverSuspended && (norm.kind == graph::NormKind::obligation || norm.kind == graph::NormKind::effort);
}

/// A duty that the suspending act itself gave rise to (to tell of it) is not among what it suspends.
bool comesFrom(const View& view, const Standstill& still, const NormFact& duty) {
  return still.by && std::any_of(duty.place.slots.begin(), duty.place.slots.end(),
                                 [&](Thing thing) { return thing && eventOf(view, thing) == still.by->event; });
}

bool covers(const View& view, const Standstill& still, NormId id, const NormFact& duty) {
  const Effect& effect = view.graph().effects[still.effect];
  if (comesFrom(view, still, duty)) return false;
  if (!effect.targets.empty()) return contains(effect.targets, id);
  const NormId payment = paymentNorm(view);
  if (payment && payment == id) return false;
  return still.party == graph::Party::none || still.party == duty.bearer;
}

/// Overlapping ones count once.
std::vector<Pause> merged(std::vector<Pause> pauses) {
  std::stable_sort(pauses.begin(), pauses.end(),
                   [](const Pause& a, const Pause& b) { return earliest(a.from) < earliest(b.from); });
  std::vector<Pause> whole;
  for (const Pause& pause : pauses) {
    if (whole.empty() || (whole.back().to && earliest(pause.from) > earliest(*whole.back().to)))
      whole.push_back(pause);
    else if (whole.back().to && (!pause.to || earliest(*pause.to) > earliest(*whole.back().to)))
      whole.back().to = pause.to;
  }
  return whole;
}

}  // namespace

std::vector<Pause> pausesOf(const View& view, NormId id, const NormFact& duty, bool perhaps) {
  std::vector<Pause> pauses;
  if (!canBeSuspended(at(view.graph().norms, id))) return pauses;
  for (const Standstill& still : view.facts.standstills)
    if ((perhaps || isYes(still.certain)) && covers(view, still, id, duty)) pauses.push_back({still.from, still.to});
  return merged(std::move(pauses));
}

Answer isSuspended(const View& view, NormId id, const NormFact& duty) {
  Answer whole = no();
  if (!canBeSuspended(at(view.graph().norms, id))) return whole;
  for (const Standstill& still : view.facts.standstills)
    if (!still.to && covers(view, still, id, duty)) whole = either(whole, still.certain);
  return whole;
}

Asks suspensionDoubts(const View& view) {
  Asks asks;
  for (const Standstill& still : view.facts.standstills)
    if (isOpen(still.certain)) add(asks, still.certain.asks);
  return asks;
}

namespace {

Moment endOfPause(const View& view, const Pause& pause) {
  if (pause.to) return *pause.to;
  const Date day = dayOf(view.now);
  return view.now.at == startOf(day) ? momentOf(day) : momentOf(view.now.at);
}

/// Suspended days are no werkdagen.
Answer withoutPauses(const View& view, graph::ExpressionId term, const Place& place, const std::vector<Pause>& pauses) {
  Calendar calendar = calendarOf(view);
  for (const Pause& pause : pauses)
    for (Date day = pause.from.day; day < endOfPause(view, pause).day; day = day + 1) calendar.closingDays.insert(day);
  View other = view;
  other.calendar = &calendar;
  return valueOf(other, term, place);
}

bool countsWorkdays(const View& view, graph::ExpressionId term, const Place& place) {
  const graph::Expression& expression = at(view.graph().expressions, term);
  if (expression.op != graph::Op::termEnd || expression.operands.size() < 2) return false;
  const Answer length = operand(view, expression, 1, place);
  const auto* duration = std::get_if<Duration>(&length.value);
  return duration != nullptr && duration->unit == TimeUnit::workday;
}

/// Other terms end so much later as was suspended before they ended: in hours, or in days.
Answer movedBy(const View& view, Answer last, const Moment& arose, const std::vector<Pause>& pauses) {
  const Moment end = *momentIn(last);
  std::int64_t seconds = 0;
  std::int32_t days = 0;
  for (const Pause& pause : pauses) {
    const Moment to = endOfPause(view, pause);
    if (end.instant) {
      const Instant from = std::max(earliest(arose), earliest(pause.from));
      if (from.seconds > end.instant->seconds + seconds) break;
      seconds += std::max<std::int64_t>(0, earliest(to).seconds - from.seconds);
    } else {
      const Date from = std::max(arose.day, pause.from.day);
      if (from > end.day + days) break;
      days += std::max(0, to.day - from);
    }
  }
  last.value = end.instant ? momentOf(Instant{end.instant->seconds + seconds}) : momentOf(end.day + days);
  if (last.latest) last.latest->seconds += seconds;
  return last;
}

}  // namespace

Deadline deadlineOf(const View& view, NormId id, const NormFact& duty, bool perhaps) {
  const graph::Norm& norm = at(view.graph().norms, id);
  Deadline deadline{valueOf(view, norm.term.last, duty.place), false};
  std::vector<Pause> pauses = pausesOf(view, id, duty, perhaps);
  std::erase_if(pauses, [&](const Pause& pause) { return pause.to && latest(*pause.to) < earliest(duty.arose->at); });
  const Moment* last = momentIn(deadline.moment);
  if (last != nullptr && !pauses.empty()) {
    deadline.standsStill = !pauses.back().to && earliest(pauses.back().from) <= latest(*last);
    deadline.moment = countsWorkdays(view, norm.term.last, duty.place)
                          ? withoutPauses(view, norm.term.last, duty.place, pauses)
                          : movedBy(view, deadline.moment, duty.arose->at, pauses);
  }
  last = momentIn(deadline.moment);
  if (duty.dueAtOnce && (last == nullptr || latest(*last) > latest(*duty.dueAtOnce))) {
    deadline.moment.value = *duty.dueAtOnce;
    deadline.moment.latest.reset();
  }
  if (momentIn(deadline.moment) != nullptr) lookAt(view, *momentIn(deadline.moment));
  return deadline;
}

}  // namespace beding::oracle
