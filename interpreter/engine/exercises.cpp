#include "engine/exercises.h"

#include <algorithm>

#include "engine/expressions.h"
#include "engine/groundless.h"
#include "engine/instances.h"
#include "engine/norms.h"
#include "engine/powers.h"
#include "engine/requirements.h"

namespace beding::engine {

namespace {

using graph::ActId;
using graph::Norm;
using graph::NormId;
using graph::NormKind;

void conclude(Exercise& exercise, const Verdict& fit) {
  exercise.valid = fit.truth();
  exercise.questions.add(fit.questions);
  for (const Requirement& requirement : exercise.requirements) {
    exercise.valid = exercise.valid && requirement.met.truth();
    exercise.questions.add(requirement.met.questions);
    exercise.assumed.add(requirement.met.assumed);
  }
  if (exercise.valid != Truth::unknown) exercise.questions.clear();
}

/// `grond` that names a lid narrows an exercise to the powers of that lid.
bool isNarrowedAway(const World& world, const Norm& norm, std::uint32_t occurrence) {
  const std::string name = "grond";
  const Value* value = attributeValue(world, world.occurrences[occurrence], 0xffffffff, &name);
  const auto* ground = value != nullptr ? std::get_if<std::string>(value) : nullptr;
  if (ground == nullptr) return false;
  const auto isOf = [&](const Norm& other) {
    const std::string lid = lidOf(world, other.where);
    return *ground == lid || *ground == other.where.lid || lid.starts_with(*ground + ".") ||
           other.where.lid.starts_with(*ground + ".");
  };
  return !isOf(norm) && std::any_of(world.graph.norms.begin(), world.graph.norms.end(), isOf);
}

/// What an occurrence attempts by this act.
Exercise attempt(World& world, NormId id, const NormRecord& record, ActId act, std::uint32_t occurrence) {
  Exercise exercise;
  exercise.norm = id;
  exercise.act = act;
  exercise.bearer = record.bearer;
  exercise.counterparty = record.counterparty;
  exercise.occurrence = occurrence;
  exercise.environment = record.environment;
  exercise.environment.bind(occurrenceSlot(at(world.graph.norms, id)), {Binding::Kind::occurrence, occurrence});
  exercise.at = actMoment(world, at(world.graph.acts, act), occurrence);
  return exercise;
}

Exercise tested(World& world, NormId id, std::size_t position, ActId act, std::uint32_t occurrence,
                const Verdict& fit) {
  const NormRecord& record = world.norms[id.index][position];
  Exercise exercise = attempt(world, id, record, act, occurrence);
  exercise.record = static_cast<std::uint32_t>(position);
  exercise.wasAvailable = isAvailable(world, id, record).truth() != Truth::no;
  addRequirements(world, id, record, exercise);
  conclude(exercise, fit);
  return exercise;
}

/// One exercise per norm, holder and event: the best of its combinations.
void keepBest(std::vector<Exercise>& found, Exercise exercise) {
  for (Exercise& other : found) {
    if (other.norm != exercise.norm || other.bearer != exercise.bearer) continue;
    const int mine = rank(exercise.valid), theirs = rank(other.valid);
    const bool better = mine > theirs || (mine == theirs && exercise.wasAvailable && !other.wasAvailable);
    if (better) other = std::move(exercise);
    return;
  }
  found.push_back(std::move(exercise));
}

/// No instance at all that the power could be about: still an attempt, and an invalid one.
void attemptWithoutInstances(World& world, NormId id, ActId act, std::uint32_t occurrence,
                             std::vector<Exercise>& found) {
  const Norm& norm = at(world.graph.norms, id);
  const bool isNamed = !norm.bearer.slot && !norm.bearer.expression;
  if (!world.norms[id.index].empty() || !isNamed) return;
  NormRecord record;
  record.bearer = world.partyOf(norm.bearer, record.environment);
  if (isAct(world, act, norm, record, occurrence).truth() == Truth::no) return;
  Exercise exercise = attempt(world, id, record, act, occurrence);
  exercise.unmatched = true;
  exercise.counterparty = otherParty(record.bearer);
  std::string subject = "de aanleiding";
  if (!norm.binders.empty()) subject = at(world.graph.entities, norm.binders.front().entity).name;
  exercise.requirements.push_back(
      {"voorwaarde niet vervuld: er is geen " + subject, truth(false), lidOf(world, norm.where)});
  keepBest(found, std::move(exercise));
}

/// A combination of instances for which an event may be the act.
struct Candidate {
  std::size_t position;
  Verdict fit;
};

std::vector<Candidate> candidatesFor(World& world, NormId id, ActId act, std::uint32_t occurrence) {
  std::vector<Candidate> candidates;
  for (std::size_t position = 0; position < world.norms[id.index].size(); ++position) {
    const NormRecord& record = world.norms[id.index][position];
    const bool isSleepingSource = record.isSource && world.norms[id.index].size() > 1;
    if (isSleepingSource) continue;
    const Verdict fit = isAct(world, act, at(world.graph.norms, id), record, occurrence);
    if (fit.truth() != Truth::no) candidates.push_back({position, fit});
  }
  return candidates;
}

/// Whether all that is asked is what the event is about.
bool asksOnlyWhich(const World& world, const Verdict& fit, std::uint32_t occurrence) {
  const std::string asked = "feit/" + world.occurrences[occurrence].event.key + "/betreft";
  return fit.truth() == Truth::unknown &&
         std::all_of(fit.questions.begin(), fit.questions.end(),
                     [&](std::uint32_t question) { return world.questions[question].id == asked; });
}

/// Who says not what the act is about means the only thing that can be meant: what another could do is not.
void settleOnly(const World& world, NormId id, std::uint32_t occurrence, std::vector<Candidate>& candidates) {
  Candidate* only = nullptr;
  for (Candidate& candidate : candidates) {
    if (world.norms[id.index][candidate.position].included.truth() == Truth::no) continue;
    if (only != nullptr) return;
    only = &candidate;
  }
  if (only != nullptr && asksOnlyWhich(world, only->fit, occurrence)) only->fit = truth(true);
}

void testAgainst(World& world, NormId id, std::vector<Exercise>& found) {
  const Norm& norm = at(world.graph.norms, id);
  for (const ActId act : actsOf(norm)) {
    const auto occurrence = newOccurrence(world, at(world.graph.acts, act));
    if (!occurrence || isNarrowedAway(world, norm, *occurrence)) continue;
    std::vector<Candidate> candidates = candidatesFor(world, id, act, *occurrence);
    settleOnly(world, id, *occurrence, candidates);
    for (const Candidate& candidate : candidates)
      keepBest(found, tested(world, id, candidate.position, act, *occurrence, candidate.fit));
    attemptWithoutInstances(world, id, act, *occurrence, found);
  }
}

/// What an occurrence attempts although this denies it; nothing when it is not about such an act.
std::optional<Exercise> denied(World& world, NormId id, std::size_t position, ActId act, std::uint32_t occurrence) {
  const Norm& norm = at(world.graph.norms, id);
  const NormRecord& record = world.norms[id.index][position];
  if (!record.arisen || isAvailable(world, id, record).truth() != Truth::yes) return std::nullopt;
  const Verdict fit = isAct(world, act, norm, record, occurrence);
  if (fit.truth() != Truth::yes) return std::nullopt;
  Exercise exercise = attempt(world, id, record, act, occurrence);
  exercise.record = static_cast<std::uint32_t>(position);
  if (holds(world, norm.exerciseCondition, exercise.environment).truth() != Truth::yes) return std::nullopt;
  addDenial(world, id, record, exercise);
  conclude(exercise, fit);
  return exercise;
}

/// A denial is an outcome of its own only where no power carries the act.
void testDenial(World& world, NormId id, std::vector<Exercise>& found) {
  const Norm& norm = at(world.graph.norms, id);
  for (const ActId act : actsOf(norm)) {
    const auto occurrence = newOccurrence(world, at(world.graph.acts, act));
    if (!occurrence || isNarrowedAway(world, norm, *occurrence)) continue;
    for (std::size_t position = 0; position < world.norms[id.index].size(); ++position)
      if (auto exercise = denied(world, id, position, act, *occurrence)) keepBest(found, std::move(*exercise));
  }
}

/// Who ends a part of the agreement keeps the power for the rest.
bool endsPartOnly(World& world, const Exercise& exercise) {
  bool part = false;
  for (const graph::Effect& effect : world.graph.effects) {
    if (effect.kind != graph::EffectKind::endAgreement || effect.act != exercise.act || !world.active(effect.guard))
      continue;
    const bool ends = !effect.which || matches(world, effect.which, exercise.occurrence, {}).truth() == Truth::yes;
    if (ends) return false;
    part = true;
  }
  return part;
}

}  // namespace

const std::vector<NormId>& concernedBy(const World& world, std::uint32_t occurrence) {
  return world.plan.exercised[world.occurrences[occurrence].event.type.index];
}

std::vector<Exercise> testExercises(World& world) {
  std::vector<Exercise> found;
  if (world.arrival == nullptr) return found;
  const auto& concerned = concernedBy(world, world.arrival->occurrence);
  for (const NormId id : concerned) {
    const Norm& norm = at(world.graph.norms, id);
    if (isPower(norm.kind) && world.active(norm.guard)) testAgainst(world, id, found);
  }
  const bool carried =
      std::any_of(found.begin(), found.end(), [](const Exercise& exercise) { return exercise.valid != Truth::no; });
  for (const NormId id : concerned) {
    const Norm& norm = at(world.graph.norms, id);
    if (!carried && norm.kind == NormKind::noPower && world.active(norm.guard)) testDenial(world, id, found);
  }
  warnWithoutGround(world, found);
  return found;
}

void recordExercises(World& world, const std::vector<Exercise>& exercises) {
  for (const Exercise& exercise : exercises) {
    world.exercises.push_back(exercise);
    world.work.mark(world.plan.ofAct[exercise.act.index]);
    world.work.mark(world.plan.unit(UnitKind::norm, exercise.norm.index));
    if (exercise.valid == Truth::no || exercise.unmatched || endsPartOnly(world, exercise)) continue;
    PowerUse& power = world.norms[exercise.norm.index][exercise.record].power;
    if (exercise.valid == Truth::yes) {
      power.usedAt = exercise.at;
    } else {
      power.used.value = Truth::unknown;
      power.used.questions.add(exercise.questions);
    }
  }
}

}  // namespace beding::engine
