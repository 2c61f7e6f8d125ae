// How norms arise, when they apply, and which goes before which (docs/taal.md 4.2, 5, 10).
#include <algorithm>

#include "graph/opposition.h"
#include "oracle/reference_instant.h"

namespace beding::oracle {

using graph::ActId;
using graph::Norm;
using graph::NormId;
using graph::NormKind;
using graph::Party;

// ------------------------------------------------------------------------------------------------ what sentences say

bool isStanding(const Norm& norm) {
  return !norm.trigger && std::all_of(norm.binders.begin(), norm.binders.end(),
                                      [](const graph::Binder& binder) { return binder.entity == graph::EntityId{0}; });
}

/// Who has a duty or a prohibition, has it when it arises; a power is looked at when it is used.
bool readsConditionOnce(NormKind kind) {
  return kind == NormKind::obligation || kind == NormKind::effort || kind == NormKind::guarantee ||
         kind == NormKind::prohibition;
}

graph::Slot occurrenceSlot(const Norm& norm) {
  return norm.occurrenceSlot.value_or(static_cast<graph::Slot>(norm.binders.size()));
}

bool isRankedBefore(const View& view, NormId first, NormId second) {
  const auto& rankings = view.graph().rankings;
  return std::any_of(rankings.begin(), rankings.end(), [&](const graph::Ranking& each) {
    return each.first == first && each.second == second && view.active(each.guard);
  });
}

// -------------------------------------------------------------------------------------------------------------- acts

Place actPlace(const View& view, ActId id, const Norm& norm, const Place& place, Party actor) {
  Place slots;
  slots.arose = place.arose;
  for (const graph::ExpressionId argument : norm.arguments) slots.slots.push_back(valueOf(view, argument, place).thing);
  const auto arity = static_cast<graph::Slot>(at(view.graph().acts, id).parameters.size());
  slots.slots.resize(arity);
  return slots.with(arity, thingOf(actor));
}

Answer isAct(const View& view, ActId id, const Norm& norm, const Place& place, Party actor, std::uint32_t event) {
  const graph::Act& act = at(view.graph().acts, id);
  return act.doneBy ? matches(view, act.doneBy, event, actPlace(view, id, norm, place, actor)) : no();
}

namespace {

bool worksOnReceipt(const View& view, const graph::Act& act) {
  return act.atReceipt || (act.doneBy && at(view.graph().patterns, act.doneBy).atReceipt);
}

}  // namespace

std::optional<std::uint32_t> newDoing(const View& view, ActId id) {
  const graph::Act& act = at(view.graph().acts, id);
  if (!view.event || !act.doneBy) return std::nullopt;
  const bool now = worksOnReceipt(view, act) ? view.event->arrives : view.event->happens;
  return now ? std::optional(view.event->event) : std::nullopt;
}

Moment doneAt(const View& view, ActId id, std::uint32_t event) {
  const Happening& happening = view.in.happenings[event];
  return worksOnReceipt(view, at(view.graph().acts, id)) ? happening.received : happening.event.at;
}

// ---------------------------------------------------------------------------------------------------------- identity

std::optional<std::uint32_t> ownFiring(const NormFact& fact) {
  return fact.child ? std::optional(fact.arose->event.index) : std::nullopt;
}

bool isSame(const NormFact& fact, const Place& place, std::optional<std::uint32_t> firing, std::size_t binders) {
  for (graph::Slot slot = 0; slot < binders; ++slot)
    if (fact.place.at(slot) != place.at(slot)) return false;
  return ownFiring(fact) == firing;
}

// ----------------------------------------------------------------------------------------------------------- applying

namespace {

/// What can only end the agreement needs one.
bool needsAgreement(const View& view, const Norm& norm) {
  using graph::NormKind;
  const auto& effects = view.graph().effects;
  const auto ends = [&](graph::ActId act) {
    return std::any_of(effects.begin(), effects.end(), [&](const graph::Effect& effect) {
      return effect.kind == graph::EffectKind::endAgreement && effect.act && effect.act == act;
    });
  };
  if ((norm.kind != NormKind::power && norm.kind != NormKind::liberty) || !norm.act || !ends(norm.act)) return false;
  return std::all_of(norm.alternatives.begin(), norm.alternatives.end(), ends);
}

}  // namespace

/// The end of the agreement stops what stands by itself, and what could end it; what else came of an instance or event
/// lives on.
Answer outlives(const View& view, const Norm& norm, const Place& place) {
  const Answer over = isOver(view);
  if (isNo(over)) return yes();
  if (needsAgreement(view, norm)) return isNot(over);
  if (norm.survivesByNature) return yes();
  if (norm.surviving)
    return norm.survivesUntil ? isNot(hasPassed(view, valueOf(view, norm.survivesUntil, place))) : yes();
  return isStanding(norm) ? isNot(over) : yes();
}

namespace {

/// The condition of a norm that goes before another; past its term a power does so no more.
Answer ownCondition(const View& view, const Norm& norm, const NormFact& fact) {
  Answer own = both(fact.condition, met(view, norm.during, fact.place));
  own = both(own, isNot(defeats(view, norm.unless, fact.place)));
  if (readsConditionOnce(norm.kind)) return own;
  own = both(own, met(view, norm.condition, fact.place));
  return norm.term.last ? both(own, isNot(hasPassed(view, valueOf(view, norm.term.last, fact.place)))) : own;
}

/// What one may not do is no exception to what another may.
bool concernSame(const Norm& a, const NormFact& x, const Norm& b, const NormFact& y) {
  const bool byBearer = a.bearer.slot || b.bearer.slot || graph::opposed(a, b);
  if (byBearer && x.bearer != y.bearer) return false;
  return sameInstances(a.binders, x.place, b.binders, y.place);
}

}  // namespace

std::vector<Defeat> defeatsOf(const View& view, NormId id, const NormFact& fact) {
  std::vector<Defeat> found;
  for (std::uint32_t index = 0; index < view.graph().norms.size(); ++index) {
    const Norm& rival = view.graph().norms[index];
    const bool goesBefore = contains(rival.defeats, id) || isRankedBefore(view, NormId{index}, id);
    if (!goesBefore || !view.active(rival.guard)) continue;
    for (const NormFact& each : view.facts.norms[index])
      if (each.arisen && !each.ended && !each.source && concernSame(at(view.graph().norms, id), fact, rival, each))
        found.push_back({NormId{index}, each.place, ownCondition(view, rival, each)});
  }
  return found;
}

Answer appliesNow(const View& view, NormId id, const NormFact& fact) {
  const Norm& norm = at(view.graph().norms, id);
  if (fact.ended) return no();
  Answer applies = both(outlives(view, norm, fact.place), met(view, norm.during, fact.place));
  applies = both(applies, isNot(defeats(view, norm.unless, fact.place)));
  applies = both(applies, isNot(defeats(view, norm.voidWhen, fact.place)));
  for (const Defeat& defeat : defeatsOf(view, id, fact)) applies = both(applies, isNot(defeat.applies));
  return applies;
}

// ------------------------------------------------------------------------------------------------------------- arising

namespace {

bool isAboutClaim(const View& view, const Norm& norm) {
  return std::any_of(norm.binders.begin(), norm.binders.end(),
                     [&](const graph::Binder& binder) { return at(view.graph().entities, binder.entity).isClaim; });
}

/// After the end of the agreement nothing new arises but what survives it, or is about a claim in money.
Answer canArise(const View& view, const Norm& norm) {
  if (isStanding(norm) && !view.facts.course.begun) return no();
  const bool goesOn = norm.surviving || norm.survivesByNature || isAboutClaim(view, norm);
  const bool survives = goesOn && !needsAgreement(view, norm);
  return survives ? yes() : isNot(isOver(view));
}

void nameParties(const View& view, const Norm& norm, NormFact& fact) {
  fact.bearer = partyOf(view, norm.bearer, fact.place);
  fact.counterparty = partyOf(view, norm.counterparty, fact.place);
  if (fact.counterparty == Party::none) fact.counterparty = other(fact.bearer);
}

void arise(const View& view, const Norm& norm, NormFact& fact, const Firing& firing) {
  const Answer can = canArise(view, norm);
  if (isNo(can)) return;
  fact.place.arose = firing.at;
  fact.condition = both(both(fact.included, firing.certain), can);
  if (readsConditionOnce(norm.kind)) fact.condition = both(fact.condition, met(view, norm.condition, fact.place));
  fact.neverArises = isNo(fact.condition) && !norm.trigger;
  if (isNo(fact.condition)) return;
  fact.arisen = true;
  fact.arose = firing;
  fact.fromStart = view.in.assumedInForce && isStanding(norm);
}

/// One of its own for this firing of a norm per occurrence. One whose condition is not true sleeps, to say why not.
std::optional<NormFact> childOf(const View& view, const Norm& norm, const NormFact& source, const Place& place,
                                const Firing& firing) {
  NormFact child;
  child.child = true;
  child.place = place;
  child.included = source.included;
  nameParties(view, norm, child);
  arise(view, norm, child, firing);
  child.neverArises = !child.arisen && norm.condition && readsConditionOnce(norm.kind);
  if (child.neverArises) child.arose = firing;
  return child.arisen || child.neverArises ? std::optional(child) : std::nullopt;
}

/// A power that was used or has gone is there again when its occasion comes up again.
void reopen(const Norm& norm, NormFact& fact, const Place& place, const Firing& firing) {
  const bool isPower = norm.kind == NormKind::power || norm.kind == NormKind::liberty;
  if (!isPower || !firing.event) return;
  fact.place = place;
  fact.place.arose = firing.at;
  fact.arose = firing;
  fact.availableFrom = fact.availableTo = fact.usedAt = std::nullopt;
  fact.mayBeUsed.clear();
  fact.everAvailable = fact.closed = false;
}

void fireTrigger(const View& view, const Norm& norm, NormFact& fact, std::vector<NormFact>& children) {
  Place place = fact.place;
  const auto firing = fires(view, *norm.trigger, place, fact.triggerWas);
  if (!firing) return;
  if (fact.source) {
    if (auto child = childOf(view, norm, fact, place, *firing)) children.push_back(std::move(*child));
  } else if (fact.arisen) {
    reopen(norm, fact, place, *firing);
  } else {
    fact.place = place;
    nameParties(view, norm, fact);
    arise(view, norm, fact, *firing);
  }
}

void ariseIfItCan(const View& view, const Norm& norm, NormFact& fact, std::vector<NormFact>& children) {
  if (isNo(fact.included)) return;
  if (norm.trigger && !fact.child) fireTrigger(view, norm, fact, children);
  if (!norm.trigger && !fact.arisen && !fact.neverArises) arise(view, norm, fact, {view.moment, view.now, {}, yes()});
}

NormFact factAt(const View& view, const Norm& norm, const Place& place) {
  NormFact fact;
  fact.place = place;
  fact.included = included(view, norm.binders, place);
  fact.source = norm.perOccurrence;
  nameParties(view, norm, fact);
  return fact;
}

/// Those of the instant before, then those about instances that are new.
std::vector<NormFact> factsFor(const View& view, const Norm& norm, const std::vector<NormFact>& before) {
  std::vector<NormFact> facts = before;
  for (const Place& place : combinations(view, norm.binders)) {
    const bool known = std::any_of(before.begin(), before.end(), [&](const NormFact& fact) {
      return std::equal(place.slots.begin(), place.slots.end(), fact.place.slots.begin(),
                        fact.place.slots.begin() +
                            static_cast<std::ptrdiff_t>(std::min(place.slots.size(), fact.place.slots.size())));
    });
    if (!known) facts.push_back(factAt(view, norm, place));
  }
  return facts;
}

void endIt(const View& view, const Norm& norm, NormFact& fact) {
  if (!norm.until || fact.ended || !fact.arisen) return;
  Place place = fact.place;
  const auto firing = fires(view, *norm.until, place, fact.untilWas);
  fact.ended = firing && isYes(firing->certain);
}

/// A valid use; or one that may have been valid.
void use(const Norm& norm, NormFact& fact, const std::vector<Attempt>& attempts, NormId id) {
  for (const Attempt& attempt : attempts) {
    const bool mine = attempt.norm == id && attempt.uses;
    if (!mine || !isSame(fact, attempt.record, attempt.firing, norm.binders.size())) continue;
    if (attempt.valid == Truth::yes) fact.usedAt = attempt.at;
    if (attempt.valid == Truth::unknown) add(fact.mayBeUsed, attempt.asks);
  }
}

}  // namespace

std::vector<NormFact> normsAfter(const View& view, NormId id, const std::vector<NormFact>& before,
                                 const std::vector<Attempt>& attempts) {
  const Norm& norm = at(view.graph().norms, id);
  if (!view.active(norm.guard)) return {};
  std::vector<NormFact> facts = factsFor(view, norm, before), children;
  for (NormFact& fact : facts) {
    use(norm, fact, attempts, id);
    ariseIfItCan(view, norm, fact, children);
  }
  facts.insert(facts.end(), children.begin(), children.end());
  for (NormFact& fact : facts) {
    endIt(view, norm, fact);
    if (fact.arisen) fact.applies = appliesNow(view, id, fact);
    if (fact.source) continue;
    if (norm.kind == NormKind::obligation || norm.kind == NormKind::effort || norm.kind == NormKind::guarantee)
      moveDuty(view, id, fact);
    if (norm.kind == NormKind::prohibition || norm.kind == NormKind::noPower) moveProhibition(view, id, fact);
    if (norm.kind == NormKind::power || norm.kind == NormKind::liberty) movePower(view, id, fact);
  }
  return facts;
}

}  // namespace beding::oracle
