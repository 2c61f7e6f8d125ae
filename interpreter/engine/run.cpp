#include "engine/run.h"

#include <algorithm>

#include "engine/agreement.h"
#include "engine/amounts.h"
#include "engine/derivations.h"
#include "engine/effects.h"
#include "engine/exercises.h"
#include "engine/instances.h"
#include "engine/norms.h"
#include "engine/rights.h"
#include "engine/states.h"
#include "engine/suspensions.h"

namespace beding::engine {

namespace {

/// No instant of a verified graph needs more rounds; the bound keeps evaluation total.
constexpr int mostRounds = 200;

void beginInstant(World& world, Tick now, const Arrival* arrival) {
  ++world.instant;
  world.stateStood.forget();
  world.normStood.forget();
  world.now = now;
  world.arrival = arrival;
  world.work.begin(now);
}

/// Steps 3 and 5 until nothing changes.
void settle(World& world) {
  for (int round = 0; round < mostRounds; ++round) {
    world.work.nextRound();
    bool changed = updateStates(world);
    changed = updateAgreement(world) || changed;
    changed = updateSuspensions(world) || changed;
    changed = updateNorms(world) || changed;
    changed = updateEffects(world) || changed;
    changed = updateAmounts(world) || changed;
    changed = updateRights(world) || changed;
    const bool goesOn = (changed || world.work.isStirred()) && world.work.needsRound();
    if (goesOn || spendCredit(world)) continue;
    world.work.clear();
    return wakeForCredit(world);
  }
  world.warnings.insert(worded({"de gevolgen van {0} komen niet tot rust; de uitkomsten kunnen onvolledig zijn",
                                "the consequences of {0} do not settle; the outcomes may be incomplete"},
                               {wordingOf(world.moment())}));
}

void runTimer(World& world, Tick tick) {
  beginInstant(world, tick, nullptr);
  enterLedger(world);
  settle(world);
  if (settleDelayed(world)) runTimer(world, tick);
}

void show(World& world, const Arrival& arrival) {
  Occurrence& occurrence = world.occurrences[arrival.occurrence];
  occurrence.happened = occurrence.happened || arrival.happens;
  occurrence.arrived = occurrence.arrived || arrival.arrives;
}

void runEvent(World& world, const Arrival& arrival) {
  beginInstant(world, arrival.tick, &arrival);
  world.work.mark(world.plan.ofEvent[world.occurrences[arrival.occurrence].event.type.index]);
  createInstances(world);
  enterFollowedStates(world);
  prepareExercises(world);
  const std::vector<Exercise> exercises = testExercises(world);
  show(world, arrival);
  enterLedger(world);
  recordExercises(world, exercises);
  applyExercises(world, exercises);
  settle(world);
  world.arrival = nullptr;
  if (settleDelayed(world)) runTimer(world, arrival.tick);
}

/// What follows from an instant comes in right after it.
void runDerived(World& world) {
  for (int round = 0; round < mostRounds; ++round) {
    const std::vector<Arrival> arrivals = derive(world);
    if (arrivals.empty()) return;
    for (const Arrival& arrival : arrivals) runEvent(world, arrival);
  }
}

void advance(World& world, Tick tick) {
  runTimer(world, tick);
  runDerived(world);
}

}  // namespace

void start(World& world) {
  const Date first = world.arrivals.empty() ? world.asOf : std::min(dayOf(world.arrivals.front().tick), world.asOf);
  beginAgreement(world);
  world.work.markAll();
  advance(world, startOfDay(first));
}

void runThrough(World& world, Tick end) {
  while (world.arrived < world.arrivals.size() && world.arrivals[world.arrived].tick <= end) {
    const Arrival arrival = world.arrivals[world.arrived];
    while (world.work.next() < arrival.tick) advance(world, world.work.next());
    ++world.arrived;
    runEvent(world, arrival);
    runDerived(world);
  }
  while (world.work.next() <= end) advance(world, world.work.next());
}

void runThrough(World& world, Date day) {
  world.endOn(day);
  runThrough(world, world.end);
}

bool takeNext(World& world, const Event& event) {
  if (world.looksAhead) return false;
  world.take(event);
  return world.occurrences.stated().back().happens >= world.now;
}

void run(World& world) {
  start(world);
  runThrough(world, world.end);
}

}  // namespace beding::engine
