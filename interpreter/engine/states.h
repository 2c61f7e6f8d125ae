// Fluents: followed conditions, and intervals opened and closed by triggers.
#pragma once

#include "engine/world.h"

namespace beding::engine {

/// Brings every state up to date with this instant; true when any changed.
bool updateStates(World& world);
/// Followed states of instances that this instant's event brought about, before the event itself counts: a requirement
/// on an exercise may speak of them.
void enterFollowedStates(World& world);
/// Lets a state hold (or end) for these instances because an effect says so.
bool forceState(World& world, graph::StateId state, const Environment& environment, bool value);

}  // namespace beding::engine
