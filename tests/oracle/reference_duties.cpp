// Duties: open, performed in time or late, breached, suspended, lapsed (docs/taal.md 5.1 to 5.6, 5.12).
#include <algorithm>

#include "graph/opposition.h"
#include "oracle/reference_instant.h"

namespace beding::oracle {

namespace {

using graph::ActId;
using graph::Norm;
using graph::NormId;

/// When a choice has been made, only the chosen act performs.
graph::Acts performingActs(const View& view, const Norm& norm, const NormFact& duty) {
  const graph::Acts all = graph::actsOf(norm);
  const Answer choice = valueOf(view, norm.choice, duty.place);
  if (textIn(choice) == nullptr) return all;
  std::vector<ActId> chosen;
  for (const ActId act : all)
    if (at(view.graph().acts, act).name.find(*textIn(choice)) != std::string::npos) chosen.push_back(act);
  return chosen.empty() ? all : graph::Acts(chosen);
}

Answer performs(const View& view, const Norm& norm, const NormFact& duty, ActId act, std::uint32_t event) {
  Answer counts = isAct(view, act, norm, duty.place, duty.bearer, event);
  if (norm.form) counts = both(counts, satisfiesForm(view, norm.form, event, norm.formSatisfiedOnlyBy));
  const Place place = duty.place.with(occurrenceSlot(norm), {Thing::Kind::event, event});
  return both(counts, met(view, norm.exerciseCondition, place));
}

/// The soft word (onverwijld) is judged of the instance of its subject; else of the first that the duty is about.
Answer soonEnough(const View& view, const Norm& norm, const NormFact& duty) {
  const graph::EntityId wanted = at(view.graph().judgements, norm.term.soft).subject;
  Thing subject;
  for (const Thing thing : duty.place.slots) {
    if (!thing || partyOf(view, thing) != graph::Party::none) continue;
    const bool isIt =
        wanted && thing.kind == Thing::Kind::instance && view.facts.instances[thing.index].entity == wanted;
    if (!subject || isIt) subject = thing;
    if (isIt) break;
  }
  return judged(view, norm.term.soft, subject);
}

/// Not after the term, and soon enough. While that is not judged a hard term decides; without one the same day is soon
/// enough where haste is asked.
Answer inTime(const View& view, const Norm& norm, const NormFact& duty, const Answer& when, const Answer& last) {
  Answer whole = momentIn(last) != nullptr ? isAtOrBefore(view, when, last) : duty.breached ? no() : yes();
  if (!norm.term.soft) return whole;
  const Answer soon = soonEnough(view, norm, duty);
  const bool sameDay = norm.term.prompt && momentIn(when)->day == duty.arose->at.day;
  if (!isOpen(soon) || (!norm.term.last && !sameDay)) return both(whole, soon);
  add(whole.assumed, soon.asks);
  return whole;
}

void consider(const View& view, const Norm& norm, NormFact& duty, const Answer& counts, const Moment& when, Thing thing,
              const Answer& last) {
  if (isOpen(counts)) add(duty.mayBeDone, counts.asks);
  if (!isYes(counts) || duty.done) return;
  Answer moment = answer(Value(when));
  moment.thing = thing;
  duty.done = Done{when, inTime(view, norm, duty, moment, last)};
}

/// Of a norm whose last day lies before it arises, what was done before counts too.
bool looksBack(const View& view, const NormFact& duty, const Answer& last) {
  return duty.arose->tick == view.now && momentIn(last) != nullptr && endOf(*momentIn(last)) <= view.now;
}

/// What may be fulfilled already, as a question.
Asks findDoing(const View& view, const Norm& norm, NormFact& duty, const Answer& last) {
  Asks doubts;
  const auto event = [&](ActId act, std::uint32_t index) {
    consider(view, norm, duty, performs(view, norm, duty, act, index), doneAt(view, act, index),
             {Thing::Kind::event, index}, last);
  };
  for (const ActId act : performingActs(view, norm, duty)) {
    if (const auto fulfilled = at(view.graph().acts, act).fulfilledWhen) {
      const Answer now = valueOf(view, fulfilled, actPlace(view, act, norm, duty.place, duty.bearer));
      if (isNo(now)) duty.spoilt = false;
      if (isYes(now) && !duty.spoilt) consider(view, norm, duty, now, view.moment, {}, last);
      if (isOpen(now)) add(doubts, now.asks);
    }
    if (looksBack(view, duty, last))
      for (std::uint32_t index = 0; index < view.in.happenings.size(); ++index)
        if (view.facts.arrived[index]) event(act, index);
    if (const auto index = newDoing(view, act)) event(act, *index);
  }
  return doubts;
}

struct Status {
  std::string name;
  std::optional<Moment> since;
  Asks asks;
  bool closed = false;
};

Status notKnown(Asks asks) { return {"onbekend", std::nullopt, std::move(asks), false}; }

/// Late only matters to who had the duty.
Status whenDone(const NormFact& duty) {
  if (isOpen(duty.done->inTime)) return notKnown(duty.done->inTime.asks);
  const bool late = isNo(duty.done->inTime) || duty.breached;
  if (late && isOpen(duty.condition)) return notKnown(duty.condition.asks);
  return {late ? "te-laat-nagekomen" : "nagekomen", duty.done->at, {}, true};
}

/// Past its term; but not surely so while a suspension that may count could have stopped it.
Answer termPassed(const View& view, NormId id, const NormFact& duty, const Deadline& deadline) {
  Answer passed = hasPassed(view, deadline.moment);
  if (!isYes(passed)) return passed;
  const Deadline perhaps = deadlineOf(view, id, duty, true);
  if (!perhaps.standsStill && isYes(hasPassed(view, perhaps.moment))) return passed;
  const Asks doubts = suspensionDoubts(view);
  if (doubts.empty()) return passed;
  passed = answer(Truth::unknown);
  passed.asks = doubts;
  return passed;
}

Answer isBreached(const View& view, NormId id, const NormFact& duty, const Deadline& deadline) {
  const Norm& norm = at(view.graph().norms, id);
  if (norm.term.soft && isNo(soonEnough(view, norm, duty))) return yes();
  Answer whole = defeats(view, norm.breachWhen, duty.place);
  const bool hasTerm = momentIn(deadline.moment) != nullptr || isUnknown(deadline.moment);
  return hasTerm && !deadline.standsStill ? either(whole, termPassed(view, id, duty, deadline)) : whole;
}

/// Whether there is a duty at all, and whether it has been done already.
Asks doubtsAbout(const NormFact& duty, Asks doubts) {
  if (isOpen(duty.condition)) add(doubts, duty.condition.asks);
  if (isOpen(duty.applies)) add(doubts, duty.applies.asks);
  add(doubts, duty.mayBeDone);
  return doubts;
}

/// What stood, and comes to its end, has been kept; what an exception takes away is no more.
Status whenOver(const View& view, const Norm& norm, const NormFact& duty) {
  const bool excepted = isYes(defeats(view, norm.unless, duty.place));
  return {norm.standing && !excepted ? "nagekomen" : "vervallen", view.moment, {}, true};
}

Status whenNotDone(const View& view, NormId id, NormFact& duty, const Deadline& deadline, const Asks& doubts) {
  const Asks open = doubtsAbout(duty, doubts);
  if (duty.breached) return open.empty() ? Status{"geschonden", duty.breached, {}, false} : notKnown(open);
  if (isNo(duty.applies)) return whenOver(view, at(view.graph().norms, id), duty);
  const Answer breached = isBreached(view, id, duty, deadline);
  if (isYes(breached)) duty.breached = view.moment;
  if (isOpen(breached)) return notKnown(breached.asks);
  if (!open.empty()) return notKnown(open);
  if (isYes(breached)) return {"geschonden", duty.breached, {}, false};
  const Answer suspended = isSuspended(view, id, duty);
  if (isYes(suspended)) return {"opgeschort", pausesOf(view, id, duty, false).back().from, {}, false};
  return isOpen(suspended) ? notKnown(suspended.asks) : Status{"open", duty.arose->at, {}, false};
}

/// Nothing is asked before what it follows (zolang) is true for the first time: that is when it arises.
bool sleeps(const View& view, NormFact& duty) {
  if (!duty.status.empty() || duty.breached) return false;
  if (isNo(duty.applies)) return duty.slept = true;
  if (duty.slept && isYes(duty.applies)) {
    duty.slept = false;
    duty.arose->at = view.moment;
    duty.arose->tick = view.now;
    duty.place.arose = view.moment;
  }
  return false;
}

bool breachingFact(const View& view, const Norm& norm, const NormFact& duty) {
  return isYes(defeats(view, norm.breachWhen, duty.place));
}

/// Who does it in breach of it, has breached it.
void spoil(const View& view, const Norm& norm, NormFact& duty) {
  if (!duty.done || duty.breached || !isYes(duty.done->inTime) || !breachingFact(view, norm, duty)) return;
  duty.done.reset();
  duty.spoilt = true;
}

/// A duty that goes on without a term can be breached after it was performed.
bool reopens(const View& view, const Norm& norm, NormFact& duty) {
  const bool goesOn = duty.status == "nagekomen" && isStanding(norm) && !norm.term.last && !isNo(duty.applies);
  if (!goesOn || !breachingFact(view, norm, duty)) return false;
  duty.done.reset();
  duty.mayBeDone.clear();
  duty.spoilt = true;
  return true;
}

void enter(NormFact& duty, Status status) {
  if (duty.status != status.name || status.since) duty.since = status.since;
  duty.status = std::move(status.name);
  duty.asks = std::move(status.asks);
  duty.closed = status.closed;
}

}  // namespace

void moveDuty(const View& view, NormId id, NormFact& duty) {
  const Norm& norm = at(view.graph().norms, id);
  if (!duty.arisen || (duty.closed && !reopens(view, norm, duty)) || sleeps(view, duty)) return;
  const Deadline deadline = deadlineOf(view, id, duty, false);
  if (!duty.breached) {
    const Moment* last = momentIn(deadline.moment);
    duty.deadline = last != nullptr ? std::optional(*last) : std::nullopt;
    duty.latestDeadline = deadline.moment.latest;
  }
  const Asks doubts = findDoing(view, norm, duty, deadline.moment);
  spoil(view, norm, duty);
  enter(duty, duty.done ? whenDone(duty) : whenNotDone(view, id, duty, deadline, doubts));
  duty.assumed = duty.condition.assumed;
  add(duty.assumed, duty.applies.assumed);
  if (duty.done) add(duty.assumed, duty.done->inTime.assumed);
  if (norm.standing && duty.breached && isNo(duty.applies)) duty.closed = true;
}

// ------------------------------------------------------------------------------------------------------ prohibitions

namespace {

/// Against the prohibition, unless consent was given.
Answer isAgainst(const View& view, const Norm& norm, const NormFact& fact, const Answer& deed, const Place& place) {
  Answer against = both(both(deed, fact.applies), fact.condition);
  return both(against, isNot(defeats(view, norm.consent, place)));
}

void noteDeed(const View& view, const Norm& norm, NormFact& fact, ActId act) {
  const auto event = newDoing(view, act);
  if (!event) return;
  const std::string& key = view.in.happenings[*event].event.key;
  const bool listed = std::any_of(fact.against.begin(), fact.against.end(),
                                  [&](const oracle::Against& each) { return each.event == key; });
  if (listed) return;
  const Place place = fact.place.with(occurrenceSlot(norm), {Thing::Kind::event, *event});
  const Answer deed =
      both(isAct(view, act, norm, fact.place, fact.bearer, *event), met(view, norm.exerciseCondition, place));
  const Answer against = isAgainst(view, norm, fact, deed, place);
  if (isOpen(against)) add(fact.mayBeAgainst, against.asks);
  if (isYes(against)) fact.against.push_back({doneAt(view, act, *event), std::nullopt, key});
}

/// A prohibition on being in a state: breached as long as that lasts.
void noteState(const View& view, const Norm& norm, NormFact& fact, ActId act) {
  const auto fulfilled = at(view.graph().acts, act).fulfilledWhen;
  if (!fulfilled) return;
  const Answer deed = valueOf(view, fulfilled, actPlace(view, act, norm, fact.place, fact.bearer));
  const Answer against = isAgainst(view, norm, fact, deed, fact.place);
  const bool runs = !fact.against.empty() && !fact.against.back().to;
  const std::string cause = view.event ? view.in.happenings[view.event->event].event.key : "";
  if (isYes(against) && !runs) fact.against.push_back({view.moment, std::nullopt, cause});
  if (isNo(against) && runs) fact.against.back().to = momentOf(lastDayBefore(view.now));
  if (isOpen(against)) add(fact.mayBeAgainst, against.asks);
}

std::string prohibitionStatus(const NormFact& fact) {
  if (!fact.against.empty()) return "overtreden";
  if (!fact.mayBeAgainst.empty()) return "onbekend";
  if (isNo(fact.applies)) return "geldt-niet";
  return isOpen(fact.applies) || isOpen(fact.condition) ? "onbekend" : "geldt";
}

}  // namespace

void moveProhibition(const View& view, NormId id, NormFact& fact) {
  const Norm& norm = at(view.graph().norms, id);
  if (!fact.arisen) return;
  for (const ActId act : graph::actsOf(norm)) {
    if (norm.kind != graph::NormKind::prohibition) continue;
    noteDeed(view, norm, fact, act);
    noteState(view, norm, fact, act);
  }
  const std::string before = std::exchange(fact.status, prohibitionStatus(fact));
  if (before == "geldt" && fact.status == "geldt-niet") fact.appliedTo = momentOf(lastDayBefore(view.now));
  if (before != fact.status) fact.since = fact.status == "overtreden" ? fact.against.front().from : view.moment;
  fact.asks.clear();
  if (fact.status != "onbekend") return;
  fact.asks = fact.mayBeAgainst;
  add(fact.asks, fact.applies.asks);
  add(fact.asks, fact.condition.asks);
}

}  // namespace beding::oracle
