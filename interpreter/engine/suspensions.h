// Suspension: stretches in which the terms of some norms stand still.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// A stretch that stops the terms of one norm; `to` is absent while it lasts.
struct Stretch {
  Moment from;
  std::optional<Moment> to;
};

/// Begins and ends suspensions that follow a condition; true when any changed.
bool updateSuspensions(World& world);
/// From here on it counts.
void addSuspension(World& world, Suspension suspension);
/// One that no act brings about begins now, for these instances.
void beginSuspension(World& world, std::uint32_t effect, const Environment& environment);
/// The stretches that stop this norm's terms, merged and in order; with those of which that is not known, if asked.
std::vector<Stretch> stretchesOf(const World& world, graph::NormId norm, const NormRecord& record,
                                 bool possible = false);
Verdict isSuspended(const World& world, graph::NormId norm, const NormRecord& record);

/// What it hangs on whether the suspensions that are not certain count.
QuestionSet suspensionDoubts(const World& world);

}  // namespace beding::engine
