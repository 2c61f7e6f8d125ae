// Beperkingen and vrijwaringen. Caps: sum per event (a reeks counts as one), the event's cap, then the year's cap over
// what is left, in order of event date.
#include <algorithm>
#include <map>

#include "engine/documents.h"
#include "engine/expressions.h"
#include "engine/instances.h"
#include "engine/report.h"
#include "engine/why.h"

namespace beding::engine {

namespace {

using graph::Limit;
using graph::LimitId;
using graph::LimitKind;

/// A limit for one combination of instances.
struct Case {
  Environment environment;
  Verdict applies;
  Answer cap;
  Answer yearCap;
  Answer damage;
  Moment when;
  std::string group;
};

Verdict ownApplies(World& world, const Limit& limit, const Environment& environment) {
  Verdict applies = both(included(world, limit.binders, environment), holds(world, limit.condition, environment));
  conjoin(applies, negated(holdsNot(world, limit.voidWhen, environment)));
  return both(applies, negated(holdsNot(world, limit.unless, environment)));
}

/// A limit that goes before another takes its place where both apply.
Verdict defeated(World& world, LimitId id, const Environment& environment) {
  Verdict whole = truth(false);
  for (const Limit& other : world.graph.limits) {
    if (!contains(other.defeats, id) || !world.active(other.guard)) continue;
    disjoin(whole, ownApplies(world, other, environment));
  }
  return whole;
}

Answer damageOf(World& world, const Limit& limit, const Environment& environment) {
  if (limit.damage) return evaluate(world, limit.damage, environment);
  const Occurrence* occurrence = world.occurrenceOf(environment.at(0));
  const std::string name = "bedrag";
  const Value* value = occurrence != nullptr ? attributeValue(world, *occurrence, 0xffffffff, &name) : nullptr;
  return value != nullptr ? known(*value) : Answer{};
}

std::string groupOf(World& world, const Limit& limit, const Environment& environment) {
  const Occurrence* occurrence = world.occurrenceOf(environment.at(0));
  if (limit.together && decide(world, limit.together, environment).truth() == Truth::no)
    return world.keyOf(environment.at(0));
  const Value* value =
      occurrence != nullptr ? attributeValue(world, *occurrence, limit.groupAttribute, nullptr) : nullptr;
  const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  return text != nullptr ? "reeks " + *text : world.keyOf(environment.at(0));
}

Case caseOf(World& world, LimitId id, const Environment& environment) {
  const Limit& limit = at(world.graph.limits, id);
  Case entry;
  entry.environment = environment;
  entry.applies = both(ownApplies(world, limit, environment), negated(defeated(world, id, environment)));
  entry.cap = evaluate(world, limit.amount, environment);
  entry.yearCap = evaluate(world, limit.perYear, environment);
  entry.damage = damageOf(world, limit, environment);
  entry.group = groupOf(world, limit, environment);
  const Occurrence* occurrence = world.occurrenceOf(environment.at(0));
  if (occurrence != nullptr) entry.when = occurrence->event.at;
  return entry;
}

/// What earlier events have used up of the caps.
struct Used {
  std::map<std::string, Money> perGroup;
  std::map<std::string, int> yearOfGroup;
  std::map<int, Money> perYear;
};

Money atLeastZero(const Money& amount) { return std::max(Money{}, amount); }

/// The cap that is left for this event; takes from the caps what the event uses.
std::optional<Money> capFor(const Case& entry, Used& used) {
  std::optional<Money> left;
  const int year = used.yearOfGroup.try_emplace(entry.group, civil(entry.when.day).year).first->second;
  if (entry.cap.money() != nullptr) left = atLeastZero(*entry.cap.money() - used.perGroup[entry.group]);
  if (entry.yearCap.money() != nullptr) {
    const Money yearLeft = atLeastZero(*entry.yearCap.money() - used.perYear[year]);
    left = left ? std::min(*left, yearLeft) : yearLeft;
  }
  if (entry.damage.money() == nullptr || entry.applies.truth() != Truth::yes) return left;
  const Money taken = left ? std::min(*entry.damage.money(), *left) : *entry.damage.money();
  used.perGroup[entry.group] = used.perGroup[entry.group] + taken;
  used.perYear[year] = used.perYear[year] + taken;
  return left;
}

std::string_view statusOf(Truth applies) {
  return applies == Truth::yes ? "van-toepassing" : applies == Truth::no ? "niet-van-toepassing" : "onbekend";
}

/// In a contract: the limit of another document that takes the place of this one.
std::string givesWay(World& world, LimitId id, const Case& entry) {
  for (std::uint32_t o = 0; o < world.graph.limits.size(); ++o) {
    const Limit& other = world.graph.limits[o];
    if (!contains(other.defeats, id) || !world.active(other.guard)) continue;
    if (caseOf(world, LimitId{o}, entry.environment).applies.truth() == Truth::yes)
      return givesWayText(world, other.where, other.name, at(world.graph.limits, id).where);
  }
  return {};
}

void reportCase(Reporter& reporter, LimitId id, const Case& entry, Used& used) {
  const Limit& limit = at(reporter.world.graph.limits, id);
  const bool indemnity = limit.kind == LimitKind::indemnity;
  Outcome& outcome = reporter.begin(indemnity ? OutcomeKind::indemnity : OutcomeKind::limit);
  outcome.key = keyOf(reporter.world, entry.environment, limit.binders.size(), limit.bearer.slot);
  const graph::Party bearer = resolveParty(reporter.world, limit.bearer, entry.environment);
  const graph::Party other = resolveParty(reporter.world, limit.counterparty, entry.environment);
  Reporter::parties(outcome, bearer, other == graph::Party::none ? otherParty(bearer) : other);
  outcome.status = statusOf(entry.applies.truth());
  outcome.dormant = entry.applies.truth() == Truth::no;
  if (reporter.world.options.explain) outcome.why = Explainer(reporter.world).limit(limit, entry.environment);
  QuestionSet questions = entry.applies.questions;
  if (limit.kind == LimitKind::exclusion) outcome.amount = Money{};
  if (limit.kind == LimitKind::cap && !outcome.dormant) {
    outcome.amount = capFor(entry, used);
    const bool unknown = entry.cap.unknown() || entry.yearCap.unknown();
    if (unknown) outcome.status = "onbekend";
    questions.add(entry.cap.questions);
    questions.add(entry.yearCap.questions);
    if (outcome.amount && entry.damage.money() != nullptr && !unknown) {
      outcome.reason = "vergoedbaar " + dutchText(std::min(*outcome.amount, *entry.damage.money())) + " van " +
                       dutchText(*entry.damage.money());
    }
  }
  if (outcome.dormant) outcome.reason = givesWay(reporter.world, id, entry);
  if (outcome.amount) outcome.amount = roundedToCents(*outcome.amount);
  reporter.need(questions, entry.applies.assumed);
}

}  // namespace

void reportLimit(Reporter& reporter, LimitId id) {
  World& world = reporter.world;
  const Limit& limit = at(world.graph.limits, id);
  if (!world.active(limit.guard)) return;
  std::vector<Case> cases;
  eachCombination(world, limit.binders,
                  [&](const Environment& environment) { cases.push_back(caseOf(world, id, environment)); });
  std::stable_sort(cases.begin(), cases.end(),
                   [](const Case& a, const Case& b) { return earliest(a.when) < earliest(b.when); });
  Used used;
  for (const Case& entry : cases) reportCase(reporter, id, entry, used);
}

}  // namespace beding::engine
