#include "engine/effects.h"

#include <algorithm>
#include <utility>

#include "engine/agreement.h"
#include "engine/expressions.h"
#include "engine/instances.h"
#include "engine/lookup.h"
#include "engine/norms.h"
#include "engine/powers.h"
#include "engine/states.h"
#include "engine/suspensions.h"

namespace beding::engine {

namespace {

using graph::Effect;
using graph::EffectKind;

/// Whether the exercise is a doing of the act that the effect speaks of.
bool isBy(World& world, const Effect& effect, const Exercise& exercise) {
  if (!effect.act || effect.act != exercise.act) return false;
  return !effect.which || matches(world, effect.which, exercise.occurrence, {}).truth() == Truth::yes;
}

/// An exercise that ends the agreement: the power under which it works soonest.
struct Ending {
  const Exercise* exercise = nullptr;
  EndDay end;
};

Ending soonestEnding(World& world, const std::vector<const Exercise*>& exercises) {
  Ending best;
  for (const Exercise* exercise : exercises) {
    EndDay end = endDayFor(world, at(world.graph.norms, exercise->norm), exercise->environment, exercise->at);
    if (end.day.moment() == nullptr) continue;
    if (best.exercise != nullptr && end.day.moment()->day >= best.end.day.moment()->day) continue;
    best = {exercise, std::move(end)};
  }
  return best;
}

bool endAgreement(World& world, const std::vector<const Exercise*>& exercises) {
  const Ending ending = soonestEnding(world, exercises);
  if (ending.exercise == nullptr) return false;
  const std::string& event = world.occurrences[ending.exercise->occurrence].event.key;
  if (ending.end.immediately) return endAgreementNow(world, event);
  return preventRenewal(world, ending.end.day.moment()->day, event);
}

void suspend(World& world, std::uint32_t index, const Exercise& exercise) {
  const Effect& effect = world.graph.effects[index];
  Suspension suspension;
  suspension.effect = Id<Effect>{index};
  suspension.environment = exercise.environment;
  suspension.party = resolveParty(world, effect.allOf, exercise.environment);
  if (suspension.party == graph::Party::none) suspension.party = exercise.bearer;
  suspension.power = exercise.norm;
  suspension.powerRecord = exercise.record;
  suspension.exercisedBy = exercise.occurrence;
  suspension.from = exercise.at;
  suspension.certain = truth(exercise.valid);
  suspension.certain.questions = exercise.questions;
  addSuspension(world, std::move(suspension));
}

bool applyAct(World& world, std::uint32_t index, const std::vector<const Exercise*>& exercises) {
  switch (world.graph.effects[index].kind) {
    case EffectKind::endAgreement:
    case EffectKind::preventRenewal:
      return endAgreement(world, exercises);
    case EffectKind::suspend:
      suspend(world, index, *exercises.front());
      return true;
    case EffectKind::accelerate:
      world.accelerations.push_back(index);
      return true;
  }
  return false;
}

/// What an exercise brings about if it turns out to be valid.
bool mayApply(World& world, std::uint32_t index, const std::vector<const Exercise*>& exercises) {
  const EffectKind kind = world.graph.effects[index].kind;
  if (kind == EffectKind::suspend) {
    for (const Exercise* exercise : exercises) suspend(world, index, *exercise);
    return true;
  }
  if (kind == EffectKind::accelerate) return false;
  const Ending ending = soonestEnding(world, exercises);
  if (ending.exercise == nullptr) return false;
  const Date last = ending.end.day.moment()->day;
  const Tick ends = ending.end.immediately ? world.now : startOfDay(last + 1);
  return mayEnd(world, ends, last, ending.exercise->questions);
}

bool applyTrigger(World& world, std::uint32_t index, const Environment& environment) {
  const Effect& effect = world.graph.effects[index];
  const std::string event = world.arrival != nullptr ? world.occurrences[world.arrival->occurrence].event.key : "";
  switch (effect.kind) {
    case EffectKind::endAgreement:
      return endAgreementNow(world, event);
    case EffectKind::preventRenewal:
      if (const auto period = runningPeriod(world).period) return preventRenewal(world, period->last, event);
      return false;
    case EffectKind::suspend:
      beginSuspension(world, index, environment);
      return true;
    case EffectKind::accelerate:
      world.accelerations.push_back(index);
      return true;
  }
  return false;
}

/// The exercises by which an effect comes about: the valid ones, or those of which that is not known.
std::vector<const Exercise*> causesOf(World& world, const Effect& effect, const std::vector<Exercise>& exercises,
                                      Truth valid) {
  std::vector<const Exercise*> causes;
  for (const Exercise& exercise : exercises) {
    if (exercise.valid != valid || !isBy(world, effect, exercise)) continue;
    if (holds(world, effect.condition, exercise.environment).truth() == Truth::yes) causes.push_back(&exercise);
  }
  return causes;
}

bool fireEffect(World& world, std::uint32_t index) {
  const Effect& effect = world.graph.effects[index];
  if (!effect.trigger || effect.act || !world.active(effect.guard)) return false;
  const Unit unit = world.plan.unit(UnitKind::effect, index);
  std::vector<EffectRecord>& records = world.effects[index];
  const bool added = addRecords(world, unit, effect.binders, records, [](EffectRecord&) {});
  const bool fired = eachDue(world, unit, records, [&](Row row) {
    const auto firing = fires(world, *effect.trigger, records[row].environment, records[row].trigger);
    if (!firing) return false;
    const Environment environment = with(world, *effect.trigger, records[row].environment, *firing);
    const Verdict met = both(both(firing->certain, records[row].included), holds(world, effect.condition, environment));
    return met.truth() == Truth::yes && applyTrigger(world, index, environment);
  });
  return added || fired;
}

/// A claim that has been paid is no longer due at once.
bool releasePaid(World& world, const Effect& effect) {
  if (effect.kind != EffectKind::accelerate || !effect.shows) return false;
  bool changed = false;
  for (StateRecord& record : world.states[effect.shows.index]) {
    if (!record.forced) continue;
    const auto post = world.ledger.principalOf(world.keyOf(record.environment.at(0)));
    if (post && world.ledger.posts[*post].open() > Money{}) continue;
    record.forced = false;
    world.work.mark(world.plan.unit(UnitKind::state, effect.shows.index));
    changed = true;
  }
  return changed;
}

/// One invoice falls due at the end of this day, unless it already was or is paid.
bool accelerateClaim(World& world, const Effect& effect, NormRecord& record) {
  const std::string& key = world.keyOf(record.environment.at(0));
  const auto post = world.ledger.principalOf(key);
  if (!record.arisen || !post || world.ledger.posts[*post].open() <= Money{}) return false;
  if (effect.claims && decide(world, effect.claims, record.environment).truth() != Truth::yes) return false;
  const Moment endOfDay = beding::momentOf(dayOf(world.now));
  if (!record.acceleratedTo) record.acceleratedTo = endOfDay;
  if (!record.breachedAt && !record.closed)
    record.deadline = *deadlineNow(world, world.payment(), record).moment.moment();
  const Unit payment = world.plan.unit(UnitKind::norm, world.payment().index);
  const auto row = static_cast<Row>(&record - world.norms[world.payment().index].data());
  world.work.markRow(payment, row);
  world.work.wake(payment, row, passedTick(endOfDay));
  world.tell(UnitKind::norm, world.payment().index, record.environment);
  world.tellDeadline(world.payment(), record.environment);
  if (effect.shows) forceState(world, effect.shows, record.environment, true);
  return true;
}

}  // namespace

bool applyExercises(World& world, const std::vector<Exercise>& exercises) {
  if (exercises.empty()) return false;
  bool changed = false;
  for (std::uint32_t index = 0; index < world.graph.effects.size(); ++index) {
    const Effect& effect = world.graph.effects[index];
    if (!world.active(effect.guard)) continue;
    const auto causes = causesOf(world, effect, exercises, Truth::yes);
    if (!causes.empty()) changed = applyAct(world, index, causes) || changed;
    const auto doubtful = causesOf(world, effect, exercises, Truth::unknown);
    if (!doubtful.empty()) changed = mayApply(world, index, doubtful) || changed;
  }
  return changed;
}

bool updateEffects(World& world) {
  bool changed = false;
  world.work.each(UnitKind::effect, [&](std::uint32_t index) { changed = fireEffect(world, index) || changed; });
  world.work.each(UnitKind::effect,
                  [&](std::uint32_t index) { changed = releasePaid(world, world.graph.effects[index]) || changed; });
  return changed;
}

bool settleDelayed(World& world) {
  const graph::NormId payment = world.payment();
  bool fellDue = false;
  for (const std::uint32_t index : std::exchange(world.accelerations, {})) {
    if (!payment) break;
    for (NormRecord& record : world.norms[payment.index])
      fellDue = accelerateClaim(world, world.graph.effects[index], record) || fellDue;
  }
  if (fellDue) updateStates(world);
  return fellDue;
}

}  // namespace beding::engine
