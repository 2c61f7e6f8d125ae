#include "engine/powers.h"

#include <algorithm>

#include "engine/expressions.h"
#include "engine/lookup.h"
#include "engine/norms.h"
#include "values/deadline.h"

namespace beding::engine {

namespace {

using graph::EffectTime;
using graph::Norm;
using graph::NormId;

std::optional<Duration> noticeOf(World& world, const Norm& norm, const Environment& environment) {
  const Answer length = evaluate(world, norm.noticePeriod, environment);
  const auto* duration = std::get_if<Duration>(&length.value);
  return duration != nullptr && duration->unit != TimeUnit::indefinite ? std::optional(*duration) : std::nullopt;
}

Moment lastNoticeDay(const World& world, Date target, Duration notice) {
  TermRule backward;
  backward.direction = Direction::backward;
  return endOfTerm(beding::momentOf(target), notice, backward, world.calendar).last;
}

EndDay afterNotice(World& world, const Norm& norm, const Environment& environment, const Moment& received) {
  EndDay end;
  const auto notice = noticeOf(world, norm, environment);
  if (!notice) {
    end.day = withoutValue(evaluate(world, norm.noticePeriod, environment));
    return end;
  }
  Date first = endOfTerm(beding::momentOf(received.day), *notice, {}, world.calendar).last.day;
  if (const auto named = namedDay(world, norm, environment)) first = std::max(first, *named);
  end.day = known(beding::momentOf(first));
  return end;
}

bool isRunningPeriodEnd(const World& world, graph::ExpressionId id) {
  return id && at(world.graph.expressions, id).op == graph::Op::runningPeriodEnd;
}

/// Too late for the running period: the end of the first period for which notice is still in time.
void moveToLaterPeriod(World& world, EndDay& end, const std::optional<Duration>& notice, Date received) {
  auto period = runningPeriod(world).period;
  while (period && notice && lastNoticeDay(world, period->last, *notice).day < received) {
    end.late = true;
    period = nextPeriod(world, *period);
  }
  end.day = period ? known(beding::momentOf(period->last)) : withoutValue(runningPeriod(world).basis);
  end.latestNotice = period && notice ? known(lastNoticeDay(world, period->last, *notice)) : end.day;
}

EndDay againstDay(World& world, const Norm& norm, const Environment& environment, const Moment& received) {
  EndDay end;
  const auto notice = noticeOf(world, norm, environment);
  end.day = evaluate(world, norm.againstDay, environment);
  if (isRunningPeriodEnd(world, norm.againstDay)) {
    moveToLaterPeriod(world, end, notice, received.day);
    return end;
  }
  if (end.day.moment() == nullptr) return end;
  end.latestNotice = notice ? known(lastNoticeDay(world, end.day.moment()->day, *notice)) : end.day;
  end.late = end.latestNotice.moment()->day < received.day;
  return end;
}

/// A power that depends on something that may still come.
Verdict conditionNow(World& world, const Norm& norm, const NormRecord& record) {
  return both(record.condition, holds(world, norm.condition, record.environment));
}

Verdict notPassed(World& world, const Answer& last) {
  return last.moment() == nullptr && !last.unknown() ? truth(true) : negated(hasPassed(world, last));
}

/// Given whether what the sentence follows lets it apply.
Verdict availableIf(World& world, const Verdict& applies, NormId id, const NormRecord& record) {
  const Norm& norm = at(world.graph.norms, id);
  Verdict available = both(applies, conditionNow(world, norm, record));
  if (norm.term.last || isAgainstOneDay(world, norm)) conjoin(available, notPassed(world, lastUse(world, id, record)));
  return available;
}

void becomeAvailable(const World& world, NormRecord& record) {
  PowerUse& power = record.power;
  const bool startsNow = record.arose->tick == world.now;
  power.availableFrom = startsNow ? record.arose->at : world.moment();
  power.everAvailable = true;
}

/// Whether it was tried in a way that uses it up, if only that was valid.
bool mayBeUsed(const Norm& norm, const NormRecord& record) {
  return !norm.repeatable && !record.power.usedAt && record.power.used.unknown();
}

std::string_view statusOf(const Norm& norm, const NormRecord& record, const Verdict& available) {
  if (record.power.usedAt && !norm.repeatable) return "uitgeoefend";
  if (mayBeUsed(norm, record)) return "onbekend";
  if (available.truth() == Truth::yes) return "beschikbaar";
  if (available.truth() == Truth::unknown) return "onbekend";
  return record.power.everAvailable ? "vervallen" : "niet-beschikbaar";
}

void enter(const World& world, NormRecord& record, std::string_view status) {
  if (record.status == status) return;
  if (status == "beschikbaar") becomeAvailable(world, record);
  if (status == "vervallen") record.power.availableTo = beding::momentOf(lastDayBefore(world.now));
  record.status = status;
  record.since = status == "uitgeoefend" ? record.power.usedAt : Maybe(world.moment());
}

}  // namespace

std::optional<Date> namedDay(World& world, const Norm& norm, const Environment& environment) {
  const Answer named = evaluate(world, norm.namedDay, environment);
  if (named.moment() != nullptr) return named.moment()->day;
  const Occurrence* occurrence = world.occurrenceOf(environment.at(occurrenceSlot(norm)));
  const bool isExercise = environment.at(occurrenceSlot(norm)).kind == Binding::Kind::occurrence;
  if (norm.namedDay || occurrence == nullptr || !isExercise) return std::nullopt;
  const std::string name = "tegen";
  const Value* value = attributeValue(world, *occurrence, 0xffffffff, &name);
  const auto* moment = value != nullptr ? std::get_if<Moment>(value) : nullptr;
  return moment != nullptr ? std::optional(moment->day) : std::nullopt;
}

bool isAgainstOneDay(const World& world, const Norm& norm) {
  return norm.effectTime == EffectTime::againstDay && !isRunningPeriodEnd(world, norm.againstDay);
}

EndDay endDayFor(World& world, const Norm& norm, const Environment& environment, const Moment& received) {
  if (norm.effectTime == EffectTime::afterNotice) return afterNotice(world, norm, environment, received);
  if (norm.effectTime == EffectTime::againstDay) return againstDay(world, norm, environment, received);
  EndDay end;
  const auto named = namedDay(world, norm, environment);
  end.immediately = !named || *named <= received.day;
  end.day = known(beding::momentOf(end.immediately ? received.day : *named));
  return end;
}

Answer lastUse(World& world, NormId id, const NormRecord& record) {
  const Norm& norm = at(world.graph.norms, id);
  if (norm.term.last) return evaluate(world, norm.term.last, record.environment);
  if (norm.effectTime != EffectTime::againstDay) return {};
  return endDayFor(world, norm, record.environment, momentOf(world.now)).latestNotice;
}

Verdict isAvailable(World& world, NormId id, const NormRecord& record) {
  return record.arisen ? availableIf(world, appliesNow(world, id, record), id, record) : truth(false);
}

void updatePower(World& world, NormId id, NormRecord& record) {
  const Norm& norm = at(world.graph.norms, id);
  if (!record.arisen) return;
  const Verdict available = availableIf(world, record.applies, id, record);  // it has just been seen whether it applies
  const Answer last = lastUse(world, id, record);
  record.deadline = last.moment() != nullptr ? std::optional(*last.moment()) : std::nullopt;
  record.latestDeadline = last.latest;
  if (last.moment() != nullptr) world.wake(passedTick(*last.moment()));
  enter(world, record, statusOf(norm, record, available));
  record.questions = record.status == "onbekend" ? available.questions : QuestionSet{};
  if (mayBeUsed(norm, record)) record.questions.add(record.power.used.questions);
  record.assumed = available.assumed;
}

}  // namespace beding::engine
