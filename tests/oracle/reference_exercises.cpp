// Exercises: who tries to use which power by this event, whether that is valid, and what comes of it (docs/taal.md 5.9
// to 5.11, 8.4). All is read just before the event.
#include <algorithm>

#include "graph/opposition.h"
#include "oracle/reference_instant.h"
#include "values/deadline.h"

namespace beding::oracle {

namespace {

using graph::ActId;
using graph::Norm;
using graph::NormId;
using graph::NormKind;
using graph::Party;

Place withEvent(const Norm& norm, const Place& place, std::uint32_t event) {
  return place.with(occurrenceSlot(norm), {Thing::Kind::event, event});
}

Attempt attemptAt(const View& view, NormId id, const NormFact& fact, ActId act, std::uint32_t event) {
  Attempt attempt;
  attempt.norm = id;
  attempt.record = fact.place;
  attempt.firing = ownFiring(fact);
  attempt.act = act;
  attempt.bearer = fact.bearer;
  attempt.counterparty = fact.counterparty;
  attempt.event = event;
  attempt.place = withEvent(at(view.graph().norms, id), fact.place, event);
  attempt.at = doneAt(view, act, event);
  attempt.wasAvailable = !isNo(isAvailable(view, id, fact));
  return attempt;
}

// ------------------------------------------------------------------------------------------------ what is asked of it

/// Not arisen: surely not, unless it is not known whether its occasion came up.
Answer mayHaveArisen(const View& view, const Norm& norm, const NormFact& fact) {
  if (!norm.trigger && isStanding(norm)) return both(fact.included, hasBegun(view));
  if (!norm.trigger || !norm.trigger->becomes) return both(fact.included, no());
  const Answer occasion = both(fact.included, valueOf(view, norm.trigger->becomes, fact.place));
  return isOpen(occasion) ? occasion : no();
}

Answer denies(const View& view, const Norm& norm, const Place& place, std::uint32_t event) {
  const Place deed = withEvent(norm, place, event);
  return both(met(view, norm.exerciseCondition, deed), isNot(defeats(view, norm.consent, deed)));
}

/// The power must be there.
void askGround(const View& view, NormId id, const NormFact& fact, Attempt& attempt) {
  const Norm& norm = at(view.graph().norms, id);
  auto& asked = attempt.requirements;
  if (fact.ended) asked.push_back(no());
  asked.push_back(outlives(view, norm, fact.place));
  asked.push_back(met(view, norm.during, fact.place));
  asked.push_back(isNot(defeats(view, norm.unless, fact.place)));
  for (const Defeat& defeat : defeatsOf(view, id, fact)) {
    const Answer excluded = denies(view, at(view.graph().norms, defeat.by), defeat.place, attempt.event);
    asked.push_back(isNot(both(defeat.applies, excluded)));
  }
  asked.push_back(both(fact.condition, met(view, norm.condition, fact.place)));
  if (norm.repeatable) return;
  Answer used = fact.usedAt ? yes() : fact.mayBeUsed.empty() ? no() : answer(Truth::unknown);
  if (isOpen(used)) used.asks = fact.mayBeUsed;
  asked.push_back(isNot(used));
}

/// In time; against a later day than the one that it can be used for, it is not used.
void askTerm(const View& view, const Norm& norm, Attempt& attempt) {
  Answer last = valueOf(view, norm.term.last, attempt.place);
  if (!norm.term.last && isAgainstOneDay(view, norm)) {
    const WorksAgainst works = worksAgainst(view, norm, attempt.place, attempt.at);
    last = works.latestNotice;
    const auto named = namedDay(view, norm, attempt.place);
    if (named && momentIn(works.day) != nullptr && *named > momentIn(works.day)->day)
      attempt.requirements.push_back(no());
  }
  if (momentIn(last) == nullptr && !isUnknown(last)) return;
  Answer moment = answer(Value(attempt.at));
  moment.thing = {Thing::Kind::event, attempt.event};
  attempt.requirements.push_back(isAtOrBefore(view, moment, last));
}

Date dateOf(const View& view, const Norm& norm, const Attempt& attempt) {
  const Value* value = attribute(view, attempt.event, norm.dateAttribute);
  const auto* moment = value != nullptr ? std::get_if<Moment>(value) : nullptr;
  return moment != nullptr ? moment->day : attempt.at.day;
}

bool isTooSoon(const View& view, const Norm& norm, const Attempt& earlier, const Attempt& attempt) {
  const Date before = dateOf(view, norm, earlier), now = dateOf(view, norm, attempt);
  const bool rolling = norm.rollingYearUnder.issue && view.active(norm.rollingYearUnder);
  if (norm.oncePerCalendarYear && !rolling) return civil(before).year == civil(now).year;
  const Duration every = norm.oncePer.value_or(Duration{12, TimeUnit::month});
  return now <= lastDayOfPeriod(before, every, 1, calendarOf(view));
}

/// Not more often than is allowed: only valid ones count.
void askFrequency(const View& view, const Norm& norm, Attempt& attempt) {
  if (!norm.oncePer && !norm.oncePerCalendarYear) return;
  for (const Attempt& earlier : view.facts.attempts) {
    const bool counts = earlier.act == attempt.act && earlier.bearer == attempt.bearer &&
                        earlier.event != attempt.event && isTooSoon(view, norm, earlier, attempt);
    if (!counts || earlier.valid == Truth::no) continue;
    Answer blocks = answer(earlier.valid);
    blocks.asks = earlier.asks;
    attempt.requirements.push_back(isNot(blocks));
  }
}

/// What power and requirement sentences ask alike.
void askOwn(const View& view, const Norm& norm, Attempt& attempt) {
  if (norm.form)
    attempt.requirements.push_back(satisfiesForm(view, norm.form, attempt.event, norm.formSatisfiedOnlyBy));
  if (norm.exerciseCondition) attempt.requirements.push_back(valueOf(view, norm.exerciseCondition, attempt.place));
  askFrequency(view, norm, attempt);
}

void askPower(const View& view, NormId id, const NormFact& fact, Attempt& attempt) {
  const Norm& norm = at(view.graph().norms, id);
  if (!fact.arisen) {
    attempt.requirements.push_back(mayHaveArisen(view, norm, fact));
    return;
  }
  askGround(view, id, fact, attempt);
  askTerm(view, norm, attempt);
  askOwn(view, norm, attempt);
  if (norm.lateWithoutEffect && worksAgainst(view, norm, attempt.place, attempt.at).late)
    attempt.requirements.push_back(no());
}

// ------------------------------------------------------------------------------------------------------- requirements

/// A requirement sentence for one combination of its instances; nothing when it is not about this exercise.
std::optional<std::vector<Answer>> asked(const View& view, NormId id, const NormFact& fact, const Attempt& attempt) {
  const Norm& norm = at(view.graph().norms, id);
  if (fact.source || isNo(fact.included)) return std::nullopt;
  if (fact.bearer != Party::none && fact.bearer != attempt.bearer) return std::nullopt;
  if (isNo(isAct(view, attempt.act, norm, fact.place, fact.bearer, attempt.event))) return std::nullopt;
  if (!fact.arisen) return norm.trigger ? std::optional(std::vector{no()}) : std::nullopt;
  if (isNo(appliesNow(view, id, fact))) return std::nullopt;
  Attempt tried = attempt;
  tried.requirements.clear();
  tried.place = withEvent(norm, fact.place, attempt.event);
  if (norm.condition) tried.requirements.push_back(valueOf(view, norm.condition, tried.place));
  askTerm(view, norm, tried);
  askOwn(view, norm, tried);
  return tried.requirements;
}

Truth allMet(const std::vector<Answer>& requirements) {
  Truth whole = Truth::yes;
  for (const Answer& each : requirements) whole = whole && truth(each);
  return whole;
}

int rank(Truth truth) { return truth == Truth::yes ? 2 : truth == Truth::unknown ? 1 : 0; }

/// Whichever lid gives the power, unless that lid goes before; one combination of its instances must let it pass.
void askRequirements(const View& view, NormId power, Attempt& attempt) {
  for (std::uint32_t index = 0; index < view.graph().norms.size(); ++index) {
    const Norm& norm = view.graph().norms[index];
    const bool isLifted =
        contains(at(view.graph().norms, power).lifts, NormId{index}) || isRankedBefore(view, power, NormId{index});
    if (norm.kind != NormKind::requirement || !view.active(norm.guard) || isLifted) continue;
    if (!contains(graph::actsOf(norm), attempt.act)) continue;
    std::optional<std::vector<Answer>> best;
    for (const NormFact& fact : view.facts.norms[index]) {
      auto one = asked(view, NormId{index}, fact, attempt);
      if (one && (!best || rank(allMet(*one)) > rank(allMet(*best)))) best = std::move(one);
    }
    if (best) attempt.requirements.insert(attempt.requirements.end(), best->begin(), best->end());
  }
}

void conclude(Attempt& attempt, const Answer& fit) {
  attempt.valid = truth(fit) && allMet(attempt.requirements);
  attempt.asks = fit.asks;
  for (const Answer& each : attempt.requirements) {
    add(attempt.asks, each.asks);
    add(attempt.assumed, each.assumed);
  }
  if (attempt.valid != Truth::unknown) attempt.asks.clear();
}

// ----------------------------------------------------------------------------------------------- which powers it fits

/// One per norm and holder: the best of its combinations.
void keepBest(std::vector<Attempt>& found, Attempt attempt) {
  for (Attempt& known : found) {
    if (known.norm != attempt.norm || known.bearer != attempt.bearer) continue;
    const auto worth = [](const Attempt& each) { return std::pair(rank(each.valid), each.wasAvailable); };
    if (worth(attempt) > worth(known)) known = std::move(attempt);
    return;
  }
  found.push_back(std::move(attempt));
}

/// A `grond` that names a lid is about the powers of that lid only.
bool isOfOtherGround(const View& view, const Norm& norm, std::uint32_t event) {
  const Value* value = attribute(view, event, "grond");
  const auto* ground = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  if (ground == nullptr) return false;
  const auto isUnder = [&](const Norm& each) {
    for (const std::string& lid : {lidOf(view, each.where), each.where.lid})
      if (lid == *ground || lid.starts_with(*ground + ".")) return true;
    return false;
  };
  const auto& norms = view.graph().norms;
  return std::any_of(norms.begin(), norms.end(), isUnder) && !isUnder(norm);
}

struct Candidate {
  const NormFact* fact;
  Answer fit;
};

/// Who does not say what it is about, means the only thing that it can be about.
void settleOnly(const View& view, std::uint32_t event, std::vector<Candidate>& candidates) {
  std::vector<Candidate*> possible;
  for (Candidate& each : candidates)
    if (!isNo(each.fact->included)) possible.push_back(&each);
  if (possible.size() != 1 || !isOpen(possible.front()->fit)) return;
  const std::string asked = "feit/" + view.in.happenings[event].event.key + "/betreft";
  const Asks& asks = possible.front()->fit.asks;
  if (std::all_of(asks.begin(), asks.end(), [&](const Ask& each) { return each.first == asked; }))
    possible.front()->fit = yes();
}

/// No instance at all that the power could be about: an attempt all the same, and an invalid one.
void attemptNothing(const View& view, NormId id, ActId act, std::uint32_t event, std::vector<Attempt>& found) {
  const Norm& norm = at(view.graph().norms, id);
  if (!view.facts.norms[id.index].empty() || norm.bearer.slot || norm.bearer.expression) return;
  const Party bearer = partyOf(view, norm.bearer, {});
  if (isNo(isAct(view, act, norm, {}, bearer, event))) return;
  Attempt attempt;
  attempt.norm = id;
  attempt.unmatched = true;
  attempt.act = act;
  attempt.bearer = bearer;
  attempt.counterparty = other(bearer);
  attempt.event = event;
  attempt.place = withEvent(norm, {}, event);
  attempt.at = doneAt(view, act, event);
  keepBest(found, std::move(attempt));
}

void testPower(const View& view, NormId id, std::vector<Attempt>& found) {
  const Norm& norm = at(view.graph().norms, id);
  const auto& facts = view.facts.norms[id.index];
  for (const ActId act : graph::actsOf(norm)) {
    const auto event = newDoing(view, act);
    if (!event || isOfOtherGround(view, norm, *event)) continue;
    std::vector<Candidate> candidates;
    for (const NormFact& fact : facts) {
      if (fact.source && facts.size() > 1) continue;
      Answer fit = isAct(view, act, norm, fact.place, fact.bearer, *event);
      if (!isNo(fit)) candidates.push_back({&fact, std::move(fit)});
    }
    settleOnly(view, *event, candidates);
    for (const Candidate& candidate : candidates) {
      Attempt attempt = attemptAt(view, id, *candidate.fact, act, *event);
      askPower(view, id, *candidate.fact, attempt);
      askRequirements(view, id, attempt);
      conclude(attempt, candidate.fit);
      keepBest(found, std::move(attempt));
    }
    attemptNothing(view, id, act, *event, found);
  }
}

/// A denial (kan niet) is an outcome of its own where no power carries the act.
void testDenial(const View& view, NormId id, std::vector<Attempt>& found) {
  const Norm& norm = at(view.graph().norms, id);
  for (const ActId act : graph::actsOf(norm)) {
    const auto event = newDoing(view, act);
    if (!event || isOfOtherGround(view, norm, *event)) continue;
    for (const NormFact& fact : view.facts.norms[id.index]) {
      if (!fact.arisen || !isYes(isAvailable(view, id, fact))) continue;
      if (!isYes(isAct(view, act, norm, fact.place, fact.bearer, *event))) continue;
      Attempt attempt = attemptAt(view, id, fact, act, *event);
      if (!isYes(met(view, norm.exerciseCondition, attempt.place))) continue;
      attempt.wasAvailable = false;
      attempt.requirements.push_back(isNot(denies(view, norm, fact.place, *event)));
      conclude(attempt, yes());
      keepBest(found, std::move(attempt));
    }
  }
}

// ------------------------------------------------------------------------------------------------------- consequences

using graph::Effect;
using graph::EffectKind;

bool isDoing(const View& view, const Effect& effect, const Attempt& attempt) {
  if (!effect.act || effect.act != attempt.act) return false;
  return !effect.which || isYes(matches(view, effect.which, attempt.event, {}));
}

/// Who ends a part keeps the power for the rest.
bool endsPartOnly(const View& view, const Attempt& attempt) {
  bool part = false;
  for (const Effect& effect : view.graph().effects) {
    if (effect.kind != EffectKind::endAgreement || effect.act != attempt.act || !view.active(effect.guard)) continue;
    if (isDoing(view, effect, attempt)) return false;
    part = true;
  }
  return part;
}

/// Of more powers under which the agreement ends, the one by which it ends first.
std::optional<Ending> ending(const View& view, const std::vector<const Attempt*>& causes) {
  std::optional<Ending> soonest;
  std::optional<Date> against;
  for (const Attempt* attempt : causes) {
    const WorksAgainst works = worksAgainst(view, at(view.graph().norms, attempt->norm), attempt->place, attempt->at);
    if (momentIn(works.day) == nullptr) continue;
    const Date day = momentIn(works.day)->day;
    if (against && *against <= day) continue;
    against = day;
    const Tick end = works.immediately ? view.now : midnight(day + 1);
    soonest = Ending{end, works.immediately ? dayOf(view.now) : day, attempt->asks, !works.immediately};
  }
  return soonest;
}

Standstill standstill(const View& view, std::uint32_t index, const Attempt& attempt) {
  Standstill still{index,
                   attempt.place,
                   partyOf(view, view.graph().effects[index].allOf, attempt.place),
                   attempt,
                   attempt.at,
                   std::nullopt,
                   answer(attempt.valid)};
  if (still.party == Party::none) still.party = attempt.bearer;
  still.certain.asks = attempt.asks;
  return still;
}

void bringAbout(const View& view, std::uint32_t index, Truth valid, Consequences& consequences) {
  const Effect& effect = view.graph().effects[index];
  std::vector<const Attempt*> causes;
  for (const Attempt& attempt : consequences.attempts)
    if (attempt.valid == valid && isDoing(view, effect, attempt) && isYes(met(view, effect.condition, attempt.place)))
      causes.push_back(&attempt);
  if (causes.empty()) return;
  const bool surely = valid == Truth::yes;
  if (effect.kind == EffectKind::accelerate && surely) consequences.accelerating.push_back(index);
  if (effect.kind == EffectKind::suspend) {
    if (surely) causes.resize(1);  // its effect comes once
    for (const Attempt* cause : causes) consequences.standstills.push_back(standstill(view, index, *cause));
  }
  if (effect.kind != EffectKind::endAgreement && effect.kind != EffectKind::preventRenewal) return;
  if (const auto end = ending(view, causes)) (surely ? consequences.ends : consequences.doubts).push_back(*end);
}

}  // namespace

Consequences exercisesOf(const View& view) {
  Consequences whole;
  const auto each = [&](auto wanted, auto test) {
    for (std::uint32_t index = 0; index < view.graph().norms.size(); ++index) {
      const Norm& norm = view.graph().norms[index];
      if (wanted(norm.kind) && view.active(norm.guard)) test(view, NormId{index}, whole.attempts);
    }
  };
  each([](NormKind kind) { return kind == NormKind::power || kind == NormKind::liberty; }, testPower);
  const bool carried = std::any_of(whole.attempts.begin(), whole.attempts.end(),
                                   [](const Attempt& attempt) { return attempt.valid != Truth::no; });
  if (!carried) each([](NormKind kind) { return kind == NormKind::noPower; }, testDenial);
  for (Attempt& attempt : whole.attempts) {
    const bool may = attempt.valid != Truth::no && !attempt.unmatched;
    attempt.uses = may && !endsPartOnly(view, attempt);
  }
  for (std::uint32_t index = 0; index < view.graph().effects.size(); ++index) {
    if (!view.active(view.graph().effects[index].guard)) continue;
    bringAbout(view, index, Truth::yes, whole);
    bringAbout(view, index, Truth::unknown, whole);
  }
  return whole;
}

}  // namespace beding::oracle
