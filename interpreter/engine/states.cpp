#include "engine/states.h"

#include <algorithm>

#include "engine/agreement.h"
#include "engine/instances.h"
#include "engine/lookup.h"

namespace beding::engine {

namespace {

using graph::State;

/// An event of this instant may be the end: a doubt that stays.
void noteEnd(World& world, const State& state, StateInterval& interval) {
  if (world.arrival == nullptr) return;
  const std::uint32_t occurrence = world.arrival->occurrence;
  for (const graph::Trigger& end : state.ends) {
    if (!end.pattern || !isNew(world, at(world.graph.patterns, end.pattern), occurrence)) continue;
    disjoin(interval.ended, matches(world, end.pattern, occurrence, interval.environment));
  }
}

/// Whether an end trigger closes an interval: by an event, or because its condition is true.
Verdict closes(World& world, const State& state, StateInterval& interval) {
  noteEnd(world, state, interval);
  Verdict whole = interval.ended;
  for (const graph::Trigger& end : state.ends)
    if (end.becomes) disjoin(whole, decide(world, end.becomes, interval.environment));
  return whole;
}

void openInterval(World& world, const State& state, StateRecord& record, std::size_t begin) {
  const auto firing = fires(world, state.begins[begin], record.environment, record.begins[begin]);
  if (!firing) return;
  StateInterval interval;
  interval.environment = with(world, state.begins[begin], record.environment, *firing);
  interval.from = firing->at;
  interval.opened = world.instant;
  interval.certain = firing->certain;
  record.open.push_back(std::move(interval));
}

/// Its condition is read in the instant in which it opens, when all has come about. True when it did not begin then.
bool neverBegan(World& world, const State& state, StateInterval& interval) {
  if (interval.opened == world.instant)
    interval.condition = both(interval.certain, holds(world, state.beginCondition, interval.environment));
  return interval.condition.truth() == Truth::no && interval.opened < world.instant;
}

/// A condition that may have become true: the state may have begun.
Verdict mayHaveBegun(World& world, const State& state, const StateRecord& record, std::size_t begin) {
  if (!state.begins[begin].becomes || record.begins[begin].wasTrue) return truth(false);
  const Verdict began = decide(world, state.begins[begin].becomes, record.environment);
  if (began.truth() != Truth::unknown) return truth(false);
  return both(began, holds(world, state.beginCondition, record.environment));
}

/// Opens and closes; what is left open, as one truth. An end at the same instant wins.
Verdict openIntervals(World& world, const State& state, StateRecord& record) {
  if (record.begins.size() != state.begins.size()) record.begins.reset(state.begins.size());
  for (std::size_t begin = 0; begin < state.begins.size(); ++begin) openInterval(world, state, record, begin);
  Verdict whole = truth(false);
  for (std::size_t begin = 0; begin < state.begins.size(); ++begin)
    disjoin(whole, mayHaveBegun(world, state, record, begin));
  std::erase_if(record.open, [&](StateInterval& interval) { return neverBegan(world, state, interval); });
  for (std::size_t index = 0; index < record.open.size();) {
    const Verdict closed = closes(world, state, record.open[index]);
    if (closed.truth() == Truth::yes) {
      record.open.erase(record.open.begin() + static_cast<std::ptrdiff_t>(index));
      continue;
    }
    disjoin(whole, both(record.open[index].condition, negated(closed)));
    ++index;
  }
  return whole;
}

/// A state that goes before another does so while its own condition is true; without one, while it holds.
Verdict goesBefore(World& world, graph::StateId id, const StateRecord& record) {
  const State& state = at(world.graph.states, id);
  if (!state.beginCondition && !state.during && !state.unless) return stateHolds(world, id, record.environment.slots);
  Verdict own =
      both(holds(world, state.beginCondition, record.environment), holds(world, state.during, record.environment));
  return both(own, negated(holdsNot(world, state.unless, record.environment)));
}

Verdict defeated(World& world, const State& state, const StateRecord& record) {
  Verdict whole = truth(false);
  for (const graph::StateId other : state.defeatedBy) {
    if (world.active(at(world.graph.states, other).guard)) disjoin(whole, goesBefore(world, other, record));
  }
  return whole;
}

bool isInForceState(const World& world, const State& state) {
  return world.graph.inForce && &state == &at(world.graph.states, world.graph.inForce);
}

/// Whether the state can hold at all by its own means (not only because an effect forces it).
bool hasOwnMeans(const State& state) { return !state.begins.empty() || state.during; }

Verdict holdsNow(World& world, const State& state, StateRecord& record) {
  Verdict whole = truth(record.forced);
  if (hasOwnMeans(state)) {
    Verdict own = record.included;
    if (!state.begins.empty()) conjoin(own, openIntervals(world, state, record));
    conjoin(own, holds(world, state.during, record.environment));
    disjoin(whole, own);
  }
  conjoin(whole, negated(holdsNot(world, state.unless, record.environment)));
  conjoin(whole, negated(holdsNot(world, state.voidWhen, record.environment)));
  conjoin(whole, negated(defeated(world, state, record)));
  if (!isInForceState(world, state)) return whole;
  if (world.agreement.assumed) whole = truth(true);
  return both(whole, negated(isOver(world)));
}

/// The moment at which a state began: of the cause that opened it last, else of this instant.
Moment beganAt(const World& world, const StateRecord& record) {
  const auto last = std::find_if(record.open.rbegin(), record.open.rend(),
                                 [](const StateInterval& interval) { return interval.condition.truth() != Truth::no; });
  return last == record.open.rend() ? world.moment() : last->from;
}

/// In what order rules are looked at shows nowhere: what counts is how it was when the instant began, and how it is
/// now.
void turn(World& world, std::uint32_t index, StateRecord& state, Truth holds) {
  const auto row = static_cast<Row>(&state - world.states[index].data());
  const HoldingBefore& before = world.stateStood.of(index, row, state.stood, {state.holds, state.held});
  state.holds = holds;
  state.held = before.held;
  const bool held = before.holds == Truth::yes;
  if (held && holds != Truth::yes) state.held.until = beding::momentOf(lastDayBefore(world.now));
  if (!held && holds == Truth::yes) state.held = {true, beganAt(world, state), std::nullopt};
}

bool record(World& world, std::uint32_t index, StateRecord& state, const Verdict& holds) {
  const bool stays =
      state.holds == holds.truth() && state.questions == holds.questions && state.assumed == holds.assumed;
  if (!stays) world.tell(UnitKind::state, index, state.environment);
  state.questions = holds.questions;
  state.assumed = holds.assumed;
  if (state.holds == holds.truth()) return false;
  turn(world, index, state, holds.truth());
  return true;
}

bool updateState(World& world, std::uint32_t index) {
  const State& state = world.graph.states[index];
  if (!world.active(state.guard)) return false;
  const Unit unit = world.plan.unit(UnitKind::state, index);
  std::vector<StateRecord>& records = world.states[index];
  addRecords(world, unit, state.binders, records, [](StateRecord&) {});  // to others they are as if they were not there
  return takeDue(world, unit, records,
                 [&](Row row) { return record(world, index, records[row], holdsNow(world, state, records[row])); });
}

/// What a followed state is for instances that have just come up, before the event that made them counts.
void enterFollowed(World& world, std::uint32_t index) {
  const State& state = world.graph.states[index];
  if (!world.active(state.guard) || !state.begins.empty() || !state.during) return;
  const Unit unit = world.plan.unit(UnitKind::state, index);
  const std::size_t known = world.states[index].size();
  addRecords(world, unit, state.binders, world.states[index], [](StateRecord&) {});
  for (std::size_t position = known; position < world.states[index].size(); ++position) {
    StateRecord& entry = world.states[index][position];
    world.work.enter(unit, static_cast<Row>(position));
    record(world, index, entry, holdsNow(world, state, entry));
  }
}

}  // namespace

void enterFollowedStates(World& world) {
  world.work.each(UnitKind::state, [&](std::uint32_t index) { enterFollowed(world, index); });
}

bool updateStates(World& world) {
  bool changed = false;
  world.work.each(UnitKind::state, [&](std::uint32_t index) { changed = updateState(world, index) || changed; });
  return changed;
}

bool forceState(World& world, graph::StateId state, const Environment& environment, bool value) {
  const Unit unit = world.plan.unit(UnitKind::state, state.index);
  std::vector<StateRecord>& records = world.states[state.index];
  const auto found = recordFor(world, unit, records, environment.slots);
  if (!found || records[*found].forced == value) return false;
  records[*found].forced = value;
  world.work.markRow(unit, static_cast<Row>(*found));
  return true;
}

}  // namespace beding::engine
