// Plichten, verboden, bevoegdheden and uitoefeningen.
#include "engine/agreement.h"
#include "engine/documents.h"
#include "engine/instances.h"
#include "engine/norms.h"
#include "engine/report.h"
#include "engine/suspensions.h"
#include "engine/why.h"

namespace beding::engine {

namespace {

using graph::Norm;
using graph::NormKind;

OutcomeKind kindOf(NormKind kind) {
  switch (kind) {
    case NormKind::prohibition:
    case NormKind::noPower:
      return OutcomeKind::prohibition;
    case NormKind::power:
    case NormKind::liberty:
      return OutcomeKind::power;
    default:
      return OutcomeKind::obligation;
  }
}

std::string_view dormantStatus(NormKind kind) {
  switch (kindOf(kind)) {
    case OutcomeKind::prohibition:
      return "geldt-niet";
    case OutcomeKind::power:
      return "niet-beschikbaar";
    default:
      return "slapend";
  }
}

/// While a term stands still, its end moves on with the days.
void fillDeadline(World& world, graph::NormId id, const NormRecord& record, Outcome& outcome) {
  outcome.deadline = record.deadline;
  if (record.latestDeadline) outcome.latestDeadline = beding::momentOf(*record.latestDeadline);
  if (record.closed || record.breachedAt || isSuspended(world, id, record).truth() != Truth::yes) return;
  const Answer moment = deadlineNow(world, id, record).moment;
  if (moment.moment() != nullptr) outcome.deadline = *moment.moment();
  if (moment.latest) outcome.latestDeadline = beding::momentOf(*moment.latest);
}

void fillObligation(World& world, graph::NormId id, const NormRecord& record, Outcome& outcome) {
  outcome.from = record.fromStart ? std::nullopt : onDay(record.arose->at);
  fillDeadline(world, id, record, outcome);
  outcome.since = onDay(record.since);
  if (record.fromStart && record.status == "open") outcome.since.reset();
}

std::optional<Moment> survivalEnd(World& world, const Norm& norm, const NormRecord& record) {
  if (!norm.surviving || !norm.survivesUntil) return std::nullopt;
  const Answer last = evaluate(world, norm.survivesUntil, record.environment);
  return last.moment() != nullptr ? std::optional(*last.moment()) : std::nullopt;
}

void fillProhibition(World& world, const Norm& norm, const NormRecord& record, Outcome& outcome) {
  outcome.from = record.fromStart ? std::nullopt : onDay(record.arose->at);
  outcome.to = onDay(record.status == "geldt-niet" ? record.appliedTo : Maybe(survivalEnd(world, norm, record)));
  outcome.since = onDay(record.since);
  if (record.fromStart && record.status == "geldt") outcome.since.reset();
  outcome.violations = record.violations;
  for (Violation& violation : outcome.violations) violation.from = beding::momentOf(violation.from.day);
}

void fillPower(const NormRecord& record, Outcome& outcome) {
  outcome.from = onDay(record.power.availableFrom);
  if (record.status == "beschikbaar" || record.status == "onbekend") {
    outcome.to = record.deadline;
    if (record.latestDeadline) outcome.latestDeadline = beding::momentOf(*record.latestDeadline);
  }
  if (record.status == "vervallen") outcome.to = onDay(record.power.availableTo);
  outcome.since = onDay(record.since);
}

/// A norm per occurrence is keyed by it, after the instances of its binders.
std::string keyOfNorm(const World& world, const Norm& norm, const NormRecord& record) {
  std::string key = keyOf(world, record.environment, norm.binders.size(), norm.bearer.slot);
  if (!norm.perOccurrence || !record.arose || !record.arose->occurrence) return key;
  return key + (key.empty() ? "" : "/") + world.keyOf(record.arose->occurrence);
}

/// Why it is not known whether a norm has arisen; empty when it is known.
Verdict mayHaveArisen(World& world, const Norm& norm, const NormRecord& record) {
  if (!record.arisen && !norm.trigger && isStanding(norm)) return both(record.included, hasBegun(world));
  if (record.arisen || !norm.trigger || !norm.trigger->becomes) return truth(false);
  return both(record.included, decide(world, norm.trigger->becomes, record.environment));
}

/// In a contract: for what another document says of the same.
std::string givesWay(World& world, graph::NormId id, const NormRecord& record) {
  if (world.graph.documentRanks.empty() || !record.arisen) return {};
  const graph::Provenance& own = at(world.graph.norms, id).where;
  std::string text;  // the last one is of the document that goes before the others
  for (const Defeat& defeat : defeatsOf(world, id, record)) {
    if (defeat.applies.truth() != Truth::yes) continue;
    const Norm& other = at(world.graph.norms, defeat.by);
    if (std::string found = givesWayText(world, other.where, other.name, own); !found.empty()) text = std::move(found);
  }
  return text;
}

bool isDormant(const NormRecord& record) {
  return record.status.empty() || record.status == "niet-beschikbaar" || record.status == "geldt-niet";
}

void reportRecord(Reporter& reporter, graph::NormId id, const NormRecord& record) {
  const Norm& norm = at(reporter.world.graph.norms, id);
  const Verdict mayHave = mayHaveArisen(reporter.world, norm, record);
  if (!reporter.tells(isDormant(record) && mayHave.truth() != Truth::unknown)) {
    if (!record.status.empty() && record.arisen) reporter.need(record.questions, record.assumed);
    return;
  }
  Outcome& outcome = reporter.begin(kindOf(norm.kind));
  outcome.key = keyOfNorm(reporter.world, norm, record);
  Reporter::parties(outcome, record.bearer, record.counterparty);
  outcome.dormant = isDormant(record);
  outcome.status = record.status.empty() ? std::string(dormantStatus(norm.kind)) : record.status;
  if (reporter.world.options.explain) outcome.why = Explainer(reporter.world).norm(id, record);
  if (mayHave.truth() == Truth::unknown) {
    outcome.status = "onbekend";
    outcome.dormant = false;
    return reporter.need(mayHave.questions, mayHave.assumed);
  }
  if (record.status.empty() || !record.arisen) return;
  outcome.reason = givesWay(reporter.world, id, record);
  if (!outcome.reason.empty()) outcome.why.because.push_back({outcome.reason, "", "", {}});
  if (outcome.kind == OutcomeKind::obligation) fillObligation(reporter.world, id, record, outcome);
  if (outcome.kind == OutcomeKind::prohibition) fillProhibition(reporter.world, norm, record, outcome);
  if (outcome.kind == OutcomeKind::power) fillPower(record, outcome);
  reporter.need(record.questions, record.assumed);
}

/// A requirement of which it is not known whether it is met, is not one that is not met.
std::string reasonText(const Requirement& requirement) {
  constexpr std::string_view failing = "voorwaarde niet vervuld: ";
  const bool open = requirement.met.truth() == Truth::unknown && requirement.reason.starts_with(failing);
  return open ? "nog niet bekend: " + requirement.reason.substr(failing.size()) : requirement.reason;
}

std::string reasonOf(const Exercise& exercise) {
  std::string reason;
  for (const Requirement& requirement : exercise.requirements) {
    if (requirement.met.truth() == Truth::yes ||
        (exercise.valid == Truth::no && requirement.met.truth() == Truth::unknown))
      continue;
    const std::string text = reasonText(requirement);
    if (reason.find(text) != std::string::npos) continue;
    reason += (reason.empty() ? "" : "; ") + text;
  }
  return reason;
}

std::string_view exerciseStatus(Truth valid) {
  return valid == Truth::yes ? "geldig" : valid == Truth::no ? "ongeldig" : "onbekend";
}

void reportExercise(Reporter& reporter, const Exercise& exercise) {
  World& world = reporter.world;
  Outcome& outcome = reporter.begin(OutcomeKind::exercise);
  outcome.key = world.occurrences[exercise.occurrence].event.key;
  Reporter::parties(outcome, exercise.bearer, exercise.counterparty);
  outcome.status = exerciseStatus(exercise.valid);
  outcome.since = onDay(exercise.at);
  if (exercise.valid != Truth::yes) outcome.reason = reasonOf(exercise);
  if (world.options.explain) outcome.why = Explainer(world).exercise(exercise);
  reporter.need(exercise.questions, exercise.assumed);
}

}  // namespace

void reportNorm(Reporter& reporter, graph::NormId id) {
  const World& world = reporter.world;
  const Norm& norm = at(world.graph.norms, id);
  if (norm.kind == NormKind::requirement || !world.active(norm.guard)) return;
  const auto& records = world.norms[id.index];
  for (const NormRecord& record : records) {
    const bool hasChildren = record.isSource && records.size() > 1;
    const bool isNothing = record.neverArises && !norm.condition;  // else it sleeps, and can say why
    if (hasChildren || isNothing || record.included.truth() == Truth::no) continue;
    reportRecord(reporter, id, record);
  }
  for (const Exercise& exercise : world.exercises)
    if (exercise.norm == id) reportExercise(reporter, exercise);
}

}  // namespace beding::engine
