// Verboden: they hold or not, and every act against them is an overtreding. A denied power (kan niet) only holds: an
// attempt is an invalid exercise.
#include <algorithm>

#include "engine/expressions.h"
#include "engine/norms.h"

namespace beding::engine {

namespace {

using graph::Norm;
using graph::NormId;
using graph::NormKind;

bool isListed(const World& world, const NormRecord& record, std::uint32_t occurrence) {
  const std::string& key = world.occurrences[occurrence].event.key;
  return std::any_of(record.violations.begin(), record.violations.end(),
                     [&](const Violation& violation) { return violation.event == key; });
}

/// Whether an occurrence is done against the prohibition.
Verdict violates(World& world, const Norm& norm, const NormRecord& record, graph::ActId act, std::uint32_t occurrence) {
  Environment environment = record.environment;
  environment.bind(occurrenceSlot(norm), {Binding::Kind::occurrence, occurrence});
  Verdict against = both(isAct(world, act, norm, record, occurrence), record.applies);
  conjoin(against, record.condition);
  conjoin(against, holds(world, norm.exerciseCondition, environment));
  return both(against, negated(holdsNot(world, norm.consent, environment)));
}

void noteViolation(World& world, const Norm& norm, NormRecord& record) {
  for (const graph::ActId id : actsOf(norm)) {
    const graph::Act& act = at(world.graph.acts, id);
    const auto occurrence = newOccurrence(world, act);
    if (!occurrence || isListed(world, record, *occurrence)) continue;
    const Verdict against = violates(world, norm, record, id, *occurrence);
    if (against.truth() == Truth::unknown) record.violationQuestions.add(against.questions);
    if (against.truth() != Truth::yes) continue;
    record.violations.push_back(
        {actMoment(world, act, *occurrence), std::nullopt, world.occurrences[*occurrence].event.key});
  }
}

/// The event of this instant, by which the fact came about.
std::string causeOf(const World& world) {
  return world.arrival != nullptr ? world.occurrences[world.arrival->occurrence].event.key : std::string();
}

/// A fact that lasts while it lasts: a prohibition on being in a state.
void noteCondition(World& world, const Norm& norm, NormRecord& record) {
  for (const graph::ActId id : actsOf(norm)) {
    const graph::Act& act = at(world.graph.acts, id);
    if (!act.fulfilledWhen) continue;
    const Environment slots = actEnvironment(world, id, norm, record.environment, record.bearer);
    Verdict against = both(both(decide(world, act.fulfilledWhen, slots), record.applies), record.condition);
    conjoin(against, negated(holdsNot(world, norm.consent, record.environment)));
    const bool runs = !record.violations.empty() && !record.violations.back().to;
    if (against.truth() == Truth::yes && !runs)
      record.violations.push_back({world.moment(), std::nullopt, causeOf(world)});
    if (against.truth() == Truth::no && runs && act.fulfilledWhen)
      record.violations.back().to = beding::momentOf(lastDayBefore(world.now));
    if (against.truth() == Truth::unknown) record.violationQuestions.add(against.questions);
  }
}

std::string_view statusOf(const NormRecord& record) {
  if (!record.violations.empty()) return "overtreden";
  if (!record.violationQuestions.empty()) return "onbekend";
  if (record.applies.truth() == Truth::no) return "geldt-niet";
  return record.applies.truth() == Truth::unknown || record.condition.truth() == Truth::unknown ? "onbekend" : "geldt";
}

/// What it was in between, while the instant had not come to rest, shows nowhere.
void enter(World& world, NormId id, NormRecord& record, std::string_view status) {
  if (record.status == status) return;
  const auto row = static_cast<Row>(&record - world.norms[id.index].data());
  const Standing& before =
      world.normStood.of(id.index, row, record.stood, {record.status, record.since, record.appliedTo});
  record.status = status;
  record.since = before.since;
  record.appliedTo = before.appliedTo;
  if (status == before.status) return;
  if (before.status == "geldt" && status == "geldt-niet") record.appliedTo = beding::momentOf(lastDayBefore(world.now));
  record.since = status == "overtreden" ? record.violations.front().from : world.moment();
}

}  // namespace

void updateProhibition(World& world, NormId id, NormRecord& record) {
  const Norm& norm = at(world.graph.norms, id);
  if (!record.arisen) return;
  if (norm.kind == NormKind::prohibition) {
    noteViolation(world, norm, record);
    noteCondition(world, norm, record);
  }
  enter(world, id, record, statusOf(record));
  record.questions = record.violationQuestions;
  record.questions.add(record.applies.questions);
  record.questions.add(record.condition.questions);
  if (record.status != "onbekend") record.questions.clear();
}

}  // namespace beding::engine
