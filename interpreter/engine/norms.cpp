#include "engine/norms.h"

#include <algorithm>

#include "engine/agreement.h"
#include "engine/expressions.h"
#include "engine/instances.h"
#include "engine/suspensions.h"
#include "graph/opposition.h"

namespace beding::engine {

namespace {

using graph::Norm;
using graph::NormId;
using graph::NormKind;

constexpr graph::EntityId partyEntity{0};

bool readsConditionOnArising(NormKind kind) { return isDuty(kind) || kind == NormKind::prohibition; }

/// Those who read this record of the norm look again.
void tell(World& world, NormId id, const NormRecord& record) {
  world.tell(UnitKind::norm, id.index, record.environment);
}

template <class Visit>
bool eachDue(World& world, NormId id, Visit visit) {
  return eachDue(world, world.plan.unit(UnitKind::norm, id.index), world.norms[id.index], visit);
}

template <class Visit>
bool takeDue(World& world, NormId id, Visit visit) {
  return takeDue(world, world.plan.unit(UnitKind::norm, id.index), world.norms[id.index], visit);
}

/// Over what is claimed in money (an invoice, a damage, a claim of a third party): that goes on after the end.
bool isOverClaim(const World& world, const Norm& norm) {
  return std::any_of(norm.binders.begin(), norm.binders.end(),
                     [&](const graph::Binder& binder) { return at(world.graph.entities, binder.entity).isClaim; });
}

/// The end of the agreement lets nothing new arise but what survives it; what has ended cannot be ended.
Verdict canArise(World& world, const Norm& norm) {
  const bool survives = (norm.surviving || norm.survivesByNature || isOverClaim(world, norm)) &&
                        !graph::onlyEndsAgreement(world.graph, norm);
  const Verdict lives = survives ? truth(true) : negated(isOver(world));
  return isStanding(norm) && !world.agreement.begun ? truth(false) : lives;
}

void nameParties(World& world, const Norm& norm, NormRecord& record) {
  record.bearer = resolveParty(world, norm.bearer, record.environment);
  record.counterparty = resolveParty(world, norm.counterparty, record.environment);
  if (record.counterparty == graph::Party::none) record.counterparty = otherParty(record.bearer);
}

/// Lets the record arise by this firing, if its condition allows.
void arise(World& world, const Norm& norm, NormRecord& record, const Firing& firing) {
  const Verdict can = canArise(world, norm);
  if (can.truth() == Truth::no) return;
  record.environment.frozen = firing.at;
  record.condition = both(both(record.included, firing.certain), can);
  if (readsConditionOnArising(norm.kind)) conjoin(record.condition, holds(world, norm.condition, record.environment));
  if (record.condition.truth() == Truth::no) {
    record.neverArises = !norm.trigger;
    return;
  }
  record.arisen = true;
  record.arose = firing;
  record.fromStart = world.agreement.assumed && isStanding(norm) && !norm.trigger;
}

/// A power that was used or has lapsed opens again when its ground comes up again.
void reopen(NormRecord& record, const Firing& firing) {
  record.arose = firing;
  record.environment.frozen = firing.at;
  record.power = {};
  record.closed = false;
}

void spawn(World& world, NormId id, const NormRecord& source, const Environment& environment, const Firing& firing) {
  NormRecord child;
  child.environment = environment;
  child.included = source.included;
  child.bearer = source.bearer;
  child.counterparty = source.counterparty;
  nameParties(world, at(world.graph.norms, id), child);
  const Norm& norm = at(world.graph.norms, id);
  arise(world, norm, child, firing);
  child.neverArises = !child.arisen && norm.condition && readsConditionOnArising(norm.kind);  // kept to say why not
  if (child.neverArises) child.arose = firing;
  if (!child.arisen && !child.neverArises) return;
  addRow(world, world.plan.unit(UnitKind::norm, id.index), world.norms[id.index].size(), child.environment);
  world.norms[id.index].push_back(std::move(child));
}

/// Fires the trigger of one record; true when it arose or spawned one.
bool fireTrigger(World& world, NormId id, std::size_t position) {
  const Norm& norm = at(world.graph.norms, id);
  NormRecord& record = world.norms[id.index][position];
  const auto firing = fires(world, *norm.trigger, record.environment, record.trigger);
  if (!firing) return false;
  const Environment environment = with(world, *norm.trigger, record.environment, *firing);
  if (record.isSource) {
    const NormRecord source = record;
    spawn(world, id, source, environment, *firing);
    return true;
  }
  if (record.arisen) {
    if (isPower(norm.kind) && firing->occurrence) {
      record.environment = environment;
      reopen(record, *firing);
    }
    return isPower(norm.kind);
  }
  record.environment = environment;
  nameParties(world, norm, record);
  arise(world, norm, record, *firing);
  return record.arisen;
}

bool ariseByItself(World& world, const Norm& norm, NormRecord& record) {
  if (record.arisen || record.neverArises) return false;
  arise(world, norm, record, {world.moment(), world.now, {}, truth(true)});
  return record.arisen;
}

bool updateArising(World& world, NormId id) {
  const Norm& norm = at(world.graph.norms, id);
  return takeDue(world, id, [&](Row row) {
    if (world.norms[id.index][row].included.truth() == Truth::no) return false;
    const bool isChild = norm.perOccurrence && !world.norms[id.index][row].isSource;
    if (norm.trigger && isChild) return false;
    const bool changed =
        norm.trigger ? fireTrigger(world, id, row) : ariseByItself(world, norm, world.norms[id.index][row]);
    if (changed) tell(world, id, world.norms[id.index][row]);
    return changed;
  });
}

/// Adds the records of new combinations; to others they are nothing before they arise. What was added earlier in this
/// instant is looked at again while it is not sure that it arose: states of the same instances may have come up since.
void addNormRecords(World& world, NormId id) {
  const std::uint32_t index = id.index;
  const Norm& norm = world.graph.norms[index];
  if (!world.active(norm.guard)) return;
  std::vector<NormRecord>& records = world.norms[index];
  eachDue(world, id, [&](Row row) {
    NormRecord& record = records[row];
    if (record.added != world.instant || (record.arisen && !record.early)) return false;
    record.arisen = record.early = false;
    record.included = included(world, norm.binders, record.environment);
    return false;
  });
  addRecords(world, world.plan.unit(UnitKind::norm, index), norm.binders, records, [&](NormRecord& record) {
    record.isSource = norm.perOccurrence;
    record.added = world.instant;
    nameParties(world, norm, record);
  });
}

bool fireUntil(World& world, const Norm& norm, NormRecord& record) {
  if (!norm.until || record.ended || !record.arisen) return false;
  const auto firing = fires(world, *norm.until, record.environment, record.until);
  if (!firing || firing->certain.truth() != Truth::yes) return false;
  return record.ended = true;
}

/// A duty over an instance or an event that has come to its end: nothing moves it any more.
bool isSettled(const Norm& norm, const NormRecord& record) {
  return record.closed && isDuty(norm.kind) && !isStanding(norm);
}

bool updateApplying(World& world, NormId id) {
  const Norm& norm = at(world.graph.norms, id);
  const Unit unit = world.plan.unit(UnitKind::norm, id.index);
  return eachDue(world, id, [&](Row row) {
    NormRecord& record = world.norms[id.index][row];
    world.work.putOff(unit, row);
    if (isSettled(norm, record)) return false;
    const bool ended = fireUntil(world, norm, record);
    if (!record.arisen) return ended;
    const Verdict applies = appliesNow(world, id, record);
    const bool turned = applies.truth() != record.applies.truth();
    if (turned || applies.questions != record.applies.questions) tell(world, id, record);
    record.applies = applies;
    return ended || turned;
  });
}

void move(World& world, NormId id, NormRecord& record) {
  switch (at(world.graph.norms, id).kind) {
    case NormKind::obligation:
    case NormKind::effort:
    case NormKind::guarantee:
      return updateObligation(world, id, record);
    case NormKind::prohibition:
    case NormKind::noPower:
      return updateProhibition(world, id, record);
    case NormKind::liberty:
    case NormKind::power:
      return updatePower(world, id, record);
    case NormKind::requirement:
      return;
  }
}

/// What others can read of a norm.
struct Visible {
  std::string_view status;
  std::size_t violations;
  std::optional<Moment> breachedAt;
  std::optional<Moment> since;
  QuestionSet questions;
  friend bool operator==(const Visible&, const Visible&) = default;
};

Visible visible(const NormRecord& record) {
  return {record.status, record.violations.size(), record.breachedAt, record.since, record.questions};
}

bool moveNorm(World& world, NormId id, Row row) {
  NormRecord& record = world.norms[id.index][row];
  if (record.isSource) return false;
  const Visible before = visible(record);
  const std::pair deadlineBefore(record.deadline, record.latestDeadline);
  move(world, id, record);
  if (deadlineBefore != std::pair(record.deadline, record.latestDeadline)) world.tellDeadline(id, record.environment);
  const Visible after = visible(record);
  if (before == after) return false;
  tell(world, id, record);
  if (before.status != after.status) world.movedNorms.push_back(id.index);
  return before.status != after.status || before.violations != after.violations;
}

/// About the same instances; what one party may not do is no exception to what the other may.
bool concernBoth(const Norm& a, const NormRecord& x, const Norm& b, const NormRecord& y) {
  const bool byBearer = a.bearer.slot || b.bearer.slot || graph::opposed(a, b);
  if (byBearer && x.bearer != y.bearer) return false;
  return concernSame(a.binders, x.environment, b.binders, y.environment);
}

/// The own condition of a norm that goes before another; a power that is past its term does so no more.
Verdict ownCondition(World& world, const Norm& norm, const NormRecord& record) {
  Verdict own = both(record.condition, holds(world, norm.during, record.environment));
  conjoin(own, negated(holdsNot(world, norm.unless, record.environment)));
  if (readsConditionOnArising(norm.kind)) return own;
  conjoin(own, holds(world, norm.condition, record.environment));
  return norm.term.last ? both(own, negated(hasPassed(world, evaluate(world, norm.term.last, record.environment))))
                        : own;
}

/// Whether a rival goes before it under the readings chosen.
bool goesBefore(const World& world, NormId rival, NormId norm) {
  return contains(at(world.graph.norms, rival).defeats, norm) || isRankedBefore(world, rival, norm);
}

}  // namespace

std::vector<Defeat> defeatsOf(World& world, NormId id, const NormRecord& record) {
  std::vector<Defeat> found;
  for (const NormId rival : world.plan.rivals[id.index]) {
    const Norm& other = at(world.graph.norms, rival);
    if (!goesBefore(world, rival, id) || !world.active(other.guard)) continue;
    for (const NormRecord& entry : world.norms[rival.index]) {
      if (!entry.arisen || entry.ended || entry.isSource) continue;
      if (!concernBoth(at(world.graph.norms, id), record, other, entry)) continue;
      found.push_back({rival, entry.environment, ownCondition(world, other, entry)});
    }
  }
  return found;
}

/// The end of the agreement stops standing norms and powers to end it; what else arose from an instance or an event
/// lives on.
Verdict outlives(World& world, const Norm& norm, const NormRecord& record) {
  const Verdict over = isOver(world);
  if (over.truth() == Truth::no) return truth(true);
  if (graph::onlyEndsAgreement(world.graph, norm)) return negated(over);
  if (norm.survivesByNature) return truth(true);
  if (norm.surviving)
    return norm.survivesUntil ? negated(hasPassed(world, evaluate(world, norm.survivesUntil, record.environment)))
                              : truth(true);
  return isStanding(norm) ? negated(over) : truth(true);
}

bool isStanding(const Norm& norm) {
  if (norm.trigger) return false;
  return std::all_of(norm.binders.begin(), norm.binders.end(),
                     [](const graph::Binder& binder) { return binder.entity == partyEntity; });
}

graph::Slot occurrenceSlot(const Norm& norm) {
  return norm.occurrenceSlot.value_or(static_cast<graph::Slot>(norm.binders.size()));
}

bool isRankedBefore(const World& world, NormId first, NormId second) {
  return std::any_of(world.graph.rankings.begin(), world.graph.rankings.end(), [&](const graph::Ranking& ranking) {
    return ranking.first == first && ranking.second == second && world.active(ranking.guard);
  });
}

std::optional<std::uint32_t> newOccurrence(const World& world, const graph::Act& act) {
  if (world.arrival == nullptr || !act.doneBy) return std::nullopt;
  const bool onReceipt = act.atReceipt || at(world.graph.patterns, act.doneBy).atReceipt;
  const bool isNow = onReceipt ? world.arrival->arrives : world.arrival->happens;
  return isNow ? std::optional(world.arrival->occurrence) : std::nullopt;
}

Moment actMoment(const World& world, const graph::Act& act, std::uint32_t occurrence) {
  const bool onReceipt = act.atReceipt || (act.doneBy && at(world.graph.patterns, act.doneBy).atReceipt);
  return onReceipt ? world.occurrences[occurrence].received : world.occurrences[occurrence].event.at;
}

Verdict isAct(World& world, graph::ActId id, const Norm& norm, const NormRecord& record, std::uint32_t occurrence) {
  const graph::Act& act = at(world.graph.acts, id);
  if (!act.doneBy) return truth(false);
  return matches(world, act.doneBy, occurrence, actEnvironment(world, id, norm, record.environment, record.bearer));
}

Environment actEnvironment(World& world, graph::ActId id, const Norm& norm, const Environment& environment,
                           graph::Party actor) {
  Environment slots;
  slots.frozen = environment.frozen;
  for (const graph::ExpressionId argument : norm.arguments) {
    slots.slots.push_back(boundBy(world, argument, environment));
  }
  const auto arity = static_cast<graph::Slot>(at(world.graph.acts, id).parameters.size());
  slots.slots.resize(arity);
  slots.bind(arity, world.bindingOf(actor));
  return slots;
}

Verdict ownGround(World& world, NormId id, const NormRecord& record) {
  const Norm& norm = at(world.graph.norms, id);
  Verdict applies = both(outlives(world, norm, record), holds(world, norm.during, record.environment));
  conjoin(applies, negated(holdsNot(world, norm.unless, record.environment)));
  conjoin(applies, negated(holdsNot(world, norm.voidWhen, record.environment)));
  return record.ended ? truth(false) : applies;
}

Verdict appliesNow(World& world, NormId id, const NormRecord& record) {
  Verdict applies = ownGround(world, id, record);
  for (const Defeat& defeat : defeatsOf(world, id, record)) conjoin(applies, negated(defeat.applies));
  return applies;
}

void prepareExercises(World& world) {
  world.work.each(UnitKind::norm, [&](std::uint32_t index) {
    const Norm& norm = world.graph.norms[index];
    if (readsConditionOnArising(norm.kind) || !world.active(norm.guard)) return;
    addNormRecords(world, NormId{index});
    if (norm.trigger) return;
    eachDue(world, NormId{index}, [&](Row row) {
      NormRecord& record = world.norms[index][row];
      const bool arose = record.included.truth() != Truth::no && ariseByItself(world, norm, record);
      if (arose) tell(world, NormId{index}, record);
      record.early = arose && record.condition.truth() == Truth::unknown;
      return arose;
    });
  });
}

bool updateNorms(World& world) {
  bool changed = false;
  const auto each = [&](auto update) {
    world.work.each(UnitKind::norm, [&](std::uint32_t index) { update(NormId{index}); });
  };
  each([&](NormId id) { addNormRecords(world, id); });
  each([&](NormId id) { changed = updateArising(world, id) || changed; });
  each([&](NormId id) { changed = updateApplying(world, id) || changed; });
  const auto moveThose = [&](bool duties) {
    world.work.eachPutOff(
        UnitKind::norm, [&](std::uint32_t index) { return isDuty(world.graph.norms[index].kind) == duties; },
        [&](std::uint32_t index, Row row) { changed = moveNorm(world, NormId{index}, row) || changed; });
  };
  if (!changed) moveThose(true);   // nothing moves before it is clear what applies
  if (!changed) moveThose(false);  // nor what may rest on a duty, before the duties have
  return changed;
}

}  // namespace beding::engine
