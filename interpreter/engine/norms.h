// The life of norms: arising, applying, and what each kind does then.
#pragma once

#include "engine/world.h"
#include "graph/opposition.h"

namespace beding::engine {

/// Brings every norm up to date with this instant; true when any changed.
bool updateNorms(World& world);

/// Lets powers over the instances that this instant's event creates arise, so that it can be tested as their exercise.
void prepareExercises(World& world);

void updateObligation(World& world, graph::NormId norm, NormRecord& record);
void updateProhibition(World& world, graph::NormId norm, NormRecord& record);
void updatePower(World& world, graph::NormId norm, NormRecord& record);

/// The slot in which exercises, performances and violations stand: after the binders, unless the norm says otherwise.
graph::Slot occurrenceSlot(const graph::Norm& norm);
/// A norm that goes before another (in afwijking van), for one combination of its instances.
struct Defeat {
  graph::NormId by;
  Environment environment;
  Verdict applies;  ///< its own condition
};
std::vector<Defeat> defeatsOf(World& world, graph::NormId norm, const NormRecord& record);
/// Whether the agreement still carries the norm, or it survives the end.
Verdict outlives(World& world, const graph::Norm& norm, const NormRecord& record);
/// Whether what the sentence itself follows (zolang, tenzij, the agreement) lets the norm apply now.
Verdict ownGround(World& world, graph::NormId norm, const NormRecord& record);
/// Whether what the sentence follows (zolang, tenzij, in afwijking van, the agreement) lets the norm apply now.
Verdict appliesNow(World& world, graph::NormId norm, const NormRecord& record);
/// Whether an occurrence is the act, done by the bearer, for the norm's arguments.
Verdict isAct(World& world, graph::ActId act, const graph::Norm& norm, const NormRecord& record,
              std::uint32_t occurrence);
/// The slots of an act: the norm's arguments, then the actor.
Environment actEnvironment(World& world, graph::ActId act, const graph::Norm& norm, const Environment& environment,
                           graph::Party actor);
/// Whether a ranking sentence of the readings in force puts the first before the second.
bool isRankedBefore(const World& world, graph::NormId first, graph::NormId second);
/// The occurrence of this instant, when it counts for the act now.
std::optional<std::uint32_t> newOccurrence(const World& world, const graph::Act& act);
/// The moment at which an occurrence counts for the act: its receipt when the act works on receipt.
Moment actMoment(const World& world, const graph::Act& act, std::uint32_t occurrence);
/// The effective deadline: with suspensions and acceleration.
struct Deadline {
  Answer moment;  ///< nothing when there is no hard term
  bool standsStill = false;
};
/// With `possible` also by suspensions of which it is not known whether they count.
Deadline deadlineNow(World& world, graph::NormId norm, const NormRecord& record, bool possible = false);

/// Whether a norm is one that lives only as long as the agreement: no instance or event gave rise to it.
bool isStanding(const graph::Norm& norm);

}  // namespace beding::engine
