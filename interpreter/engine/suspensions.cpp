#include "engine/suspensions.h"

#include <algorithm>

#include "engine/expressions.h"
#include "engine/instances.h"
#include "engine/norms.h"
#include "values/deadline.h"

namespace beding::engine {

namespace {

using graph::Effect;
using graph::EffectKind;
using graph::Norm;
using graph::NormId;
using graph::NormKind;

/// Whether what keeps a suspension going is still there.
Verdict lasts(World& world, const Suspension& suspension) {
  const Effect& effect = at(world.graph.effects, suspension.effect);
  if (effect.during) return decide(world, effect.during, suspension.environment);
  if (!suspension.power) return truth(true);
  const auto& records = world.norms[suspension.power.index];
  return suspension.powerRecord < records.size() ? appliesNow(world, suspension.power, records[suspension.powerRecord])
                                                 : truth(false);
}

bool endOver(World& world, Suspension& suspension) {
  if (suspension.to || lasts(world, suspension).truth() != Truth::no) return false;
  suspension.to = world.moment();
  return true;
}

bool runs(const World& world, std::uint32_t effect, const Environment& environment) {
  return std::any_of(world.suspensions.begin(), world.suspensions.end(), [&](const Suspension& suspension) {
    return suspension.effect.index == effect && !suspension.to && suspension.environment.slots == environment.slots;
  });
}

}  // namespace

void addSuspension(World& world, Suspension suspension) {
  world.work.mark(world.plan.unit(UnitKind::effect, suspension.effect.index));
  world.work.touch(world.plan.ofSuspensions);
  world.suspensions.push_back(std::move(suspension));
}

void beginSuspension(World& world, std::uint32_t index, const Environment& environment) {
  Suspension suspension;
  suspension.effect = Id<Effect>{index};
  suspension.environment = environment;
  suspension.party = resolveParty(world, world.graph.effects[index].allOf, environment);
  suspension.from = world.moment();
  addSuspension(world, std::move(suspension));
}

namespace {

/// A suspension without an act: while a condition holds, or from a trigger on.
bool beginFollowed(World& world, std::uint32_t index) {
  const Effect& effect = world.graph.effects[index];
  if (effect.kind != EffectKind::suspend || effect.act || effect.trigger || !world.active(effect.guard)) return false;
  bool changed = false;
  eachCombination(world, effect.binders, [&](const Environment& environment) {
    if (runs(world, index, environment)) return;
    if (both(included(world, effect.binders, environment), holdsNot(world, effect.during, environment)).truth() !=
        Truth::yes)
      return;
    beginSuspension(world, index, environment);
    changed = true;
  });
  return changed;
}

bool isPayment(const World& world, NormId norm) { return world.payment() && norm == world.payment(); }

/// A duty that the act of suspending itself gives rise to (to tell of it) is not among what it suspends.
bool comesFromSuspending(const World& world, const Suspension& suspension, const NormRecord& record) {
  if (!suspension.exercisedBy) return false;
  const Occurrence* act = &world.occurrences[*suspension.exercisedBy];
  const auto& slots = record.environment.slots;
  return std::any_of(slots.begin(), slots.end(),
                     [&](Binding binding) { return binding && world.occurrenceOf(binding) == act; });
}

bool covers(const World& world, const Suspension& suspension, NormId norm, const NormRecord& record) {
  if (comesFromSuspending(world, suspension, record)) return false;
  const Effect& effect = at(world.graph.effects, suspension.effect);
  if (std::find(effect.targets.begin(), effect.targets.end(), norm) != effect.targets.end()) return true;
  if (!effect.targets.empty() || isPayment(world, norm)) return false;
  return suspension.party == graph::Party::none || suspension.party == record.bearer;
}

bool isSuspendable(const World& world, NormId norm) {
  const Norm& node = at(world.graph.norms, norm);
  return !node.neverSuspended && asksAct(node.kind);
}

void merge(std::vector<Stretch>& stretches) {
  std::sort(stretches.begin(), stretches.end(),
            [](const Stretch& a, const Stretch& b) { return earliest(a.from) < earliest(b.from); });
  std::vector<Stretch> merged;
  for (const Stretch& stretch : stretches) {
    const bool overlaps =
        !merged.empty() && (!merged.back().to || earliest(stretch.from) <= earliest(*merged.back().to));
    if (!overlaps) {
      merged.push_back(stretch);
    } else if (merged.back().to && (!stretch.to || earliest(*stretch.to) > earliest(*merged.back().to))) {
      merged.back().to = stretch.to;
    }
  }
  stretches = std::move(merged);
}

std::optional<TimeUnit> unitOf(World& world, graph::ExpressionId term, const Environment& environment) {
  const graph::Expression& expression = at(world.graph.expressions, term);
  if (expression.op != graph::Op::termEnd || expression.operands.size() < 2) return std::nullopt;
  const Answer length = evaluate(world, expression.operands[1], environment);
  const auto* duration = std::get_if<Duration>(&length.value);
  return duration != nullptr ? std::optional(duration->unit) : std::nullopt;
}

Moment endOf(const World& world, const Stretch& stretch) { return stretch.to.value_or(momentOf(world.now)); }

/// A count of working days skips the suspended days as if they were closing days.
Answer withoutSuspendedDays(World& world, graph::ExpressionId term, const Environment& environment,
                            const std::vector<Stretch>& stretches) {
  const Calendar whole = world.calendar;
  for (const Stretch& stretch : stretches) {
    for (Date day = stretch.from.day; day < endOf(world, stretch).day; day = day + 1)
      world.calendar.closingDays.insert(day);
  }
  Answer answer = evaluate(world, term, environment);
  world.calendar = whole;
  return answer;
}

/// Moves a moment by the elapsed seconds of the stretches that began before it.
void shiftHours(const World& world, Answer& moment, const NormRecord& record, const std::vector<Stretch>& stretches) {
  std::int64_t shift = 0;
  const Instant anchor = earliest(record.arose->at);
  const Instant last = *moment.moment()->instant;
  for (const Stretch& stretch : stretches) {
    const Instant from = std::max(anchor, earliest(stretch.from));
    if (from.seconds > last.seconds + shift) break;
    shift += std::max<std::int64_t>(0, earliest(endOf(world, stretch)).seconds - from.seconds);
  }
  moment.value = beding::momentOf(Instant{last.seconds + shift});
  if (moment.latest) moment.latest->seconds += shift;
}

/// Moves a day by the number of suspended days that began before it.
void shiftDays(const World& world, Answer& moment, const NormRecord& record, const std::vector<Stretch>& stretches) {
  std::int32_t shift = 0;
  const Date last = moment.moment()->day;
  for (const Stretch& stretch : stretches) {
    const Date from = std::max(record.arose->at.day, stretch.from.day);
    if (from > last + shift) break;
    shift += std::max(0, endOf(world, stretch).day - from);
  }
  moment.value = beding::momentOf(last + shift);
}

/// Whether a stretch that still lasts began before the term had passed.
bool standsStillAt(const Answer& moment, const std::vector<Stretch>& stretches) {
  if (stretches.empty() || stretches.back().to || moment.moment() == nullptr) return false;
  return earliest(stretches.back().from) <= latest(*moment.moment());
}

void accelerate(Answer& moment, const NormRecord& record) {
  if (!record.acceleratedTo) return;
  if (moment.moment() != nullptr && latest(*moment.moment()) <= latest(*record.acceleratedTo)) return;
  moment.value = *record.acceleratedTo;
  moment.latest.reset();
}

}  // namespace

QuestionSet suspensionDoubts(const World& world) {
  QuestionSet doubts;
  for (const Suspension& suspension : world.suspensions) {
    if (suspension.certain.truth() == Truth::unknown) doubts.add(suspension.certain.questions);
  }
  return doubts;
}

namespace {

/// A power that has not surely arisen tells nobody that its ground has gone.
bool isPowerDue(const World& world, const Suspension& suspension) {
  return suspension.power && world.work.isDue(world.plan.unit(UnitKind::norm, suspension.power.index));
}

}  // namespace

bool updateSuspensions(World& world) {
  bool changed = false;
  for (Suspension& suspension : world.suspensions) {
    const Unit unit = world.plan.unit(UnitKind::effect, suspension.effect.index);
    if (!world.work.isDue(unit) && !isPowerDue(world, suspension)) continue;
    world.work.enter(unit);
    changed = endOver(world, suspension) || changed;
    world.work.leave();
  }
  world.work.each(UnitKind::effect, [&](std::uint32_t index) { changed = beginFollowed(world, index) || changed; });
  if (changed) world.work.touch(world.plan.ofSuspensions);
  return changed;
}

std::vector<Stretch> stretchesOf(const World& world, NormId norm, const NormRecord& record, bool possible) {
  std::vector<Stretch> stretches;
  if (!isSuspendable(world, norm)) return stretches;
  for (const Suspension& suspension : world.suspensions) {
    const bool counts = possible || suspension.certain.truth() == Truth::yes;
    if (counts && covers(world, suspension, norm, record)) stretches.push_back({suspension.from, suspension.to});
  }
  merge(stretches);
  return stretches;
}

Verdict isSuspended(const World& world, NormId norm, const NormRecord& record) {
  const auto stretches = stretchesOf(world, norm, record);
  if (!stretches.empty() && !stretches.back().to) return truth(true);
  Verdict whole = truth(false);
  for (const Suspension& suspension : world.suspensions) {
    const bool doubtful = !suspension.to && suspension.certain.truth() == Truth::unknown;
    if (doubtful && isSuspendable(world, norm) && covers(world, suspension, norm, record))
      disjoin(whole, suspension.certain);
  }
  return whole;
}

Deadline deadlineNow(World& world, NormId id, const NormRecord& record, bool possible) {
  const Norm& norm = at(world.graph.norms, id);
  Deadline deadline;
  if (norm.term.last) deadline.moment = evaluate(world, norm.term.last, record.environment);
  std::vector<Stretch> stretches = stretchesOf(world, id, record, possible);
  std::erase_if(stretches,
                [&](const Stretch& stretch) { return stretch.to && latest(*stretch.to) < earliest(record.arose->at); });
  if (deadline.moment.moment() != nullptr && !stretches.empty()) {
    deadline.standsStill = standsStillAt(deadline.moment, stretches);
    const auto unit = unitOf(world, norm.term.last, record.environment);
    if (unit == TimeUnit::workday) {
      deadline.moment = withoutSuspendedDays(world, norm.term.last, record.environment, stretches);
    } else if (deadline.moment.moment()->instant) {
      shiftHours(world, deadline.moment, record, stretches);
    } else {
      shiftDays(world, deadline.moment, record, stretches);
    }
  }
  accelerate(deadline.moment, record);
  return deadline;
}

}  // namespace beding::engine
