// Plichten: open, performed in time or late, breached, suspended, lapsed.
#include <algorithm>
#include <iterator>

#include "engine/expressions.h"
#include "engine/norms.h"
#include "engine/suspensions.h"

namespace beding::engine {

namespace {

using graph::ActId;
using graph::Norm;
using graph::NormId;
using graph::NormKind;

/// The acts that perform the obligation: the chosen one when a choice has been made.
graph::Acts performingActs(World& world, const Norm& norm, const NormRecord& record) {
  graph::Acts acts = actsOf(norm);
  if (!norm.choice) return acts;
  const Answer choice = evaluate(world, norm.choice, record.environment);
  if (choice.text() == nullptr) return acts;
  std::vector<ActId> chosen;
  std::copy_if(acts.begin(), acts.end(), std::back_inserter(chosen),
               [&](ActId act) { return at(world.graph.acts, act).name.find(*choice.text()) != std::string::npos; });
  return chosen.empty() ? acts : graph::Acts(chosen);
}

/// Whether an occurrence performs the obligation: the act, in the form and under the condition asked for.
Verdict performs(World& world, const Norm& norm, const NormRecord& record, ActId act, std::uint32_t occurrence) {
  Verdict counts = isAct(world, act, norm, record, occurrence);
  const Binding subject{Binding::Kind::occurrence, occurrence};
  if (norm.form) conjoin(counts, satisfiesForm(world, norm.form, subject, norm.formSatisfiedOnlyBy));
  Environment environment = record.environment;
  environment.bind(occurrenceSlot(norm), subject);
  return both(counts, holds(world, norm.exerciseCondition, environment));
}

/// The judgement is about the instance of its subject; one made for a soft word alone, about the first.
Verdict judgeSoftTerm(World& world, const Norm& norm, const NormRecord& record) {
  const graph::EntityId wanted = at(world.graph.judgements, norm.term.soft).subject;
  Binding subject;
  for (const Binding binding : record.environment.slots) {
    if (!binding || world.partyOf(binding) != graph::Party::none) continue;
    const bool isSubject =
        wanted && binding.kind == Binding::Kind::instance && world.instances[binding.index].entity == wanted;
    if (!subject || isSubject) subject = binding;
    if (isSubject) break;
  }
  return verdictOf(judge(world, norm.term.soft, subject));
}

/// In time: not after the deadline, and soon enough where people must judge that. While the judgement is open the hard
/// term beside it decides, and without one the same day is soon enough; the question stays.
Verdict inTime(World& world, const Norm& norm, const NormRecord& record, const Answer& moment, const Answer& deadline) {
  Verdict answer = deadline.moment() != nullptr ? isAtOrBefore(world, moment, deadline) : truth(!record.breachedAt);
  if (!norm.term.soft) return answer;
  const Verdict soon = judgeSoftTerm(world, norm, record);
  const bool sameDay = norm.term.prompt && moment.moment()->day == record.arose->at.day;
  if (soon.truth() != Truth::unknown || (!norm.term.last && !sameDay)) return both(answer, soon);
  answer.assumed.add(soon.questions);
  return answer;
}

/// A performance that is not certain only adds its questions; a certain one is kept.
void consider(World& world, const Norm& norm, NormRecord& record, const Verdict& counts, const Moment& when,
              Binding occurrence, const Answer& deadline) {
  if (counts.truth() == Truth::unknown) record.performanceQuestions.add(counts.questions);
  if (counts.truth() != Truth::yes || record.performance) return;
  Answer moment = known(when);
  moment.binding = occurrence;
  record.performance = Performance{when, occurrence, inTime(world, norm, record, moment, deadline)};
}

/// When the last day lies before the norm arose, what happened earlier counts too.
bool looksBack(const NormRecord& record, const World& world, const Answer& deadline) {
  return record.arose->tick == world.now && deadline.moment() != nullptr && passedTick(*deadline.moment()) <= world.now;
}

void considerEarlier(World& world, const Norm& norm, NormRecord& record, ActId act, const Answer& deadline) {
  world.occurrences.each([&](std::uint32_t index) {
    if (!world.occurrences[index].arrived) return;
    consider(world, norm, record, performs(world, norm, record, act, index),
             actMoment(world, at(world.graph.acts, act), index), {Binding::Kind::occurrence, index}, deadline);
  });
}

/// Questions about a condition that may be fulfilled already; occurrences keep theirs in the record.
QuestionSet findPerformance(World& world, const Norm& norm, NormRecord& record, const Answer& deadline) {
  QuestionSet doubts;
  for (const ActId id : performingActs(world, norm, record)) {
    const graph::Act& act = at(world.graph.acts, id);
    if (act.fulfilledWhen) {
      const Verdict done =
          decide(world, act.fulfilledWhen, actEnvironment(world, id, norm, record.environment, record.bearer));
      if (done.truth() == Truth::no) record.spoilt = false;
      if (done.truth() == Truth::yes && !record.spoilt)
        consider(world, norm, record, done, world.moment(), {}, deadline);
      if (done.truth() == Truth::unknown) doubts.add(done.questions);
    }
    if (looksBack(record, world, deadline)) considerEarlier(world, norm, record, id, deadline);
    if (const auto occurrence = newOccurrence(world, act)) {
      consider(world, norm, record, performs(world, norm, record, id, *occurrence), actMoment(world, act, *occurrence),
               {Binding::Kind::occurrence, *occurrence}, deadline);
    }
  }
  return doubts;
}

struct Status {
  std::string_view name;
  std::optional<Moment> since;
  QuestionSet questions;
  bool closed = false;
};

Status unknownStatus(QuestionSet questions) { return {"onbekend", std::nullopt, questions, false}; }

/// Late only matters when there was a duty.
Status performedStatus(const NormRecord& record) {
  const Performance& performance = *record.performance;
  if (performance.inTime.truth() == Truth::unknown) return unknownStatus(performance.inTime.questions);
  const bool late = performance.inTime.truth() == Truth::no || record.breachedAt;
  if (late && record.condition.truth() == Truth::unknown) return unknownStatus(record.condition.questions);
  return {late ? "te-laat-nagekomen" : "nagekomen", performance.at, {}, true};
}

/// Questions about whether the obligation exists at all, or may be performed already.
QuestionSet doubtsAbout(const NormRecord& record, QuestionSet doubts) {
  if (record.condition.truth() == Truth::unknown) doubts.add(record.condition.questions);
  if (record.applies.truth() == Truth::unknown) doubts.add(record.applies.questions);
  doubts.add(record.performanceQuestions);
  return doubts;
}

Status breach(const World& world, NormRecord& record) {
  record.breachedAt = world.moment();
  return {"geschonden", record.breachedAt, {}, false};
}

/// A suspension that may have stopped the term leaves it open whether the term has gone by.
Verdict termPassed(World& world, NormId id, const NormRecord& record, const Deadline& deadline) {
  Verdict passed = hasPassed(world, deadline.moment);
  if (passed.truth() != Truth::yes) return passed;
  const Deadline possible = deadlineNow(world, id, record, true);
  if (!possible.standsStill && hasPassed(world, possible.moment).truth() == Truth::yes) return passed;
  const QuestionSet doubts = suspensionDoubts(world);
  if (doubts.empty()) return passed;
  Verdict unknown = truth(Truth::unknown);
  unknown.questions = doubts;
  return unknown;
}

/// A term that has gone by, a fact that breaches, a judgement that it was not soon enough.
Verdict isBreached(World& world, NormId id, const NormRecord& record, const Deadline& deadline) {
  const Norm& norm = at(world.graph.norms, id);
  Verdict breached = holdsNot(world, norm.breachWhen, record.environment);
  if (!deadline.standsStill && (deadline.moment.moment() != nullptr || deadline.moment.unknown()))
    disjoin(breached, termPassed(world, id, record, deadline));
  if (!norm.term.soft) return breached;
  Verdict soon = judgeSoftTerm(world, norm, record);
  return soon.truth() == Truth::no ? truth(true) : breached;
}

/// A standing duty that comes to its end has been kept; one that an exception takes away is no more.
Status notApplying(World& world, const Norm& norm, const NormRecord& record) {
  const bool excepted = holdsNot(world, norm.unless, record.environment).truth() == Truth::yes;
  return {norm.standing && !excepted ? "nagekomen" : "vervallen", world.moment(), {}, true};
}

Status unperformedStatus(World& world, NormId id, NormRecord& record, const Deadline& deadline,
                         const QuestionSet& doubts) {
  const Norm& norm = at(world.graph.norms, id);
  const QuestionSet open = doubtsAbout(record, doubts);
  if (record.breachedAt) return open.empty() ? Status{"geschonden", record.breachedAt, {}, false} : unknownStatus(open);
  if (record.applies.truth() == Truth::no) return notApplying(world, norm, record);
  const Verdict breached = isBreached(world, id, record, deadline);
  if (breached.truth() == Truth::yes && open.empty()) return breach(world, record);
  if (breached.truth() == Truth::yes) record.breachedAt = world.moment();
  if (breached.truth() == Truth::unknown) return unknownStatus(breached.questions);
  if (!open.empty()) return unknownStatus(open);
  const Verdict suspended = isSuspended(world, id, record);
  if (suspended.truth() == Truth::yes) return {"opgeschort", stretchesOf(world, id, record).back().from, {}, false};
  if (suspended.truth() == Truth::unknown) return unknownStatus(suspended.questions);
  return {"open", record.arose->at, {}, false};
}

/// A breached standing obligation ends too, but stays breached.
void closeBreached(NormRecord& record, const Norm& norm) {
  if (norm.standing && record.breachedAt && record.applies.truth() == Truth::no) record.closed = true;
}

void enter(NormRecord& record, Status status) {
  const bool moved = record.status != status.name;
  record.status = status.name;
  record.questions = status.questions;
  record.closed = status.closed;
  if (moved || status.since) record.since = status.since;
}

/// A condition that was false at first lets the obligation sleep until it becomes true: then it arises.
bool sleeps(const World& world, NormRecord& record) {
  if (!record.status.empty() || record.breachedAt) return false;
  if (record.applies.truth() == Truth::no) return record.slept = true;
  if (record.slept && record.applies.truth() == Truth::yes) {
    record.slept = false;
    record.arose->at = world.moment();
    record.arose->tick = world.now;
    record.environment.frozen = record.arose->at;
  }
  return false;
}

/// A fact that breaches the duty in the instant of its performance: it was not performed as it should.
void spoil(World& world, const Norm& norm, NormRecord& record) {
  if (!record.performance || record.breachedAt || record.performance->inTime.truth() != Truth::yes) return;
  if (holdsNot(world, norm.breachWhen, record.environment).truth() != Truth::yes) return;
  record.performance.reset();
  record.spoilt = true;
}

/// A duty that goes on without a term can be breached after it was performed for a time.
bool reopens(World& world, const Norm& norm, NormRecord& record) {
  if (record.status != "nagekomen" || !isStanding(norm) || norm.term.last || record.applies.truth() == Truth::no)
    return false;
  if (holdsNot(world, norm.breachWhen, record.environment).truth() != Truth::yes) return false;
  record.performance.reset();
  record.performanceQuestions.clear();
  record.spoilt = true;
  return true;
}

}  // namespace

void updateObligation(World& world, NormId id, NormRecord& record) {
  const Norm& norm = at(world.graph.norms, id);
  if (!record.arisen || (record.closed && !reopens(world, norm, record)) || sleeps(world, record)) return;
  const Deadline deadline = deadlineNow(world, id, record);
  if (!record.breachedAt) {
    record.deadline = deadline.moment.moment() != nullptr ? std::optional(*deadline.moment.moment()) : std::nullopt;
    record.latestDeadline = deadline.moment.latest;
  }
  const QuestionSet doubts = findPerformance(world, norm, record, deadline.moment);
  spoil(world, norm, record);
  enter(record, record.performance ? performedStatus(record) : unperformedStatus(world, id, record, deadline, doubts));
  record.assumed = record.condition.assumed;
  record.assumed.add(record.applies.assumed);
  if (record.performance) record.assumed.add(record.performance->inTime.assumed);
  closeBreached(record, norm);
}

}  // namespace beding::engine
